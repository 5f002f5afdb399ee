import { findMessage, sameKey, type Akte, type Ended, type Message } from './akte.ts';
import { contactFailed, recipientOf } from './contacts-told.ts';
import type { FactOf, MessageKey } from './facts.ts';
import { without } from './without.ts';

/* What becomes of a message, fact by fact, and of the calls of a stage. */

const settleMessage = (akte: Akte, key: MessageKey, change: Ended & Partial<Pick<Message, 'document'>>): Akte => ({
  ...akte,
  messages: akte.messages.map((m) => (sameKey(m.key, key) ? { ...m, ...change } : m)),
});

export const reserved = (akte: Akte, { message, reference, at, demand }: FactOf<'reserved'>): Akte => {
  const open: Message = {
    key: message,
    reference,
    state: 'open',
    reservedAt: at,
    demand,
    on: null,
    document: null,
    to: recipientOf(akte, message.channel),
  };
  return { ...akte, messages: [...without(akte.messages, (m) => sameKey(m.key, message)), open] };
};

export const sent = (akte: Akte, { message, on, document }: FactOf<'sent'>): Akte =>
  settleMessage(akte, message, { state: 'sent', on, document });

/** "not taken" gives the reservation back: the message may be tried again; a refused one may not. */
export const notSent = (akte: Akte, { message, why, on }: FactOf<'notSent'>): Akte =>
  why === 'refused'
    ? settleMessage(akte, message, { state: 'refused', on })
    : { ...akte, messages: without(akte.messages, (m) => sameKey(m.key, message)) };

export const unclear = (akte: Akte, { message, on }: FactOf<'unclear'>): Akte =>
  settleMessage(akte, message, { state: 'unclear', on });

export const undeliverable = (akte: Akte, { message, contact }: FactOf<'undeliverable'>): Akte => {
  const known = message && findMessage(akte, message);
  const back = known ? settleMessage(akte, known.key, { state: 'returned', on: known.on }) : akte;
  return { ...back, ...contactFailed(akte, contact, known?.to) };
};

/**
 * Clarified by a person: an unclear message counts as sent, and is tried again only where a person says that it did not
 * go out.
 */
export const clarified = (akte: Akte): Akte => ({
  ...akte,
  troubles: [],
  messages: akte.messages.map((m) => (m.state === 'unclear' ? { ...m, state: 'sent', assumed: true } : m)),
});

export const callTaken = (akte: Akte, { kind: _, ...taken }: FactOf<'callTaken'>): Akte => ({
  ...akte,
  callsTaken: [...without(akte.callsTaken, (c) => c.matter === taken.matter && c.stage === taken.stage), taken],
});

export const callMade = (akte: Akte, { kind: _, ...call }: FactOf<'callMade'>): Akte => ({
  ...akte,
  calls: [...akte.calls, call],
  callsTaken: without(akte.callsTaken, (c) => c.matter === call.matter && c.stage === call.stage),
});
