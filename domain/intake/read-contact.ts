import type { Land } from '../calendar.ts';
import { isKnownPostalCode, isPostalCode, landOfPostalCode } from '../law/postal-codes.ts';
import { plainSigns } from '../parse.ts';
import type { Address } from '../parties/parties.ts';
import { ibanIsValid } from '../akte/references.ts';
import type { ColumnName } from './columns.ts';
import { emailIn, suggestedEmail } from './email.ts';
import { isMobile } from '../parties/mobile.ts';
import { isPhoneFault, phoneIn } from './phone.ts';
import { doubtfulCity } from './places.ts';
import type { Reading } from './reading.ts';
import { withWhomBeside } from './with-whom.ts';
import { COUNTRIES, LANGUAGES } from './words.ts';

const isPostBox = (street: string): boolean => /^\s*post(?:fach|lagernd)/i.test(street);
/**
 * Doubts about an address are said, but it stays: the list of postal codes knows no large recipients, and places have
 * more than one name.
 */
const doubt = (r: Reading, { street, postalCode, city }: Address): void => {
  if (!isKnownPostalCode(postalCode)) {
    if (!isPostBox(street)) r.raise('postal-code.unknown', 'postalCode');
    return;
  }
  const doubtful = doubtfulCity(postalCode, city);
  if (doubtful !== undefined) r.raise('postal-code.place', 'postalCode', { Ort: doubtful });
};

const withNumber = (r: Reading, road: string | undefined): string | undefined => {
  const number = r.text('houseNumber', r.cells.houseNumber);
  return road && number && !road.endsWith(` ${number}`) ? `${road} ${number}`.slice(0, 200) : road;
};
const postalCodeOf = (r: Reading): string | undefined => {
  const cell = r.cells.postalCode;
  return cell !== undefined && isPostalCode(cell)
    ? cell
    : r.text('postalCode', r.cells.postalCode)?.replace(/^D[\s-]*(?=\d)/i, '');
};
const isForeign = (r: Reading): boolean => {
  const country = COUNTRIES.has(r.cells.country ?? '') ? undefined : r.text('country', r.cells.country);
  return country !== undefined && !COUNTRIES.has(country.toLowerCase().replaceAll('.', '').trim());
};

const NOTHING = /^[-–—]*$/;
const CARE_OF = /^(?:c\s?\/\s?o|℅)[\s.:]*/i;
const ATTENTION = /^(?:z\.?\s?hd?\.?|zu händen(?: von)?|zuhanden)[\s:]+/i;
/** `Lehmann` in a column c/o is `c/o Lehmann`; whoever writes the sign itself gets it once. */
const signed = (sign: string, pattern: RegExp, text: string | undefined): string | undefined => {
  const bare = text?.replace(pattern, '').trim();
  return bare === undefined || NOTHING.test(bare) ? undefined : `${sign} ${bare}`;
};
const MOST_EXTRA = 2;
/** The lines between name and street, two at most: what is more shares the last. */
const extraOf = (r: Reading, beside: readonly (string | undefined)[]): readonly string[] => {
  const lines = [
    signed('z. Hd.', ATTENTION, r.text('attention', r.cells.attention)),
    signed('c/o', CARE_OF, r.text('careOf', r.cells.careOf)),
    ...beside,
    r.text('addressLine', r.cells.addressLine),
    r.text('addressLine2', r.cells.addressLine2),
  ].filter((line): line is string => line !== undefined && !NOTHING.test(line));
  const different = [...new Set(lines)];
  return different.length <= MOST_EXTRA
    ? different
    : [
        ...different.slice(0, MOST_EXTRA - 1),
        different
          .slice(MOST_EXTRA - 1)
          .join(', ')
          .slice(0, 90),
      ];
};

/** Which part an incomplete address lacks first. */
const firstMissing = (street: string | undefined, city: string | undefined): ColumnName => {
  if (!street) return 'street';
  return city ? 'postalCode' : 'city';
};

/**
 * An address in Germany that a letter can go to; anything else is left out with a warning. `beside`: what stood behind
 * the name and belongs here.
 */
export const addressOf = (r: Reading, beside: string | undefined): Address | undefined => {
  const road = withWhomBeside(r.text('street', r.cells.street));
  const extra = extraOf(r, [beside, road.beside]);
  const street = withNumber(r, road.text);
  const city = r.text('city', r.cells.city);
  const postalCode = postalCodeOf(r);
  const foreign = isForeign(r);
  if (street === undefined && city === undefined && postalCode === undefined) return undefined;
  if (foreign) {
    r.raise('address.foreign', 'country');
    return undefined;
  }
  if (postalCode !== undefined && !isPostalCode(postalCode)) {
    r.raise('postal-code.invalid', 'postalCode');
    return undefined;
  }
  if (!street || !city || !postalCode) {
    r.raise('address.incomplete', firstMissing(street, city));
    return undefined;
  }
  const place = { street, postalCode, city, country: 'DE' } as const;
  const address: Address = extra.length === 0 ? place : { extra, ...place };
  doubt(r, address);
  return address;
};

/** The address of a cell; undefined where it is blank or, said with a warning, none. */
const emailAt = (r: Reading, column: 'email' | 'email2', cell: string | undefined): string | undefined => {
  const text = r.text(column, cell);
  const email = text === undefined ? undefined : emailIn(text);
  if (text !== undefined && email === undefined) r.raise('email.invalid', column);
  return email;
};
const emailOf = (r: Reading, column: 'email' | 'email2', cell: string | undefined): string | undefined => {
  const email = emailAt(r, column, cell);
  const meant = email === undefined ? undefined : suggestedEmail(email);
  if (meant !== undefined) r.raise('email.typo', column, { Vorschlag: meant });
  return email;
};
const phoneOf = (r: Reading, column: 'phone' | 'phone2'): string | undefined => {
  const text = r.text(column, r.cells[column]);
  if (text === undefined) return undefined;
  const phone = phoneIn(text);
  if (isPhoneFault(phone)) {
    r.raise(phone, column);
    return undefined;
  }
  return phone;
};
const ibanOf = (r: Reading): string | undefined => {
  const text = r.text('iban', r.cells.iban);
  const iban =
    text &&
    plainSigns(text)
      .replace(/^IBAN\s*:?/i, '')
      .replace(/[\s.-]/g, '')
      .toUpperCase();
  if (iban === undefined || ibanIsValid(iban)) return iban;
  r.raise('iban.invalid', 'iban');
  return undefined;
};
/** Letters are in German only; whoever calls the debtor should know of another language. */
const languageOf = (r: Reading): string | undefined => {
  const language = r.word('language', r.cells.language, LANGUAGES, 'language.unknown');
  if (language === undefined || language === 'de') return undefined;
  r.raise('language.other', 'language');
  return language;
};

type Ways = Readonly<{ first: string | undefined; further: readonly string[] | undefined }>;
const NO_WAY: Ways = { first: undefined, further: undefined };
/**
 * The first is used, the second kept; of two phone numbers the mobile one comes first, because text messages go there.
 */
const inOrder = (first: string | undefined, second: string | undefined): Ways => {
  if (first === undefined || second === undefined || first === second)
    return { first: first ?? second, further: undefined };
  return isMobile(second) && !isMobile(first) ? { first: second, further: [first] } : { first, further: [second] };
};

export type Contact = Readonly<{
  address: Address | undefined;
  land: Land | undefined;
  emails: Ways;
  phones: Ways;
  iban: string | undefined;
  language: string | undefined;
}>;
/**
 * How the debtor can be reached and recognised. Whatever is unusable is left out with a warning; with nothing left the
 * Akte waits.
 */
export const contactOf = (r: Reading, withPhones: boolean, beside?: string): Contact => {
  const address = addressOf(r, beside);
  const emails = inOrder(emailOf(r, 'email', r.cells.email), emailOf(r, 'email2', r.cells.email2));
  const phones = withPhones ? inOrder(phoneOf(r, 'phone'), phoneOf(r, 'phone2')) : NO_WAY;
  if (address === undefined && emails.first === undefined) r.raise('contact.none', null);
  return {
    address,
    land: address === undefined ? undefined : landOfPostalCode(address.postalCode),
    emails,
    phones,
    iban: ibanOf(r),
    language: languageOf(r),
  };
};
