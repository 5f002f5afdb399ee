import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { awsConfig } from '../../local/client.ts';
import { startCloud, type Cloud } from '../../local/cloud.ts';

/** A local cloud for the tests of one file, in a folder of its own that is gone afterwards. */
export const aCloud = (): { cloud: () => Cloud } => {
  let cloud: Cloud | undefined;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mahnwerk-'));
    cloud = await startCloud({ folder });
  });
  afterAll(async () => {
    await cloud?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    cloud: () => {
      if (!cloud) throw new Error('the cloud is not running');
      return cloud;
    },
  };
};

/** The table `Table`, with the keys and the index that the deployed one has. */
export const createTable = async (cloud: Cloud): Promise<void> => {
  const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const });
  const keys = (pk: string, sk: string) => [
    { AttributeName: pk, KeyType: 'HASH' as const },
    { AttributeName: sk, KeyType: 'RANGE' as const },
  ];
  await new DynamoDBClient(awsConfig(cloud)).send(
    new CreateTableCommand({
      TableName: 'Table',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['PK', 'SK', 'GSI1PK', 'GSI1SK'].map(text),
      KeySchema: keys('PK', 'SK'),
      GlobalSecondaryIndexes: [
        { IndexName: 'GSI1', KeySchema: keys('GSI1PK', 'GSI1SK'), Projection: { ProjectionType: 'ALL' } },
      ],
    }),
  );
};
