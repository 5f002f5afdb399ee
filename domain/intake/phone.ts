import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import { plainSigns } from '../parse.ts';

/**
 * Numbers at which nobody can be reached by text message or call: free, shared-cost, premium, company-wide and
 * mass-calling services.
 */
const SERVICES = new Set(['PREMIUM_RATE', 'TOLL_FREE', 'SHARED_COST', 'UAN', 'VOICEMAIL', 'PAGER']);

/** What people write before the number and behind it. */
const BEFORE =
  /^(?:tel(?:efon)?(?:nr|nummer)?|fon|phone|mobil(?:telefon|nr)?|mobile|handy|festnetz|privat|dienstlich)\s*[.:]*\s*/i;
const BEHIND = /[\s,;.]+$/;
const INVISIBLE = /\p{Cf}/gu;

/** `030 23125001/02`: of two numbers of one house the last digits of the second. */
const RANGE = /^(?<first>.*\d)\s*\/\s*\d{1,2}$/;
/** Neither an international prefix (`+49`, `0049`) nor the zero before the area code: one of them is lost. */
const IS_PREFIXLESS = /^\(?[1-9]/;
const GERMANY = '49';
/** A mobile number whose zero a spreadsheet has dropped: `151 10000001`, and not `1 512 555 1234`. */
const MOBILE_WITHOUT_ZERO = /^1[567]\d/;
/**
 * German landline numbers have no more digits than this behind the zero (numbering plan of the Bundesnetzagentur); the
 * library would take fifteen.
 */
const MOST_LANDLINE_DIGITS = 11;
const PLACES = new Set(['FIXED_LINE', 'FIXED_LINE_OR_MOBILE']);

/** A number that somebody may have: of the right length, too. */
const validNumber = (text: string): PhoneNumber | undefined => {
  const number = parsePhoneNumberFromString(text, { defaultCountry: 'DE', extract: false });
  if (!number?.isValid()) return undefined;
  const isTooLong =
    number.countryCallingCode === GERMANY &&
    PLACES.has(number.getType() ?? '') &&
    number.nationalNumber.length > MOST_LANDLINE_DIGITS;
  return isTooLong ? undefined : number;
};

/**
 * With a lost prefix a number may be two: `49 …` with its plus lost, or a German one with its zero lost. It is one
 * where only one of them exists.
 */
const prefixless = (text: string): PhoneNumber | 'phone.invalid' | 'phone.prefix' => {
  const digits = text.replace(/\D/g, '');
  const german = validNumber(`0${digits}`);
  if (german?.getType() === 'MOBILE' && MOBILE_WITHOUT_ZERO.test(text)) return german;
  const abroad = validNumber(`+${digits}`);
  if (german && abroad) return 'phone.prefix';
  if (abroad && abroad.countryCallingCode !== GERMANY) return 'phone.prefix';
  return german ?? abroad ?? 'phone.invalid';
};

/**
 * The first number of a range; joined, `030 23125001/02` would be somebody else's. Where the digits joined are a number
 * as well, nobody knows which is meant.
 */
const firstOfRange = (text: string): PhoneNumber | 'phone.invalid' | undefined => {
  const first = RANGE.exec(text)?.groups?.['first'];
  const number = first === undefined ? undefined : validNumber(first);
  if (!number) return undefined;
  return validNumber(text) ? 'phone.invalid' : number;
};

export type PhoneFault = 'phone.invalid' | 'phone.prefix' | 'phone.service';
export const isPhoneFault = (phone: `+${string}` | PhoneFault): phone is PhoneFault => !phone.startsWith('+');

/**
 * E.164 of a number as Germans write it (`0151 10000001`, `+49 (0)30 23125000`, `0049 30/23125000`, `Tel.: 030
 * 23125000,`), or the code of why it is none. A letter among the digits is no digit: `O151` is refused, because the
 * library would dial the key that bears it. Nothing is guessed: a wrong guess rings at a stranger, who then hears of
 * the debt.
 */
export const phoneIn = (text: string): `+${string}` | PhoneFault => {
  const bare = plainSigns(text.replace(INVISIBLE, '')).trim().replace(BEFORE, '').replace(BEHIND, '');
  if (/\p{L}/u.test(bare)) return 'phone.invalid';
  const number = IS_PREFIXLESS.test(bare) ? prefixless(bare) : (firstOfRange(bare) ?? validNumber(bare));
  if (number === undefined) return 'phone.invalid';
  if (typeof number === 'string') return number;
  return SERVICES.has(number.getType() ?? '') ? 'phone.service' : `+${number.number.slice(1)}`;
};
