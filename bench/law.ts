import { accountOf } from '../domain/account/account.ts';
import type { Akte } from '../domain/akte/akte.ts';
import { fold } from '../domain/akte/fold.ts';
import { day, plusDays, type Day } from '../domain/calendar.ts';
import { AkteId, ClaimId, HandOverId, MatterId, MessageReference, PaymentId, ProviderId } from '../domain/ids.ts';
import { type Claim } from '../domain/akte/claim.ts';
import type { Fact } from '../domain/akte/facts.ts';
import { cents, plus, ZERO, type Cents } from '../domain/money.ts';
import type { StatementLine } from '../domain/statement/lines.ts';
import { statementOf } from '../domain/statement/statement.ts';

const START = day('2021-01-04');
const M1 = MatterId.parse('M1');
const AS_OF = plusDays(START, 5 * 365 + 1);

const CLAIMS = Array.from({ length: 10 }, (_, i): Claim => ({
  id: ClaimId.parse(`F${i + 1}`),
  matter: M1,
  invoiceNumber: `RE-${i + 1}`,
  invoiceDate: plusDays(START, -60 + i),
  dueOn: plusDays(START, -30 + i),
  principal: cents(90_000 + i * 7_311),
  ownCosts: cents(250),
  kind: 'goods',
  subject: 'Ware',
  dueByContract: true,
  announcesDefault: false,
  priorDunning: { kind: 'none' },
}));
const OPENED: Fact = {
  kind: 'opened',
  debtor: { customerNumber: 'K-1', kind: 'private', name: 'Erika Beispiel', land: 'NW' },
  terms: {
    deductsInputTax: true,
    lumpSum: true,
    dayCount: 'act/act',
    waivesCosts: false,
    innerAllocation: 'creditor-first',
    leastAmount: cents(500),
  },
};
const HANDED_OVER: Fact = {
  kind: 'handedOver',
  handOver: HandOverId.parse('h'),
  on: START,
  matter: M1,
  procedure: { id: 'standard', version: 1 },
  claims: CLAIMS,
};
/** The first letter, with which the collection fee falls due. */
const LETTER: readonly Fact[] = [
  {
    kind: 'reserved',
    message: { matter: M1, stage: 1, channel: 'letter' },
    reference: MessageReference.parse('r'),
    at: `${START}T08:00:00Z`,
    by: 'operator:x',
    demand: {
      total: cents(99_999_999),
      asOf: START,
      payBy: START,
      claims: CLAIMS.map((c) => c.id),
      collectionFee: true,
    },
  },
  {
    kind: 'sent',
    message: { matter: M1, stage: 1, channel: 'letter' },
    reference: MessageReference.parse('r'),
    on: START,
    providerId: ProviderId.parse(''),
    document: null,
  },
];
const PAYMENTS = Array.from({ length: 20 }, (_, i): Fact => {
  const on = plusDays(START, 40 + i * 85);
  return {
    kind: 'paid',
    id: PaymentId.parse(`p${i}`),
    amount: cents(25_000 + i * 137),
    valueDate: on,
    bookedOn: on,
    via: 'agency',
    source: '',
  };
});
/** 10 claims, 20 payments over five years, in default and with a collection fee. */
const example = (): Akte => fold(AkteId.parse('MUS-4F7K-2QXR'), [[OPENED, HANDED_OVER, ...LETTER, ...PAYMENTS]]);

const amounts = (lines: readonly StatementLine[]): Cents[] =>
  lines.flatMap((l) => (l.lines.length > 0 ? amounts(l.lines) : [l.amount]));
const explain = (akte: Akte, on: Day): ReturnType<typeof statementOf> => statementOf(akte, accountOf(akte, on));

/** Seconds for one call, over at least `seconds`; `result` keeps the work from being optimised away. */
const timed = (work: () => number, seconds: number): number => {
  const start = performance.now();
  let calls = 0;
  let result = 0;
  do {
    result += work();
    calls++;
  } while (performance.now() - start < seconds * 1000);
  if (Number.isNaN(result)) throw new Error('not a number');
  return (performance.now() - start) / 1000 / calls;
};

/**
 * Statements per second for an Akte of 10 claims, 20 payments and 5 years, and the ratio to adding up the same entries
 * without law, in the same run.
 */
export const benchLaw = (): string => {
  const akte = example();
  const statement = explain(akte, AS_OF);
  const entries = statement.sections.filter((s) => s.counts).flatMap((s) => amounts(s.lines));
  if (plus(...entries) !== statement.total) throw new Error('the entries do not sum to the balance');
  const naive = (): number => {
    let total = ZERO;
    for (const e of entries) total = plus(total, e);
    return total;
  };
  timed(() => explain(akte, AS_OF).total, 1);
  timed(naive, 0.2);
  const ratios: number[] = [];
  const rates: number[] = [];
  for (let round = 0; round < 5; round++) {
    const law = timed(() => explain(akte, AS_OF).total, 0.6);
    const sums = timed(naive, 0.2);
    ratios.push(law / sums);
    rates.push(1 / law);
  }
  const median = (list: number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  const entriesIn = `10 claims, 20 payments, 5 years, ${entries.length} entries`;
  const times = `${Math.round(median(ratios))} × the time of adding the same entries (median of 5 rounds)`;
  return `law: ${Math.round(median(rates))} statements/s (${entriesIn}); ${times}`;
};
