import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { StageClock } from '../../config/stages.ts';
import type { Handler } from './handler.ts';

/**
 * What day it is, said to every function. Real time needs nothing; the calendar of the demo is a table with one item,
 * which only whoever plays the demo may turn.
 */
export class Calendar extends Construct {
  readonly table: Table | null;
  constructor(scope: Construct, id: string, clock: StageClock, readers: readonly Handler[]) {
    super(scope, id);
    this.table = clock.kind === 'turned' ? this.leaf() : null;
    const setting = JSON.stringify(this.table ? { ...clock, table: this.table.tableName } : clock);
    for (const reader of readers) {
      reader.set('CLOCK', setting);
      if (this.table) reader.may(['dynamodb:GetItem'], this.table.tableArn);
    }
  }

  private leaf(): Table {
    return new Table(this, 'Leaf', {
      partitionKey: { name: 'PK', type: AttributeType.STRING },
      sortKey: { name: 'SK', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
