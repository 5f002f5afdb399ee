import { SYSTEM } from '../actor.ts';
import type { Akte } from '../akte/akte.ts';
import { apply, fold } from '../akte/fold.ts';
import { day, daysBetween, latest, plusDays, type Day } from '../calendar.ts';
import { AkteId, ClaimId, HandOverId, MatterId, MessageReference, ProviderId } from '../ids.ts';
import { type Claim } from '../akte/claim.ts';
import { nextStep } from '../dunning/next-step.ts';
import { messageOf, type Step } from '../dunning/step.ts';
import type { Act, Stage } from '../procedure/states.ts';
import type { Fact } from '../akte/facts.ts';
import type { Channel } from '../procedure/channels.ts';
import { ZERO, cents } from '../money.ts';
import type { Debtor } from '../parties/parties.ts';
import { onPlainDays, type Procedure } from '../procedure/procedure.ts';
import type { WrittenTerms } from '../akte/terms.ts';

/** Whom the run is rehearsed with: what a debtor can be reached by, besides the post. */
export type Reach = Readonly<{ email: boolean; phone: boolean; words: string }>;
export const REACHES: readonly Reach[] = [
  { email: true, phone: true, words: 'mit E-Mail und Telefon' },
  { email: false, phone: true, words: 'ohne E-Mail' },
  { email: true, phone: false, words: 'ohne Telefon' },
  { email: false, phone: false, words: 'nur mit Anschrift' },
];

export type Done = Readonly<{ day: number; act: Act; stage: Stage; channel: Channel | null }>;
/**
 * What an unpaid matter goes through, in days from day 0 and without weekends and holidays; `lasts`: the day it is
 * over.
 */
export type Rehearsal = Readonly<{ reach: Reach; done: readonly Done[]; lasts: number }>;

const AKTE = AkteId.parse('AAA-0000-0000');
const CLAIM = ClaimId.parse('F1');
const HAND_OVER = HandOverId.parse('h');
const REFERENCE = MessageReference.parse('r');
const PROVIDER = ProviderId.parse('p');
const MATTER = MatterId.parse('M1');
const DAY_0 = day('2026-03-02');
/** Longer than any run that is allowed. */
const MOST_DAYS = 2_500;

const debtorOf = ({ email, phone }: Reach): Debtor => ({
  customerNumber: '1',
  kind: 'private',
  name: 'Probe',
  address: { street: 'Probe 1', postalCode: '10115', city: 'Berlin', country: 'DE' },
  ...(email ? { email: 'probe@example.com' } : {}),
  ...(phone ? { phone: '+4915110000001' } : {}),
});

const claimOf = ({ countsFrom, invoiceTermDays }: Procedure): Claim => {
  const invoiceDate = countsFrom === 'invoiceDate' ? DAY_0 : plusDays(DAY_0, -90);
  const dueOn = plusDays(invoiceDate, countsFrom === 'invoiceDate' ? (invoiceTermDays ?? 0) : 30);
  return {
    id: CLAIM,
    matter: MATTER,
    invoiceNumber: '1',
    invoiceDate,
    dueOn,
    principal: cents(100_00),
    ownCosts: ZERO,
    kind: 'goods',
    subject: 'Probe',
    contractDate: invoiceDate,
    dueByContract: false,
    announcesDefault: false,
    priorDunning: { kind: 'none' },
  };
};

const factsOf = (step: Extract<Step, { kind: 'act' }>, on: Day): Fact[] => {
  const kind = messageOf(step.name);
  if (!kind)
    return [
      step.name === 'Telefoninkasso eröffnen'
        ? { kind: 'callsOpened', matter: MATTER, stage: step.stage, from: on, until: step.until ?? on }
        : { kind: 'courtDecisionDue', matter: MATTER, on },
    ];
  const message = { matter: MATTER, stage: step.stage, ...kind };
  return [
    { kind: 'reserved', message, reference: REFERENCE, at: `${on}T08:00:00Z`, by: SYSTEM.rehearsal, demand: null },
    { kind: 'sent', message, reference: REFERENCE, on, providerId: PROVIDER, document: null },
  ];
};
/**
 * Nobody answers: the attempts that ask for a text, made as late as a window has room for it, when the next stage's
 * messages are near.
 */
const unanswered = (akte: Akte, { levels }: Procedure, today: Day): Readonly<{ on: Day; facts: Fact[] }> | null => {
  const window = akte.callWindows.find(
    (w) => w.until > plusDays(today, 1) && !akte.calls.some((c) => c.stage === w.stage),
  );
  const attempts = levels.find((l) => l.stage === window?.stage)?.phone?.smsAfterAttempts;
  if (!window || !attempts) return null;
  const on = plusDays(window.until, -1);
  return {
    on,
    facts: Array.from({ length: attempts }, () => ({
      kind: 'callMade',
      matter: MATTER,
      stage: window.stage,
      on,
      part: 'morning',
      outcome: 'not-reached',
      by: SYSTEM.rehearsal,
    })),
  };
};
const TERMS: WrittenTerms = {
  deductsInputTax: true,
  lumpSum: false,
  dayCount: 'act/act',
  leastAmount: ZERO,
};

const isLast = (step: Step): boolean =>
  step.kind === 'end' ||
  step.name === 'Gerichtliche Entscheidung vorlegen' ||
  step.name === 'Übergabe ans Inkasso' ||
  step.name === 'Nicht erreichbar';

/**
 * Plays an unpaid matter by the very rules that drive the state machine, so that the linter judges what would really
 * happen. The contact budget is lifted: what it would put off is to be seen.
 */
export const rehearse = (procedure: Procedure, reach: Reach): Rehearsal => {
  const plain: Procedure = { ...onPlainDays(procedure), contactBudget: { messages: 1_000, calls: 1_000 } };
  const begin: Fact[] = [
    { kind: 'opened', debtor: debtorOf(reach), terms: TERMS },
    {
      kind: 'handedOver',
      handOver: HAND_OVER,
      on: DAY_0,
      matter: MATTER,
      procedure: { id: plain.id, version: plain.version },
      claims: [claimOf(plain)],
    },
  ];
  let akte = fold(AKTE, [begin]);
  const done: Done[] = [];
  for (let today = DAY_0; ;) {
    const step = nextStep(akte, CLAIM, { procedures: plain, today });
    const on = daysBetween(DAY_0, today);
    if (isLast(step) || on > MOST_DAYS) return { reach, done, lasts: on };
    if (step.kind === 'wait') {
      const calls = unanswered(akte, plain, today);
      if (calls) {
        today = calls.on;
        for (const fact of calls.facts) akte = apply(akte, fact, AKTE);
      } else today = latest(step.until, plusDays(today, 1));
      continue;
    }
    if (step.kind === 'act') {
      done.push({ day: on, act: step.name, stage: step.stage, channel: messageOf(step.name)?.channel ?? null });
      for (const fact of factsOf(step, today)) akte = apply(akte, fact, AKTE);
    }
  }
};

/** The day of a stage's first message, or null. */
export const firstDayOf = ({ done }: Rehearsal, stage: Stage): number | null =>
  done.find((d) => d.stage === stage && d.channel !== null)?.day ?? null;
