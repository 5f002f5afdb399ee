import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Handler } from './handler.ts';

/** Who may open and shut the ways into the API. */
export class Accesses extends Construct {
  private readonly userPoolId: string;
  constructor(scope: Construct, id: string, { userPoolId }: Readonly<{ userPoolId: string }>) {
    super(scope, id);
    this.userPoolId = userPoolId;
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
