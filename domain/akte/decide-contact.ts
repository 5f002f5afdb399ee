import type { Actor } from '../actor.ts';
import type { Day } from '../calendar.ts';
import { wrongField } from '../faults.ts';
import { landOfPostalCode } from '../law/postal-codes.ts';
import { CONTACT_FIELDS, type ContactField } from '../parties/contact-fields.ts';
import { addressParts } from '../parties/salutation.ts';
import { windowOf } from '../print/address-window.ts';
import { checkPrinted } from '../print/printed.ts';
import type { Akte } from './akte.ts';
import type { Answer } from './answer.ts';
import { hasFailed } from './contacts-told.ts';
import type { Fact, FactOf } from './facts.ts';

/** Who says how the debtor is reached; the debtor, where nothing is stated. */
export type ContactTold = Omit<Extract<Answer, { kind: 'contact' }>, 'kind'>;
type Reached = Omit<ContactTold, 'source'>;

const NOT_REACHED: Readonly<Record<ContactField, string>> = {
  address: 'Unter dieser Anschrift',
  email: 'Unter dieser E-Mail-Adresse',
  phone: 'Unter dieser Telefonnummer',
};

const ANOTHER: Readonly<Record<ContactField, string>> = {
  address:
    'bitte eine andere angeben, oder den Zusatz, mit dem sie stimmt („address.extra“, zum Beispiel „c/o Lehmann“; Befehl: --zusatz).',
  email: 'bitte eine andere angeben.',
  phone: 'bitte eine andere angeben.',
};

/** What is told must be such that a letter can show it, or the next one could not go out. */
const refuseUnprintable = ({ name, address }: Reached, { debtor }: Akte): void => {
  checkPrinted('contact', { name, address });
  windowOf(addressParts({ name: name ?? debtor.name, address: address ?? debtor.address }));
};

const refuseFailed = (given: Reached, akte: Akte): void => {
  const failed = CONTACT_FIELDS.find((field) => hasFailed(akte, field, given));
  if (failed)
    throw wrongField(
      'contact.failed',
      failed,
      `${NOT_REACHED[failed]} war der Schuldner nicht zu erreichen; ${ANOTHER[failed]}`,
    );
};

/** Where nobody says so, the Land is that of the postal code, if it lies in one. */
const withLand = (given: Reached): Reached => {
  const land = given.land ?? (given.address && landOfPostalCode(given.address.postalCode));
  return { ...given, ...(land ? { land } : {}) };
};

const WORDS = ['name', 'email', 'phone', 'land'] as const;
/** All of it stands in the Akte; an address that is being traced is news even so. */
const isKnown = (fact: FactOf<'contactChanged'>, { debtor, tracing }: Akte): boolean => {
  const { address } = fact;
  const sameWords = WORDS.every((field) => fact[field] === undefined || fact[field] === debtor[field]);
  const sameAddress = address === undefined || JSON.stringify(address) === JSON.stringify(debtor.address);
  return sameWords && sameAddress && !(address && tracing);
};

/**
 * The news of how a debtor is reached; none where the Akte says so already. Throws Rejected `contact.failed`, and what
 * cannot be printed (`contact.letters`, `address.too-long`).
 */
export const decideContact = (
  { source = 'debtor', by, ...given }: ContactTold & Readonly<{ by: Actor }>,
  akte: Akte,
  on: Day,
): readonly Fact[] => {
  refuseUnprintable(given, akte);
  refuseFailed(given, akte);
  if (Object.keys(given).length === 0) return [];
  const changed: FactOf<'contactChanged'> = { kind: 'contactChanged', on, by, source, ...withLand(given) };
  return isKnown(changed, akte) ? [] : [changed];
};
