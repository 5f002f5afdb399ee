import { akteOfReference, type Akte } from '../domain/akte.ts';
import type { Day } from '../domain/calendar.ts';
import { AkteId } from '../domain/claim.ts';
import type { Fact } from '../domain/facts.ts';
import { changeAkte } from './change-akte.ts';
import type { Akten, Clock, Workflows } from './ports.ts';

/** What follows from a letter or mail that came back: it has demanded nothing, and nothing more goes there. None where the Akte knows that already or has sent no such message; null: no such message at all. */
export const returnedFacts = (akte: Akte, reference: string, on: Day, reason: string): Fact[] | null => {
  const message = akte.messages.find((m) => m.reference === reference && m.key.channel !== 'sms');
  if (!message) return null;
  return message.state === 'sent' || message.state === 'open' || message.state === 'unclear'
    ? [{ kind: 'undeliverable', channel: message.key.channel, on, reason, message: message.key }]
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
