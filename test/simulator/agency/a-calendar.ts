import { day, type Land } from '../../../domain/calendar.ts';
import type { Procedure } from '../../../domain/procedure/procedure.ts';
import { calendarOf, type CalendarRow } from '../../../simulator/agency/calendar.ts';

export type More = Readonly<{ land?: Land | null; email?: boolean; phone?: boolean; plain?: boolean }>;

export const rows = async (procedure: Procedure, from: string, more: More = {}): Promise<readonly CalendarRow[]> =>
  (await calendarOf({ procedure, from: day(from), land: null, email: true, phone: true, plain: false, ...more })).rows;

export const days = async (...of: Parameters<typeof rows>): Promise<string> =>
  [...new Set((await rows(...of)).map((r) => r.day))].join(' ');
