import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { remembered } from '../calendar.ts';

/**
 * Whether a number (E.164) is surely a mobile one: text messages go only there. A number that may be either (in North
 * America nobody can tell) is none: a text that a landline reads aloud to whoever picks up would tell others of the
 * debt, and a call reaches both.
 */
export const isMobile = remembered((e164: string): boolean => parsePhoneNumberFromString(e164)?.getType() === 'MOBILE');
