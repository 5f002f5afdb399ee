import { Aws, Duration, Fn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Pools } from '../../config/settings.ts';
import type { Stage } from '../../config/stages.ts';
import { TEAM_GROUPS } from '../../contracts/may.ts';
import { Callers } from '../constructs/callers.ts';
import { Persons } from '../constructs/persons.ts';
import { KeptStack } from './stage-stack.ts';

/**
 * Who may call: a user pool for machines, one for our own people, one for persons of creditors. A secret that is gone
 * can be restored from nowhere.
 */
export class IdentityStack extends KeptStack<'Identity'> {
  /** As the other stacks know them. */
  readonly pools: Pools;
  constructor(scope: Construct, stage: Stage) {
    super(scope, { stage, name: 'Identity', description: 'wer die API rufen darf' });
    const machines = new Callers(this, 'Callers', { domainPrefix: this.prefixOf(), keepData: stage.keepData });
    const team = new Persons(this, 'Team', {
      stage,
      domainPrefix: this.prefixOf('team'),
      groups: TEAM_GROUPS,
      signedIn: Duration.hours(12),
    });
    const creditors = new Persons(this, 'Creditors', {
      stage,
      domainPrefix: this.prefixOf('creditors'),
      groups: [],
      signedIn: Duration.days(30),
    });
    this.says({
      UserPoolId: machines.pool.userPoolId,
      TeamPoolId: team.poolId,
      TeamClientId: team.clientId,
      TeamSignIn: team.signIn,
      CreditorPoolId: creditors.poolId,
      CreditorClientId: creditors.clientId,
      CreditorSignIn: creditors.signIn,
    });
    this.pools = {
      machines: this.given('UserPoolId'),
      team: this.given('TeamPoolId'),
      creditors: this.given('CreditorPoolId'),
    };
  }

  /** Domains of sign-in pages are shared by everybody on AWS: the account tells ours from others'. */
  private prefixOf(...of: readonly string[]): string {
    return Fn.join('-', ['mahnwerk', ...of, this.stage.name, Aws.ACCOUNT_ID]);
  }
}
