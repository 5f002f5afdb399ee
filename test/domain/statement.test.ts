import fc from 'fast-check';
import { accountOf } from '../../domain/account.ts';
import type { Akte, Message, Payment } from '../../domain/akte.ts';
import { fold } from '../../domain/fold.ts';
import { day, plusDays } from '../../domain/calendar.ts';
import { ClaimId, MatterId, type Claim } from '../../domain/claim.ts';
import { cents, sum, type Cents } from '../../domain/money.ts';
import type { StatementLine } from '../../domain/statement/lines.ts';
import { statementOf } from '../../domain/statement/statement.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, erika } from '../support/akte.ts';

const M1 = MatterId.parse('M1');
const START = day('2024-03-01');
const demand = (on: string, fee: boolean, stage: number): Message => ({
  key: { matter: M1, stage, channel: 'letter' },
  reference: 'r',
  state: 'sent',
  reservedAt: '',
  by: '',
  on: day(on),
  document: null,
  demand: { total: cents(99_999_999), asOf: day(on), payBy: day(on), claims: EVERY_CLAIM, collectionFee: fee },
});
const akteWith = (claims: Claim[], more: Partial<Akte> = {}): Akte => ({
  ...fold(AKTE, [
    [
      { kind: 'opened', debtor: erika, terms: TERMS },
      { kind: 'handedOver', handOver: 'h', on: START, matter: M1, procedure: { id: 'standard', version: 1 }, claims },
    ],
  ]),
  messages: [demand('2024-03-04', false, 0), demand('2024-03-20', true, 1)],
  ...more,
});
const business = { ...erika, kind: 'business' as const };
const paid = (id: string, amount: number, on: string, more: Partial<Payment> = {}): Payment => ({
  id,
  amount: cents(amount),
  valueDate: day(on),
  bookedOn: day(on),
  via: 'agency',
  source: '',
  ...more,
});
const claim = (n: number, principal: number, more: Partial<Claim> = {}): Claim =>
  aClaim(n, {
    principal: cents(principal),
    invoiceDate: day('2024-01-10'),
    dueOn: day('2024-01-24'),
    contractDate: day('2024-01-10'),
    ...more,
  });
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
      refunds: [{ id: 'r', amount: cents(20_00), on: day('2024-02-10'), by: '' }],
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
    expect(lump(b2b({}, { terms: { ...TERMS, lumpSum: false } }))).toBe(0);
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

const flat = (lines: readonly StatementLine[]): StatementLine[] => lines.flatMap((l) => [l, ...flat(l.lines)]);

describe('the statement', () => {
  const statement = (on = '2027-02-01') => {
    const akte = akteWith([claim(1, 500_00, { ownCosts: cents(5_00) }), claim(2, 80_00)], {
      payments: [
        paid('p', 100_00, '2024-05-05'),
        paid('back', 60_00, '2024-06-05', { reversed: { on: day('2024-06-10'), reason: 'Rückgabe' } }),
      ],
    });
    return statementOf(akte, accountOf(akte, day(on)));
  };
  test('begins with default and its ground, for every claim', () => {
    expect(statement().sections[0]).toMatchObject({
      id: 'default',
      lines: [{ label: 'Rechnung RE-1: Verzug seit 08.03.2024', ground: '§ 286 BGB' }, {}],
    });
  });
  test('before default it says why nothing is added', () => {
    const early = statement('2024-03-01');
    expect(early.sections[0]?.lines[0]?.why).toContain('kein Grund für Verzug');
    expect(early.total).toBe(585_00);
  });
  test('every line has a ground and a sentence; every calculated line its rule with source and day', () => {
    const lines = statement().sections.flatMap((s) => flat(s.lines));
    expect(lines.length).toBeGreaterThan(30);
    expect(lines.filter((l) => l.ground.trim() === '' || l.why.trim() === '' || l.label.trim() === '')).toEqual([]);
    expect(
      lines.filter(
        (l) =>
          l.formula !== null && l.lines.length === 0 && (l.rules.length === 0 || l.rules.some((r) => r.source === '')),
      ),
    ).toEqual([]);
  });
  test('ids are unique', () => {
    const ids = statement()
      .sections.flatMap((s) => flat(s.lines))
      .map((l) => l.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test('what is assumed is said at the line and at the top, and only then', () => {
    expect(statement().assumed).toBe(true);
    const assumed = statement()
      .sections.flatMap((s) => flat(s.lines))
      .filter((l) => l.assumed && l.lines.length === 0);
    expect(assumed.every((l) => l.id.includes('further') || l.label.startsWith('01.01.2027'))).toBe(true);
    const known = statement('2026-12-30');
    expect(known.assumed).toBe(false);
  });
  test('a reversed payment is told and counts nothing', () => {
    const line = statement()
      .sections.find((s) => s.id === 'payments')
      ?.lines.find((l) => l.id === 'payment.back');
    expect(line).toMatchObject({ amount: 0, lines: [{ amount: -60_00 }, { amount: 60_00 }] });
  });
});

const arbitraryPayment = fc.record({
  amount: fc.oneof(fc.integer({ min: 1, max: 60_000 }), fc.constantFrom(10_000, 20_000, 30_000)),
  after: fc.integer({ min: 0, max: 700 }),
  claim: fc.option(fc.constantFrom('F1', 'F2', 'F3'), { nil: undefined }),
  back: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
});
const arbitraryAkte = fc
  .record({
    payments: fc.array(arbitraryPayment, { maxLength: 7 }),
    business: fc.boolean(),
    credit: fc.boolean(),
    younger: fc.boolean(),
    act365: fc.boolean(),
  })
  .map((g) =>
    akteWith(
      [
        claim(1, 100_00, { ownCosts: cents(3_00) }),
        claim(2, 200_00, { kind: g.credit ? 'credit' : 'goods' }),
        claim(3, 300_00, g.younger ? { invoiceDate: day('2024-02-01'), dueOn: day('2024-02-15') } : {}),
      ],
      {
        debtor: g.business ? business : erika,
        terms: { ...TERMS, dayCount: g.act365 ? 'act/365' : 'act/act' },
        payments: g.payments.map((p, i) =>
          paid(`p${i}`, p.amount, plusDays(START, p.after), {
            ...(p.claim ? { claim: ClaimId.parse(p.claim) } : {}),
            ...(p.back === undefined ? {} : { reversed: { on: plusDays(START, p.after + p.back), reason: 'x' } }),
          }),
        ),
      },
    ),
  );
const asOf = fc.integer({ min: -30, max: 900 }).map((n) => plusDays(START, n));
const charged = (akte: Akte, on: ReturnType<typeof day>): Cents =>
  sum(
    statementOf(akte, accountOf(akte, on))
      .sections.filter((s) => s.counts && s.id !== 'payments')
      .map((s) => s.sum),
  );

describe('for any Akte', () => {
  test('the sections that count, and what is still open, both sum to the balance; the children of each amount to it', () => {
    fc.assert(
      fc.property(arbitraryAkte, asOf, (akte, on) => {
        const account = accountOf(akte, on);
        const s = statementOf(akte, account);
        expect(sum(s.sections.filter((x) => x.counts).map((x) => x.sum))).toBe(s.total);
        expect(s.sections.find((x) => x.id === 'open')?.sum).toBe(s.total);
        for (const l of s.sections.flatMap((x) => flat(x.lines)))
          if (l.lines.length > 0) expect([l.id, sum(l.lines.map((c) => c.amount))]).toEqual([l.id, l.amount]);
      }),
      { numRuns: 300 },
    );
  });
  test('each payment is allocated to the cent in both views, and no part becomes negative', () => {
    fc.assert(
      fc.property(arbitraryAkte, asOf, (akte, on) => {
        const account = accountOf(akte, on);
        for (const p of account.payments) {
          expect(sum(Object.values(p.outer))).toBe(p.payment.amount);
          expect(sum(Object.values(p.inner))).toBe(p.payment.amount);
          expect(sum(p.portions.flatMap((x) => [x.toFees, x.toInterest, x.toOwnCosts, x.toPrincipal]))).toBe(
            p.payment.amount - p.outer.overpaid,
          );
          expect(Math.min(...Object.values(p.outer), ...Object.values(p.inner))).toBeGreaterThanOrEqual(0);
        }
        expect(account.claims.every((c) => c.principal >= 0 && c.costs >= 0 && c.interest >= 0)).toBe(true);
        // Something is held for the debtor only when nothing was open on the day it came.
        expect(account.overpaid === 0 || account.claims.every((c) => c.principal === 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
  test('what is charged never falls with the days while no money is taken back', () => {
    fc.assert(
      fc.property(arbitraryAkte, asOf, fc.integer({ min: 1, max: 60 }), (akte, on, n) => {
        const kept = { ...akte, payments: akte.payments.filter((p) => !p.reversed) };
        expect(charged(kept, plusDays(on, n))).toBeGreaterThanOrEqual(charged(kept, on));
      }),
      { numRuns: 300 },
    );
  });
  test('the order in which the bookings of a day were written down changes nothing', () => {
    fc.assert(
      fc.property(arbitraryAkte, asOf, fc.integer(), (akte, on, seed) => {
        const sameDay = {
          ...akte,
          payments: akte.payments.map((p) => ({ ...p, valueDate: plusDays(START, Math.floor(p.amount / 1000) % 3) })),
        };
        const shuffled = {
          ...sameDay,
          payments: [...sameDay.payments].sort(
            (a, b) => ((a.amount * 7919 + seed) % 101) - ((b.amount * 7919 + seed) % 101),
          ),
        };
        expect(statementOf(shuffled, accountOf(shuffled, on))).toEqual(statementOf(sameDay, accountOf(sameDay, on)));
      }),
      { numRuns: 200 },
    );
  });
  test('a reversal restores the state: the account is the one without the payment', () => {
    fc.assert(
      fc.property(arbitraryAkte, fc.integer({ min: 800, max: 900 }), (akte, n) => {
        const on = plusDays(START, n);
        const { reversed: _, ...withReversal } = accountOf(akte, on);
        const { reversed: __, ...without } = accountOf(
          { ...akte, payments: akte.payments.filter((p) => !p.reversed) },
          on,
        );
        expect(withReversal).toEqual(without);
      }),
      { numRuns: 200 },
    );
  });
});
