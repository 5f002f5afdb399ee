import * as z from 'zod';
import { HAND_OVER, HandOver } from '../domain/intake/hand-over.ts';
import { MAY } from './may.ts';
import { get, getPage, listOf } from './route.ts';

/** In the list a hand-over stands without its claims: there may be a thousand. */
const { running, taken, called, checked, refused } = HAND_OVER;
const claims = { claims: true } as const;
export const Shown = z.discriminatedUnion('state', [
  running.omit(claims),
  z.discriminatedUnion('source', [taken.omit(claims), called.omit(claims)]),
  checked.omit(claims),
  refused.omit(claims),
]);

export type { HandOver };
const Link = z.url().nullable();
/** A creditor's hand-overs, newest first; one of them with addresses to read its reports, good for ten minutes. */
export const handOvers = {
  list: getPage({ path: '/v1/hand-overs', may: MAY.READS_OWN, lists: { handOvers: listOf(Shown) } }),
  read: get({
    path: '/v1/hand-overs/{id}',
    may: MAY.READS_OWN,
    reply: z.intersection(
      HandOver,
      z.object({ downloads: z.object({ report: Link, reportJson: Link, correction: Link }) }),
    ),
  }),
};
