import type { Akte } from '../akte/akte.ts';
import type { ClaimId } from '../ids.ts';
import type { Wait } from '../procedure/states.ts';
import { WAYS_ON } from './ways-on.ts';

const LOOK_FIRST =
  'Beim Dienstleister nachsehen, ob die Nachricht hinausging; danach „klaeren“ mit dem Ergebnis. Sie gilt dann als gesendet und wird nicht wiederholt; mit --nicht-gesendet geht sie noch einmal hinaus.';
const NAME_FIRST =
  'Den Namen eintragen, wie er im Ausweis in lateinischen Buchstaben steht: „akte antwort … --art kontakt --name“. Dann geht es von selbst weiter.';

/**
 * What a person does about a claim that waits in a state, in German. "Klärung" has several causes: they come in the
 * order of how much hangs on them, and what is left is a name that cannot be printed.
 */
export const todoIn = (akte: Akte, claim: ClaimId, state: Wait): string => {
  const { todo } = WAYS_ON[state];
  if (state !== 'Klärung') return todo;
  if (akte.messages.some((m) => m.state === 'unclear')) return LOOK_FIRST;
  return akte.troubles.includes(claim) ? todo : NAME_FIRST;
};
