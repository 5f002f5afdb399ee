import { Aspects, Aws, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnAuthorizer, CfnStage, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import {
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
  type UserPoolResourceServer,
  FeaturePlan,
} from 'aws-cdk-lib/aws-cognito';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Route, Who } from '../../contracts/route.ts';
import type { Handler } from './handler.ts';

const CREDITOR = new ResourceServerScope({
  scopeName: 'creditor',
  scopeDescription: 'Hand over claims and follow them',
});
const OPERATOR = new ResourceServerScope({ scopeName: 'operator', scopeDescription: 'Steer any Akte, add creditors' });

const SCOPES: Readonly<Record<Who, string[]>> = {
  creditor: ['mahnwerk/creditor'],
  operator: ['mahnwerk/operator'],
  both: ['mahnwerk/creditor', 'mahnwerk/operator'],
};

/**
 * What all callers together may ask of a route, in calls a second and at once: enough for an ERP with a day's invoices,
 * too little to take the account's functions from the Mahnlauf. Beyond it: 429.
 */
const THROTTLE = { throttlingRateLimit: 50, throttlingBurstLimit: 100 } as const;
/** For machines only: nothing that a person could sign in with. */
const NO_SIGN_IN = { user: false } as const;

/** The API: every route wants a token of our own user pool, with the scope the route names. */
export class Api extends Construct {
  readonly url: string;
  readonly pool: UserPool;
  readonly operators: UserPoolClient;
  private readonly api: HttpApi;
  private readonly server: UserPoolResourceServer;

  constructor(scope: Construct, id: string, of: { domainPrefix: string; keepData: boolean }) {
    super(scope, id);
    this.pool = this.poolFor(of.keepData);
    this.server = this.pool.addResourceServer('Server', { identifier: 'mahnwerk', scopes: [CREDITOR, OPERATOR] });
    this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix: of.domainPrefix } });
    this.operators = this.pool.addClient('Operators', {
      generateSecret: true,
      authFlows: NO_SIGN_IN,
      oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(this.server, OPERATOR)] },
    });
    this.api = new HttpApi(this, 'Http', {
      createDefaultStage: true,
      defaultAuthorizer: new HttpJwtAuthorizer(
        'Tokens',
        `https://cognito-idp.${Aws.REGION}.amazonaws.com/${this.pool.userPoolId}`,
        { jwtAudience: ['every client of the pool'] },
      ),
    });
    this.guard();
    this.url = this.api.apiEndpoint;
    this.takeEveryClient();
  }

  /** A pool that is gone takes every creditor's access with it: secrets can be restored from nowhere. */
  private poolFor(keepData: boolean): UserPool {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: keepData,
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
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
        'Threat protection rates sign-ins with a password, and this pool has none: no user, no client with a sign-in. Our own people share one machine client, which the plus tier would not guard either; what guards it, and what it does not prove, stands in docs/operations.md.',
    });
    return pool;
  }

  /** How much may be asked of it, and where it is written down who asked what. */
  private guard(): void {
    const log = new LogGroup(this, 'Log', { retention: RetentionDays.ONE_YEAR });
    const stage = this.api.defaultStage?.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new Error('the API has no stage to guard');
    stage.defaultRouteSettings = THROTTLE;
    stage.accessLogSettings = {
      destinationArn: log.logGroupArn,
      format: JSON.stringify({
        requestId: '$context.requestId',
        route: '$context.routeKey',
        status: '$context.status',
        ms: '$context.responseLatency',
        client: '$context.authorizer.claims.client_id',
      }),
    };
  }

  /**
   * The pool holds machine clients only and each creditor gets its own later: issuer and scope decide here, whose
   * client it is in the handler (decision 10).
   */
  private takeEveryClient(): void {
    Aspects.of(this.api).add({
      visit: (node) => {
        if (node instanceof CfnAuthorizer) node.addPropertyDeletionOverride('JwtConfiguration.Audience');
      },
    });
  }

  route({ method, path, who }: Route, handler: Handler): void {
    this.api.addRoutes({
      path,
      methods: [HttpMethod[method]],
      authorizationScopes: SCOPES[who],
      integration: new HttpLambdaIntegration(`${handler.node.id}Integration`, handler),
    });
  }
  /** Answers that say it is our fault: 500 and 503, and what the gateway itself could not deliver. */
  faults(): IMetric {
    return this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' });
  }
  /** May make, find and take away the machine clients of the creditors. */
  clientsManagedBy(handler: Handler): void {
    handler
      .set('USER_POOL_ID', this.pool.userPoolId)
      .may(
        ['cognito-idp:CreateUserPoolClient', 'cognito-idp:ListUserPoolClients', 'cognito-idp:DeleteUserPoolClient'],
        this.pool.userPoolArn,
      );
  }
}
