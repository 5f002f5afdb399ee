import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Called } from './failures.ts';
import type { Handler } from './handler.ts';

/** The bucket: hand-overs, bank statements, letters, payouts, each under its prefix. */
export class Filing extends Construct {
  readonly bucket: Bucket;
  constructor(scope: Construct, id: string, of: { keepData: boolean }) {
    super(scope, id);
    const accessLogs = this.accessLogs(of.keepData);
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
    // On the L1: CDK's own switch brings a custom resource that the local cloud cannot run.
    const bucket = this.bucket.node.defaultChild as CfnBucket;
    bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    bucket.loggingConfiguration = { destinationBucketName: accessLogs.bucketName, logFilePrefix: 'filing/' };
  }
  /**
   * Who read or wrote which object, as S3 itself writes it down: within hours, and AWS promises no completeness. Kept
   * for three years, as long as somebody may ask who saw a debtor's letter.
   */
  private accessLogs(keepData: boolean): Bucket {
    const logs = new Bucket(this, 'AccessLogs', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      lifecycleRules: [{ id: 'three years', expiration: Duration.days(3 * 365) }],
    });
    // By policy: CDK's own way still uses access control lists unless a flag says otherwise.
    logs.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [logs.arnForObjects('filing/*')],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    return logs;
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
    const logicalId = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket);
    handler
      .set('BUCKET_NAME', this.bucket.bucketName)
      .may([action], this.bucket.arnForObjects(prefix))
      .excuse(
        `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${prefix}]`,
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
