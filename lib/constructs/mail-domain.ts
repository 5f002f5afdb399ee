import { ConfigurationSet, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Stage } from '../../config/stages.ts';
import { removalOf } from './kept.ts';

/**
 * The domain of every mail we send. DNS says that it is ours: made anew, it would have other records, and no mail would
 * go out until somebody had published them.
 */
export class MailDomain extends Construct {
  /** By which SES knows where to say what became of a mail. */
  readonly configurationSet: ConfigurationSet;
  constructor(scope: Construct, id: string, stage: Pick<Stage, 'mailDomain' | 'keepData'>) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, 'MailSet', { reputationMetrics: true });
    const identity = new EmailIdentity(this, 'MailIdentity', {
      identity: Identity.domain(stage.mailDomain),
      configurationSet: this.configurationSet,
    });
    for (const kept of [this.configurationSet, identity]) kept.applyRemovalPolicy(removalOf(stage));
  }
}
