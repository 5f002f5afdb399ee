import {
  aktePartition,
  bankLineKey,
  bankLinesPartition,
  callKey,
  clarificationKey,
  entryKey,
  invoiceKey,
  lotKey,
  lotsPartition,
  TIMER_SHARDS,
  timerKey,
  timersPartition,
} from '../../../adapters/dynamodb/table.ts';
import { BankLineId } from '../../../domain/account/bank.ts';
import { AkteId, ClaimId, HandOverId } from '../../../domain/ids.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';

const H1 = HandOverId.parse('h1');

const MUS = CreditorId.parse('MUS');
const akte = AkteId.parse('MUS-4F7K-2QXR');
const claim = ClaimId.parse('F1');

test('what belongs to a creditor can be told apart by the beginning of its key', () => {
  const keys = [entryKey(akte, 1), invoiceKey(MUS, '2026 17'), lotKey(MUS, H1, 1), callKey(MUS, '2026-04-07', akte)];
  for (const { PK } of keys) expect(PK).toMatch(/^C#MUS(#|$)/);
});
test('entries and lots are read in the order of their numbers', () => {
  const entries = [2, 10, 100_000].map((n) => entryKey(akte, n).SK);
  expect(entries.toSorted()).toEqual(entries);
  expect(entryKey(akte, 7)).toEqual({ PK: aktePartition(akte), SK: 'E#000007' });
  const lots = [2, 10, 999].map((n) => lotKey(MUS, H1, n).SK);
  expect(lots.toSorted()).toEqual(lots);
  expect(lotKey(MUS, H1, 3).PK).toBe(lotsPartition(MUS, H1));
});
test('a line of a statement lies beside those that say the same on other statements', () => {
  expect(bankLineKey(BankLineId.parse('abc.s1.2'))).toEqual({
    PK: bankLinesPartition(BankLineId.parse('abc.s9')),
    SK: 'L#s1.2',
  });
});
test('timers are spread over all shards, and each Akte has its own', () => {
  const keys = Array.from({ length: 500 }, (_, n) =>
    timerKey({ akte: AkteId.parse(`MUS-0000-${String(n).padStart(4, '0')}`), claim }),
  );
  expect(new Set(keys.map(({ PK }) => PK)).size).toBe(TIMER_SHARDS);
  expect(keys.every(({ PK }) => Array.from({ length: TIMER_SHARDS }, (_, n) => timersPartition(n)).includes(PK))).toBe(
    true,
  );
  expect(timerKey({ akte, claim })).toEqual({ ...timerKey({ akte, claim }), SK: 'MUS-4F7K-2QXR-F1' });
  expect(clarificationKey({ akte, claim })).toEqual({ PK: 'CLARIFY', SK: 'MUS-4F7K-2QXR-F1' });
});
