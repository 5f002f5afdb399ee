import { termsIn } from '../../../domain/akte/terms.ts';
import { day } from '../../../domain/calendar.ts';
import { cents, minus, plus, type Cents } from '../../../domain/money.ts';
import { TERMS, aClaim } from '../../support/akte.ts';
import { M2, F1, F2, business, ask, REMINDED, DUNNED, akte, paid, at, feeOf } from './cases.ts';
import { type Akte } from '../../../domain/akte/akte.ts';
import { PlanId } from '../../../domain/ids.ts';

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
      id: PlanId.parse('R1'),
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

describe('the simple case ends with its payment', () => {
  const one = aClaim(1, { dueByContract: true });
  const two = aClaim(2, { dueByContract: true, principal: cents(700_00) });
  const rates = (of: Akte): (number | undefined)[] => at(of, '2026-12-01').matters.map((m) => m.fee?.parts[0]?.rate);
  const open = (of: Akte, on: string): Cents => at(of, on).total;
  test('all claims of the matter must be paid, in time', () => {
    const of = akte([DUNNED], [], [one, two]);
    expect(rates({ ...of, payments: [paid('p', open(of, '2026-03-20'), '2026-03-20')] })).toEqual([50]);
    expect(rates({ ...of, payments: [paid('p', 120_00, '2026-03-20', F1)] })).toEqual([90]);
    expect(rates({ ...of, payments: [paid('p', 820_00, '2026-03-20')] })).toEqual([90]);
    expect(rates({ ...of, payments: [paid('p', minus(open(of, '2026-03-20'), cents(5_00)), '2026-03-20')] })).toEqual([
      90,
    ]);
  });
  test('the principal alone is not all: while the fee, or the interest, is open the two weeks run out', () => {
    const small = aClaim(1, { principal: cents(10_00) });
    expect(rates(akte([REMINDED, DUNNED], [paid('p', 10_00, '2026-03-20')], [small]))).toEqual([90]);
    const fee = feeOf(akte([REMINDED, DUNNED]), '2026-03-20')!.openFee;
    const feePaid = akte([REMINDED, DUNNED], [paid('a', 120_00, '2026-03-20'), paid('b', fee, '2026-03-21')]);
    expect(at(feePaid, '2026-03-21')).toMatchObject({
      matters: [{ openFee: 0 }],
      claims: [{ principal: 0, interest: 37 }],
    });
    expect(rates({ ...feePaid, terms: { ...feePaid.terms, leastAmount: cents(0) } })).toEqual([90]);
  });
  test('a matter of its own is judged by itself', () => {
    const of = akte([DUNNED, ask('2026-03-12', 1, { matter: M2 })], [], [one, { ...two, matter: M2 }]);
    const first = plus(at(of, '2026-03-20').claims[0]!.open, feeOf(of, '2026-03-20')!.openFee);
    expect(rates({ ...of, payments: [paid('p', first, '2026-03-20', F1)] })).toEqual([50, 90]);
  });
});
