import { appearanceOf } from '../parties/appearance.ts';
import { formatDay } from '../calendar.ts';
import { sum } from '../money.ts';
import type { Notice } from './notice.ts';
import type { NoticeFacts } from './facts.ts';
import { information } from './information.ts';
import { fillOwnText, paragraphsOf } from './own-text.ts';
import { answersTo, shownName } from './own-name.ts';
import { Rejected } from '../faults.ts';
import { lettersTheFontLacks } from '../print/drawable.ts';
import { windowOf } from '../print/address-window.ts';
import { inFewRows } from './rows.ts';
import { addressParts, salutation } from '../parties/salutation.ts';
import { closing, opening, urgency } from './tone.ts';

export type { FeeFacts, InterestFacts, NoticeFacts, OwnText } from './facts.ts';
export { checkOwnText, PLACEHOLDERS } from './own-text.ts';

const infoBlock = (facts: NoticeFacts): Notice['info'] => {
  const { akte, creditor, debtor, date } = facts;
  const { phone, email } = answersTo(facts);
  // Whose letterhead it is need not be told who claims, unless its customers know it by another name.
  const known = facts.sender === 'creditor' && shownName(facts) === creditor.name;
  return [
    ['Aktenzeichen', akte],
    ...(known ? [] : [['Gläubiger', creditor.name] as const]),
    ['Kundennummer', debtor.customerNumber],
    ['Telefon', phone.at],
    ['E-Mail', email.at],
    ['Datum', formatDay(date)],
  ];
};

/** What it is about, in a creditor's own words: it does not speak of its claim as of somebody else's. */
const about = ({ sender, creditor, claims }: NoticeFacts): string => {
  if (sender !== 'creditor') return `Forderung von ${creditor.name}`;
  const [only, ...more] = claims;
  return only && more.length === 0 ? `Rechnung ${only.invoiceNumber}` : 'Ihre offenen Rechnungen';
};

const subject = (facts: NoticeFacts): string => {
  const own =
    facts.ownText?.subject === undefined ? '' : fillOwnText(facts.ownText.subject, facts).replace(/\s+/g, ' ').trim();
  if (own === '') return `${facts.title} – ${about(facts)} – Aktenzeichen ${facts.akte}`;
  return own.includes(facts.akte) ? own : `${own} – Aktenzeichen ${facts.akte}`;
};

const own = (text: string | undefined, facts: NoticeFacts): string[] =>
  text === undefined ? [] : paragraphsOf(fillOwnText(text, facts));

/**
 * A creditor's own opening replaces the tone; that we write for a creditor, who we are, and what is new is said in any
 * case.
 */
const openingOf = (facts: NoticeFacts): string[] => {
  const written = own(facts.ownText?.opening, facts);
  if (written.length === 0) return opening(facts);
  const said = written.join(' ');
  const named = said.includes(facts.agency.name) && said.includes(shownName(facts));
  const on =
    facts.sender === 'creditor'
      ? `${facts.agency.name} versendet dieses Schreiben im Namen von ${shownName(facts)}.`
      : `${facts.agency.name} schreibt Ihnen im Auftrag von ${facts.creditor.name}.`;
  return opening(facts, named ? written : [...written, on]);
};

const closingOf = (facts: NoticeFacts): string[] => {
  const written = own(facts.ownText?.closing, facts);
  return closing(facts, written.length === 0 ? [urgency(facts)] : written);
};

/** The last door: intake has asked for other letters, and the Akte has waited for them. */
const refuseBoxes = (notice: Notice): void => {
  const lacking = lettersTheFontLacks(JSON.stringify(notice));
  if (lacking.length > 0)
    throw new Rejected(
      'notice.letters',
      `In diesen Buchstaben kann kein Brief gedruckt werden: ${lacking.join(' ')}. Bitte in lateinischen Buchstaben eintragen.`,
    );
};

/**
 * The message a debtor reads, made of facts that are already decided: tone by stage, legal items by kind of debtor (§
 * 13a(1) RDG, Art. 14 GDPR). Throws Rejected `contract.missing` (contract data missing towards a private person) or
 * `text.placeholder` (own text); positions that do not add up to the total are a bug.
 */
export const composeNotice = (facts: NoticeFacts): Notice => {
  if (sum(facts.positions.map((p) => p.amount)) !== facts.total)
    throw new Error(`Positions do not add up to the total of ${facts.reference}`);
  const { holder, iban, bic } = facts.agency.clientAccount;
  const { rows, details } = inFewRows(facts.positions);
  const notice: Notice = {
    reference: facts.reference,
    akte: facts.akte,
    agency: facts.agency,
    ...(facts.sender === 'creditor' ? { sender: appearanceOf(facts.creditor) } : {}),
    recipient: windowOf(addressParts(facts.debtor)),
    info: infoBlock(facts),
    date: facts.date,
    subject: subject(facts),
    salutation: salutation(facts.debtor),
    opening: openingOf(facts),
    positions: rows,
    details,
    total: facts.total,
    payBy: facts.payBy,
    payment: {
      holder,
      iban,
      ...(bic === undefined ? {} : { bic }),
      reference: facts.paymentReference,
      amount: facts.total,
    },
    closing: closingOf(facts),
    signature: `Mit freundlichen Grüßen\n${facts.sender === 'creditor' ? shownName(facts) : facts.agency.name}`,
    information: information(facts),
    enclosures: facts.enclosures,
  };
  refuseBoxes(notice);
  return notice;
};
