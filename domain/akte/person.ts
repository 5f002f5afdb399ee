import type { Akte } from './akte.ts';
import type { Day } from '../calendar.ts';
import type { Debtor } from '../parties/parties.ts';
import { foldEmail, foldName, foldStreet } from '../similar/fold.ts';

/**
 * The days of messages that went out and of call attempts, as far as they count against a person's contact budget
 * (reading 14).
 */
export type Contacts = Readonly<{ messages: readonly Day[]; calls: readonly Day[] }>;
export const NO_CONTACTS: Contacts = { messages: [], calls: [] };

/**
 * What a person is reached by, folded so that spellings do not tell two apart: `email:erika@example.com`, `phone:+49…`,
 * `post:‹name›#‹street›#‹number›#‹postal code›`. Debtors who share one share the contact budget: one mailbox, one
 * telephone and one letter box get no more because several creditors claim. No street without its house number, nobody
 * by name alone.
 */
export const contactPointsOf = (debtor: Debtor): readonly string[] => {
  const found = known.get(debtor);
  if (found) return found;
  const points = pointsOf(debtor);
  known.set(debtor, points);
  return points;
};
/** A debtor never changes, and every message asks who else is reached like this. */
const known = new WeakMap<Debtor, readonly string[]>();
const letterBoxOf = ({ name, address }: Debtor): readonly string[] => {
  if (!address) return [];
  const street = foldStreet(address.street);
  return street.number ? [`post:${foldName(name)}#${street.name}#${street.number}#${address.postalCode}`] : [];
};
const pointsOf = (debtor: Debtor): readonly string[] => [
  ...(debtor.email ? [`email:${foldEmail(debtor.email)}`] : []),
  ...(debtor.phone ? [`phone:${debtor.phone}`] : []),
  ...letterBoxOf(debtor),
];

/**
 * By what else a person is reached than by what is known of it, each once; null: nothing is. Noted before an Akte says
 * so, so that whoever counts a person's contacts misses none.
 */
export const furtherPoints = (known: Debtor | null, told: readonly Debtor[]): readonly string[] => {
  const before = new Set(known && contactPointsOf(known));
  return [...new Set(told.flatMap(contactPointsOf))].filter((point) => !before.has(point));
};

/** When somebody looks: the day, and the instant in real time, for what is only held for a while. */
export type Moment = Readonly<{ today: Day; now: Date }>;

/** The days on which a message of this Akte went out. */
export const sentDays = ({ messages }: Akte): Day[] => messages.flatMap((m) => (m.state === 'sent' ? m.on : []));

/** What went to a person from these Akten. */
export const contactsIn = (akten: readonly Akte[]): Contacts => ({
  messages: akten.flatMap(sentDays),
  calls: akten.flatMap((akte) => akte.calls.map((c) => c.on)),
});

/**
 * What may be reaching a person at this moment: a message that is reserved or of which nobody knows whether it went
 * out, and a call that somebody has taken. Counted until it is known, or two senders could each take the last place.
 */
const underWayIn = (akten: readonly Akte[], { today, now }: Moment): Contacts => ({
  messages: akten.flatMap((akte) =>
    akte.messages.flatMap((m) =>
      m.state === 'open' || m.state === 'unclear' ? [m.on ?? m.demand?.asOf ?? today] : [],
    ),
  ),
  calls: akten.flatMap((akte) => akte.callsTaken.flatMap((c) => (Date.parse(c.until) > now.getTime() ? [today] : []))),
});

/**
 * What counts against the budget of an Akte's person besides its own contacts: everything from the person's other
 * Akten, and what is under way in its own.
 */
export const elsewhereOf = (akte: Akte, others: readonly Akte[], moment: Moment): Contacts => {
  const theirs = contactsIn(others);
  const held = underWayIn(others, moment);
  return {
    messages: [...theirs.messages, ...held.messages, ...underWayIn([akte], moment).messages],
    calls: [...theirs.calls, ...held.calls],
  };
};
