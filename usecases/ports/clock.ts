import type { Day } from '../../domain/calendar.ts';

/**
 * What day it is and when a day begins (at 8 o'clock, or at another hour of it) scale together; `now` is real time, for
 * the age of a reservation. `hour`: 0–23, local time, of the day that it is; null where days are too short to have
 * hours.
 */
export interface Clock {
  today(): Day;
  hour(): number | null;
  instantOf(day: Day, hour?: number): string;
  now(): Date;
}
