import { ArnFormat, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Handler } from './handler.ts';

/** Who may seal cursors of lists. */
export class Cursors extends Construct {
  private readonly secretName: string;
  constructor(scope: Construct, id: string, { cursorSecret }: Readonly<{ cursorSecret: string }>) {
    super(scope, id);
    this.secretName = cursorSecret;
  }

  /** Seals cursors, and knows them again: finds the key under its name. */
  sealedBy(handler: Handler): void {
    // By name and the six characters that AWS adds to it: the local cloud gives no full ARN back.
    const resourceName = `${this.secretName}-??????`;
    const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
    handler
      .set('CURSOR_KEY', this.secretName)
      .may(
        ['secretsmanager:GetSecretValue'],
        Stack.of(this).formatArn({ service: 'secretsmanager', resource: 'secret', resourceName, arnFormat }),
      );
  }
}
