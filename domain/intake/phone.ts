import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Numbers at which nobody can be reached by text message or call: free, shared-cost, premium, company-wide and mass-calling services. */
const SERVICES = new Set(['PREMIUM_RATE', 'TOLL_FREE', 'SHARED_COST', 'UAN', 'VOICEMAIL', 'PAGER']);

/** E.164 of a number as Germans write it (`0151 10000001`, `+49 (0)30 23125000`, `0049 30/23125000`), or the code of why it is none. */
export const phoneIn = (text: string): `+${string}` | 'phone.invalid' | 'phone.service' => {
  const number = parsePhoneNumberFromString(text, { defaultCountry: 'DE', extract: false });
  if (!number?.isValid()) return 'phone.invalid';
  return SERVICES.has(number.getType() ?? '') ? 'phone.service' : `+${number.number.slice(1)}`;
};
/** A German mobile number: text messages go there. */
export const isMobile = (e164: string): boolean => /^\+491[567]/.test(e164);
