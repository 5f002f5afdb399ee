import { latestMessage, type Akte, type CallWindow, type Matter, type Message } from '../akte/akte.ts';
import { plusDays, type Day } from '../calendar.ts';
import { nextWorkingDay } from '../law/deadlines.ts';
import type { Place } from '../law/place.ts';
import { CHANNELS, type Channel } from '../procedure/channels.ts';
import { AFTER_CALLS, type Stage } from '../procedure/states.ts';
import type { Level } from '../procedure/procedure.ts';

/**
 * The last day to pay what a message of this day asks (reading 1: a letter's own deadline counts from its arrival; §
 * 193 BGB).
 */
export const payByOf = (
  level: Level,
  channel: Channel,
  sentOn: Day,
  { place, shift = true }: Readonly<{ place: Place; shift?: boolean }>,
): Day => {
  const end = plusDays(sentOn, CHANNELS[channel].arrivesAfter + level.paymentTermDays);
  return shift ? nextWorkingDay(end, place) : end;
};

export const sentOf = (akte: Akte, matter: Matter, stage: Stage, channel: Channel): Message | undefined =>
  latestMessage(akte, { matter: matter.id, stage, channel });

export const refused = (message: Message | undefined): boolean => message?.state === 'refused';

/** The day a message really went out: a refused one has a day, too, and reached nobody. */
export const wentOutOn = (message: Message | undefined): Day | null => (message?.state === 'sent' ? message.on : null);

export const windowOf = (akte: Akte, matter: Matter, stage: Stage): CallWindow | undefined =>
  akte.callWindows.find((w) => w.matter === matter.id && w.stage === stage);

/**
 * The day on which the unanswered calls of a stage ask for a text (D60); null: too few, somebody was reached, or it has
 * been sent.
 */
export const missedOn = (akte: Akte, { id: matter }: Matter, { stage, phone }: Level): Day | null => {
  const calls = akte.calls.filter((c) => c.matter === matter && c.stage === stage);
  const text = latestMessage(akte, { matter, stage, channel: AFTER_CALLS.channel, occasion: 'calls' });
  if (!phone?.smsAfterAttempts || wentOutOn(text) || refused(text) || calls.some((c) => c.outcome !== 'not-reached'))
    return null;
  return calls[phone.smsAfterAttempts - 1]?.on ?? null;
};
