import * as z from 'zod';
import { dynamoClarifications, dynamoTimers } from '../../../adapters/dynamodb/timers.ts';
import { timerKey } from '../../../adapters/dynamodb/table.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { aTable } from '../../support/a-table.ts';
import { AKTE } from '../../support/akte.ts';
import { clarificationsContract, timersContract } from '../../support/timer-contracts.ts';

const open = aTable();
const now = () => new Date('2026-03-02T08:00:00Z');

describe('the list of timers', () => {
  timersContract(() => dynamoTimers(open(), now));
});
describe('the list of cases', () => {
  clarificationsContract(() => dynamoClarifications(open(), now));
});

test('what is through goes by itself after a week: no function may delete', async () => {
  const of = { akte: AKTE, claim: ClaimId.parse('F9'), generation: 1 };
  const timers = dynamoTimers(open(), now);
  await timers.note(of);
  await timers.drop(of);
  expect(await open().get(timerKey(of), z.looseObject({}))).toMatchObject({
    ended: true,
    expires: Date.parse('2026-03-09T08:00:00Z') / 1000,
  });
});
