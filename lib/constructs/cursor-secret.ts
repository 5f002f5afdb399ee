import { Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Stage } from '../../config/stages.ts';
import { removalOf } from './kept.ts';

/** The key that cursors of lists are sealed with: random, made with the stack, known to nobody (decision 120). */
export class CursorSecret extends Construct {
  /** By which the functions find it: the local cloud gives no full ARN back. */
  readonly secretName: string;
  constructor(scope: Construct, id: string, stage: Pick<Stage, 'name' | 'keepData'>) {
    super(scope, id);
    this.secretName = `mahnwerk/${stage.name}/cursors`;
    const secret = new Secret(this, 'Secret', {
      secretName: this.secretName,
      description: 'Key that cursors of lists are sealed with; another may be put in at any time (docs/operations.md)',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: removalOf(stage),
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Whoever had it could make up positions within lists that they may read anyway. Another is put in by hand where it may have become known.',
    });
  }
}
