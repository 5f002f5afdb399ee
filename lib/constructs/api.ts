import { Aspects, Aws, Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnAuthorizer, CfnStage, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Route } from '../../contracts/route.ts';
import { SCOPES } from './callers.ts';
import type { Handler } from './handler.ts';

/**
 * What all callers together may ask of a route, in calls a second and at once: enough for an ERP with a day's invoices,
 * too little to take the account's functions from the Mahnlauf. Beyond it: 429.
 */
const THROTTLE = { throttlingRateLimit: 50, throttlingBurstLimit: 100 } as const;

/** The API: every route wants a token of our own user pool, with the scope the route names. */
export class Api extends Construct {
  readonly url: string;
  private readonly api: HttpApi;

  constructor(scope: Construct, id: string, { userPoolId }: Readonly<{ userPoolId: string }>) {
    super(scope, id);
    this.api = new HttpApi(this, 'Http', {
      createDefaultStage: true,
      defaultAuthorizer: new HttpJwtAuthorizer(
        'Tokens',
        `https://cognito-idp.${Aws.REGION}.amazonaws.com/${userPoolId}`,
        { jwtAudience: ['every client of the pool'] },
      ),
    });
    this.guard();
    this.url = this.api.apiEndpoint;
    this.takeEveryClient();
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
}
