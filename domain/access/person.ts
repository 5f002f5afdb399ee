import * as z from 'zod';
import { CreditorId } from '../parties/parties.ts';
import { PERSON_ROLES } from './roles.ts';

const State = z.enum(['active', 'revoked']);
/** One of our own people: what they may say the groups of their user pool. */
const OfOurs = z.object({ side: z.literal('operator'), state: State });
/** A creditor's person speaks for one creditor, in one role. */
const OfCreditor = z.object({
  side: z.literal('creditor'),
  state: State,
  creditor: CreditorId,
  role: z.enum(PERSON_ROLES),
});

/** What the table says of a person: whose they are, and whether they still are. */
export const Person = z.discriminatedUnion('side', [OfOurs, OfCreditor]);
export type Person = z.infer<typeof Person>;
