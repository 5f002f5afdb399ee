import { dynamoAkten } from '../../../adapters/dynamodb/akten.ts';
import { dynamoDebtors } from '../../../adapters/dynamodb/debtors.ts';
import { aTable } from '../../support/a-table.ts';
import { debtorsContract } from '../../support/similar-contracts.ts';

const open = aTable();
debtorsContract(() => ({ akten: dynamoAkten(open(), () => new Date(0)), debtors: dynamoDebtors(open()) }));
