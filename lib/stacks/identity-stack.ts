import { Aws, Fn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Stage } from '../../config/stages.ts';
import { Callers } from '../constructs/callers.ts';
import { KeptStack } from './stage-stack.ts';

/** Who may call: the user pool with every creditor's client. A secret that is gone can be restored from nowhere. */
export class IdentityStack extends KeptStack<'Identity'> {
  /** The pool, as the other stacks know it. */
  readonly userPoolId: string;
  constructor(scope: Construct, stage: Stage) {
    super(scope, { stage, name: 'Identity', description: 'wer die API rufen darf' });
    const callers = new Callers(this, 'Callers', {
      domainPrefix: Fn.join('-', ['mahnwerk', stage.name, Aws.ACCOUNT_ID]),
      keepData: stage.keepData,
    });
    this.says({
      UserPoolId: callers.pool.userPoolId,
      OperatorClientId: callers.operators.userPoolClientId,
    });
    this.userPoolId = this.given('UserPoolId');
  }
}
