import type { Actor } from '../actor.ts';
import type { Day } from '../calendar.ts';
import { wrongField } from '../faults.ts';
import { CHANNELS, comesBack, WRITTEN_CHANNELS } from '../procedure/channels.ts';
import type { Akte, Message } from './akte.ts';
import type { Fact, FactOf } from './facts.ts';
import { apply } from './fold.ts';
import { answerByOf, nextQuery } from './particulars.ts';
import { can } from './reaches.ts';

/** A letter or mail came back; `reference`: the day that stands on it, or our own reference. */
export type Return = Readonly<{ reference: string; note: string; by: Actor }>;

/** `16.03.2026` or `2026-03-16`, as whoever holds a letter in hand reads it; null: something else. */
const dayIn = (text: string): string | null => {
  const german = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  if (german) return `${german[3]}-${german[2]}-${german[1]}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
};

/**
 * A message that can come back, by our own reference, or by the day that stands on it: no reader sees our references.
 * Of a mail and a letter of one day it is the letter, because a mail that comes back is reported by its own reference.
 */
const messageNamed = (akte: Akte, named: string): Message | undefined => {
  const returning = akte.messages.filter((m) => comesBack(m.key.channel));
  const day = dayIn(named);
  if (day === null) return returning.find((m) => m.reference === named);
  const ofDay = returning.filter((m) => m.on === day);
  return ofDay.findLast((m) => CHANNELS[m.key.channel].comesBack === 'in-hand') ?? ofDay.at(-1);
};

/** It has demanded nothing, and nothing more goes there; null: the Akte knows that already, or never sent it. */
const undeliverable = ({ key, state }: Message, on: Day, reason: string): FactOf<'undeliverable'> | null =>
  state === 'sent' || state === 'open' || state === 'unclear'
    ? { kind: 'undeliverable', contact: CHANNELS[key.channel].contact, on, reason, message: key }
    : null;

/** Whether anything in writing reaches the debtor. */
const isReachable = (akte: Akte): boolean => WRITTEN_CHANNELS.some((channel) => can(akte, channel));

/**
 * Who cannot be reached any more is asked of the creditor, who may know where the debtor lives now, or wants it traced.
 */
const whereabouts = (akte: Akte, on: Day, by: Actor): FactOf<'asked'> => ({
  kind: 'asked',
  id: nextQuery(akte),
  on,
  by,
  question:
    'Der Schuldner ist schriftlich nicht mehr zu erreichen: Unsere Post kam zurück. Kennen Sie eine neue Anschrift oder E-Mail-Adresse, übergeben Sie uns bitte die Zeile mit ihr noch einmal. Sonst sagen Sie uns bitte, ob wir die Anschrift ermitteln lassen oder die Akte schließen sollen.',
  answerBy: answerByOf(akte.debtor, on),
});

/**
 * What follows where a person holds in hand what came back: it has demanded nothing, and where nothing in writing
 * reaches the debtor any more, the creditor is asked. Throws Rejected `returned.unknown`.
 */
export const decideReturn = ({ reference, note, by }: Return, akte: Akte, on: Day): readonly Fact[] => {
  const message = messageNamed(akte, reference);
  if (!message)
    throw wrongField(
      'returned.unknown',
      'reference',
      `In der Akte ${akte.id} gibt es kein Schreiben ${reference}; bitte den Tag angeben, der auf dem Schreiben steht (16.03.2026).`,
    );
  const cameBack = undeliverable(message, on, note);
  if (!cameBack) return [];
  const lost = isReachable(akte) && !isReachable(apply(akte, cameBack, akte.id));
  return lost ? [cameBack, whereabouts(akte, on, by)] : [cameBack];
};

/**
 * What follows where a provider reports that a mail came back for good: what it asked goes another way. Nothing where
 * the Akte does not know the mail, or knows of its return.
 */
export const decideBounce = ({ reference }: Pick<Message, 'reference'>, akte: Akte, on: Day): readonly Fact[] => {
  const message = messageNamed(akte, reference);
  const cameBack = message && undeliverable(message, on, 'Die E-Mail-Adresse nimmt nichts an.');
  return cameBack ? [cameBack] : [];
};
