import type { Day } from '../calendar.ts';
import type { ClaimId } from '../ids.ts';
import type { Akte } from './akte.ts';
import type { Fact, FactOf } from './facts.ts';

/** What an error's name means to the person who has to mend it; the names are ours, those of AWS, or a bug's. */
const MEANINGS: Readonly<Record<string, string>> = {
  Conflict: 'Andere Vorgänge derselben Akte kamen immer wieder zuvor.',
  Unavailable: 'Ein Dienst war über Stunden nicht erreichbar.',
  NotFound: 'Etwas, das die Akte nennt, ist nicht da (Gläubiger, Mahnlauf oder Anlage).',
  Rejected: 'Die Akte lässt diesen Schritt nicht zu.',
  ZodError: 'Gespeicherte Angaben haben nicht die erwartete Form.',
  'States.Timeout': 'Die Funktion hat nicht rechtzeitig geantwortet.',
  'States.DataLimitExceeded': 'Eine Antwort war für die Ausführung zu groß.',
  UnbekannterSchritt:
    'Diese Fassung des Ablaufs kennt den nächsten Schritt noch nicht: „klaeren“ führt den Fall in der neuen weiter.',
};

/**
 * `Mahnung per Brief: Unavailable`, as the state machine reports a failed step, in a sentence with the error's name for
 * whoever looks into the log.
 */
export const troubleInWords = (reason: string): string => {
  const step = /^(?<state>.+): (?<error>[\w.]+)$/.exec(reason)?.groups;
  const error = step?.error ?? reason;
  const meaning = MEANINGS[error] ?? 'Unerwarteter Fehler.';
  return `${step?.state ? `„${step.state}“ ist gescheitert. ` : ''}${meaning} (${error})`;
};

/** The last step of a claim that failed, in a sentence; null: none has. */
export const lastTrouble = (facts: readonly Fact[], claim: ClaimId): string | null => {
  const failed = (fact: Fact): fact is FactOf<'trouble'> => fact.kind === 'trouble' && fact.claim === claim;
  const last = facts.findLast(failed);
  return last ? troubleInWords(last.reason) : null;
};

/** A step of a claim failed: a person looks at it. Noted once, until it is cleared up. `error`: as troubleInWords. */
export const decideTrouble = (
  { claim, error }: Readonly<{ claim: ClaimId; error: string }>,
  { troubles }: Akte,
  on: Day,
): readonly Fact[] =>
  troubles.includes(claim) ? [] : [{ kind: 'trouble', claim, on, reason: error || 'unbekannter nächster Schritt' }];
