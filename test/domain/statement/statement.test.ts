import { termsIn } from '../../../domain/akte/terms.ts';
import fc from 'fast-check';
import { accountOf } from '../../../domain/account/account.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { cents, sum, type Cents } from '../../../domain/money.ts';
import type { StatementLine } from '../../../domain/statement/lines.ts';
import { statementOf } from '../../../domain/statement/statement.ts';
import { TERMS, erika } from '../../support/akte.ts';
import { START, akteWith, business, paid, claim } from './booked.ts';
import { akte, statement } from './statements.ts';

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
        terms: termsIn({ ...TERMS, dayCount: g.act365 ? 'act/365' : 'act/act' }),
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

describe('the sections', () => {
  test('in order, with what counts; what has no lines is not there', () => {
    expect(
      statement(akte({ payments: [paid('p', 50_00, '2026-03-20')] })).sections.map((s) => [s.id, s.title, s.counts]),
    ).toEqual([
      ['default', 'Verzug', false],
      ['claims', 'Forderungen', true],
      ['fees', 'Inkassokosten', true],
      ['payments', 'Zahlungen', true],
      ['open', 'Was noch offen ist', false],
      ['further', 'Weitere Zinsen je Tag', false],
      ['creditor', 'Verrechnung gegenüber dem Gläubiger', false],
    ]);
    expect(statement(akte({ messages: [] })).sections.map((s) => s.id)).toEqual(['default', 'claims', 'open']);
  });
});
