import * as z from 'zod';
import { dynamoAkten } from '../../../adapters/dynamodb/akten.ts';
import { dynamoKeptRequests } from '../../../adapters/dynamodb/kept-requests.ts';
import { requestKey } from '../../../adapters/dynamodb/table.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { RUNNING } from '../../support/requests.ts';
import { aTable } from '../../support/a-table.ts';
import { keptRequestsContract } from '../../support/request-contracts.ts';

const open = aTable();
keptRequestsContract(() => ({
  akten: dynamoAkten(open(), () => new Date(0)),
  keptRequests: dynamoKeptRequests(open()),
}));

test('a creditor’s calls lie under its own name, those of our own people under none', () => {
  expect(requestKey({ creditor: CreditorId.parse('MUS'), hash: 'h' })).toEqual({ PK: 'C#MUS#KEY#h', SK: 'KEY' });
  expect(requestKey({ creditor: null, hash: 'h' })).toEqual({ PK: 'KEY#h', SK: 'KEY' });
});

test('DynamoDB takes a call away by itself, never before it has expired', async () => {
  const id = { creditor: null, hash: 'h' };
  const next = { ...RUNNING, expires: '2026-04-01T12:00:00.001Z' };
  await dynamoKeptRequests(open()).replace({ id, seen: null, next });
  const { expires } = (await open().get(requestKey(id), z.object({ expires: z.number() })))!;
  expect(expires).toBe(Date.parse('2026-04-01T12:00:01Z') / 1000);
});
