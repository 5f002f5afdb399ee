import { dynamoAkten } from '../../adapters/dynamodb/akten.ts';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { dynamoDebtors } from '../../adapters/dynamodb/debtors.ts';
import { dynamoSuggestions } from '../../adapters/dynamodb/suggestions.ts';
import { awsConfig } from '../../local/client.ts';
import { aCloud, createTable } from '../support/cloud.ts';
import { debtorsContract, suggestionsContract } from '../support/similar-contracts.ts';

const { cloud } = aCloud();
const open = () => openTable('Table', awsConfig(cloud()));

beforeAll(async () => {
  await createTable(cloud());
});

describe('suggestions on DynamoDB', () => {
  suggestionsContract(() => dynamoSuggestions(open()));
});
describe('debtors on DynamoDB', () => {
  debtorsContract(() => ({ akten: dynamoAkten(open(), () => new Date(0)), debtors: dynamoDebtors(open()) }));
});
