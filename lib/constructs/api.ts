import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnStage, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Route } from '../../contracts/route.ts';
import type { Handler } from './handler.ts';

/**
 * What all callers together may ask of a route, in calls a second and at once: enough for an ERP with a day's invoices,
 * too little to take the account's functions from the Mahnlauf. Beyond it: 429.
 */
const THROTTLE = { throttlingRateLimit: 50, throttlingBurstLimit: 100 } as const;

/**
 * How long an answer of the authorizer counts, in seconds: a token or access that is shut still comes in for so long,
 * and every call would else take one more function. Kept for each token and route (decision 110).
 */
const REMEMBERED = 50;

/** The API: no route is reached but past the authorizer. */
export class Api extends Construct {
  readonly url: string;
  private readonly api: HttpApi;

  constructor(scope: Construct, id: string, of: Readonly<{ authorizer: Handler }>) {
    super(scope, id);
    this.api = new HttpApi(this, 'Http', {
      createDefaultStage: true,
      defaultAuthorizer: new HttpLambdaAuthorizer('Admission', of.authorizer, {
        responseTypes: [HttpLambdaResponseType.SIMPLE],
        identitySource: ['$request.header.Authorization', '$context.routeKey'],
        resultsCacheTtl: Duration.seconds(REMEMBERED),
      }),
    });
    this.guard();
    this.url = this.api.apiEndpoint;
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
        who: '$context.authorizer.who',
        role: '$context.authorizer.role',
        creditor: '$context.authorizer.creditor',
        ip: '$context.identity.sourceIp',
        refused: '$context.error.message',
      }),
    };
  }

  route({ method, path }: Route, handler: Handler): void {
    this.api.addRoutes({
      path,
      methods: [HttpMethod[method]],
      integration: new HttpLambdaIntegration(`${handler.node.id}Integration`, handler),
    });
  }
  /** Answers that say it is our fault: 500 and 503, and what the gateway itself could not deliver. */
  faults(): IMetric {
    return this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' });
  }
}
