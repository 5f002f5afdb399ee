import { Month } from '../../../domain/calendar.ts';
import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { openTable } from '../../../adapters/dynamodb/client.ts';
import { dynamoPayouts } from '../../../adapters/dynamodb/stores.ts';
import { payoutLine, statement } from '../../support/notices.ts';

const client = mockClient(DynamoDBDocumentClient);
const payouts = () => dynamoPayouts(openTable('Table', { region: 'eu-central-1' }));
const { payout } = statement([payoutLine(1), payoutLine(2, { correction: 'Neu verteilt' })]);
const [first, second] = payout.lines;
const inTheTable = (kept: unknown): void => {
  const item = { PK: 'C#MUS', SK: 'PAYOUT#2026-03', payout: kept };
  client.on(GetCommand).resolves({ Item: item });
  client.on(QueryCommand).resolves({ Items: [item] });
};
beforeEach(() => client.reset());

test('a payout is read as it was decided', async () => {
  inTheTable(payout);
  expect(await payouts().find(payout.creditorId, payout.month)).toEqual(payout);
});

test.each([
  ['half a cent', { ...payout, totals: { ...payout.totals, payout: 0.5 } }, 'totals.payout'],
  ['an amount in words', { ...payout, lines: [first, { ...second, received: '161,23' }] }, 'lines.1.received'],
  ['a day that is none', { ...payout, statedOn: '2026-02-31' }, 'statedOn'],
  ['an account without an IBAN', { ...payout, account: { holder: 'Musterladen GmbH' } }, 'account.iban'],
  ['no lines', { ...payout, lines: undefined }, 'lines'],
])('a payout that was damaged is refused by the name of what is wrong: %s', async (_, damaged, where) => {
  inTheTable(damaged);
  const refusal = { name: 'ZodError', issues: [{ path: ['payout', ...where.split('.').map(placeOf)] }] };
  await expect(payouts().find(payout.creditorId, payout.month)).rejects.toMatchObject(refusal);
  await expect(payouts().latest(payout.creditorId, Month.parse('2026-04'))).rejects.toMatchObject(refusal);
});
/** Where in a list, or what. */
const placeOf = (step: string): string | number => (/^\d+$/.test(step) ? Number(step) : step);
