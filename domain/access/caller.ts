import * as z from 'zod';
import { CreditorId } from '../parties/parties.ts';

/** Whose token opens a route. */
export type Who = 'creditor' | 'operator' | 'both';

/** One of a creditor's machine clients. It speaks for its creditor only. */
const OfCreditor = z.object({ side: z.literal('creditor'), client: z.string(), creditor: CreditorId });
/** Our own people. */
const OfOurs = z.object({ side: z.literal('operator'), client: z.string() });

/** Whoever calls the API, once they were let in. Texts only: the gateway hands it on as such. */
export const Caller = z.discriminatedUnion('side', [OfCreditor, OfOurs]);
export type Caller = z.infer<typeof Caller>;
/** Who calls a route, by whose token opens it. */
export type Callers = Readonly<{
  creditor: z.infer<typeof OfCreditor>;
  operator: z.infer<typeof OfOurs>;
  both: Caller;
}>;
