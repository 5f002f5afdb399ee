import { Validations } from 'aws-cdk-lib';
import { FeaturePlan, Mfa, ResourceServerScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { removalOf } from './kept.ts';

const SERVER = 'mahnwerk';
const CREDITOR = new ResourceServerScope({
  scopeName: 'creditor',
  scopeDescription: 'Hand over claims and follow them',
});

/** Machines that may call the API: the pool and its scope. Each creditor's clients are made when it wants them. */
export class Callers extends Construct {
  readonly pool: UserPool;
  constructor(scope: Construct, id: string, of: Readonly<{ domainPrefix: string; keepData: boolean }>) {
    super(scope, id);
    this.pool = this.poolFor(of.keepData);
    this.pool.addResourceServer('Server', { identifier: SERVER, scopes: [CREDITOR] });
    this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix: of.domainPrefix } });
  }

  /** A pool that is gone takes every creditor's access with it: secrets can be restored from nowhere. */
  private poolFor(keepData: boolean): UserPool {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: keepData,
      removalPolicy: removalOf({ keepData }),
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 16,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
    });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason:
        'Threat protection rates sign-ins with a password, and this pool has none: no user, no client with a sign-in. Persons sign in at pools of their own (persons.ts).',
    });
    return pool;
  }
}
