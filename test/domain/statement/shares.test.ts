import { termsIn } from '../../../domain/akte/terms.ts';
import { accountOf } from '../../../domain/account/account.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, RefundId } from '../../../domain/ids.ts';
import { type Claim } from '../../../domain/akte/claim.ts';
import { cents } from '../../../domain/money.ts';
import { TERMS } from '../../support/akte.ts';
import { demand, akteWith, business, paid, claim } from './booked.ts';

const splits = (akte: Akte, on = '2024-12-31') => accountOf(akte, day(on)).payments;

describe('where a payment goes', () => {
  const two = (more: Partial<Akte>) =>
    akteWith([claim(1, 100_00), claim(2, 300_00)], { messages: [demand('2024-03-04', false, 0)], ...more });
  test('§ 366(2) BGB: equal debts share by what is open', () => {
    const [p] = splits(two({ payments: [paid('p', 50_00, '2024-03-05')] }));
    expect(p?.portions.map((x) => [x.claim, x.toPrincipal])).toEqual([
      ['F1', 12_50],
      ['F2', 37_50],
    ]);
  });
  test('the older debt before the younger', () => {
    const [p] = splits(
      akteWith([claim(1, 100_00, { invoiceDate: day('2024-01-11') }), claim(2, 300_00)], {
        messages: [],
        payments: [paid('p', 50_00, '2024-03-05')],
      }),
    );
    expect(p?.portions.map((x) => x.claim)).toEqual(['F2']);
  });
  test('the debt in default, which bears interest, before an older one that is not yet', () => {
    const [p] = splits(
      akteWith([claim(1, 100_00, { invoiceDate: day('2023-12-10') }), claim(2, 300_00, { dueByContract: true })], {
        messages: [],
        payments: [paid('p', 50_00, '2024-02-05')],
      }),
    );
    expect(p?.portions.map((x) => x.claim)).toEqual(['F2']);
  });
  test('the due debt before one that is not due', () => {
    const [p] = splits(
      akteWith([claim(1, 100_00, { dueOn: day('2024-06-01'), invoiceDate: day('2023-12-10') }), claim(2, 300_00)], {
        messages: [],
        payments: [paid('p', 50_00, '2024-03-05')],
      }),
    );
    expect(p?.portions.map((x) => x.claim)).toEqual(['F2']);
  });
  test('§ 366(1) BGB: the named claim first, its costs and interest before its principal', () => {
    const [p] = splits(two({ payments: [paid('p', 50_00, '2024-05-05', { claim: ClaimId.parse('F2') })] }));
    expect(p?.portions).toEqual([{ claim: 'F2', toOwnCosts: 0, toFees: 0, toInterest: 4_17, toPrincipal: 45_83 }]);
  });
  test('exactly the open principal of one claim: the principal is what was meant', () => {
    const [p] = splits(two({ payments: [paid('p', 300_00, '2024-05-05')] }));
    expect(p?.portions).toEqual([{ claim: 'F2', toOwnCosts: 0, toFees: 0, toInterest: 0, toPrincipal: 300_00 }]);
    expect(p?.ground).toContain('genau die offene Hauptforderung');
  });
  test('a cent more is no designation', () => {
    expect(splits(two({ payments: [paid('p', 300_01, '2024-05-05')] }))[0]?.outer.toInterest).toBeGreaterThan(0);
  });
  test('exactly all principals: all of them', () => {
    expect(splits(two({ payments: [paid('p', 400_00, '2024-05-05')] }))[0]?.outer).toEqual({
      toPrincipal: 400_00,
      toInterest: 0,
      toOwnCosts: 0,
      toFees: 0,
      overpaid: 0,
    });
  });
  test('§ 497(3) BGB: of a consumer credit the principal before the interest, costs first', () => {
    const [p] = splits(
      akteWith([claim(1, 1000_00, { kind: 'credit', ownCosts: cents(5_00) })], {
        messages: [demand('2024-03-04', false, 0)],
        payments: [paid('p', 100_00, '2024-09-05')],
      }),
    );
    expect(p?.outer).toEqual({ toPrincipal: 95_00, toInterest: 0, toOwnCosts: 5_00, toFees: 0, overpaid: 0 });
  });
  test('an overpayment is held, a refund lowers it, a refund without its payment is owed back', () => {
    const akte = akteWith([claim(1, 100_00)], {
      messages: [],
      payments: [paid('p', 130_00, '2024-02-05')],
      refunds: [{ id: RefundId.parse('r'), amount: cents(20_00), on: day('2024-02-10'), by: 'operator:x' }],
    });
    expect(accountOf(akte, day('2024-02-07')).overpaid).toBe(30_00);
    expect(accountOf(akte, day('2024-02-10'))).toMatchObject({ overpaid: 10_00, total: 0 });
    const reversed = {
      ...akte,
      payments: akte.payments.map((p) => ({ ...p, reversed: { on: day('2024-02-20'), reason: 'x' } })),
    };
    expect(accountOf(reversed, day('2024-02-20'))).toMatchObject({
      overpaid: 0,
      refundedTooMuch: 20_00,
      total: 120_00,
    });
  });
});

describe('the lump sum of § 288(5) BGB', () => {
  const b2b = (more: Partial<Claim> = {}, akte: Partial<Akte> = {}) =>
    akteWith([claim(1, 1000_00, { dueByContract: true, ...more })], { debtor: business, ...akte });
  const lump = (akte: Akte, on = '2024-03-15') => accountOf(akte, day(on)).claims[0]?.lumpSum;
  test('40 € from the first day of default on, once', () => {
    expect(lump(b2b(), '2024-01-24')).toBe(0);
    expect(lump(b2b(), '2024-01-25')).toBe(40_00);
    expect(lump(b2b(), '2025-12-31')).toBe(40_00);
  });
  test('not from a consumer, not for a loan, not where the mandate waives it', () => {
    expect(lump(akteWith([claim(1, 1000_00, { dueByContract: true })]))).toBe(0);
    expect(lump(b2b({ kind: 'credit' }))).toBe(0);
    expect(lump(b2b({}, { terms: termsIn({ ...TERMS, lumpSum: false }) }))).toBe(0);
  });
  test('not for contracts before 29 July 2014, which also bear one point less', () => {
    const old = b2b({ contractDate: day('2014-07-28') });
    expect(lump(old)).toBe(0);
    expect(accountOf(old, day('2024-03-15')).claims[0]?.accrued.periods[0]?.hundredths).toBe(800 + 362);
    expect(lump(b2b({ contractDate: day('2014-07-29') }))).toBe(40_00);
  });
  test('a lease from before has the new law for rents after June 2016', () => {
    expect(lump(b2b({ kind: 'rent', contractDate: day('2010-01-01') }))).toBe(40_00);
  });
  test('paid before default: none', () => {
    expect(lump(b2b({}, { payments: [paid('p', 1000_00, '2024-01-24')] }))).toBe(0);
  });
  test('it is set off against the collection fee: together they are the fee', () => {
    const account = accountOf(b2b(), day('2024-03-21'));
    expect(account.matters[0]?.fee).toMatchObject({ fee: 44_00, expenses: 8_80, credited: 40_00, total: 12_80 });
  });
});
