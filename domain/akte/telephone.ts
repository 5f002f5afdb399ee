import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { remembered } from '../calendar.ts';
import type { Akte } from './akte.ts';

/**
 * Whether a number (E.164) is surely a mobile one: text messages go only there. A number that may be either (in North
 * America nobody can tell) is none: a text that a landline reads aloud to whoever picks up would tell others of the
 * debt, and a call reaches both.
 */
export const isMobile = remembered((e164: string): boolean => parsePhoneNumberFromString(e164)?.getType() === 'MOBILE');

type Reached = Pick<Akte, 'debtor' | 'dead'>;
/**
 * A person may be called at any number that is not known to be wrong (a wrong number is dead under the channel of
 * texts, which it carries as well).
 */
export const canBeCalled = ({ debtor, dead }: Reached): boolean => debtor.phone !== undefined && !dead.includes('sms');
/** Only a mobile number gets texts. */
export const canBeTexted = (of: Reached): boolean =>
  canBeCalled(of) && of.debtor.phone !== undefined && isMobile(of.debtor.phone);
