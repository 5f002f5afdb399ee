import type { Actor } from '../actor.ts';
import type { Day } from '../calendar.ts';
import { Rejected, wrongField } from '../faults.ts';
import { lettersTheFontLacks } from '../print/drawable.ts';
import type { Akte } from './akte.ts';
import type { Fact, FactOf } from './facts.ts';
import { refuseClosed } from './refusals.ts';
import type { SteeringOf } from './steering.ts';

/** What a person has found out of what nobody knew, and who. */
export type Clarifying = Omit<SteeringOf<'clarify'>, 'action'> & Readonly<{ by: Actor }>;
type Messages = Akte['messages'];

/** It did not go out: its reservation is given back, and it is due as before. */
const notSent = ({ reason }: Clarifying, messages: Messages, on: Day): readonly FactOf<'notSent'>[] =>
  messages.map(({ key, reference }) => ({ kind: 'notSent', message: key, reference, on, why: 'not-taken', reason }));

/** A message that was said to have gone out and did not. */
const takenBack = (clarifying: Clarifying, akte: Akte, on: Day): readonly Fact[] => {
  const assumed = akte.messages.filter((m) => m.assumed && m.state === 'sent');
  const found = assumed.filter((m) => m.reference === clarifying.message);
  if (found.length > 0) return notSent(clarifying, found, on);
  if (assumed.length === 0) return [];
  throw wrongField(
    'clarify.message',
    'message',
    `Bitte die Nachricht nennen, die nicht hinausging; nach einer Klärung gelten als gesendet: ${assumed.map((m) => m.reference).join(', ')}.`,
  );
};

/** Nothing is unclear but the name: no word of ours clears that up, another name does. */
const refuseUnprintableName = ({ id, debtor: { name } }: Akte): void => {
  if (lettersTheFontLacks(name).length === 0) return;
  throw new Rejected(
    'clarify.name',
    `Der Name „${name}“ lässt sich nicht drucken. Bitte zuerst den Namen in lateinischen Buchstaben eintragen (Antwort „contact“ mit „name“; Befehl: mahnwerk akte antwort ${id} --art kontakt --name "…"); dann geht es von selbst weiter.`,
  );
};

/**
 * What follows where a person clears up what nobody knew: an unclear message went out, or is due again (`sent: false`);
 * a step that failed is tried anew. Where nothing is unclear, a message that was said to have gone out is taken back by
 * its name. The same again adds nothing. Throws Rejected `akte.closed`, `clarify.message` and `clarify.name`.
 */
export const decideClarifying = (clarifying: Clarifying, akte: Akte, on: Day): readonly Fact[] => {
  refuseClosed(akte);
  const { by, reason, sent = true } = clarifying;
  const clarified: Fact = { kind: 'clarified', on, by, reason };
  const unclear = akte.messages.filter((m) => m.state === 'unclear');
  if (unclear.length > 0) return [...(sent ? [] : notSent(clarifying, unclear, on)), clarified];
  if (akte.troubles.length > 0) return [clarified];
  if (!sent) return takenBack(clarifying, akte, on);
  refuseUnprintableName(akte);
  return [];
};
