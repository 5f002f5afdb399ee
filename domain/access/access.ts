import * as z from 'zod';
import { Actor } from '../actor.ts';
import { Instant } from '../calendar.ts';

/** The client before a renewal: it speaks beside its successor, and from `until` on no more. */
const Ending = z.object({ client: z.string(), until: Instant });

const shared = {
  purpose: z.string(),
  /** The instant of the last change, and who made it. */
  since: Instant,
  by: Actor,
};
/**
 * A creditor's way into the API for one purpose: its ERP, its shop. It is one client of the user pool, and two while
 * the creditor changes from one secret to the next.
 */
export const Access = z.discriminatedUnion('state', [
  /** A client is being made, or was when something broke. */
  z.object({ ...shared, state: z.literal('making'), client: z.null() }),
  z.object({ ...shared, state: z.literal('active'), client: z.string(), ending: Ending.nullable() }),
  /** Its successor is being made, or was when something broke; until it is there, the client speaks on. */
  z.object({ ...shared, state: z.literal('renewing'), client: z.string() }),
  z.object({ ...shared, state: z.literal('revoked'), client: z.null() }),
]);
export type Access = z.infer<typeof Access>;
export type AccessIn<S extends Access['state']> = Extract<Access, { state: S }>;

/** A client of the pool, and the instant from which it speaks for nobody; null: none is set. */
export type Speaker = Readonly<{ client: string; until: string | null }>;

/** The clients that speak for the creditor by this access. */
export const speakersOf = (access: Access): readonly Speaker[] => {
  switch (access.state) {
    case 'making':
    case 'revoked':
      return [];
    case 'renewing':
      return [{ client: access.client, until: null }];
    case 'active':
      return [{ client: access.client, until: null }, ...(access.ending ? [access.ending] : [])];
  }
};
/** The clients that spoke by the access as it was and do not by the access as it is. */
export const silencedBy = (was: Access | null, is: Access): readonly string[] => {
  const speaking = new Set(speakersOf(is).map(({ client }) => client));
  const spoke = was ? speakersOf(was).map(({ client }) => client) : [];
  return spoke.filter((client) => !speaking.has(client));
};
