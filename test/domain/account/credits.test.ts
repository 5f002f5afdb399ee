import { asIfOwed, creditsOf, leftToCredit } from '../../../domain/account/credits.ts';
import type { Akte, Credit } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import type { ClaimId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { aClaim } from '../../support/akte.ts';
import { F1, F2, akte } from './cases.ts';

const ONE = aClaim(1, { ownCosts: cents(5_00) });
const TWO = aClaim(2);
const note = (id: string, claim: ClaimId, amount: number, on: string): Credit => ({
  id,
  claim,
  amount: cents(amount),
  on: day(on),
  by: 'operator:x',
  reason: 'Retoure',
});
const credited = (...credits: Credit[]): Akte => akte([], [], [ONE, TWO], { credits });
const TWICE = credited(note('a', F1, 20_00, '2026-03-10'), note('b', F1, 30_00, '2026-03-20'));

test('a credit note is known from its day on, for its own claim', () => {
  const known = (on: string) => creditsOf(TWICE, ONE, day(on)).map((c) => c.id);
  expect(['2026-03-09', '2026-03-10', '2026-03-20'].map(known)).toEqual([[], ['a'], ['a', 'b']]);
  expect(creditsOf(TWICE, TWO, day('2026-03-20'))).toEqual([]);
});
test('what is left to credit knows of all notes, whenever they were', () => {
  expect([leftToCredit(TWICE, ONE), leftToCredit(TWICE, TWO)]).toEqual([70_00, 120_00]);
});

describe('as if less had been owed from the start (reading 16)', () => {
  const owed = (of: Akte, on: string) =>
    asIfOwed(of, [ONE, TWO], day(on)).map(({ principal, ownCosts }) => [principal, ownCosts]);
  test('a claim is as much less as its notes of a day make it, its costs stay', () => {
    expect(owed(TWICE, '2026-03-19')).toEqual([
      [100_00, 5_00],
      [120_00, 0],
    ]);
    expect(owed(TWICE, '2026-03-20')[0]).toEqual([70_00, 5_00]);
  });
  test('one that is credited in full never bore the costs of reminding of it', () => {
    expect(owed(credited(note('a', F1, 120_00, '2026-03-10')), '2026-03-10')[0]).toEqual([0, 0]);
  });
  test('without a note the claims are what they were', () => {
    const claims = [ONE, TWO];
    expect(asIfOwed(credited(), claims, day('2026-03-20'))).toBe(claims);
  });
});
test('the note for one claim leaves the other', () => {
  const of = credited(note('a', F2, 120_00, '2026-03-10'));
  expect(asIfOwed(of, [ONE, TWO], day('2026-03-10')).map((c) => c.principal)).toEqual([120_00, 0]);
});
