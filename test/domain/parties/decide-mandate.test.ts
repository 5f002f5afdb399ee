import { byOperator } from '../../../domain/actor.ts';
import { day } from '../../../domain/calendar.ts';
import { decideMandate } from '../../../domain/parties/decide-mandate.ts';
import { firstVersion } from '../../../simulator/agency/stores.ts';
import { musterversand } from '../../support/akte.ts';

const saying = { on: day('2026-04-07'), at: '2026-04-07T09:00:00.000Z', by: byOperator('Frau Sommer') };
const changed = { ...musterversand, paymentTermDays: 30 };
const third = { ...firstVersion(musterversand), version: 3 };

test('given no mandate, when one is saved, then it is the first version, with who saved it and when', () => {
  expect(decideMandate({ ...saying, creditor: musterversand, seen: null }, null)).toEqual({
    ...saying,
    creditor: musterversand,
    version: 1,
  });
});
test('given a mandate, when the version that was read is changed, then the next one follows', () => {
  expect(decideMandate({ ...saying, creditor: changed, seen: 3 }, third)).toEqual({
    ...saying,
    creditor: changed,
    version: 4,
  });
});
test.each([[null], [1], [2], [3], [9]])(
  'given a mandate, when it is said again, seen as %s, nothing follows',
  (seen) => {
    expect(decideMandate({ ...saying, creditor: { ...musterversand }, seen }, third)).toBeNull();
  },
);
test.each([
  [null, /^Den Gläubiger MUS gibt es schon\. Es steht in Version 3, gespeichert von Frau Winter am 02\.03\.2026; wer/],
  [2, /^Das Mandat von MUS ist ein anderes .*\(Version 2\)\. Es steht in Version 3, gespeichert von Frau Winter am /],
  [4, /\(Version 4\).* Gespeichert ist nichts\. .*\(Befehl: mahnwerk glaeubiger zeigen MUS\)\.$/],
])('given a mandate, when another than the version that stands is changed (%s), then that is said', (seen, message) => {
  const deciding = () => decideMandate({ ...saying, creditor: changed, seen }, third);
  expect(deciding).toThrow(expect.objectContaining({ name: 'Conflict', message: expect.stringMatching(message) }));
});
test('given no mandate, when one is changed, then there is none', () => {
  const deciding = () => decideMandate({ ...saying, creditor: changed, seen: 1 }, null);
  expect(deciding).toThrow(expect.objectContaining({ name: 'NotFound' }));
});
