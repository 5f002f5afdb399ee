import { Duration, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClientIdentityProvider,
  UserPoolGroup,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Stage } from '../../config/stages.ts';
import { SIGN_IN_PORTS, signInAddress } from '../../config/sign-in.ts';
import { removalOf } from './kept.ts';

type OfPersons = Readonly<{
  stage: Pick<Stage, 'keepData' | 'signInPage'>;
  domainPrefix: string;
  /** Each a role; none where the table says what somebody may. */
  groups: readonly string[];
  /** How long somebody stays signed in. */
  signedIn: Duration;
}>;

/** Persons who sign in with a password and a second factor, and the command they sign in from. */
export class Persons extends Construct {
  readonly poolId: string;
  readonly clientId: string;
  /** The address of the sign-in page, without a path. */
  readonly signIn: string;
  constructor(scope: Construct, id: string, of: OfPersons) {
    super(scope, id);
    const pool = this.poolFor(of.stage);
    for (const groupName of of.groups) new UserPoolGroup(this, `Group${groupName}`, { userPool: pool, groupName });
    const domain = pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: of.domainPrefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const client = this.commandOf(pool, of.signedIn);
    // Without a style managed login shows no page; the local cloud has pages of its own.
    if (of.stage.signInPage === 'managed')
      new CfnManagedLoginBranding(this, 'Branding', {
        userPoolId: pool.userPoolId,
        clientId: client.userPoolClientId,
        useCognitoProvidedValues: true,
      });
    this.poolId = pool.userPoolId;
    this.clientId = client.userPoolClientId;
    this.signIn = domain.baseUrl();
  }

  /** Persons are invited, never come of themselves, and are known by the name they sign in with. */
  private poolFor(stage: OfPersons['stage']): UserPool {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      autoVerify: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: stage.keepData,
      removalPolicy: removalOf(stage),
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
    });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason:
        'Threat protection rates sign-ins by password. Here nobody comes in by one: a second factor (TOTP) is required of everybody, Cognito locks out whoever guesses, and nobody can sign up. What the plus tier would add, and what it costs, stands in decision 112.',
    });
    return pool;
  }

  /** A public client: a code for whoever holds its verifier (PKCE), no secret, no password sent by the command. */
  private commandOf(pool: UserPool, signedIn: Duration): UserPoolClient {
    const addresses = SIGN_IN_PORTS.map(signInAddress);
    return pool.addClient('Command', {
      generateSecret: false,
      authFlows: { user: false },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: addresses,
        logoutUrls: addresses,
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(60),
      idTokenValidity: Duration.minutes(60),
      refreshTokenValidity: signedIn,
    });
  }
}
