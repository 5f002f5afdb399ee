import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoAkten } from '../../adapters/dynamodb/akten.ts';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { dynamoDebtors } from '../../adapters/dynamodb/debtors.ts';
import { dynamoSuggestions } from '../../adapters/dynamodb/suggestions.ts';
import { awsConfig } from '../../local/client.ts';
import { aCloud } from '../support/cloud.ts';
import { debtorsContract, suggestionsContract } from '../support/similar-contracts.ts';

const { cloud } = aCloud();
const open = () => openTable('Table', awsConfig(cloud()));

beforeAll(async () => {
  const s = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const });
  const keys = (pk: string, sk: string) => [
    { AttributeName: pk, KeyType: 'HASH' as const },
    { AttributeName: sk, KeyType: 'RANGE' as const },
  ];
  await new DynamoDBClient(awsConfig(cloud())).send(
    new CreateTableCommand({
      TableName: 'Table',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [s('PK'), s('SK'), s('GSI1PK'), s('GSI1SK')],
      KeySchema: keys('PK', 'SK'),
      GlobalSecondaryIndexes: [
        { IndexName: 'GSI1', KeySchema: keys('GSI1PK', 'GSI1SK'), Projection: { ProjectionType: 'ALL' } },
      ],
    }),
  );
});

describe('suggestions on DynamoDB', () => {
  suggestionsContract(() => dynamoSuggestions(open()));
});
describe('debtors on DynamoDB', () => {
  debtorsContract(() => ({ akten: dynamoAkten(open(), () => new Date(0)), debtors: dynamoDebtors(open()) }));
});
