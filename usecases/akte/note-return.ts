import { akteOfReference, type Akte, type Message } from '../../domain/akte/akte.ts';
import type { Day } from '../../domain/calendar.ts';
import { AkteId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { CHANNELS, comesBack } from '../../domain/procedure/channels.ts';
import { changeAkte } from './change-akte.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Workflows } from '../ports/workflows.ts';

/** `16.03.2026` or `2026-03-16`, as whoever holds a letter in hand reads it; null: something else. */
const dayIn = (text: string): string | null => {
  const german = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  if (german) return `${german[3]}-${german[2]}-${german[1]}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
};

/**
 * A message that can come back by our own reference, or by the day that stands on it: no reader sees our references. Of a mail
 * and a letter of one day it is the letter, because a mail that comes back is reported by its own reference.
 */
const messageNamed = (akte: Akte, named: string): Message | undefined => {
  const returning = akte.messages.filter((m) => comesBack(m.key.channel));
  const day = dayIn(named);
  if (day === null) return returning.find((m) => m.reference === named);
  const ofDay = returning.filter((m) => m.on === day);
  return ofDay.findLast((m) => CHANNELS[m.key.channel].comesBack === 'in-hand') ?? ofDay.at(-1);
};

/**
 * What follows from a letter or mail that came back: it has demanded nothing, and nothing more goes there. None where
 * the Akte knows that already or has sent no such message; null: no such message at all.
 */
export const returnedFacts = (akte: Akte, reference: string, on: Day, reason: string): Fact[] | null => {
  const message = messageNamed(akte, reference);
  if (!message) return null;
  return message.state === 'sent' || message.state === 'open' || message.state === 'unclear'
    ? [{ kind: 'undeliverable', contact: CHANNELS[message.key.channel].contact, on, reason, message: message.key }]
    : [];
};

/**
 * A mail came back for good (SES, permanent bounce). The executions look again at once: what it asked goes by letter.
 * The same report again, or one of a mail that the Akte does not know, changes nothing.
 */
export const noteBounce =
  (ports: Readonly<{ akten: Akten; workflows: Workflows; clock: Clock }>) =>
  (reference: string): Promise<Akte> => {
    const on = ports.clock.today();
    return changeAkte(
      ports,
      AkteId.parse(akteOfReference(reference)),
      'system:ses',
      (akte) => returnedFacts(akte, reference, on, 'Die E-Mail-Adresse nimmt nichts an.') ?? [],
    );
  };
