import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Stage } from '../../config/stages.ts';
import type { Handler } from './handler.ts';

/** Who may open and shut the ways into the API. */
export class Accesses extends Construct {
  private readonly userPoolId: string;
  constructor(scope: Construct, id: string, { userPoolId }: Readonly<{ userPoolId: string }>) {
    super(scope, id);
    this.userPoolId = userPoolId;
  }

  /** Knows whose tokens count; the keys lie open to everybody, so nothing is to be permitted. */
  knownTo(handler: Handler, { name, keys }: Pick<Stage, 'name' | 'keys'>): void {
    const setting = { keys, userPoolId: this.userPoolId, ...(keys === 'local' ? { stage: name } : {}) };
    handler.set('TOKENS', JSON.stringify(setting));
  }

  /** May make, find and take away the machine clients of the creditors. */
  managedBy(handler: Handler): void {
    const pool = Stack.of(this).formatArn({
      service: 'cognito-idp',
      resource: 'userpool',
      resourceName: this.userPoolId,
    });
    handler
      .set('USER_POOL_ID', this.userPoolId)
      .may(
        ['cognito-idp:CreateUserPoolClient', 'cognito-idp:ListUserPoolClients', 'cognito-idp:DeleteUserPoolClient'],
        pool,
      );
  }
}
