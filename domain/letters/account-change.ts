import { formatDay, type Day } from '../calendar.ts';
import type { AccountChange, Proposal } from '../approval/proposal.ts';
import type { Account, Agency } from '../parties/parties.ts';
import { letter, type PlainMail } from './reports.ts';

type Told = Readonly<{
  agency: Agency;
  name: string;
  proposal: Readonly<Pick<Proposal, 'on'> & { what: AccountChange }>;
}>;

/** A mail is a postcard: of an account it shows no more than whoever has it recognises. */
const lastDigits = ({ iban }: Account): string => iban.slice(-4);
const changed = ({ from, to }: AccountChange): string =>
  from.iban === to.iban
    ? `die Angaben zu dem Konto mit den Endziffern ${lastDigits(to)} (Kontoinhaber oder BIC)`
    : `das Konto mit den Endziffern ${lastDigits(to)} (bisher: Endziffern ${lastDigits(from)})`;
/** Whoever steals an account writes mails, too: they call a number that they had before. */
const objection = ({ phone }: Agency): string =>
  `Haben Sie das nicht veranlasst? Dann rufen Sie uns bitte sofort an: ${phone}. Nutzen Sie dafür keine Telefonnummer und keinen Link aus einer anderen Nachricht.`;

/** Tells a creditor that somebody wants it to be paid out to another account. */
export const accountProposedMail = ({ agency, name, proposal: { what, on } }: Told): PlainMail => ({
  subject: 'Ihr Auszahlungskonto soll geändert werden',
  text: letter(
    agency,
    `Guten Tag ${name},`,
    `am ${formatDay(on)} ist für Auszahlungen an Sie eine Änderung beantragt worden: ${changed(what)}.`,
    'Noch gilt das bisherige Konto. Die Änderung gilt erst, wenn eine zweite Person unseres Hauses sie freigegeben hat. Auch davon erfahren Sie an dieser Adresse.',
    objection(agency),
  ),
});

/** Tells a creditor that its account was changed. `payFrom`: the first day on which money goes to it. */
export const accountApprovedMail = ({
  agency,
  name,
  proposal: { what },
  payFrom,
}: Told & Readonly<{ payFrom: Day }>): PlainMail => ({
  subject: 'Ihr Auszahlungskonto ist geändert',
  text: letter(
    agency,
    `Guten Tag ${name},`,
    `eine zweite Person unseres Hauses hat die Änderung Ihres Auszahlungskontos freigegeben: ${changed(what)}.`,
    `Ausgezahlt wird darauf frühestens am ${formatDay(payFrom)}. Bis dahin zahlen wir nichts aus, damit Sie noch widersprechen können.`,
    objection(agency),
  ),
});
