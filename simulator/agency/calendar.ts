import { day, daysBetween, plusDays, type Day, type Land } from '../../domain/calendar.ts';
import { ClaimId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { Rejected } from '../../domain/faults.ts';
import type { Debtor } from '../../domain/parties/parties.ts';
import { onPlainDays, type Procedure } from '../../domain/procedure/procedure.ts';
import { playLife } from '../engine/life.ts';
import { runnable, tasksOf } from '../engine/machine.ts';
import { SOMEWHERE, AKTE, aClaim, erika } from './people.ts';
import { aWorld, handOver } from './world.ts';
import type { Channel } from '../../domain/procedure/channels.ts';
import type { Wait, Stage } from '../../domain/procedure/states.ts';

/** What a plan shows; in this order stand things of one day: what ends, what follows, then what goes out. */
const STEPS = ['phoneEnd', 'courtDecision', 'handOver', 'reminder', 'mahnung', 'letter', 'sms', 'phoneStart'] as const;
export type CalendarStep = (typeof STEPS)[number];
/** What a plan calls each channel. */
const PLANNED_AS = { email: 'email', sms: 'sms', letter: 'post' } as const satisfies Readonly<Record<Channel, string>>;
/** A channel of messages, as a plan calls it. */
export type PlannedChannel = (typeof PLANNED_AS)[Channel];
/**
 * One line of a dated plan. `day` counts from its beginning; `mahnstufe` 0 is the reminder; `latestDay`: the last
 * permitted day where a batching window applies.
 */
export type CalendarRow = Readonly<{
  day: number;
  date: Day;
  step: CalendarStep;
  channel: PlannedChannel | 'phone' | 'none';
  mahnstufe: Stage;
  latestDay?: number;
}>;
/**
 * `from`: the day of the hand-over, or of the invoice where the procedure counts from it. `plain`: no weekends, no
 * holidays.
 */
export type CalendarQuestion = Readonly<{
  procedure: Procedure;
  from: Day;
  land: Land | null;
  email: boolean;
  phone: boolean;
  plain: boolean;
}>;
/** `rests`: the state in which it ends or waits for a person. */
export type DatedPlan = Readonly<{ rows: readonly CalendarRow[]; rests: string }>;

/** Where nothing goes on by itself. */
const RESTS: readonly Wait[] = [
  'Gerichtliches Mahnverfahren: Entscheidung',
  'Nicht erreichbar',
  'Wartet auf Angaben',
  'Klärung',
];
/**
 * Older than the due date of any claim of a collection procedure: it is due and in default on the day of the hand-over.
 */
const INVOICED_BEFORE = 51;
const DUE_BEFORE = 37;

const debtorOf = ({ land, email, phone }: CalendarQuestion): Debtor => {
  const { email: mail, phone: number, land: _, ...rest } = erika;
  return {
    ...rest,
    address: SOMEWHERE,
    ...(land ? { land } : {}),
    ...(email && mail ? { email: mail } : {}),
    ...(phone && number ? { phone: number } : {}),
  };
};
const claimOf = ({ procedure, from }: CalendarQuestion): ReturnType<typeof aClaim> => {
  const invoiceDate = procedure.countsFrom === 'invoiceDate' ? from : plusDays(from, -INVOICED_BEFORE);
  const dueOn =
    procedure.countsFrom === 'invoiceDate'
      ? plusDays(from, procedure.invoiceTermDays ?? 0)
      : plusDays(from, -DUE_BEFORE);
  return aClaim(1, { invoiceDate, contractDate: invoiceDate, dueOn });
};

/**
 * What a message is in the plan: `opening` where it is the first of its stage; `mailed`: whether its stage has a mail.
 */
const STEP_OF: Readonly<Record<Channel, (opening: 'reminder' | 'mahnung', mailed: boolean) => CalendarStep>> = {
  email: (opening) => opening,
  sms: () => 'sms',
  letter: (opening, mailed) => (mailed ? 'letter' : opening),
};

type Bare = Omit<CalendarRow, 'day' | 'latestDay'>;
const messageRow = (fact: Extract<Fact, { kind: 'sent' }>, facts: readonly Fact[]): Bare => {
  const {
    on: date,
    message: { stage: mahnstufe, channel },
  } = fact;
  const mailed = facts.some((f) => f.kind === 'sent' && f.message.stage === mahnstufe && f.message.channel === 'email');
  const step = STEP_OF[channel](mahnstufe === 0 ? 'reminder' : 'mahnung', mailed);
  return { date, step, channel: PLANNED_AS[channel], mahnstufe };
};
const rowsOf = (facts: readonly Fact[], last: Stage): Bare[] =>
  facts.flatMap((fact): Bare[] => {
    switch (fact.kind) {
      case 'sent':
        return [messageRow(fact, facts)];
      case 'callsOpened':
        return [
          { date: fact.from, step: 'phoneStart', channel: 'phone', mahnstufe: fact.stage },
          { date: fact.until, step: 'phoneEnd', channel: 'phone', mahnstufe: fact.stage },
        ];
      case 'courtDecisionDue':
        return [{ date: fact.on, step: 'courtDecision', channel: 'none', mahnstufe: last }];
      case 'handedToCollection':
        return [{ date: fact.on, step: 'handOver', channel: 'none', mahnstufe: last }];
      default:
        return [];
    }
  });

/** What a procedure plans of a row, where a window may belong to it. */
const plannedFor = ({ levels, handOver: handedOver }: Procedure, { step, mahnstufe }: Bare) => {
  if (step === 'handOver') return handedOver;
  return step === 'reminder' || step === 'mahnung' ? levels.find((l) => l.stage === mahnstufe) : undefined;
};

/** The batching window of a row, where its procedure has one: only the first message of a stage may be batched. */
const latestDayOf = (procedure: Procedure, row: Bare, onDay: number): { latestDay?: number } => {
  const planned = plannedFor(procedure, row);
  if (!planned || planned.startsOnDay === null || planned.windowDays === 0) return {};
  return { latestDay: Math.max(onDay, planned.startsOnDay + planned.windowDays) };
};

/** By day; what falls on one day in the order of a stage. */
const byDay = (a: Bare, b: Bare): number => {
  if (a.date === b.date) return STEPS.indexOf(a.step) - STEPS.indexOf(b.step);
  return a.date < b.date ? -1 : 1;
};

const dated = (facts: readonly Fact[], { procedure, from }: CalendarQuestion): CalendarRow[] =>
  rowsOf(facts, procedure.levels.at(-1)?.stage ?? 0)
    .sort(byDay)
    .map((row) => {
      const n = daysBetween(from, row.date);
      return { day: n, ...row, ...latestDayOf(procedure, row, n) };
    });

/**
 * The dated plan of a procedure for an unpaid claim: nobody computes it, the real state machine runs through it on a
 * clock of its own.
 */
export const calendarOf = async (question: CalendarQuestion): Promise<DatedPlan> => {
  const procedure = question.plain ? onPlainDays(question.procedure) : question.procedure;
  const world = aWorld({ start: question.from, procedures: [procedure] });
  await handOver(world, { procedure, debtor: debtorOf(question), claims: [claimOf(question)] });
  const { state } = await playLife(
    { clock: world.clock, tasks: runnable(tasksOf(world.ports)) },
    { akte: AKTE, claim: ClaimId.parse('F1'), generation: 1 },
    { restsIn: (name) => RESTS.some((rest) => rest === name) },
  );
  const facts = (await world.akten.history(AKTE)).flatMap((act) => act.facts);
  const trouble = facts.find((f) => f.kind === 'trouble');
  if (trouble) throw new Rejected('calendar.failed', `Der Mahnlauf bleibt stehen: ${trouble.reason}`);
  return { rows: dated(facts, { ...question, procedure }), rests: state };
};

/** The first and the last day a calendar can begin on: holidays and the figures of the law are known in between. */
export const CALENDAR_FROM = day('2021-10-01');
export const CALENDAR_TO = day('2043-12-31');
