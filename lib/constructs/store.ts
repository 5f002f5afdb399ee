import { Lazy } from 'aws-cdk-lib';
import { Table, type ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { INDEX_PARTITIONS, PARTITIONS, type Family, type IndexFamily } from '../../config/partitions.ts';
import type { Handler } from './handler.ts';

/** Ways to ask the table. Nobody may scan, update or delete. */
const WAYS = {
  read: { actions: ['dynamodb:GetItem', 'dynamodb:Query'], index: false },
  readMany: { actions: ['dynamodb:BatchGetItem'], index: false },
  ask: { actions: ['dynamodb:Query'], index: true },
  put: { actions: ['dynamodb:PutItem'], index: false },
  putMany: { actions: ['dynamodb:BatchWriteItem'], index: false },
  compare: { actions: ['dynamodb:ConditionCheckItem'], index: false },
} as const;
type Way = keyof typeof WAYS;

/**
 * Who may do what with the one table: in which ways, and with which families of keys (decision 122). Permission and
 * setting are given together.
 */
export class Store extends Construct {
  private readonly table: ITable;
  private readonly keysTold: boolean;
  /**
   * Which keys each function may use in each way. A statement of IAM for each way and not for each family: all keys of
   * one request are held against one statement.
   */
  private readonly given = new Map<Handler, Map<Way, Set<string>>>();

  constructor(scope: Construct, id: string, of: Readonly<{ tableName: string; keysTold: boolean }>) {
    super(scope, id);
    this.table = Table.fromTableName(this, 'Table', of.tableName);
    this.keysTold = of.keysTold;
  }

  /** Items by their key, and all of a partition. */
  readableBy(handler: Handler, ...families: readonly Family[]): void {
    this.open(handler, 'read', patternsOf(families));
  }
  /** Many items by their keys. */
  searchableBy(handler: Handler, ...families: readonly Family[]): void {
    this.open(handler, 'readMany', patternsOf(families));
  }
  /** What the index lists. */
  listableBy(handler: Handler, ...families: readonly IndexFamily[]): void {
    const patterns = families.flatMap((name) => INDEX_PARTITIONS[name].patterns);
    this.open(handler, 'ask', patterns);
  }
  /** Puts an item, alone or with others. */
  writableBy(handler: Handler, ...families: readonly Family[]): void {
    this.open(handler, 'put', patternsOf(families));
  }
  /** Puts many items at a time. */
  notableBy(handler: Handler, ...families: readonly Family[]): void {
    this.open(handler, 'putMany', patternsOf(families));
  }
  /** Writes only as long as items of these families have not moved on. */
  comparableBy(handler: Handler, ...families: readonly Family[]): void {
    this.open(handler, 'compare', patternsOf(families));
  }

  private open(handler: Handler, way: Way, patterns: readonly string[]): void {
    const ways = this.given.get(handler) ?? new Map<Way, Set<string>>();
    this.given.set(handler, ways);
    const known = ways.get(way);
    const keys = known ?? new Set<string>();
    for (const pattern of patterns) keys.add(pattern);
    if (known) return;
    ways.set(way, keys);
    handler.set('TABLE_NAME', this.table.tableName).addToRolePolicy(this.statement(way, keys));
  }

  private statement(way: Way, keys: ReadonlySet<string>): PolicyStatement {
    const { tableArn } = this.table;
    const { actions, index } = WAYS[way];
    return new PolicyStatement({
      actions: [...actions],
      resources: [index ? `${tableArn}/index/GSI1` : tableArn],
      conditions: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': Lazy.list({ produce: () => [...keys].sort() }) },
        // All values of a key that is not there are anything: a request that names none would pass.
        ...(this.keysTold ? { Null: { 'dynamodb:LeadingKeys': 'false' } } : {}),
      },
    });
  }
}

const patternsOf = (families: readonly Family[]): readonly string[] =>
  families.flatMap((name) => PARTITIONS[name].patterns);
