import { formatDay, isBefore, type Day } from '../../domain/calendar.ts';
import { Rejected } from '../../domain/faults.ts';

/** A day that something is to last until lies ahead. */
export const future = (field: string, day: Day, today: Day): void => {
  if (!isBefore(today, day))
    throw new Rejected('day.past', `Feld „${field}“: Der ${formatDay(day)} liegt nicht in der Zukunft.`, { field });
};
