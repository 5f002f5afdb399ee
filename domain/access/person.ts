import * as z from 'zod';
import { Actor } from '../actor.ts';
import { Instant } from '../calendar.ts';
import { CreditorId } from '../parties/parties.ts';
import { PERSON_ROLES } from './roles.ts';

const State = z.enum(['active', 'revoked']);
/**
 * One of our own people, of whom somebody said that they are no more, or are again: what they may say the groups of
 * their user pool.
 */
const OfOurs = z.object({ side: z.literal('operator'), name: z.string(), state: State, since: Instant, by: Actor });
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
export type Colleague = z.infer<typeof OfOurs>;

/** What somebody signs in with: it stands in the log beside what they did. */
export const PersonName = z
  .string()
  .regex(
    /^[a-z0-9]([a-z0-9.-]{0,58}[a-z0-9])?$/,
    'ein Name aus Kleinbuchstaben, Ziffern, Punkten und Bindestrichen, höchstens 60 Zeichen, wie mus-winter',
  );
/** A creditor's person as its list has them. `sub`: what their pool calls them; `since`, `by`: the last change. */
export const Member = z.object({
  name: z.string(),
  email: z.string(),
  role: z.enum(PERSON_ROLES),
  state: State,
  sub: z.string(),
  since: Instant,
  by: Actor,
});
export type Member = z.infer<typeof Member>;
