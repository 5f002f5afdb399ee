import { termsIn } from '../../../domain/akte/terms.ts';
import { accountOf, isSettled, type Account } from '../../../domain/account/account.ts';
import type { Akte, Payment } from '../../../domain/akte/akte.ts';
import { day, type Day } from '../../../domain/calendar.ts';
import { ClaimId, MatterId } from '../../../domain/ids.ts';
import { cents, plus } from '../../../domain/money.ts';
import { TERMS, aClaim } from '../../support/akte.ts';
import { M1, M2, F1, F2, business, ask, REMINDED, DUNNED, akte, paid, at } from './cases.ts';

test('the lump sum of § 288(5) BGB is owed where default begins with something open, not where all was paid the day before', () => {
  const lump = (on: string) =>
    at(
      akte([], [paid('p', 120_00, on, F1)], [aClaim(1, { dueOn: day('2026-02-04'), dueByContract: true })], {
        debtor: business,
      }),
      '2026-03-20',
    ).claims[0]?.lumpSum;
  expect(['2026-02-04', '2026-02-05'].map(lump)).toEqual([0, 40_00]);
});

describe('two matters', () => {
  const of = akte(
    [DUNNED, ask('2026-03-12', 1, { matter: M2 })],
    [],
    [aClaim(1, { dueByContract: true }), aClaim(2, { matter: M2, dueByContract: true, principal: cents(700_00) })],
  );
  test('a payment for a claim pays the fee of its own matter', () => {
    const account = at({ ...of, payments: [paid('p', 60_00, '2026-03-20', F2)] }, '2026-03-20');
    expect(account.payments[0]?.outer.toFees).toBe(55_80);
    expect(account.matters.map((m) => m.openFee)).toEqual([30_90, 0]);
  });
  test('a plan costs the matter it was agreed for', () => {
    const plan = {
      id: 'R1',
      matter: M2,
      on: day('2026-03-20'),
      first: day('2026-04-20'),
      rate: cents(50_00),
      fee: cents(36_05),
      toleranceDays: 0,
      toleranceCents: cents(0),
    };
    expect(at({ ...of, plans: [{ plan, ended: null }] }, '2026-03-20').matters.map((m) => m.agreed)).toEqual([
      0, 36_05,
    ]);
  });
});

test('a mandate that waives costs with the last principal does not do so with the first', () => {
  const of = akte([REMINDED, DUNNED], [paid('a', 120_00, '2026-03-20', F1)], [aClaim(1), aClaim(2)], {
    terms: termsIn({ ...TERMS, waivesCosts: true }),
  });
  expect(at(of, '2026-03-25').waived).toBeNull();
  expect(at(of, '2026-03-25').total).toBeGreaterThan(120_00);
  expect(at({ ...of, payments: [...of.payments, paid('b', 120_00, '2026-03-25', F2)] }, '2026-03-25')).toMatchObject({
    total: 0,
    waived: { on: '2026-03-25' },
  });
});

test('a payment on costs alone leaves the interest one line', () => {
  expect(
    at(akte([REMINDED, DUNNED], [paid('p', 10_00, '2026-03-20')]), '2026-04-20').claims[0]?.accrued.periods,
  ).toHaveLength(1);
});

describe('where a payment goes', () => {
  test("the creditor's own costs before our fee; the fee before the shares of equal claims", () => {
    expect(
      at(
        akte([REMINDED, DUNNED], [paid('p', 10_00, '2026-03-20')], [aClaim(1, { ownCosts: cents(5_00) })]),
        '2026-03-20',
      ).payments[0]?.outer,
    ).toEqual({ toOwnCosts: 5_00, toFees: 5_00, toInterest: 0, toPrincipal: 0, overpaid: 0 });
    expect(
      at(
        akte([REMINDED, DUNNED], [paid('p', 10_00, '2026-03-20')], [aClaim(1, { ownCosts: cents(5_00) }), aClaim(2)]),
        '2026-03-20',
      ).payments[0]?.outer,
    ).toEqual({ toOwnCosts: 0, toFees: 10_00, toInterest: 0, toPrincipal: 0, overpaid: 0 });
  });
  test('a claim that is paid is no debt to choose from', () => {
    expect(
      at(
        akte([], [paid('a', 120_00, '2026-03-10', F1), paid('b', 10_00, '2026-03-20')], [aClaim(1), aClaim(2)]),
        '2026-03-20',
      ).payments[1]?.ground,
    ).toBe('Verrechnet in der gesetzlichen Reihenfolge.');
  });
  test('money for a claim that is not there yet is held, in both views', () => {
    const of = akte(
      [],
      [paid('p', 128_00, '2026-02-02')],
      [
        aClaim(1, { ownCosts: cents(5_00) }),
        aClaim(2, { invoiceDate: day('2026-02-20'), dueOn: day('2026-03-06'), principal: cents(50_00) }),
      ],
    );
    expect(at(of, '2026-03-20').payments[0]).toMatchObject({
      outer: { toOwnCosts: 5_00, toPrincipal: 120_00, overpaid: 3_00 },
      inner: { toOwnCosts: 5_00, toPrincipal: 120_00, overpaid: 3_00 },
    });
  });
});

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
    refunds: [{ id: 'r', amount: cents(1_00), on: day('2026-03-21'), by: 'operator:x' }],
  });
  expect(accountOf(of, on)).toMatchObject({ payments: [], refunded: 0, refundedTooMuch: 0 });
  expect(accountOf({ ...of, payments: [paid('p', 50_00, '2026-03-20')] }, on).payments).toHaveLength(1);
});
