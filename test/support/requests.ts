import { day } from '../../domain/calendar.ts';
import { AkteId } from '../../domain/ids.ts';
import type { KeptIn, Written } from '../../domain/repeat/kept-request.ts';

/** A call that began at noon, and until when its key is known. */
export const NOON = new Date('2026-03-02T12:00:00.000Z');
export const EXPIRES = '2026-04-01T12:00:00.000Z';
export const RUNNING: KeptIn<'running'> = {
  state: 'running',
  body: 'a',
  expires: EXPIRES,
  until: '2026-03-02T12:01:00.000Z',
};
export const ENTRY: Written = {
  akte: AkteId.parse('MUS-4F7K-2QXR'),
  version: 2,
  on: day('2026-03-02'),
  hour: 12,
  at: '2026-03-02T12:00:00.500Z',
  line: null,
};
