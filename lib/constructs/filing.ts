import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Called } from './failures.ts';
import type { Handler } from './handler.ts';

/** Who may do what with the bucket, and whom it calls. */
export class Filing extends Construct {
  private readonly bucket: IBucket;
  private readonly exportName: string;
  /** `bucketExport`: under which name the bucket's own is taken from another stack; cdk-nag calls it so. */
  constructor(scope: Construct, id: string, of: Readonly<{ bucketName: string; bucketExport: string }>) {
    super(scope, id);
    this.bucket = Bucket.fromBucketName(this, 'Bucket', of.bucketName);
    this.exportName = of.bucketExport;
  }
  readableBy(prefix: string, handler: Handler): void {
    this.open(prefix, 's3:GetObject', handler);
  }
  writableBy(prefix: string, handler: Handler): void {
    this.open(prefix, 's3:PutObject', handler);
  }
  /** May ask whether an object is there, and read it. */
  searchableBy(folder: string, handler: Handler): void {
    this.readableBy(`${folder}/*`, handler);
    handler.addToRolePolicy(
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [this.bucket.bucketArn],
        conditions: { StringLike: { 's3:prefix': `${folder}/*` } },
      }),
    );
  }
  private open(prefix: string, action: string, handler: Handler): void {
    handler
      .set('BUCKET_NAME', this.bucket.bucketName)
      .may([action], this.bucket.arnForObjects(prefix))
      .excuse(
        `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::${this.exportName}/${prefix}]`,
        'Objects under this prefix have names that are only known when they come; one action, one prefix.',
      );
  }
  /**
   * Calls a function for each object whose key matches one of the patterns; what could not be handed over waits where
   * its failures do.
   */
  announces(patterns: readonly string[], { handler, lost }: Called): void {
    new Rule(this, `${handler.node.id}Rule`, {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [this.bucket.bucketName] },
          object: { key: patterns.map((wildcard) => ({ wildcard })) },
        },
      },
      targets: [new LambdaFunction(handler, { deadLetterQueue: lost, retryAttempts: 3 })],
    });
  }
}
