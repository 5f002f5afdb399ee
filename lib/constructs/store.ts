import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { Handler } from './handler.ts';

/** The one table. Permission and setting are given together, so neither can be forgotten; nobody may scan. */
export class Store extends Construct {
  readonly table: Table;
  constructor(scope: Construct, id: string, of: { keepData: boolean }) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'PK', type: AttributeType.STRING },
      sortKey: { name: 'SK', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: of.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      deletionProtection: of.keepData,
      // Only lines of the sweep's lists that are through carry it; an act of an Akte never does.
      timeToLiveAttribute: 'expires',
    });
    this.table.addGlobalSecondaryIndex({
      indexName: 'GSI1',
      partitionKey: { name: 'GSI1PK', type: AttributeType.STRING },
      sortKey: { name: 'GSI1SK', type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });
  }
  readableBy(handler: Handler): void {
    const { tableName, tableArn } = this.table;
    handler
      .set('TABLE_NAME', tableName)
      .may(['dynamodb:GetItem', 'dynamodb:Query'], tableArn, `${tableArn}/index/GSI1`);
  }
  /** Many items by their keys: the invoices of a list. */
  searchableBy(handler: Handler): void {
    handler.may(['dynamodb:BatchGetItem'], this.table.tableArn);
  }
  writableBy(handler: Handler): void {
    this.readableBy(handler);
    handler.may(['dynamodb:PutItem'], this.table.tableArn);
  }
  /** Notes many items at a time: what people are reached by. */
  notableBy(handler: Handler): void {
    handler.may(['dynamodb:BatchWriteItem'], this.table.tableArn);
  }
  /** Writes only as long as other Akten have not moved on: those of the same person. */
  comparableBy(handler: Handler): void {
    handler.may(['dynamodb:ConditionCheckItem'], this.table.tableArn);
  }
}
