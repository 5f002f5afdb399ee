import { openTable, type Table } from '../../adapters/dynamodb/client.ts';
import { awsServer } from './table-server.ts';

const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };

/** An empty table for the tests of one file, in memory behind the real client. */
export const aTable = (): (() => Table) => {
  let server: Awaited<ReturnType<typeof awsServer>>;
  beforeAll(async () => {
    server = await awsServer({});
  });
  afterAll(() => {
    server.close();
  });
  return () => openTable('Table', { endpoint: server.address, region: 'eu-central-1', credentials: CREDENTIALS });
};
