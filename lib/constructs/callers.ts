import { Validations } from 'aws-cdk-lib';
import {
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { removalOf } from './kept.ts';

const SERVER = 'mahnwerk';
const CREDITOR = new ResourceServerScope({
  scopeName: 'creditor',
  scopeDescription: 'Hand over claims and follow them',
});
const OPERATOR = new ResourceServerScope({ scopeName: 'operator', scopeDescription: 'Steer any Akte, add creditors' });

/** For machines only: nothing that a person could sign in with. */
const NO_SIGN_IN = { user: false } as const;

/** Machines that may call the API: the pool, its scopes, and the one client of our own people. */
export class Callers extends Construct {
  readonly pool: UserPool;
  readonly operators: UserPoolClient;
  constructor(scope: Construct, id: string, of: Readonly<{ domainPrefix: string; keepData: boolean }>) {
    super(scope, id);
    this.pool = this.poolFor(of.keepData);
    const server = this.pool.addResourceServer('Server', { identifier: SERVER, scopes: [CREDITOR, OPERATOR] });
    this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix: of.domainPrefix } });
    this.operators = this.pool.addClient('Operators', {
      generateSecret: true,
      authFlows: NO_SIGN_IN,
      oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(server, OPERATOR)] },
    });
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
