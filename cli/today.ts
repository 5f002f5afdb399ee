import { Day } from '../domain/calendar.ts';

/** The day it is where we work, whatever this machine's clock is set to. */
export const today = (): Day =>
  Day.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date()));
