import { wrongField } from '../faults.ts';
import { lettersTheFontLacks } from './drawable.ts';

/** What a debtor's name consists of; without it no letter goes, so it is kept for somebody to mend. */
export const NAME_COLUMNS = ['name', 'firstName', 'lastName', 'company'] as const;
/** The lines between name and street: printed, read for what they say of the debtor, and spelt like a name. */
export const ADDRESS_LINES = ['addressLine', 'addressLine2', 'careOf', 'attention'] as const;

/**
 * What letters print of what people give us, door by door: these fields, with all texts in them, or `everything`. What
 * no letter can print is refused at the door, by its name; behind it the Akte would come to a stop at its next letter,
 * and nobody could take back what was given. Reasons of reversals, waivers and
 * credit notes are not here: no letter prints them (decision 103).
 */
export const PRINTED = {
  row: [
    ...NAME_COLUMNS,
    'customerNumber',
    'invoiceNumber',
    'street',
    'houseNumber',
    'city',
    ...ADDRESS_LINES,
    'subject',
  ],
  contact: ['name', 'address'],
  particulars: ['subject'],
  credit: ['id'],
  creditor: 'everything',
  procedure: 'everything',
  agency: 'everything',
} as const;
export type Door = keyof typeof PRINTED;

type Unprintable = Readonly<{ path: readonly string[]; letters: readonly string[] }>;
const unprintableUnder = (value: unknown, path: readonly string[]): readonly Unprintable[] => {
  if (typeof value === 'string') {
    const letters = lettersTheFontLacks(value);
    return letters.length === 0 ? [] : [{ path, letters }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unprintableUnder(inner, [...path, key]));
};

/** What of the given no letter can print: where it stands, and in which letters. */
export const unprintableIn = (door: Door, given: Readonly<Record<string, unknown>>): readonly Unprintable[] => {
  const fields = PRINTED[door];
  const all = unprintableUnder(given, []);
  return fields === 'everything' ? all : all.filter(({ path: [field] }) => fields.some((f) => f === field));
};

/** `In diesen Buchstaben …`: what is wrong and how it goes on. */
export const cannotBePrinted = (letters: readonly string[]): string =>
  `In diesen Buchstaben können wir keinen Brief drucken (${[...new Set(letters)].slice(0, 10).join(' ')}). Bitte in lateinischen Buchstaben angeben, einen Namen wie im Ausweis oder Register.`;

/** Refuses what no letter can print. Throws Rejected `‹door›.letters` with the field. */
export const checkPrinted = (door: Door, given: Readonly<Record<string, unknown>>): void => {
  const [first] = unprintableIn(door, given);
  if (!first) return;
  const field = first.path.join('.');
  throw wrongField(`${door}.letters`, field, cannotBePrinted(first.letters));
};
