import * as z from 'zod';
import { Day } from '../domain/calendar.ts';
import { CreditorId } from '../domain/parties/parties.ts';
import { Instant, get, listOf } from './route.ts';

/** A hand-over as the Abgabehistorie has it: rows = accepted + rejected + duplicates. */
const Shown = z.object({
  id: z.string(),
  creditor: CreditorId,
  source: z.enum(['file', 'api']),
  file: z.string().nullable(),
  on: Day,
  mode: z.enum(['good-rows', 'all-or-nothing', 'check-only']),
  /** `checked`: looked at and nothing taken, as wanted. `refused`: nothing taken, `problem` says why. */
  state: z.enum(['running', 'done', 'checked', 'refused']),
  rows: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  duplicates: z.int(),
  warnings: z.int(),
  /** How often each kind of issue came. */
  codes: z.record(z.string(), z.int()),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  problem: z.string().nullable(),
  /** Where its error report and the file of refused rows to be mended lie. */
  report: z.string().nullable(),
  correction: z.string().nullable(),
  startsPending: z.boolean(),
  receivedAt: Instant,
  updatedAt: Instant,
  finishedAt: Instant.nullable(),
});
/** With its claims, `MUS-4F7K-2QXR-F1`: the first thousand. */
export const HandOver = Shown.extend({ claims: listOf(z.string()) });
export type HandOver = z.infer<typeof HandOver>;

const Link = z.url().nullable();
/** A creditor's hand-overs, newest first; one of them with addresses to read its reports, good for ten minutes. */
export const handOvers = {
  list: get({ path: '/v1/hand-overs', who: 'creditor', reply: z.object({ handOvers: listOf(Shown) }) }),
  read: get({
    path: '/v1/hand-overs/{id}',
    who: 'creditor',
    reply: HandOver.extend({ downloads: z.object({ report: Link, reportJson: Link, correction: Link }) }),
  }),
};
