import { demandsIn } from '../../../cli/statement/demands.ts';
import { claimsIn, ordersIn } from '../../../cli/statement/claims.ts';
import { readStatementFile } from '../../../cli/statement/file.ts';
import { file } from '../statement-file.ts';

const demand = (n: number, collectionFee: boolean) => ({ on: `2025-04-${String(n).padStart(2, '0')}`, collectionFee });
const keysOf = (...demands: ReturnType<typeof demand>[]) => {
  const read = readStatementFile(file({ demands }));
  const orders = ordersIn(read);
  return demandsIn(read, claimsIn(read, orders), orders).flatMap((f) => (f.kind === 'sent' ? [f.message] : []));
};

test('the first demand is the Zahlungserinnerung, and one that asks for collection costs opens a stage', () => {
  const keys = keysOf(demand(1, false), demand(2, true), demand(3, false), demand(4, true));
  expect(keys.map((key) => key.stage)).toEqual([0, 1, 2, 2]);
});
test('more demands than a run has stages are still messages of their own, where they ask for no costs again', () => {
  const costly = Array.from({ length: 6 }, (_, i) => demand(i + 1, true));
  const keys = keysOf(...costly, demand(7, false), demand(8, false));
  expect(keys.map((key) => key.stage)).toEqual([0, 1, 2, 3, 4, 5, 5, 5]);
  expect(new Set(keys.map((key) => `${key.stage}.${key.copy ?? 1}`)).size).toBe(8);
});
test('which of more demands for costs than a run has asked for something new is not guessed', () => {
  const costly = Array.from({ length: 7 }, (_, i) => demand(i + 1, true));
  expect(() => keysOf(...costly)).toThrow('Feld „demands[6].collectionFee“: Nach der ersten Aufforderung');
});
