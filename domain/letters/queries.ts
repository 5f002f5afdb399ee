import type { Akte } from '../akte/akte.ts';
import { formatDay } from '../calendar.ts';
import type { AkteId, HandOverId } from '../ids.ts';
import type { Agency, Creditor } from '../parties/parties.ts';
import { HOW_TO_COMPLETE, missingContracts } from './missing-contracts.ts';
import { letter, type PlainMail } from './reports.ts';

/** A question to the creditor, with its deadline. No debtor's name stands in it. */
export const queryMail = ({
  agency,
  creditor,
  akte,
  query,
}: Readonly<{ agency: Agency; creditor: Creditor; akte: AkteId; query: Akte['queries'][number] }>): PlainMail => ({
  subject: `Rückfrage zur Akte ${akte}, Antwort bitte bis ${formatDay(query.answerBy)}`,
  text: letter(
    agency,
    `Guten Tag ${creditor.name},`,
    `zur Akte ${akte} haben wir eine Rückfrage (${query.id}):`,
    query.question,
    query.particularsOf === undefined ? '' : HOW_TO_COMPLETE,
    `Bitte antworten Sie bis zum ${formatDay(query.answerBy)}. ${query.particularsOf === undefined ? 'Bis dahin ruht der Mahnlauf: Es gehen keine Mahnungen hinaus, und es entstehen keine weiteren Kosten.' : 'Bis dahin schreiben wir dem Schuldner zu diesen Forderungen nicht.'}`,
  ),
});

/** So many claims a mail names. */
const MOST_CLAIMS = 50;
/**
 * Asks a creditor, once for a call of the API, for the contracts that its claims lack. No debtor's name stands in it.
 */
export const particularsMail = ({
  agency,
  creditor,
  handOver,
}: Readonly<{
  agency: Agency;
  creditor: Creditor;
  handOver: Readonly<{ id: HandOverId; claims: readonly string[]; codes: Readonly<Record<string, number>> }>;
}>): PlainMail => ({
  subject: `Forderungsabgabe ${handOver.id}: Angaben zum Vertrag fehlen`,
  text: letter(
    agency,
    `Guten Tag ${creditor.name},`,
    `Ihre Forderungsabgabe ${handOver.id} ist angekommen.`,
    missingContracts(handOver),
    `Übernommen wurden: ${handOver.claims.slice(0, MOST_CLAIMS).join(', ')}${handOver.claims.length > MOST_CLAIMS ? ' und weitere; alle stehen in der Abgabehistorie' : ''}.`,
  ),
});
