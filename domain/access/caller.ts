import * as z from 'zod';
import { CreditorId } from '../parties/parties.ts';
import { CreditorRole, OperatorRole, type Role } from './roles.ts';

/** A creditor’s program (`system`; `who`: the id of its client) or a person of its (the name they sign in with). */
const OfCreditor = z.object({
  side: z.literal('creditor'),
  role: CreditorRole,
  who: z.string(),
  creditor: CreditorId,
});
/** Our own people, by the name they sign in with. */
const OfOurs = z.object({ side: z.literal('operator'), role: OperatorRole, who: z.string() });

/**
 * Whoever calls the API, once they were let in; `role`: the one of theirs that opened the route. Texts only: the
 * gateway hands it on as such.
 */
export const Caller = z.discriminatedUnion('side', [OfCreditor, OfOurs]);
export type Caller = z.infer<typeof Caller>;
/** Who calls a route that is open to these roles. */
export type CallerAs<R extends Role> =
  | (R extends CreditorRole ? z.infer<typeof OfCreditor> : never)
  | (R extends OperatorRole ? z.infer<typeof OfOurs> : never);

/** Whether a call by this role is meant by a route. */
export const isOneOf = <R extends Role>(may: readonly R[], caller: Caller): caller is Caller & CallerAs<R> =>
  may.some((role) => role === caller.role);
