import { Table, type ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { Handler } from './handler.ts';

/** Who may do what with the one table. Permission and setting are given together; nobody may scan. */
export class Store extends Construct {
  private readonly table: ITable;
  constructor(scope: Construct, id: string, { tableName }: Readonly<{ tableName: string }>) {
    super(scope, id);
    this.table = Table.fromTableName(this, 'Table', tableName);
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
