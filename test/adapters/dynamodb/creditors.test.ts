import { dynamoCreditors } from '../../../adapters/dynamodb/creditors.ts';
import { aTable } from '../../support/a-table.ts';
import { creditorsContract, mandatesListedContract } from '../../support/creditor-contracts.ts';

const open = aTable();
creditorsContract(() => dynamoCreditors(open()));
mandatesListedContract(() => dynamoCreditors(open()));
