import { termsIn } from '../../../domain/akte/terms.ts';
import { day } from '../../../domain/calendar.ts';
import { cents, minus, plus, type Cents } from '../../../domain/money.ts';
import { TERMS, aClaim } from '../../support/akte.ts';
import { M1, M2, F1, F2, business, ask, REMINDED, DUNNED, akte, paid, at, feeOf } from './cases.ts';
import { accountWithout } from '../../../domain/account/account.ts';
import type { Akte, Payment } from '../../../domain/akte/akte.ts';
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

test('nor does it waive anything in a matter that has no claims any more', () => {
  const joined = akte([REMINDED, DUNNED], [paid('a', 20_00, '2026-03-20')], [aClaim(1), aClaim(2, { matter: M2 })], {
    terms: termsIn({ ...TERMS, waivesCosts: true }),
  });
  const of = { ...joined, claims: joined.claims.map((c) => ({ ...c, matter: M1 })) };
  expect(at(of, '2026-03-25')).toMatchObject({ waived: null, matters: [{ isWaived: false }, { isWaived: false }] });
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

describe('a rest below the least amount is left alone: it does not grow', () => {
  const one = aClaim(1, { dueByContract: true });
  const open = (of: Akte, on: string): Cents => at(of, on).total;
  const allBut = (of: Akte, rest: number): Akte => ({
    ...of,
    payments: [paid('p', open(of, '2026-03-20') - rest, '2026-03-20')],
  });
  // The mandate's least amount is 5.00 €.
  const of = akte([REMINDED, DUNNED], [], [one]);
  const later = (story: Akte) => {
    const { total, matters } = at(story, '2026-12-01');
    return [total, matters[0]?.fee?.parts[0]?.rate];
  };
  test('neither interest nor a dearer fee comes on top of 4.99 euro; of 5.00 euro both do', () => {
    expect(open(allBut(of, 4_99), '2026-03-20')).toBe(4_99);
    expect(later(allBut(of, 4_99))).toEqual([4_99, 50]);
    const [total, rate] = later(allBut(of, 5_00));
    expect(rate).toBe(90);
    // 0.9 instead of 0.5 of 51.50 €, and 20 % expenses on the difference.
    expect(total).toBeGreaterThan(5_00 + 20_60 + 4_12);
  });
  test('costs that are open are part of the rest: a small claim beside them grows on', () => {
    const beside = [aClaim(1, { ownCosts: cents(6_00) }), aClaim(2, { principal: cents(4_00) })];
    const story = akte([REMINDED], [paid('p', 120_00, '2026-03-09', F1)], beside);
    expect(at(story, '2026-03-09').claims.map((c) => [c.principal, c.costs])).toEqual([
      [0, 6_00],
      [4_00, 0],
    ]);
    expect(at(story, '2026-12-01').claims[1]!.interest).toBeGreaterThan(0);
  });
  test('what another matter has open makes it no larger', () => {
    const other = aClaim(2, { matter: M2, dueByContract: true, principal: cents(700_00) });
    const both = akte([DUNNED], [], [one, other]);
    const first = plus(at(both, '2026-03-20').claims[0]!.open, feeOf(both, '2026-03-20')!.openFee);
    const story = { ...both, payments: [paid('p', first - 4_99, '2026-03-20', F1)] };
    const standing = at(story, '2026-12-01');
    expect(plus(standing.claims[0]!.open, standing.matters[0]!.openFee)).toBe(4_99);
    expect(standing.claims[1]!.interest).toBeGreaterThan(0);
  });
});

describe('what a letter asks of the fee where claims came at different times', () => {
  // RE-1 over 120 € with the demand of 12 March, RE-2 over 500 € with that of 7 April.
  const claims = [aClaim(1, { dueByContract: true }), aClaim(2, { dueByContract: true, principal: cents(500_00) })];
  const first = ask('2026-03-12', 1, { claims: [F1] });
  const second = ask('2026-04-07', 2, { claims: [F1, F2] });
  const apart = (payments: Payment[], on: string) =>
    [F2, F1].map((f) => accountWithout(akte([first, second], payments, claims), day(on), [f]).matters[0]?.apart);

  test('money upon a demand that asked for one claim has paid none of what the other costs', () => {
    // On 10 April RE-1 costs 0.9 and RE-2 0.5 of 51.50 €, each with 20 % expenses.
    expect(apart([], '2026-04-10')).toEqual([30_90, 55_62]);
    expect(apart([paid('p', 10_00, '2026-03-20')], '2026-04-10')).toEqual([30_90, 45_62]);
  });
  test('money that came upon no demand may have paid for either', () => {
    expect(at(akte([first], [paid('p', 10_00, '2026-03-12')], claims), '2026-03-12').payments[0]?.outer.toFees).toBe(
      10_00,
    );
    expect(apart([paid('p', 10_00, '2026-03-12')], '2026-04-10')).toEqual([20_90, 45_62]);
  });
  test('money upon a letter that asks for one claim pays what that one costs, then that claim', () => {
    const last = ask('2026-05-04', 3, { claims: [F1] });
    const account = at(akte([first, second, last], [paid('p', 60_00, '2026-05-10')], claims), '2026-05-10');
    // Both at 0.9 of the 93.00 € on 620 €, 83.70 + 16.74 €; less what RE-2 costs alone, 46.35 + 9.27 €.
    const [{ outer, portions } = { outer: null, portions: [] }] = account.payments;
    expect(outer?.toFees).toBe(83_70 + 16_74 - 46_35 - 9_27);
    expect(portions.map((p) => p.claim)).toEqual(['F1']);
    expect(outer?.toPrincipal).toBeGreaterThan(0);
  });
});

describe('what is paid in the two weeks stays at the rate of the simple case', () => {
  const claims = [aClaim(1, { dueByContract: true }), aClaim(2, { dueByContract: true, principal: cents(500_00) })];
  const rates = (of: Akte): (number | undefined)[] =>
    at(of, '2026-12-01').matters.flatMap((m) => m.fee?.parts.map((p) => p.rate));
  const before = akte([ask('2026-03-12', 1, { claims: [F1] })], [], [claims[0]!]);
  const { total } = at(before, '2026-03-12');
  const messages = [
    ask('2026-03-12', 1, { claims: [F1], total, payBy: '2026-03-31' }),
    ask('2026-03-16', 2, { claims: [F1, F2] }),
  ];

  test('for the claims whose demand was answered, while others of the matter become dearer', () => {
    expect(rates(akte(messages, [paid('a', total, '2026-03-20')], claims))).toEqual([50, 90]);
  });
  test('also when money for the others comes after the two weeks', () => {
    const payments = [paid('a', total, '2026-03-20'), paid('b', 300_00, '2026-05-11')];
    expect(rates(akte(messages, payments, claims))).toEqual([50, 90]);
  });
  test('also where what is open of the matter has not been charged for', () => {
    const notDue = aClaim(2, { principal: cents(500_00) });
    const of = akte([ask('2026-03-12', 1, { claims: [F1] })], [], [claims[0]!, notDue]);
    const one = plus(at(of, '2026-03-20').claims[0]!.open, feeOf(of, '2026-03-20')!.openFee);
    const story = { ...of, payments: [paid('p', one, '2026-03-20', F1)] };
    expect(at(story, '2026-03-20').total).toBe(500_00);
    expect(rates(story)).toEqual([50]);
  });
  test('not where claims and interest are paid and only the fee is left', () => {
    // A day's interest on 20 € is less than half a cent; 0.5 of 31.50 € and 20 %.
    const young = [aClaim(1, { dueByContract: true, dueOn: day('2026-03-11'), principal: cents(20_00) })];
    const story = akte([DUNNED], [paid('p', 20_00, '2026-03-12', F1)], young);
    expect(at(story, '2026-03-12')).toMatchObject({
      claims: [{ principal: 0, interest: 0 }],
      matters: [{ openFee: 18_90 }],
    });
    expect(rates(story)).toEqual([90]);
  });
  test('not where one of two claims charged together is open yet, though the fee is paid', () => {
    const of = akte([DUNNED], [], claims);
    const one = plus(at(of, '2026-03-20').claims[0]!.open, feeOf(of, '2026-03-20')!.openFee);
    const story = { ...of, payments: [paid('p', one, '2026-03-20', F1)] };
    expect(at(story, '2026-03-20')).toMatchObject({
      claims: [{ open: 0 }, { principal: 500_00 }],
      matters: [{ openFee: 0 }],
    });
    expect(rates(story)).toEqual([90]);
  });
});

test('the rate of VAT on the fee is that of the day on which all was paid, whenever it is asked for', () => {
  // 16 % in the second half of 2020 (§ 28(1) UStG as of then), 19 % from 2021 on.
  const claim = aClaim(1, {
    invoiceDate: day('2020-09-01'),
    dueOn: day('2020-09-15'),
    contractDate: day('2020-09-01'),
    dueByContract: true,
  });
  const draft = akte([ask('2020-11-12', 1)], [], [claim], { terms: termsIn({ ...TERMS, deductsInputTax: false }) });
  const of: Akte = { ...draft, matters: draft.matters.map((m) => ({ ...m, on: day('2020-11-02') })) };
  const settled = { ...of, payments: [paid('p', at(of, '2020-11-20').total, '2020-11-20')] };
  const vat = (story: Akte, on: string) => {
    const fee = feeOf(story, on)?.fee;
    return fee && Math.round((100 * fee.vat) / fee.net);
  };
  expect([vat(of, '2020-11-20'), vat(of, '2021-02-01')]).toEqual([16, 19]);
  expect([vat(settled, '2021-02-01'), at(settled, '2021-02-01').total]).toEqual([16, 0]);
});
