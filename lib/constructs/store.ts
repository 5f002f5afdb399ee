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
  readableBy(...handlers: Handler[]): void {
    for (const h of handlers)
      h.set('TABLE_NAME', this.table.tableName).may(
        ['dynamodb:GetItem', 'dynamodb:Query'],
        this.table.tableArn,
        `${this.table.tableArn}/index/GSI1`,
      );
  }
  /** Looks up many items by their keys: the invoices of a list. */
  looksUp(...handlers: Handler[]): void {
    for (const h of handlers) h.may(['dynamodb:BatchGetItem'], this.table.tableArn);
  }
  /** Notes what people are reached by, many at a time. */
  notesPeople(...handlers: Handler[]): void {
    for (const h of handlers) h.may(['dynamodb:BatchWriteItem'], this.table.tableArn);
  }
  /** Writes only as long as other Akten have not moved on: those of the same person. */
  watchesOthers(...handlers: Handler[]): void {
    for (const h of handlers) h.may(['dynamodb:ConditionCheckItem'], this.table.tableArn);
  }
  writableBy(...handlers: Handler[]): void {
    this.readableBy(...handlers);
    for (const h of handlers) h.may(['dynamodb:PutItem'], this.table.tableArn);
  }
}
