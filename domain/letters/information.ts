import { formatDay } from '../calendar.ts';
import type { Claim } from '../claim.ts';
import { Rejected } from '../faults.ts';
import { roundedOnce } from '../interest.ts';
import { formatDecimal, formatEuro, formatFine, minus } from '../money.ts';
import type { Notice } from '../notice.ts';
import type { FeeFacts, InterestFacts, NoticeFacts } from './facts.ts';
import { answersTo } from './own-name.ts';
import { oneLine } from './salutation.ts';

type Section = Notice['information'][number];

const contractOf = (claim: Claim): { subject: string; date: string } => {
  const { subject, contractDate: date } = claim;
  if (subject === undefined || date === undefined) {
    throw new Rejected(
      'vertragsangaben',
      `Zu Rechnung ${claim.invoiceNumber} fehlen Vertragsgegenstand oder Vertragsdatum (§ 13a Abs. 1 Nr. 2 RDG).`,
    );
  }
  return { subject, date: formatDay(date) };
};

const client = ({ creditor }: NoticeFacts): Section => ({
  heading: 'Auftraggeber (Gläubiger)',
  paragraphs: [`${creditor.name}, ${oneLine(creditor.address)}`],
});

const invoice = (claim: Claim): string =>
  `Rechnung ${claim.invoiceNumber} vom ${formatDay(claim.invoiceDate)}, davon offen bei Übergabe an uns: ${formatEuro(claim.principal)}`;

/** § 13a(1) Nr. 2: the contract by its concrete object and the day it was concluded, for each invoice. */
const ground = (facts: NoticeFacts): Section => ({
  heading: 'Grund der Forderung',
  paragraphs: facts.claims.map((claim) => {
    const { subject, date } = contractOf(claim);
    return `${invoice(claim)}. Vertrag vom ${date}, Gegenstand: ${subject}.`;
  }),
});

type Step = InterestFacts['steps'][number];
const stepInWords = ({ principal, ratePercent, from, to }: Step): string =>
  `${formatEuro(principal)} verzinst mit ${ratePercent}\u00a0% pro Jahr vom ${formatDay(from)} bis ${formatDay(to)}`;

/** One step is rounded where it stands; several are shown finer, and their sum is rounded once. */
const interestLine = ({ invoiceNumber, steps, together, total }: InterestFacts): string => {
  const said =
    steps.length === 1
      ? steps.map((step) => `${stepInWords(step)} = ${formatEuro(total)}`)
      : [...steps.map((step) => `${stepInWords(step)} = ${formatFine(step.fine)}`), roundedOnce({ together, total })];
  return `Rechnung ${invoiceNumber}: ${said.join('; ')}`;
};

/** § 13a(1) Nr. 3: the amount that bears interest, rate and period. The rate is never above the statutory one, so Nr. 4 has no case. */
const interest = (facts: NoticeFacts): Section => {
  const heading = 'Berechnung der Zinsen';
  if (facts.interest.length === 0)
    return { heading, paragraphs: ['Mit diesem Schreiben werden keine Zinsen verlangt.'] };
  const rate =
    facts.debtor.kind === 'private'
      ? 'Gesetzlicher Verzugszins: fünf Prozentpunkte über dem Basiszinssatz (§ 288 Abs. 1, § 247 BGB).'
      : 'Gesetzlicher Verzugszins für Entgeltforderungen unter Unternehmen: neun Prozentpunkte über dem Basiszinssatz (§ 288 Abs. 2, § 247 BGB).';
  const since = facts.defaultSince
    ? [`Verzug besteht seit dem ${formatDay(facts.defaultSince.since)}. ${facts.defaultSince.ground}`]
    : [];
  return { heading, paragraphs: [...facts.interest.map(interestLine), rate, ...since] };
};

const vat = ({ net, amount, vatIncluded }: FeeFacts): string =>
  vatIncluded
    ? `Darin enthalten sind ${formatEuro(minus(amount, net))} Umsatzsteuer. Der Gläubiger kann diese Umsatzsteuer nicht als Vorsteuer abziehen (§ 13a Abs. 1 Nr. 6 RDG).`
    : 'Umsatzsteuer auf diese Kosten wird von Ihnen nicht verlangt, weil der Gläubiger sie als Vorsteuer abziehen kann.';

/** § 13a(1) Nr. 5 and 6: kind, amount and ground of the collection costs, and the VAT in them. */
const costs = ({ fees }: NoticeFacts): Section => ({
  heading: 'Inkassokosten',
  paragraphs:
    fees === null
      ? ['Für dieses Schreiben werden von Ihnen keine Inkassokosten verlangt.']
      : [
          `Art: Inkassovergütung (Gebührensatz ${fees.rate}). Höhe: ${formatEuro(fees.amount)}. Entstehungsgrund: unsere Beauftragung nach Eintritt des Zahlungsverzugs.`,
          `Rechtsgrundlage: Ersatz des Verzugsschadens (§ 280 Abs. 1 und 2, § 286 BGB, § 13e Abs. 1 RDG); Berechnung nach dem RVG: ${fees.basis}. Der Betrag ohne Umsatzsteuer ist ${formatDecimal(fees.net)}\u00a0€. ${vat(fees)}`,
        ],
});

const origin = ({ agency }: NoticeFacts): Section => ({
  heading: 'Herkunft Ihrer Anschrift',
  paragraphs: [
    `Ihre Anschrift und Ihre übrigen Kontaktdaten hat uns der Gläubiger mitgeteilt. Ist etwas daran falsch, sagen Sie es uns bitte: ${agency.email} oder Telefon ${agency.phone}. Wir berichtigen es.`,
  ],
});

const supervision = ({ agency: { name, register } }: NoticeFacts): Section => ({
  heading: 'Registrierung und Aufsicht',
  paragraphs: [
    `${name} ist als Inkassodienstleister im Rechtsdienstleistungsregister eingetragen (Nr. ${register.number}).`,
    `Zuständige Aufsichtsbehörde: ${register.authority}, ${register.authorityAddress}, E-Mail ${register.authorityEmail}.`,
    'Auf Anfrage teilen wir Ihnen unverzüglich mit, in wessen Person die Forderung entstanden ist und unter welchen wesentlichen Umständen der Vertrag zustande kam (§ 13a Abs. 2 RDG).',
  ],
});

/** Art. 14 GDPR: the data came from the creditor, so we have to tell the debtor with the first message. */
const dataProtection = ({ agency, creditor }: NoticeFacts): Section => ({
  heading: 'Datenschutz: Information nach Art. 14 DSGVO',
  paragraphs: [
    `Verantwortlich: ${agency.name}, ${oneLine(agency.address)}, E-Mail ${agency.email}, Telefon ${agency.phone}. Datenschutz: ${agency.dataProtection}.`,
    'Zwecke und Rechtsgrundlagen: Einziehung der Forderung einschließlich Schriftverkehr, Zahlungsüberwachung und Abrechnung (Art. 6 Abs. 1 Buchst. b und f DSGVO; unser berechtigtes Interesse und das des Gläubigers ist die Durchsetzung der Forderung) sowie die Erfüllung gesetzlicher Aufbewahrungspflichten (Art. 6 Abs. 1 Buchst. c DSGVO).',
    `Kategorien und Quelle der Daten: Name, Anschrift, Kontaktdaten, Vertrags-, Rechnungs- und Zahlungsdaten. Wir haben sie von ${creditor.name} erhalten; Zahlungsdaten auch von unserer Bank.`,
    'Empfänger: der Gläubiger, Dienstleister für Versand, Zahlungsverkehr und Rechenbetrieb in unserem Auftrag, Banken sowie, falls nötig, Rechtsanwälte, Gerichte und Behörden.',
    'Speicherdauer: drei volle Jahre nach Abschluss der Akte; danach nur noch, was gesetzlich aufzubewahren ist (Geschäftsbriefe sechs Jahre, Buchungsbelege acht Jahre), gesperrt für andere Zwecke.',
    'Ihre Rechte: Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung und Datenübertragbarkeit (Art. 15 bis 18 und 20 DSGVO). Sie können der Verarbeitung aus Gründen, die sich aus Ihrer besonderen Situation ergeben, widersprechen (Art. 21 DSGVO).',
    'Beschwerden nimmt jede Datenschutzaufsichtsbehörde entgegen, zum Beispiel die Ihres Bundeslandes (Art. 77 DSGVO).',
  ],
});

const invoicesOnly = ({ claims }: NoticeFacts): Section => ({
  heading: 'Grund der Forderung',
  paragraphs: claims.map((claim) => `${invoice(claim)}.`),
});

const briefDataProtection = ({ agency, creditor }: NoticeFacts): Section => ({
  heading: 'Datenschutz',
  paragraphs: [
    `Verantwortlich: ${agency.name}, ${oneLine(agency.address)}; Datenschutz: ${agency.dataProtection}. Die Daten haben wir von ${creditor.name} erhalten und verarbeiten sie zur Einziehung der Forderung (Art. 6 Abs. 1 Buchst. b und f DSGVO). Die vollständige Information nach Art. 14 DSGVO senden wir Ihnen auf Anfrage sofort zu.`,
  ],
});

/** A creditor's own dunning: we only carry it out (Art. 28 GDPR), and say so. */
const carrier = (facts: NoticeFacts): Section => {
  const { agency, creditor } = facts,
    { phone, email } = answersTo(facts);
  const takes = phone.own && email.own ? 'Zahlungen' : 'Zahlungen und Antworten';
  return {
    heading: 'Wer dieses Schreiben versendet',
    paragraphs: [
      `Absender ist ${creditor.name}, ${oneLine(creditor.address)}. ${agency.name}, ${oneLine(agency.address)}, versendet dieses Schreiben in unserem Namen und nimmt ${takes} für uns entgegen. Inkassokosten entstehen dadurch nicht.`,
      `Datenschutz: Verantwortlich ist ${creditor.name}; ${agency.name} verarbeitet Ihre Daten dabei nur nach unserer Weisung (Art. 28 DSGVO).`,
    ],
  };
};

const PRIVATE = [client, ground, interest, costs, origin, supervision, dataProtection];
const BUSINESS = [client, invoicesOnly, interest, costs, briefDataProtection];

/**
 * What stands on the pages after the letter. A private person's first message in the agency's name carries all items of § 13a(1) RDG and Art. 14 GDPR; a company's a
 * short form. A creditor's own dunning is no collection service and says who carries it out. The first Mahnung after a reminder explains the interest and costs that the reminder could not yet claim. Later messages: nothing.
 * Throws Rejected `vertragsangaben` where a private person would be written to without the contract's object and date.
 */
export const information = (facts: NoticeFacts): Section[] => {
  if (facts.sender === 'creditor') return facts.first || facts.detail === 'always' ? [carrier(facts)] : [];
  const must = facts.first && facts.debtor.kind === 'private';
  if (facts.detail === 'none' && !must) return [];
  if (facts.first || facts.detail === 'always')
    return (facts.debtor.kind === 'private' ? PRIVATE : BUSINESS).map((section) => section(facts));
  if (facts.stage !== 1 || facts.debtor.kind !== 'private') return [];
  return [...(facts.interest.length > 0 ? [interest(facts)] : []), ...(facts.fees ? [costs(facts)] : [])];
};
