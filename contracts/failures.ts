import * as z from 'zod';
import { Instant } from '../domain/calendar.ts';
import { MAY } from './may.ts';
import { getWhole, listOf, post } from './route.ts';

/** As many as an answer within half a minute allows. */
export const MOST_AGAIN = 100;

/** `about`: the file, list or month it was about; `fault`: the name of what went wrong; null: nobody can tell. */
const Lost = z.object({ since: Instant, about: z.string().nullable(), fault: z.string().nullable() });

/** For our own people: what failed for good and waits, source by source, and having it done again. */
export const failures = {
  list: getWhole({
    path: '/v1/failures',
    may: MAY.TEAM,
    lists: {
      failures: listOf(
        z.object({
          source: z.string(),
          /** What it is, in German. */
          what: z.string(),
          waiting: z.int(),
          some: listOf(Lost),
        }),
      ),
    },
  }),
  again: post({
    path: '/v1/failures/{source}',
    may: MAY.TEAM,
    again: 'work',
    body: z.strictObject({ most: z.int().min(1).max(MOST_AGAIN).default(MOST_AGAIN) }),
    reply: z.object({ source: z.string(), again: z.int(), left: z.int() }),
  }),
};
