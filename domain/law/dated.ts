import { day, formatDay, type Day } from '../calendar.ts';
import type { FaultCode } from '../fault-codes.ts';
import { Rejected } from '../faults.ts';

/**
 * How well a figure was checked: read in the text of the law, in agreeing secondary sources, from memory, or
 * unresolved.
 */
export type Confidence = 'verified' | 'verified-2' | 'known' | 'unsure';
/**
 * A figure of the law with the day it came into force, where it stands, when that was last read, and how sure we are.
 */
export type Dated<T> = Readonly<{ from: Day; value: T; source: string; checkedOn: Day; confidence: Confidence }>;
/**
 * A figure of the law through time: its German name and its rows, oldest first. `refusal`: the fault's code and field
 * for a day before the first row.
 */
export type LawTable<T> = Readonly<{
  name: string;
  rows: readonly Dated<T>[];
  refusal?: Readonly<{ code: FaultCode; field?: string }>;
}>;

/** When most rows were last read in their sources. */
export const READ_ON = day('2026-11-22');
/** How well and when a row was last read, where that is not as for most. */
type Reading = Partial<Pick<Dated<unknown>, 'confidence' | 'checkedOn'>>;
export const row = <T>(
  from: string,
  value: T,
  source: string,
  { confidence = 'verified', checkedOn = READ_ON }: Reading = {},
): Dated<T> => ({ from: day(from), value, source, checkedOn, confidence });

/**
 * The row in force on a day: the only way to read a figure of the law, so that a row for a later day changes nothing
 * that was judged before it. A day before the first row is refused (Rejected): no figure is guessed backwards.
 */
export const inForce = <T>({ name, rows, refusal }: LawTable<T>, on: Day): Dated<T> => {
  const found = rows.findLast((r) => r.from <= on);
  if (!found)
    throw new Rejected(
      refusal?.code ?? 'law.before-first',
      `${name}: Für den ${formatDay(on)} ist kein Wert hinterlegt; der älteste gilt ab ${rows[0] ? formatDay(rows[0].from) : '–'}.`,
      refusal?.field === undefined ? {} : { field: refusal.field },
    );
  return found;
};
