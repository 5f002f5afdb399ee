import { formatDay, type Day } from '../calendar.ts';
import { Rejected } from '../faults.ts';

/** How well a figure was checked: read in the text of the law, in agreeing secondary sources, from memory, or unresolved (law.md, marks). */
export type Confidence = 'verified' | 'verified-2' | 'known' | 'unsure';
/** A figure of the law with the day it came into force, where it stands, when that was last read, and how sure we are. */
export type Dated<T> = Readonly<{ from: Day; value: T; source: string; checkedOn: Day; confidence: Confidence }>;

/** The row in force on a day; rows stand oldest first. A day before the first row is refused: no figure is guessed backwards. */
export const inForce = <T>(rows: readonly Dated<T>[], on: Day, what: string): Dated<T> => {
  const row = rows.findLast((r) => r.from <= on);
  if (!row)
    throw new Rejected(
      'law.before-first',
      `${what}: Für den ${formatDay(on)} ist kein Wert hinterlegt; der älteste gilt ab ${rows[0] ? formatDay(rows[0].from) : '–'}.`,
    );
  return row;
};

/** The newest row: for figures that have not changed as long as our tables reach. */
export const newestRow = <T>(rows: readonly Dated<T>[]): Dated<T> => {
  const last = rows[rows.length - 1];
  if (!last) throw new Rejected('law.empty', 'Für diese Größe ist kein Wert hinterlegt.');
  return last;
};
export const newest = <T>(rows: readonly Dated<T>[]): T => newestRow(rows).value;
