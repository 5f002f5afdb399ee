import * as z from 'zod';
import { keysOf } from '../keys-of.ts';
import type { ContactField } from '../parties/contact-fields.ts';
import { isMobile } from '../parties/mobile.ts';
import type { Debtor } from '../parties/parties.ts';

/** A letter has reached its reader after three postal days. */
export const POSTAL_DAYS = 3;

/**
 * What a channel is. `german`: its name, as people read it; `act`: the name of the state that sends on it; `contact`:
 * what it goes to, and what is wrong where it comes back; `reaches`: whether it can go to this debtor; `arrivesAfter`:
 * days from sending to arrival; `demands`: it asks for money and sets a deadline, and so is a Mahnung to the law (§
 * 286(1) BGB); one that does not accompanies one that does; `inWriting`: it bears the whole letter, with what must be
 * told in text form; `comesBack`: whether it tells when it did not arrive: whoever carries it reports it by our
 * reference, or a person holds it in the hand.
 */
type Traits = Readonly<{
  german: string;
  act: string;
  contact: ContactField;
  reaches: (debtor: Debtor) => boolean;
  arrivesAfter: number;
  demands: boolean;
  inWriting: boolean;
  comesBack: 'reported' | 'in-hand' | null;
}>;

/** The ways a message goes. In this order they are tried, and shown. */
export const CHANNELS = {
  email: {
    german: 'E-Mail',
    act: 'Mahnung per E-Mail',
    contact: 'email',
    reaches: ({ email }) => email !== undefined,
    arrivesAfter: 0,
    demands: true,
    inWriting: true,
    comesBack: 'reported',
  },
  sms: {
    german: 'SMS',
    act: 'SMS-Hinweis',
    contact: 'phone',
    reaches: ({ phone }) => phone !== undefined && isMobile(phone),
    arrivesAfter: 0,
    demands: false,
    inWriting: false,
    comesBack: null,
  },
  letter: {
    german: 'Brief',
    act: 'Mahnung per Brief',
    contact: 'address',
    reaches: ({ address }) => address !== undefined,
    arrivesAfter: POSTAL_DAYS,
    demands: true,
    inWriting: true,
    comesBack: 'in-hand',
  },
} as const satisfies Readonly<Record<string, Traits>>;

type Table = typeof CHANNELS;
/** The channels that have a trait. */
type Having<T extends Partial<Traits>> = { [C in keyof Table]: Table[C] extends T ? C : never }[keyof Table];

export const Channel = z.enum(keysOf(CHANNELS));
export type Channel = keyof Table;
export const CHANNEL_NAMES = Channel.options;

/** A channel that bears a whole letter. */
export type WrittenChannel = Having<{ inWriting: true }>;
export const isWritten = (channel: Channel): channel is WrittenChannel => CHANNELS[channel].inWriting;
export const WRITTEN_CHANNELS = CHANNEL_NAMES.filter(isWritten);

/** A channel that demands nothing: it accompanies the message that does. */
export type AccompanyingChannel = Having<{ demands: false }>;
const accompanies = (channel: Channel): channel is AccompanyingChannel => !CHANNELS[channel].demands;
export const ACCOMPANYING_CHANNELS = CHANNEL_NAMES.filter(accompanies);

/** A channel that tells when its message did not arrive. */
export type ReturningChannel = Exclude<Channel, Having<{ comesBack: null }>>;
export const comesBack = (channel: Channel): channel is ReturningChannel => CHANNELS[channel].comesBack !== null;
export const RETURNING_CHANNELS = CHANNEL_NAMES.filter(comesBack);
