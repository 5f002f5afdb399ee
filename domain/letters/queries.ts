import type { Akte } from '../akte.ts';
import { formatDay } from '../calendar.ts';
import type { AkteId } from '../claim.ts';
import type { Agency, Creditor } from '../parties.ts';
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
    `Bitte antworten Sie bis zum ${formatDay(query.answerBy)}. Bis dahin ruht der Mahnlauf: Es gehen keine Mahnungen hinaus, und es entstehen keine weiteren Kosten.`,
  ),
});
