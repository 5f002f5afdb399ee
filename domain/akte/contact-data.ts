import * as z from 'zod';
import type { Day } from '../calendar.ts';
import type { ContactData, ContactField } from '../parties/contact-fields.ts';
import type { Address } from '../parties/parties.ts';
import { fold, foldEmail, foldStreet } from '../similar/fold.ts';

/**
 * Who said how a debtor is reached: the debtor is told so (§ 13a(1) Nr. 7 RDG, Art. 14(2)(f) GDPR), and it decides what
 * counts where two say different things.
 */
export const CONTACT_SOURCES = ['debtor', 'creditor', 'register', 'tracing', 'post'] as const;
export const ContactSource = z.enum(CONTACT_SOURCES);
export type ContactSource = z.infer<typeof ContactSource>;
/** How a person reads where a piece of contact data comes from. */
export const CONTACT_SOURCE_WORDS: Readonly<Record<ContactSource, string>> = {
  debtor: 'vom Schuldner selbst',
  creditor: 'vom Gläubiger',
  register: 'aus einem öffentlichen Register',
  tracing: 'aus der Adressermittlung',
  post: 'von der Post',
};

/** Where a piece of contact data comes from, and since when we know it. */
export type ContactOrigin = Readonly<{ source: ContactSource; on: Day }>;

const doorOf = ({ street, postalCode }: Address): string => {
  const { name, number } = foldStreet(street);
  return `${name}#${number}#${postalCode}`;
};
/**
 * One value, folded so that another spelling does not make it another: `email:erika@example.com`; null where there is
 * none.
 */
export const contactPoint = (field: ContactField, { address, email, phone }: ContactData): string | null => {
  switch (field) {
    case 'address':
      return address ? `address:${doorOf(address)}` : null;
    case 'email':
      return email ? `email:${foldEmail(email)}` : null;
    case 'phone':
      return phone ? `phone:${phone}` : null;
    default:
      return field satisfies never;
  }
};

/** What stands between name and street, folded: `c o lehmann`. */
const additionsOf = ({ address }: ContactData): readonly string[] => (address?.extra ?? []).map(fold);

/**
 * Whether somebody who says `later` says nothing that `known` did not: the same value, and of an address no addition
 * that is new (`c/o Lehmann`, the rear building).
 */
export const repeats = (field: ContactField, later: ContactData, known: ContactData): boolean => {
  if (contactPoint(field, later) !== contactPoint(field, known)) return false;
  const additions = additionsOf(known);
  return field !== 'address' || additionsOf(later).every((addition) => additions.includes(addition));
};

/** Whether a message to the one arrives where it would to the other: an address with another addition is another. */
export const isSameWay = (field: ContactField, one: ContactData, other: ContactData): boolean =>
  repeats(field, one, other) && repeats(field, other, one);
