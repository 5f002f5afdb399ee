import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Handler } from './handler.ts';

/** The bucket: hand-overs, bank statements, letters, payouts, each under its prefix. */
export class Filing extends Construct {
  readonly bucket: Bucket;
  constructor(scope: Construct, id: string, of: { keepData: boolean }) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      versioned: true,
      removalPolicy: of.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      lifecycleRules: [
        { id: 'parts of uploads that were never finished', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
    // On the L1: CDK's own switch brings a custom resource that the local cloud cannot run (design, section 7).
    (this.bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Access is recorded by CloudTrail data events (docs/operations.md); a second log bucket would hold the same lines.',
    });
  }
  readableBy(prefix: string, ...handlers: Handler[]): void {
    this.open(prefix, 's3:GetObject', handlers);
  }
  writableBy(prefix: string, ...handlers: Handler[]): void {
    this.open(prefix, 's3:PutObject', handlers);
  }
  /** May ask whether an object is there, and read it. */
  searchableBy(folder: string, ...handlers: Handler[]): void {
    this.readableBy(`${folder}/*`, ...handlers);
    for (const h of handlers)
      h.addToRolePolicy(
        new PolicyStatement({
          actions: ['s3:ListBucket'],
          resources: [this.bucket.bucketArn],
          conditions: { StringLike: { 's3:prefix': `${folder}/*` } },
        }),
      );
  }
  private open(prefix: string, action: string, handlers: readonly Handler[]): void {
    const logicalId = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket);
    for (const h of handlers) {
      h.set('BUCKET_NAME', this.bucket.bucketName).may([action], this.bucket.arnForObjects(prefix));
      h.excuse(
        `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${prefix}]`,
        'Objects under this prefix have names that are only known when they come; one action, one prefix.',
      );
    }
  }
  /** Calls a function for each object whose key matches one of the patterns; what fails thrice waits in the dead-letter queue. */
  announces(patterns: readonly string[], handler: Handler, deadLetterQueue: Queue): void {
    new Rule(this, `${handler.node.id}Rule`, {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [this.bucket.bucketName] },
          object: { key: patterns.map((wildcard) => ({ wildcard })) },
        },
      },
      targets: [new LambdaFunction(handler, { deadLetterQueue, retryAttempts: 3 })],
    });
  }
}
