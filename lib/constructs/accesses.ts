import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Pools } from '../../config/settings.ts';
import type { Stage } from '../../config/stages.ts';
import type { Handler } from './handler.ts';

/** Who may open and shut the ways into the API. */
export class Accesses extends Construct {
  private readonly pools: Pools;
  constructor(scope: Construct, id: string, { pools }: Readonly<{ pools: Pools }>) {
    super(scope, id);
    this.pools = pools;
  }

  /** Knows whose tokens count; the keys lie open to everybody, so nothing is to be permitted. */
  knownTo(handler: Handler, { name, keys }: Pick<Stage, 'name' | 'keys'>): void {
    const setting = { keys, pools: this.pools, ...(keys === 'local' ? { stage: name } : {}) };
    handler.set('TOKENS', JSON.stringify(setting));
  }

  /** May invite persons of creditors, find one by name, and let one sign in no more. */
  invitesPersons(handler: Handler): void {
    handler
      .set('PERSON_POOL_ID', this.pools.creditors)
      .may(
        ['cognito-idp:AdminCreateUser', 'cognito-idp:AdminGetUser', 'cognito-idp:AdminDisableUser'],
        this.arnOf(this.pools.creditors),
      );
  }

  /** May let our own people sign in no more, and again. */
  shutsOutOurs(handler: Handler): void {
    handler
      .set('TEAM_POOL_ID', this.pools.team)
      .may(
        ['cognito-idp:AdminGetUser', 'cognito-idp:AdminDisableUser', 'cognito-idp:AdminEnableUser'],
        this.arnOf(this.pools.team),
      );
  }

  /** May make, find and take away the machine clients of the creditors. */
  managedBy(handler: Handler): void {
    handler
      .set('USER_POOL_ID', this.pools.machines)
      .may(
        ['cognito-idp:CreateUserPoolClient', 'cognito-idp:ListUserPoolClients', 'cognito-idp:DeleteUserPoolClient'],
        this.arnOf(this.pools.machines),
      );
  }

  private arnOf(userPoolId: string): string {
    return Stack.of(this).formatArn({ service: 'cognito-idp', resource: 'userpool', resourceName: userPoolId });
  }
}
