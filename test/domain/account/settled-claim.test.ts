import { accountOf, isDone, isSettled, isTrifle, type Account } from '../../../domain/account/account.ts';
import type { Akte, Payment } from '../../../domain/akte/akte.ts';
import { day, type Day } from '../../../domain/calendar.ts';
import { ClaimId, MatterId, RefundId } from '../../../domain/ids.ts';
import { cents, plus } from '../../../domain/money.ts';
import { aClaim } from '../../support/akte.ts';
import { M1, M2, F1, F2, ask, REMINDED, DUNNED, akte, paid, at } from './cases.ts';

describe('a claim is settled', () => {
  const settled = (of: Akte, on: string): boolean[] => [F1, F2].map((f) => isSettled(at(of, on), f));
  const one = aClaim(1, { dueByContract: true });
  const two = aClaim(2, { dueByContract: true });
  const pay = (of: Akte, on: string, ...who: number[]): Payment[] =>
    who.map((n) => paid(`p${n}`, at(of, on).claims[n - 1]!.principal, on, [F1, F2][n - 1]));
  const noInterest = [aClaim(1), aClaim(2)];
  test('when nothing of it is open and another claim of its matter carries the fee', () => {
    const of = akte([], [], noInterest);
    expect(settled({ ...of, payments: pay(of, '2026-03-20', 1) }, '2026-03-20')).toEqual([true, false]);
    const dunned = akte([DUNNED], [], [one, two]);
    const account = at(dunned, '2026-03-20');
    expect(
      settled(
        {
          ...dunned,
          payments: [paid('p', plus(account.claims[0]!.open, account.matters[0]!.openFee), '2026-03-20', F1)],
        },
        '2026-03-20',
      ),
    ).toEqual([true, false]);
  });
  test('not while the fee of its matter is open and nothing else of it is', () => {
    const of = akte([DUNNED], [paid('a', 120_00, '2026-03-12', F1), paid('b', 120_00, '2026-03-12', F2)], [one, two]);
    const account = at(of, '2026-03-12');
    expect(account.claims.map((c) => c.principal)).toEqual([0, 0]);
    expect(account.matters[0]!.openFee).toBeGreaterThan(0);
    const paidUp: Account = { ...account, claims: account.claims.map((c) => ({ ...c, open: cents(0) })) };
    expect([isSettled(paidUp, F1), isSettled(paidUp, F2)]).toEqual([false, false]);
    expect(
      isSettled({ ...paidUp, claims: paidUp.claims.map((c, i) => (i === 1 ? { ...c, open: cents(1) } : c)) }, F1),
    ).toBe(true);
  });
  test('the fee, and the open claims, of another matter do not matter', () => {
    const account = at(
      akte([DUNNED, ask('2026-03-12', 1, { matter: M2 })], [], [one, { ...two, matter: M2 }]),
      '2026-03-12',
    );
    const a = account.claims[0]!;
    const b = account.claims[1]!;
    const free = (m: MatterId): Account['matters'] =>
      account.matters.map((x) => (x.matter === m ? { ...x, openFee: cents(0) } : x));
    expect(isSettled({ ...account, claims: [{ ...a, open: cents(0) }, b], matters: free(M1) }, F1)).toBe(true);
    expect(isSettled({ ...account, claims: [{ ...a, open: cents(0) }, b], matters: free(M2) }, F1)).toBe(false);
    expect(isSettled({ ...account, claims: [a, { ...b, open: cents(0) }], matters: free(M2) }, F2)).toBe(true);
    expect(isSettled({ ...account, claims: [a, { ...b, open: cents(0) }], matters: free(M1) }, F2)).toBe(false);
  });
  test('one that is not there is not', () => {
    expect(isSettled(at(akte([]), '2026-03-20'), ClaimId.parse('F9'))).toBe(false);
  });
});

test('the account of a day does not know what comes later', () => {
  const on: Day = day('2026-03-20');
  const of = akte([REMINDED, DUNNED], [paid('p', 50_00, '2026-03-21')], [aClaim()], {
    refunds: [{ id: RefundId.parse('r'), amount: cents(1_00), on: day('2026-03-21'), by: 'operator:x' }],
  });
  expect(accountOf(of, on)).toMatchObject({ payments: [], refunded: 0, refundedTooMuch: 0 });
  expect(accountOf({ ...of, payments: [paid('p', 50_00, '2026-03-20')] }, on).payments).toHaveLength(1);
});

describe('what is open of a matter is a trifle', () => {
  const two = { ...aClaim(2), matter: M2 };
  const of = akte([DUNNED, ask('2026-03-12', 1, { matter: M2 })], [], [aClaim(1), aClaim(3), two]);
  const LEAST = 2_00;
  const careful: Akte = { ...of, terms: { ...of.terms, leastAmount: cents(LEAST) } };
  const account = at(of, '2026-03-12');
  /** Open in the first matter: of its two claims, and of its fee; the second has 900 € open. */
  const left = (first: number, third: number, fee: number): Account => ({
    ...account,
    claims: account.claims.map((c) => ({
      ...c,
      open: cents({ F1: first, F3: third }[String(c.claim.id)] ?? 900_00),
    })),
    matters: account.matters.map((m) => (m.matter === M1 ? { ...m, openFee: cents(fee) } : m)),
  });
  test.each([
    ['less than the least amount', left(1_99, 0, 0), true],
    ['the least amount itself', left(2_00, 0, 0), false],
    ['nothing at all', left(0, 0, 0), false],
    ['claims that are too little together', left(1_00, 99, 0), true],
    ['claims that are enough together', left(1_00, 1_00, 0), false],
    ['a fee alone', left(0, 0, 1), true],
    ['a fee that makes it enough', left(1_00, 0, 1_00), false],
  ] as const)('%s', (_, state, trifle) => {
    expect(isTrifle(careful, state, M1)).toBe(trifle);
  });
  test('another matter’s money does not count, and a matter of nothing is none', () => {
    expect(isTrifle(careful, left(1_99, 0, 0), M2)).toBe(false);
    expect(isTrifle(careful, left(1_99, 0, 0), MatterId.parse('M9'))).toBe(false);
    const second: Account = {
      ...account,
      claims: account.claims.map((c) => ({ ...c, open: cents(c.claim.id === F2 ? 1 : 0) })),
      matters: account.matters.map((m) => ({ ...m, openFee: cents(m.matter === M1 ? 5_00 : 0) })),
    };
    expect([M1, M2].map((m) => isTrifle(careful, second, m))).toEqual([false, true]);
  });
  test('then nothing more is done for its claims, and for another matter’s all the same', () => {
    expect([F1, F2].map((f) => isDone(careful, left(1_99, 0, 0), f))).toEqual([true, false]);
    expect(isDone(careful, left(1_99, 0, 0), ClaimId.parse('F9'))).toBe(false);
  });
});
