/** Commands that ask the API, typed as a person types them. */

import type { Request } from '../../cli/commands/asking.ts';
import { requestOf } from '../../cli/online.ts';
import { day } from '../../domain/calendar.ts';
import { Rejected } from '../../domain/faults.ts';

export const A = 'MUS-4F7K-2QXR';
export const MANDATE = { creditor: { id: 'MUS' } };
export const RUN = { id: 'eigen', version: 1 };
const files: Readonly<Record<string, unknown>> = {
  'mandat.json': MANDATE,
  // As „glaeubiger zeigen --json“ writes it.
  'gelesen.json': { ...MANDATE, version: 2, on: '2026-03-02', at: '2026-03-02T09:00:00Z', by: 'operator:Frau Sommer' },
  'lauf.json': RUN,
};
const words = (line: string): string[] => line.match(/"[^"]*"|\S+/g)?.map((w) => w.replaceAll('"', '')) ?? [];
export const asked = (line: string) =>
  requestOf(words(line), { today: day('2026-03-02'), read: (file) => files[file] });
export const request = (line: string): Request => {
  const made = asked(line);
  if ('help' in made) throw new Error('help');
  return made;
};
export const refusal = (line: string): string => {
  try {
    asked(line);
  } catch (error) {
    if (error instanceof Rejected) return error.message;
    throw error;
  }
  return 'accepted';
};
/** Method, path, body and the version that was read, as they go over the wire. */
export const wire = (line: string): unknown[] => {
  const { method, path, body, headers } = request(line);
  const match = headers['If-Match'];
  return [`${method} ${path}`, ...(body === undefined ? [] : [body]), ...(match === undefined ? [] : [match])];
};
