import type { Stage } from '../../../domain/procedure/states.ts';
import fc from 'fast-check';
import { accountOf } from '../../../domain/account/account.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { LAENDER, day, isBefore, monthOf, plusDays, previousMonth, type Day } from '../../../domain/calendar.ts';
import { ClaimId, HandOverId, MatterId, PaymentId } from '../../../domain/ids.ts';
import { courtDunningCosts } from '../../../domain/account/court-costs.ts';
import { endOfPeriod, isHoliday } from '../../../domain/law/deadlines.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { bill, collectionFee, instalmentFee } from '../../../domain/account/fees.ts';
import { defaultInterest, statutoryRate } from '../../../domain/account/interest.ts';
import type { Dated, LawTable } from '../../../domain/law/dated.ts';
import { LAW_TABLES } from '../../../domain/law/tables.ts';
import { cents } from '../../../domain/money.ts';
import { placeIn } from '../../../domain/law/place.ts';
import { payoutFor } from '../../../domain/payout/settlement.ts';
import { statementOf } from '../../../domain/statement/statement.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, demandedBy, erika, musterversand } from '../../support/akte.ts';

const isObject = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null;

describe('the tables of the law', () => {
  test('each has a name of its own, its oldest row first, and for every row a source', () => {
    expect(new Set(LAW_TABLES.map((t) => t.name)).size).toBe(LAW_TABLES.length);
    for (const { rows } of LAW_TABLES) {
      expect(rows.every((r, i) => i === 0 || isBefore(rows[i - 1]!.from, r.from))).toBe(true);
      expect(rows.every((r) => r.source.length > 3)).toBe(true);
    }
  });
});

const M1 = MatterId.parse('M1');
const demanded = (on: string, stage: Stage): Fact[] => {
  const demand = { total: cents(999_00), asOf: day(on), payBy: day(on), claims: EVERY_CLAIM, collectionFee: stage > 0 };
  return demandedBy(on, { matter: M1, stage }, demand);
};
/** Read afresh each time: what was judged of an Akte before is remembered with it. */
const anAkte = (kind: 'private' | 'business', principal: number): Akte =>
  fold(AKTE, [
    [
      { kind: 'opened', debtor: { ...erika, kind }, terms: { ...TERMS, deductsInputTax: false } },
      {
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: day('2026-03-02'),
        matter: M1,
        procedure: { id: 'standard', version: 1 },
        claims: [aClaim(1, { principal: cents(principal) }), aClaim(2, { kind: 'rent', principal: cents(50_00) })],
      },
      ...demanded('2026-03-02', 0),
      ...demanded('2026-03-12', 1),
      {
        kind: 'paid',
        id: PaymentId.parse('p'),
        amount: cents(30_00),
        valueDate: day('2026-04-20'),
        bookedOn: day('2026-04-20'),
        via: 'agency',
        source: 'test',
        claim: ClaimId.parse('F1'),
      },
    ],
  ]);

const feesOn = (on: Day) => {
  const fee = (value: number, undisputed: boolean, rate: number) =>
    collectionFee({ value: cents(value), rate, orderedOn: on, completedOn: on, undisputed, debtorOwesVat: true });
  return [fee(300_00, true, 50), fee(45_00, true, 90), fee(20_00, false, 50), fee(90_000_00, true, 130)];
};
const courtCostsOn = (on: Day) =>
  courtDunningCosts({
    orderedOn: on,
    filedOn: on,
    completedOn: on,
    claim: cents(5_000_00),
    preCourtRate: 90,
    undisputed: true,
  });
const interestOn = (on: Day) =>
  (['private', 'business'] as const).map((debtor) =>
    defaultInterest({
      principal: cents(9_999_00),
      from: plusDays(on, -400),
      to: on,
      rate: statutoryRate(debtor, on),
    }),
  );
/** For a month that is over: its payout is judged by its last day. */
const payoutOn = (on: Day, akten: readonly Akte[]) =>
  payoutFor({
    creditor: { ...musterversand, module: 'komfort', deductsInputTax: true },
    month: previousMonth(monthOf(on)),
    statedOn: on,
    akten,
    carriedIn: cents(0),
  });

/**
 * What depends on the law on days up to one: accounts and statements, fees, court costs, interest, payouts, holidays,
 * deadlines.
 */
const figuresOf = (on: Day): string => {
  const akten = [anAkte('private', 300_00), anAkte('business', 4_321_00), anAkte('private', 45_00)];
  const places = LAENDER.map((land) => placeIn(land));
  const year = Array.from({ length: 366 }, (_, n) => plusDays(on, -n));
  return JSON.stringify({
    statements: akten.map((akte) => statementOf(akte, accountOf(akte, on))),
    fees: feesOn(on),
    instalments: instalmentFee({ orderedOn: on, claim: cents(900_00) }),
    bill: bill([cents(10_00), cents(80_00)], { orderedOn: on, completedOn: on }),
    court: courtCostsOn(on),
    interest: interestOn(on),
    payouts: payoutOn(on, akten),
    holidays: year.map((d) => places.map((place) => isHoliday(d, place))),
    deadlines: year.filter((d) => d < plusDays(on, -40)).map((d) => endOfPeriod(d, 'P2W', placeIn('BY', '86150'))),
  });
};

/** A value of the same shape that is surely another. */
const altered = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 7;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return /^P\d/.test(value) ? 'P9W' : value;
  // The bands of a fee schedule; every other list says where a day is a holiday.
  if (Array.isArray(value) && value.some((v) => isObject(v) && 'fee' in v)) return value.map(altered);
  if (Array.isArray(value)) return value.includes('everywhere') ? [] : ['everywhere'];
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, altered(v)])) : value;
};
/** Does something while a table has one more row, from a day on; the rows are the product's own. */
const withRow = <T>({ rows }: LawTable<unknown>, from: Day, act: () => T): T => {
  const newest = rows.at(-1)!;
  const extra: Dated<unknown> = { ...newest, from, value: altered(newest.value) };
  Array.prototype.push.call(rows, extra);
  try {
    return act();
  } finally {
    Array.prototype.pop.call(rows);
  }
};
const named = LAW_TABLES.map((table) => [table.name, table] as const);

describe('a row of 2031 changed the fee of a matter of 2026', () => {
  test.each(named)('%s: a row from a later day changes no figure of an earlier one', (_, table) => {
    fc.assert(
      // Not of the very next day: a statement says what that day adds, and that is the new rate's.
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 2, max: 2_000 }), (n, later) => {
        const on = plusDays(day('2026-08-31'), n);
        const newest = table.rows.at(-1)!.from;
        const from = plusDays(on, later);
        if (!isBefore(newest, from)) return;
        const before = figuresOf(on);
        expect(withRow(table, from, () => figuresOf(on))).toBe(before);
        expect(figuresOf(on)).toBe(before);
      }),
      { numRuns: 3 },
    );
  });
  // What is read for the day of a contract or a due date of the scenes, or used by nothing yet, cannot show here.
  const SILENT = ['Verzugspauschale', 'Neues Verzugsrecht für Dauerschuldverhältnisse', 'Verzug ohne Mahnung'];
  test('and the rows that are tried are those that are read: from their own day on they do change figures', () => {
    const on = day('2032-12-31');
    const before = figuresOf(on);
    const unread = LAW_TABLES.filter((table) => withRow(table, day('2032-01-01'), () => figuresOf(on)) === before);
    expect(unread.map((t) => t.name).filter((name) => !SILENT.includes(name))).toEqual(['Frist des einfachen Falls']);
  });
});
