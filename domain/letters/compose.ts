import { formatDay } from '../calendar.ts';
import { sum } from '../money.ts';
import type { Notice } from '../notice.ts';
import type { NoticeFacts } from './facts.ts';
import { information } from './information.ts';
import { fillOwnText, paragraphsOf } from './own-text.ts';
import { recipient, salutation } from './salutation.ts';
import { closing, opening, urgency } from './tone.ts';

export type { FeeFacts, InterestStep, NoticeFacts, OwnText } from './facts.ts';
export { checkOwnText, PLACEHOLDERS } from './own-text.ts';

const infoBlock = ({ akte, reference, creditor, debtor, agency, date }: NoticeFacts): Notice['info'] => [
  ['Aktenzeichen', akte],
  ['Schreiben', reference],
  ['Gläubiger', creditor.name],
  ['Kundennummer', debtor.customerNumber],
  ['Telefon', agency.phone],
  ['E-Mail', agency.email],
  ['Datum', formatDay(date)],
];

const subject = (facts: NoticeFacts): string => {
  const own = facts.ownText?.subject === undefined ? '' : fillOwnText(facts.ownText.subject, facts).replace(/\s+/g, ' ').trim();
  if (own === '') return `${facts.title} – Forderung von ${facts.creditor.name} – Aktenzeichen ${facts.akte}`;
  return own.includes(facts.akte) ? own : `${own} – Aktenzeichen ${facts.akte}`;
};

const own = (text: string | undefined, facts: NoticeFacts): string[] => (text === undefined ? [] : paragraphsOf(fillOwnText(text, facts)));

/** A creditor's own opening replaces the tone; that we write for a creditor, and who we are, is said in any case. */
const openingOf = (facts: NoticeFacts): string[] => {
  const written = own(facts.ownText?.opening, facts);
  if (written.length === 0) return opening(facts);
  const said = written.join(' ');
  const named = said.includes(facts.agency.name) && said.includes(facts.creditor.name);
  const on = facts.sender === 'creditor' ? `${facts.agency.name} versendet dieses Schreiben im Namen von ${facts.creditor.name}.` : `${facts.agency.name} schreibt Ihnen im Auftrag von ${facts.creditor.name}.`;
  return named ? written : [...written, on];
};

const closingOf = (facts: NoticeFacts): string[] => {
  const written = own(facts.ownText?.closing, facts);
  return closing(facts, written.length === 0 ? [urgency(facts)] : written);
};

/**
 * The message a debtor reads, made of facts that are already decided: tone by stage, legal items by kind of debtor (§ 13a(1) RDG, Art. 14 GDPR).
 * Throws Rejected `vertragsangaben` (contract data missing towards a private person) or `platzhalter` (own text); positions that do not add up
 * to the total are a bug.
 */
export const composeNotice = (facts: NoticeFacts): Notice => {
  if (sum(facts.positions.map((p) => p.amount)) !== facts.total) throw new Error(`Positions do not add up to the total of ${facts.reference}`);
  const { holder, iban, bic } = facts.agency.clientAccount;
  return {
    reference: facts.reference,
    agency: facts.agency,
    ...(facts.sender === 'creditor' ? { sender: { name: facts.creditor.name, address: facts.creditor.address } } : {}),
    recipient: recipient(facts.debtor),
    info: infoBlock(facts),
    date: facts.date,
    subject: subject(facts),
    salutation: salutation(facts.debtor),
    opening: openingOf(facts),
    positions: facts.positions,
    total: facts.total,
    payBy: facts.payBy,
    payment: { holder, iban, ...(bic === undefined ? {} : { bic }), reference: facts.paymentReference, amount: facts.total },
    closing: closingOf(facts),
    signature: `Mit freundlichen Grüßen\n${facts.sender === 'creditor' ? facts.creditor.name : facts.agency.name}`,
    information: information(facts),
    enclosures: facts.enclosures,
  };
};
