import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { plainSigns } from '../parse.ts';

/** Numbers at which nobody can be reached by text message or call: free, shared-cost, premium, company-wide and mass-calling services. */
const SERVICES = new Set(['PREMIUM_RATE', 'TOLL_FREE', 'SHARED_COST', 'UAN', 'VOICEMAIL', 'PAGER']);

/** What people write before the number and behind it. */
const BEFORE =
  /^(?:tel(?:efon)?(?:nr|nummer)?|fon|phone|mobil(?:telefon|nr)?|mobile|handy|festnetz|privat|dienstlich)\s*[.:]*\s*/i;
const BEHIND = /[\s,;.]+$/;
const INVISIBLE = /\p{Cf}/gu;

/**
 * E.164 of a number as Germans write it (`0151 10000001`, `+49 (0)30 23125000`, `0049 30/23125000`, `Tel.: 030 23125000,`), or the code of why it is none.
 * A letter among the digits is no digit: `O151` is refused, because the library would dial the key that bears it.
 */
export const phoneIn = (text: string): `+${string}` | 'phone.invalid' | 'phone.service' => {
  const bare = plainSigns(text.replace(INVISIBLE, '')).trim().replace(BEFORE, '').replace(BEHIND, '');
  if (/\p{L}/u.test(bare)) return 'phone.invalid';
  const number = parsePhoneNumberFromString(bare, { defaultCountry: 'DE', extract: false });
  if (!number?.isValid()) return 'phone.invalid';
  return SERVICES.has(number.getType() ?? '') ? 'phone.service' : `+${number.number.slice(1)}`;
};
