import { foundersOf, type Akte } from '../akte/akte.ts';
import { latest, plusDays, weekday, type Day } from '../calendar.ts';
import { isHoliday, isWorkingDay, nextWorkingDay } from '../law/deadlines.ts';
import type { Place } from '../law/place.ts';
import type { Procedure } from '../procedure/procedure.ts';

/**
 * Which days a procedure uses at the debtor's place. `move`: where a deadline, a phone window or a change of stage goes
 * (§ 193 BGB); `sendFrom`: the first day on which a message may go.
 */
export type RunDays = Readonly<{ move(on: Day): Day; sendFrom(on: Day): Day }>;

const isSendingDay = (days: Procedure['messageDays'], on: Day, place: Place): boolean =>
  days === 'every-day' ||
  (days === 'working-days' ? isWorkingDay(on, place) : weekday(on) !== 0 && !isHoliday(on, place));

export const runDays = ({ shift, messageDays }: Procedure, place: Place): RunDays => {
  const sendFrom = (on: Day): Day => (isSendingDay(messageDays, on, place) ? on : sendFrom(plusDays(on, 1)));
  return { move: (on) => (shift ? nextWorkingDay(on, place) : on), sendFrom };
};

/** The days any stretch of the contact budget spans (reading 14). */
export const BUDGET_DAYS = 7;

/**
 * The first day from this one on that has room for one more contact: in any seven days a person gets no more than the
 * budget. `taken`: the days of all there were, whatever matter or creditor they belong to.
 */
export const roomFrom = (taken: readonly Day[], most: number, on: Day): Day =>
  taken.filter((day) => day > plusDays(on, -BUDGET_DAYS) && day <= on).length < most
    ? on
    : roomFrom(taken, most, plusDays(on, 1));

/** Day 0 of a matter's run: what `startsOnDay` counts from. */
export const dayZeroOf = (akte: Akte, matter: Akte['matters'][number], { countsFrom }: Procedure): Day =>
  countsFrom === 'handOver'
    ? matter.on
    : foundersOf(akte, matter)
        .map((c) => c.invoiceDate)
        .reduce(latest);
