import { accountOf, isSettled } from '../account/account.ts';
import { generationOf, matterOf, type Akte, type Matter } from '../akte/akte.ts';
import type { Day } from '../calendar.ts';
import type { ClaimId } from '../ids.ts';
import { lettersTheFontLacks } from '../print/drawable.ts';
import { formatEuro } from '../money.ts';
import { NO_CONTACTS, type Contacts } from '../akte/person.ts';
import { atRest } from './at-rest.ts';
import { runsOf, settled, type ProcedureOf } from './run.ts';
import { inSeries } from './series.ts';
import { waitForPeople, type Step } from './step.ts';

/** Why nothing more is done. */
const done = (akte: Akte, claim: ClaimId, today: Day): Step => ({
  kind: 'end',
  name: 'Erledigt',
  why: isSettled(accountOf(akte, today), claim)
    ? 'Die Forderung ist bezahlt.'
    : `Kleinbetrag: Weniger als ${formatEuro(akte.terms.leastAmount)} ist offen und wird nicht weiter verfolgt.`,
});

/**
 * What a decision may know beside the Akte. `procedures`: of its matters; `today`: the day it is made on; `generation`:
 * of the execution that asks (absent: of the youngest); `hour`: of the day, local time; `elsewhere`: contacts with the
 * same person from other Akten.
 */
export type Circumstances = Readonly<{
  procedures: ProcedureOf;
  today: Day;
  generation?: number;
  hour?: number | null;
  elsewhere?: Contacts;
}>;

/** Nobody is written to under a name that comes out as boxes, and nobody guesses how it is spelt. */
const nameInOtherLetters = (name: string, letters: readonly string[]): string =>
  `Der Name „${name}“ enthält Buchstaben, in denen wir keinen Brief drucken können (${letters.join(' ')}). Bitte den Namen in lateinischen Buchstaben eintragen, wie er im Ausweis steht (Antwort „kontakt“ mit Namen).`;

const HANDED_ON: Step = {
  kind: 'end',
  name: 'Ans Inkasso übergeben',
  why: 'Die Forderung läuft in derselben Akte im Inkasso weiter.',
};
const SUPERSEDED: Step = {
  kind: 'end',
  name: 'Abgelöst',
  why: 'Eine jüngere Ausführung führt diese Forderung weiter.',
};

/** What only a person can clear up. */
const unclear = (akte: Akte, matter: Matter, claim: ClaimId): string | null => {
  if (akte.messages.some((m) => m.key.matter === matter.id && m.state === 'unclear'))
    return 'Ob eine Nachricht hinausging, ist unklar.';
  if (akte.troubles.includes(claim)) return 'Ein Schritt ist gescheitert; eine Person prüft.';
  const unprintable = lettersTheFontLacks(akte.debtor.name);
  return unprintable.length > 0 ? nameInOtherLetters(akte.debtor.name, unprintable) : null;
};

/**
 * What comes next for a claim, decided afresh from the facts on this day. Nothing is remembered between two decisions,
 * so a payment, a pause, a late wake-up or a second execution can never act on an old one.
 */
export const nextStep = (akte: Akte, claim: ClaimId, circumstances: Circumstances): Step => {
  const { procedures, today, hour = null, elsewhere = NO_CONTACTS } = circumstances;
  const { generation = generationOf(akte, claim) } = circumstances;
  if (akte.handedOn[claim] === generation) return HANDED_ON;
  const matter = matterOf(akte, claim);
  if (!matter || generation !== generationOf(akte, claim)) return SUPERSEDED;
  if (akte.closed) return { kind: 'end', name: 'Geschlossen', why: akte.closed.reason };
  if (settled(akte, claim, today)) return done(akte, claim, today);
  const why = unclear(akte, matter, claim);
  if (why !== null) return waitForPeople('Klärung', today, why);
  return atRest(akte, today) ?? inSeries(akte, matter, runsOf(akte, procedures, { today, hour, elsewhere }));
};
