import { Aspects, Aws, Validations } from 'aws-cdk-lib';
import { CfnAuthorizer, CfnStage, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import {
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
  type UserPoolResourceServer,
  FeaturePlan,
} from 'aws-cdk-lib/aws-cognito';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Handler } from './handler.ts';

const CREDITOR = new ResourceServerScope({
  scopeName: 'creditor',
  scopeDescription: 'Hand over claims and follow them',
});
const OPERATOR = new ResourceServerScope({ scopeName: 'operator', scopeDescription: 'Steer any Akte, add creditors' });

/** The API: every route wants a token of our own user pool, with the scope the route names. */
export class Api extends Construct {
  readonly url: string;
  readonly pool: UserPool;
  readonly operators: UserPoolClient;
  private readonly api: HttpApi;
  private readonly server: UserPoolResourceServer;

  constructor(scope: Construct, id: string, domainPrefix: string) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      featurePlan: FeaturePlan.ESSENTIALS,
      passwordPolicy: {
        minLength: 16,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
    });
    Validations.of(this.pool).acknowledge(
      { id: 'AwsSolutions-COG2', reason: 'Machine clients only: no person signs in.' },
      { id: 'AwsSolutions-COG3', reason: 'Machine clients only: there is no sign-in to guard.' },
      { id: 'AwsSolutions-COG8', reason: 'Threat protection watches sign-ins of persons; there are none.' },
    );
    this.server = this.pool.addResourceServer('Server', { identifier: 'mahnwerk', scopes: [CREDITOR, OPERATOR] });
    this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix } });
    this.operators = this.pool.addClient('Operators', {
      generateSecret: true,
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
    const log = new LogGroup(this, 'Log', { retention: RetentionDays.ONE_YEAR });
    const stage = this.api.defaultStage?.node.defaultChild;
    if (stage instanceof CfnStage)
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
    this.url = this.api.apiEndpoint;
    // The pool holds machine clients only and each creditor gets its own later: issuer and scope decide here, whose client it is in the handler (decision 0010).
    Aspects.of(this.api).add({
      visit: (node) => {
        if (node instanceof CfnAuthorizer) node.addPropertyDeletionOverride('JwtConfiguration.Audience');
      },
    });
  }

  route(method: HttpMethod, path: string, who: 'creditor' | 'operator' | 'both', handler: Handler): void {
    const scopes = {
      creditor: ['mahnwerk/creditor'],
      operator: ['mahnwerk/operator'],
      both: ['mahnwerk/creditor', 'mahnwerk/operator'],
    }[who];
    this.api.addRoutes({
      path,
      methods: [method],
      authorizationScopes: scopes,
      integration: new HttpLambdaIntegration(`${handler.node.id}Integration`, handler),
    });
  }
  clientsMadeBy(handler: Handler): void {
    handler.set('USER_POOL_ID', this.pool.userPoolId).may(['cognito-idp:CreateUserPoolClient'], this.pool.userPoolArn);
  }
}
