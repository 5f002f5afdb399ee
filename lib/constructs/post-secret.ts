import { Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Stage } from '../../config/stages.ts';
import { removalOf } from './kept.ts';

/** The access to the print house; what it says is put in by hand. */
export class PostSecret extends Construct {
  /** By which the functions find it: the local cloud gives no full ARN back. */
  readonly secretName: string;
  constructor(scope: Construct, id: string, stage: Pick<Stage, 'name' | 'keepData'>) {
    super(scope, id);
    this.secretName = `mahnwerk/${stage.name}/post`;
    const secret = new Secret(this, 'Secret', {
      secretName: this.secretName,
      description: 'Print house: {"baseUrl","username","apikey","mode"}, put in by hand (docs/operations.md)',
      removalPolicy: removalOf(stage),
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The print house issues the key; it cannot be rotated by a function.',
    });
  }
}
