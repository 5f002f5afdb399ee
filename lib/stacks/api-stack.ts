import { CrossStackReferences, ReferenceStrength } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Stage } from '../../config/stages.ts';
import { ROUTES } from '../../contracts/api.ts';
import { Api } from '../constructs/api.ts';
import { ANSWERED_BY } from '../routes.ts';
import type { ApplicationStack } from './application-stack.ts';
import { StageStack } from './stage-stack.ts';

/** What is asked from outside: each route of the contract, and the permission to call the function that answers it. */
export class ApiStack extends StageStack<'Api'> {
  private readonly api: Api;
  constructor(scope: Construct, of: Readonly<{ stage: Stage; application: ApplicationStack }>) {
    const { stage, application } = of;
    super(scope, { stage, name: 'Api', description: 'HTTP-API' });
    this.addStackDependency(application);
    // A function that is no longer there must not be held by its route: both go in one deployment.
    CrossStackReferences.of(this).consume(ReferenceStrength.WEAK);
    this.api = new Api(this, 'Api', { authorizer: application.named('Authorize') });
    for (const { name, route } of ROUTES) this.api.route(route, application.named(ANSWERED_BY[name]));
    this.says({ ApiUrl: this.api.url });
  }

  /** Answers that say it is our fault. */
  faults(): IMetric {
    return this.api.faults();
  }
}
