import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { removalOf } from './kept.ts';

/** The bucket: hand-overs, bank statements, letters, payouts, each under its prefix. It announces what comes. */
export class FilingBucket extends Construct {
  readonly bucket: Bucket;
  constructor(scope: Construct, id: string, of: Readonly<{ keepData: boolean }>) {
    super(scope, id);
    const accessLogs = this.accessLogs(of);
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      versioned: true,
      removalPolicy: removalOf(of),
      lifecycleRules: [
        { id: 'parts of uploads that were never finished', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
    // On the L1 (a cast: the one below a bucket is one): CDK's own switch brings a custom resource that the local cloud
    // cannot run.
    const bucket = this.bucket.node.defaultChild as CfnBucket;
    bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    bucket.loggingConfiguration = { destinationBucketName: accessLogs.bucketName, logFilePrefix: 'filing/' };
  }
  /**
   * Who read or wrote which object, as S3 itself writes it down: within hours, and AWS promises no completeness. Kept
   * for three years, as long as somebody may ask who saw a debtor's letter.
   */
  private accessLogs(of: Readonly<{ keepData: boolean }>): Bucket {
    const logs = new Bucket(this, 'AccessLogs', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      removalPolicy: removalOf(of),
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
}
