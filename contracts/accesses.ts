import * as z from 'zod';
import { Actor } from '../domain/actor.ts';
import { Instant } from '../domain/calendar.ts';
import { CreditorId } from '../domain/parties/parties.ts';
import { MAY } from './may.ts';
import { SIGNED, get, listOf, post } from './route.ts';

/** A word for what the access is for; it stands in the client's name and in the path. */
const Purpose = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,28}[a-z0-9])?$/, 'Kleinbuchstaben, Ziffern und Bindestriche, höchstens 30: erp');
/** A way into the API for one purpose. `since`, `by`: its last change. */
export const Access = z.object({
  creditor: CreditorId,
  purpose: z.string(),
  state: z.enum(['making', 'active', 'revoked']),
  clientId: z.string().nullable(),
  since: Instant,
  by: Actor,
});

/** For our own people: a creditor's ways into the API. */
export const accesses = {
  list: get({
    path: '/v1/creditors/{creditor}/accesses',
    may: MAY.CARE,
    reply: z.object({ accesses: listOf(Access) }),
  }),
  /** `clientSecret`: shown this once; null where the access was there already. */
  make: post({
    path: '/v1/creditors/{creditor}/accesses',
    may: MAY.CARE,
    body: z.strictObject({ purpose: Purpose, ...SIGNED }),
    reply: Access.extend({ clientSecret: z.string().nullable() }),
  }),
  /** It ends within a minute, also for tokens that still live. */
  revoke: post({
    path: '/v1/creditors/{creditor}/accesses/{purpose}/revoke',
    may: MAY.CARE,
    body: z.strictObject(SIGNED),
    reply: Access,
  }),
};
