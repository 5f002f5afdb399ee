import { formatDay, isBefore, latest, plusDays, type Day } from '../calendar.ts';
import type { MessageKind } from '../akte/facts.ts';
import { sentDays } from '../akte/person.ts';
import { roomFrom } from './run-days.ts';
import type { Act, Stage, Wait } from '../procedure/states.ts';
import type { Run } from './run.ts';
import { messageOf, wait, type Step } from './step.ts';

export type DueAct = Readonly<{ act: Act; on: Day; until?: Day; occasion?: MessageKind['occasion'] }>;

export type Due = DueAct | Readonly<{ over: Day }> | 'unreachable';

/** At this hour a day's work begins: a wait that ends then need not say so. */
const DAY_BEGINS = 8;

/**
 * The day, and for a message the hour, at which an act that is due may be done: within the procedure's days and hours
 * and the contact budget.
 */
export const mayBeDone = (
  {
    akte,
    procedure: {
      contactBudget,
      messageHours: { from, to },
    },
    days,
    today,
    hour,
    elsewhere,
  }: Run,
  act: Act,
  due: Day,
): Readonly<{ on: Day; hour: number | null }> => {
  const earliest = latest(due, today);
  if (!messageOf(act)) return { on: days.move(earliest), hour: null };
  const taken = [...sentDays(akte), ...elsewhere.messages];
  const freeFrom = (on: Day): Day => days.sendFrom(roomFrom(taken, contactBudget.messages, on));
  const on = freeFrom(earliest === today && hour !== null && hour >= to ? plusDays(earliest, 1) : earliest);
  return { on, hour: on === today && (hour === null || hour >= from) ? null : from };
};

/** An act that is due: done now, or waited for where the case rests. */
export const actOrWait = (
  run: Run,
  resting: Wait,
  {
    act,
    on: due,
    until,
    stage,
    title,
    latestDay,
    occasion,
  }: DueAct & Readonly<{ stage: Stage; title: string; latestDay: Day | null }>,
): Step => {
  const { on, hour } = mayBeDone(run, act, due);
  const within = latestDay ? `, spätestens am ${formatDay(latestDay)}` : '';
  if (on === run.today && hour === null && !isBefore(run.today, due))
    return {
      kind: 'act',
      name: act,
      stage,
      why: `${title}: fällig am ${formatDay(due)}${within}`,
      ...(until ? { until } : {}),
      ...(occasion ? { occasion } : {}),
    };
  return {
    ...wait(resting, on, `${act} (${title}) am ${formatDay(on)}${within}`, stage),
    ...(hour === null || hour === DAY_BEGINS ? {} : { hour }),
  };
};
