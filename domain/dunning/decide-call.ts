import type { Stage } from '../procedure/states.ts';
import type { Actor } from '../actor.ts';
import { creditorOf, type Akte } from '../akte/akte.ts';
import type { CallOutcome, DayPart } from '../akte/call-words.ts';
import type { Fact, FactOf } from '../akte/facts.ts';
import { apply } from '../akte/fold.ts';
import { elsewhereOf } from '../akte/person.ts';
import { formatDay, plusDays, type Day } from '../calendar.ts';
import { Conflict, Rejected } from '../faults.ts';
import type { MatterId } from '../ids.ts';
import { callableFrom, callTasksOf, type CallDay, type CallTask } from './calls.ts';
import { CALL_HOURS, hoursInWords } from './contact.ts';
import { nextStep } from './next-step.ts';
import type { ProcedureOf } from './run.ts';
import type { Step } from './step.ts';

/** A call of the work list, and who makes it. */
export type Call = Readonly<{ matter: MatterId; stage: Stage; by: Actor }>;
/** A call that was made, and what came of it. */
export type CallMade = Call & Readonly<{ part: DayPart; outcome: CallOutcome; note?: string | undefined }>;

/**
 * The day of a call campaign at one moment of it. `hour`: null where days are too short to have hours; `now`: real
 * time, for how long a call is taken; `others`: the person's other Akten.
 */
export type CallMoment = Omit<CallDay, 'elsewhere'> &
  Readonly<{ hour: number | null; now: Date; others: readonly Akte[] }>;

/** A person who takes a call has it to herself for so long. */
const TAKEN_MINUTES = 20;
const MINUTE_MS = 60_000;

/** Who has taken a call and has it still; null: nobody. */
export const takenBy = (akte: Akte, { matter, stage }: Pick<Call, 'matter' | 'stage'>, now: Date): Actor | null =>
  akte.callsTaken.find((c) => c.matter === matter && c.stage === stage && Date.parse(c.until) > now.getTime())?.by ??
  null;

/**
 * Whether the person's other Akten say anything here: only where this one asks for a call (reading 14: attempts count
 * across creditors). Not for `call` where whoever makes it has taken it: it had its place in the budget then, and that
 * it was made is a fact, whatever another creditor's people have noted meanwhile.
 */
export const othersCount = (akte: Akte, day: Omit<CallMoment, 'others'>, call?: Call): boolean =>
  !(call && takenBy(akte, call, day.now) === call.by) && callTasksOf(akte, day).length > 0;

/** Of the calls for an Akte by itself (`alone`) those that what reaches the person from other Akten leaves room for. */
export const callTasksBeside = (
  alone: readonly CallTask[],
  akte: Akte,
  { others, ...day }: CallMoment,
): readonly CallTask[] => {
  if (alone.length === 0 || others.length === 0) return alone;
  return callTasksOf(akte, { ...day, elsewhere: elsewhereOf(akte, others, day) });
};

/** The calls for an Akte at a moment, with what reaches the person from other Akten in view. */
export const callTasksAt = (akte: Akte, at: CallMoment): readonly CallTask[] =>
  callTasksBeside(callTasksOf(akte, at), akte, at);

/** Nobody is called at this hour: the refusal says from when on. */
const refuseThisHour = (akte: Akte, { today, hour, module }: CallMoment): void => {
  const from = callableFrom(akte, today, hour, module);
  if (from)
    throw new Rejected(
      'call.hours',
      `Jetzt darf hier nicht angerufen werden, sondern wieder am ${formatDay(from.on)} ab ${from.hour} Uhr. Angerufen wird ${hoursInWords(CALL_HOURS[module])}.`,
    );
};

/** Refuses a call that no list of this day asks for: Rejected `call.not-due`. */
export const refuseNotDue = ({ matter, stage }: Pick<Call, 'matter' | 'stage'>, akte: Akte, at: CallMoment): void => {
  if (callTasksAt(akte, at).some((task) => task.matter === matter && task.stage === stage)) return;
  throw new Rejected(
    'call.not-due',
    `Dieser Anruf steht heute nicht (mehr) an. Wer heute anzurufen ist, zeigt die Liste (Befehl: mahnwerk anrufe liste ${creditorOf(akte.id)}); was jemand von sich aus sagt, wird als Antwort eingetragen (mahnwerk akte antwort ${akte.id} …).`,
  );
};

/**
 * A call is taken by one person, for twenty minutes; the same person again adds nothing. Throws Rejected `call.hours`
 * and `call.not-due`, and Conflict where somebody else has it.
 */
export const decideTaking = (call: Call, akte: Akte, at: CallMoment): readonly Fact[] => {
  refuseThisHour(akte, at);
  refuseNotDue(call, akte, at);
  const { matter, stage, by } = call;
  const holder = takenBy(akte, call, at.now);
  if (holder === by) return [];
  if (holder)
    throw new Conflict(
      `${holder} hat diesen Anruf übernommen; notiert ihn niemand, ist er nach ${TAKEN_MINUTES} Minuten wieder frei.`,
    );
  const until = new Date(at.now.getTime() + TAKEN_MINUTES * MINUTE_MS).toISOString();
  return [{ kind: 'callTaken', matter, stage, by, until }];
};

/** So long a case rests after a call for what the person who called notes next. */
const ANSWER_FOLLOWS_DAYS = 7;
const OFFER_FOLLOWS_DAYS = 14;

type Noting = Readonly<{ on: Day; by: Actor }>;
const nothing = (): readonly Fact[] => [];

/** What each outcome leads to by itself; agreeing on instalments or noting a dispute's reason is a step of its own. */
const FOLLOW_UP: Readonly<Record<CallOutcome, (noting: Noting) => readonly Fact[]>> = {
  reached: nothing,
  'not-reached': nothing,
  'wrong-number': ({ on }) => [{ kind: 'undeliverable', contact: 'phone', on, reason: 'falsche Telefonnummer' }],
  // The day and the reason follow with the answer (`decideAnswer`); until then nothing goes to somebody who has just
  // promised or objected.
  promise: ({ on, by }) => [
    {
      kind: 'held',
      ground: 'promise',
      on,
      until: plusDays(on, ANSWER_FOLLOWS_DAYS),
      by,
      reason: 'Am Telefon zugesagt; der Tag folgt',
    },
  ],
  dispute: ({ on, by }) => [
    { kind: 'held', ground: 'dispute', on, by, reason: 'Am Telefon bestritten; der Grund folgt' },
  ],
  instalments: ({ on, by }) => [
    {
      kind: 'held',
      ground: 'deferral',
      on,
      until: plusDays(on, OFFER_FOLLOWS_DAYS),
      by,
      reason: 'Ratenzahlung gewünscht; das Angebot folgt',
    },
  ],
};

/**
 * A call that was made, and what it leads to: a promise, a dispute and the wish for instalments let the case rest until
 * they are noted as answers, a wrong number is dead from now on. One a day for each stage: the same again adds nothing.
 * Whether it was due is asked once, before (`refuseNotDue`): that it was made is a fact.
 */
export const decideCall = ({ note, ...made }: CallMade, akte: Akte, on: Day): readonly Fact[] => {
  const { matter, stage, outcome, by } = made;
  if (akte.calls.some((c) => c.matter === matter && c.stage === stage && c.on === on)) return [];
  return [{ kind: 'callMade', ...made, on, ...(note ? { note } : {}) }, ...FOLLOW_UP[outcome]({ on, by })];
};

/** Until when nothing is done; null: something is, or nothing ever. */
const waitsUntil = (step: Step): Day | null => (step.kind === 'wait' ? step.until : null);

/** Whether a call changes what comes next: so many that nobody answered, and a text asks to call back (D60). */
const changesCourse = (akte: Akte, call: FactOf<'callMade'>, procedures: ProcedureOf): boolean => {
  const claim = akte.claims.find((c) => c.matter === call.matter);
  if (!claim) return false;
  const then = { procedures, today: call.on };
  const before = nextStep(akte, claim.id, then);
  const after = nextStep(apply(akte, call, akte.id), claim.id, then);
  return before.name !== after.name || waitsUntil(before) !== waitsUntil(after);
};

/** Whether the executions must look again at once, given what was decided of a call: it led to more, or to a text. */
export const wakes = (decided: readonly Fact[], akte: Akte, procedures: ProcedureOf): boolean =>
  decided.some((fact) => fact.kind !== 'callMade' || changesCourse(akte, fact, procedures));
