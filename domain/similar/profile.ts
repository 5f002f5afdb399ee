import type { Debtor } from '../parties/parties.ts';
import { colognePhonetic } from './cologne-phonetic.ts';
import { fold, foldEmail, foldStreet, nameWords, type Street } from './fold.ts';

/** A debtor as far as it is compared. The IBAN counts where a list brings one. */
export type Comparable = Debtor & Readonly<{ iban?: string | undefined }>;

/**
 * A debtor, folded once and compared often. Words and sounds are sorted: the order of a name's parts does not tell
 * people apart.
 */
export type Profile = Readonly<{
  words: readonly string[];
  sounds: readonly string[];
  /** The name without blanks: `Beispiel Bau` and `Beispielbau`. */
  compact: string;
  salutation: Debtor['salutation'];
  address: Readonly<{ street: Street; sound: string; postalCode: string; city: string }> | null;
  email: string | null;
  phone: string | null;
  iban: string | null;
}>;

/** A word of digits or foreign letters has no sound of its own: it stands for itself. */
const soundOf = (word: string): string => colognePhonetic(word) || word;

const addressOf = ({ address }: Debtor): Profile['address'] => {
  if (!address) return null;
  const street = foldStreet(address.street);
  return { street, sound: soundOf(street.name), postalCode: address.postalCode, city: fold(address.city) };
};

export const profileOf = (debtor: Comparable): Profile => {
  const words = nameWords(debtor.name);
  return {
    words: [...words].sort(),
    sounds: words.map(soundOf).sort(),
    compact: words.join(''),
    salutation: debtor.salutation,
    address: addressOf(debtor),
    email: debtor.email ? foldEmail(debtor.email) : null,
    phone: debtor.phone ?? null,
    iban: debtor.iban?.replaceAll(/\s/g, '').toUpperCase() ?? null,
  };
};

/** `email:erika@example.com`: two debtors are compared only if they share one. */
export type Key = string;
export const KEY_KINDS = ['iban', 'email', 'phone', 'address', 'name-postal-code', 'name-city'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

const townOf = (city: string): string => soundOf(city.split(' ')[0] ?? '');
/** A street without a house number is shared by too many to lead to anybody. */
const doorOf = ({ street, postalCode }: NonNullable<Profile['address']>): Key | null =>
  street.number ? `${street.name}#${street.number}#${postalCode}` : null;

/** The key of one kind, null where the debtor has none. The name alone is no key: it is as common as Thomas Müller. */
export const keyOf = (kind: KeyKind, { sounds, address, ...of }: Profile): Key | null => {
  switch (kind) {
    case 'iban':
    case 'email':
    case 'phone':
      return of[kind] && `${kind}:${of[kind]}`;
    case 'address':
      return address && doorOf(address) && `${kind}:${doorOf(address)}`;
    case 'name-postal-code':
      return address && `${kind}:${sounds.join(' ')}#${address.postalCode}`;
    case 'name-city':
      return address && `${kind}:${sounds.join(' ')}#${townOf(address.city)}`;
    default:
      throw new Error(`unknown key ${JSON.stringify(kind satisfies never)}`);
  }
};
