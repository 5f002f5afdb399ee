import * as z from 'zod';
import { OVERLAP_DAYS } from '../domain/access/decide-access.ts';
import { Actor } from '../domain/actor.ts';
import { Instant } from '../domain/calendar.ts';
import { CreditorId } from '../domain/parties/parties.ts';
import { MAY } from './may.ts';
import { getWhole, listOf, post } from './route.ts';

/** A word for what the access is for; it stands in the client's name and in the path. */
const Purpose = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,28}[a-z0-9])?$/, 'Kleinbuchstaben, Ziffern und Bindestriche, höchstens 30: erp');
/**
 * A way into the API for one purpose. `since`, `by`: its last change. `ending`: the client before the renewal, which
 * speaks until that instant.
 */
export const Access = z.object({
  creditor: CreditorId,
  purpose: z.string(),
  state: z.enum(['making', 'active', 'renewing', 'revoked']),
  clientId: z.string().nullable(),
  ending: z.object({ clientId: z.string(), until: Instant }).nullable(),
  since: Instant,
  by: Actor,
});

/** For our own people: a creditor's ways into the API. */
export const accesses = {
  list: getWhole({
    path: '/v1/creditors/{creditor}/accesses',
    may: MAY.CARE,
    lists: { accesses: listOf(Access) },
  }),
  /** `clientSecret`: shown this once; null where the access was there already. */
  make: post({
    path: '/v1/creditors/{creditor}/accesses',
    may: MAY.CARE,
    again: 'secret',
    body: z.strictObject({ purpose: Purpose }),
    reply: Access.extend({ clientSecret: z.string().nullable() }),
  }),
  /**
   * A second client beside the first, which speaks for so many days more (30 where none are said). `clientSecret`:
   * shown this once; null where the call was repeated under its key. Who has lost it renews again.
   */
  renew: post({
    path: '/v1/creditors/{creditor}/accesses/{purpose}/renew',
    may: MAY.CARE,
    again: 'secret',
    body: z.strictObject({
      days: z.int().min(OVERLAP_DAYS.least).max(OVERLAP_DAYS.most).default(OVERLAP_DAYS.usual),
    }),
    reply: Access.extend({ clientSecret: z.string().nullable() }),
  }),
  /** Ends a renewal at once: `new` is in use, or its secret was lost and `old` stays. */
  settle: post({
    path: '/v1/creditors/{creditor}/accesses/{purpose}/settle',
    may: MAY.CARE,
    again: 'state',
    body: z.strictObject({ keep: z.enum(['new', 'old']) }),
    reply: Access,
  }),
  /** It ends within a minute, also for tokens that still live. */
  revoke: post({
    path: '/v1/creditors/{creditor}/accesses/{purpose}/revoke',
    may: MAY.CARE,
    again: 'state',
    body: z.strictObject({}),
    reply: Access,
  }),
};
