import { placeOf } from '../law/place.ts';
import type { Akte, CallWindow, Matter } from '../akte/akte.ts';
import { daysBetween, isBefore, plusDays, weekday, type Day } from '../calendar.ts';
import { DAY_PARTS, type DayPart } from '../akte/call-words.ts';
import type { MatterId } from '../ids.ts';
import { CALL_HOURS, contactHoursOn, nextContact, type Moment } from './contact.ts';
import { firstOfStage } from '../account/demands.ts';
import { nextStep } from './next-step.ts';
import { isCallWait, type Stage } from '../procedure/states.ts';
import type { Cents } from '../money.ts';
import { roomFrom } from './run-days.ts';
import { NO_CONTACTS, contactsIn, type Contacts } from '../akte/person.ts';
import { canBeCalled } from '../akte/telephone.ts';
import { senderOf, type Procedure, type Sender } from '../procedure/procedure.ts';
import { askedStill } from '../account/stage-demand.ts';

type Module = keyof typeof CALL_HOURS;
/**
 * A call to be made now. `attempt` counts the attempts of this window from 1; `parts`: the times of day not tried yet
 * come first; `until`: the window lapses after this day; `sender`: in whose name to call.
 */
export type CallTask = Readonly<{
  matter: MatterId;
  stage: Stage;
  attempt: number;
  parts: readonly DayPart[];
  until: Day;
  open: Cents;
  daysLeft: number;
  sender: Sender;
}>;

type Hours = Readonly<{ from: number; to: number }>;
/** Whether the hours of a day reach into a part of it. */
const REACHES_INTO: Readonly<Record<DayPart, (hours: Hours) => boolean>> = {
  morning: ({ from }) => from < 12,
  afternoon: ({ to }) => to > 13,
  evening: ({ to }) => to > 18,
};
const partsOf = (hours: Hours): DayPart[] => DAY_PARTS.filter((part) => REACHES_INTO[part](hours));

/**
 * The day of a call campaign. `module`: of the mandate, whose hours it has; `elsewhere`: what else reached this person,
 * from other Akten.
 */
export type CallDay = Readonly<{
  procedures: (matter: Matter) => Procedure;
  today: Day;
  module: Module;
  elsewhere?: Contacts;
}>;

/**
 * The call that a window asks for on a day, or null: reached, tried today or on this weekday already while others are
 * left, the attempts of the week (reading 14) or of the window used up, or nobody may be called.
 */
const taskIn = (
  akte: Akte,
  window: CallWindow,
  procedure: Procedure,
  { today, module, elsewhere = NO_CONTACTS }: CallDay,
): CallTask | null => {
  const level = procedure.levels.find((l) => l.stage === window.stage);
  const hours = contactHoursOn(today, placeOf(akte.debtor), CALL_HOURS[module]);
  if (!level || !hours || isBefore(today, window.from) || !isBefore(today, window.until)) return null;
  const calls = akte.calls.filter((c) => c.matter === window.matter && c.stage === window.stage);
  if (calls.some((c) => c.outcome !== 'not-reached' || c.on === today)) return null;
  if (roomFrom([...contactsIn([akte]).calls, ...elsewhere.calls], procedure.contactBudget.calls, today) !== today)
    return null;
  if (calls.length >= (level.phone?.attempts ?? Infinity)) return null;
  // Different weekdays (D55): one that was tried comes again only when all five have been.
  const tried = new Set(calls.map((c) => weekday(c.on)));
  if (tried.has(weekday(today)) && tried.size < 5 && isBefore(plusDays(today, 1), window.until)) return null;
  const parts = partsOf(hours);
  const fresh = parts.filter((p) => !calls.some((c) => c.part === p));
  return {
    matter: window.matter,
    stage: window.stage,
    attempt: calls.length + 1,
    parts: fresh.length > 0 ? fresh : parts,
    until: plusDays(window.until, -1),
    open: askedStill(akte, firstOfStage(akte, { matter: window.matter, stage: window.stage }), today),
    daysLeft: daysBetween(today, window.until),
    sender: senderOf(procedure, level),
  };
};

/** The calls to be made for an Akte on a day: none where the dunning rests, is over, or the number is dead. */
export const callTasksOf = (akte: Akte, of: CallDay): CallTask[] => {
  if (akte.closed || !canBeCalled(akte)) return [];
  return akte.callWindows.flatMap((window) => {
    const matter = akte.matters.find((m) => m.id === window.matter);
    const isCalled = akte.claims.some((c) => c.matter === window.matter && isCallWait(nextStep(akte, c.id, of).name));
    const task = isCalled && matter ? taskIn(akte, window, of.procedures(matter), of) : null;
    return task ? [task] : [];
  });
};

/**
 * From when a debtor may be called, where that is not now: the hours of the module at the debtor's place (reading 14).
 * Null: now; `hour` null: days are too short to have hours.
 */
export const callableFrom = (
  { debtor }: Pick<Akte, 'debtor'>,
  today: Day,
  hour: number | null,
  module: Module,
): Moment | null => {
  const hours = CALL_HOURS[module];
  const place = placeOf(debtor);
  if (hour === null) return contactHoursOn(today, place, hours) ? null : nextContact(today, 0, place, hours);
  const next = nextContact(today, hour, place, hours);
  return next.on === today && next.hour === hour ? null : next;
};

/** What matters first: windows that end soon, then the larger sum. */
export const byUrgency = (a: CallTask, b: CallTask): number => a.daysLeft - b.daysLeft || b.open - a.open;
