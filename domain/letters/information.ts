import { formatDay } from '../calendar.ts';
import type { Claim } from '../akte/claim.ts';
import type { ContactSource } from '../akte/contact-data.ts';
import { Rejected } from '../faults.ts';
import { roundedOnce } from '../account/interest.ts';
import { formatEuro, formatFine } from '../money.ts';
import type { Notice } from './notice.ts';
import { costsInWords } from './costs.ts';
import { DEFAULT_HEADING, defaultsInWords, defaultsNeedAPage, invoicesInWords } from './default-words.ts';
import type { InterestFacts, NoticeFacts } from './facts.ts';
import { isLegalPerson } from '../parties/legal-form.ts';
import { answersTo } from './own-name.ts';
import { oneLine } from '../parties/salutation.ts';

type Section = Notice['information'][number];

const contractOf = (claim: Claim): { subject: string; date: string } => {
  const { subject, contractDate: date } = claim;
  if (subject === undefined || date === undefined) {
    throw new Rejected(
      'contract.missing',
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

/** All in a first message; later only those that are new. */
const claimsToTell = ({ claims, newcomers, first, detail }: NoticeFacts): readonly Claim[] =>
  first || detail === 'always' || newcomers.length === 0 ? claims : newcomers;

/** § 13a(1) Nr. 2: the contract by its concrete object and the day it was concluded, for each invoice. */
const ground = (facts: NoticeFacts): Section => ({
  heading: 'Grund der Forderung',
  paragraphs: claimsToTell(facts).map((claim) => {
    const { subject, date } = contractOf(claim);
    return `${invoice(claim)}. Vertrag vom ${date}, Gegenstand: ${subject}.`;
  }),
});

type Step = InterestFacts['steps'][number];
const stepInWords = ({ principal, rate, from, to }: Step): string =>
  `${formatEuro(principal)} verzinst mit ${rate} pro Jahr vom ${formatDay(from)} bis ${formatDay(to)}`;

/** One step is rounded where it stands; several are shown finer, and their sum is rounded once. */
const interestLine = ({ invoiceNumber, steps, together, total }: InterestFacts): string => {
  const said =
    steps.length === 1
      ? steps.map((step) => `${stepInWords(step)} = ${formatEuro(total)}`)
      : [...steps.map((step) => `${stepInWords(step)} = ${formatFine(step.fine)}`), roundedOnce({ together, total })];
  return `Rechnung ${invoiceNumber}: ${said.join('; ')}`;
};

/**
 * What the law gives above the base rate, once for all invoices it gives the same: an old contract, a loan and a sale
 * may stand in one letter.
 */
const statutoryRates = (all: readonly InterestFacts[]): string[] => {
  const rates = new Map<string, string[]>();
  for (const { margin, law, invoiceNumber } of all) {
    const rate = `${margin} Prozentpunkte über dem Basiszinssatz (${law}, § 247 BGB)`;
    rates.set(rate, [...(rates.get(rate) ?? []), invoiceNumber]);
  }
  return [...rates].map(([rate, numbers]) => {
    const which = rates.size === 1 ? '' : ` zu ${invoicesInWords(numbers)}`;
    return `Gesetzlicher Verzugszins${which}: ${rate}.`;
  });
};

/**
 * § 13a(1) Nr. 3: the amount that bears interest, rate and period. The rate is never above the statutory one, so Nr. 4
 * has no case.
 */
const interest = (facts: NoticeFacts): Section => {
  const heading = 'Berechnung der Zinsen';
  if (facts.interest.length === 0)
    return { heading, paragraphs: ['Mit diesem Schreiben werden keine Zinsen verlangt.'] };
  const since = defaultsNeedAPage(facts) ? [] : defaultsInWords(facts);
  return { heading, paragraphs: [...facts.interest.map(interestLine), ...statutoryRates(facts.interest), ...since] };
};

/** § 13a(1) Nr. 5 and 6: kind, amount and ground of the collection costs, and the VAT in them. */
const costs = (facts: NoticeFacts): Section => ({ heading: 'Inkassokosten', paragraphs: costsInWords(facts) });

/** For each invoice since when and why, where that is too much for the letter. */
const defaults = (facts: NoticeFacts): Section => ({ heading: DEFAULT_HEADING, paragraphs: defaultsInWords(facts) });

/**
 * § 13a(1) Nr. 7 RDG: an address that is not from the creditor is said to be from elsewhere, and how a mistake is put
 * right.
 */
const ADDRESS_FROM: Readonly<Record<ContactSource, string>> = {
  creditor: 'Ihre Anschrift hat uns der Gläubiger mitgeteilt.',
  debtor: 'Ihre Anschrift haben Sie uns selbst mitgeteilt.',
  register:
    'Ihre Anschrift hat uns nicht der Gläubiger mitgeteilt: Wir haben sie einem Register entnommen, etwa dem Melderegister oder dem Handelsregister.',
  tracing: 'Ihre Anschrift hat uns nicht der Gläubiger mitgeteilt: Wir haben sie durch eine Adressermittlung erfahren.',
  post: 'Ihre Anschrift hat uns nicht der Gläubiger mitgeteilt: Wir haben sie von der Post erfahren, als ein Schreiben an Ihre frühere Anschrift nicht zugestellt wurde.',
};
const origin = ({ agency, address }: NoticeFacts): Section => ({
  heading: 'Herkunft Ihrer Anschrift',
  paragraphs: [
    `${ADDRESS_FROM[address.source]} Ist etwas daran falsch oder ist dieses Schreiben nicht für Sie bestimmt, sagen Sie es uns bitte: ${agency.email} oder Telefon ${agency.phone}. Wir berichtigen es.`,
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

/** Where data come from that the creditor did not give (Art. 14(2)(f) GDPR). */
const DATA_ALSO_FROM: Readonly<Record<ContactSource, string>> = {
  creditor: '',
  debtor: ' Ihre jetzige Anschrift haben wir von Ihnen.',
  register: ' Ihre jetzige Anschrift haben wir aus einem Register.',
  tracing: ' Ihre jetzige Anschrift haben wir aus einer Adressermittlung.',
  post: ' Ihre jetzige Anschrift haben wir von der Post.',
};

/**
 * Art. 14 GDPR: the data came from the creditor, so we have to tell the debtor with the first message. There is no
 * contract between us: Art. 6(1)(f) alone carries it.
 */
const dataProtection = ({ agency, creditor, address }: NoticeFacts): Section => ({
  heading: 'Datenschutz: Information nach Art. 14 DSGVO',
  paragraphs: [
    `Verantwortlich: ${agency.name}, ${oneLine(agency.address)}, E-Mail ${agency.email}, Telefon ${agency.phone}. Datenschutzbeauftragte oder Datenschutzbeauftragter: ${agency.dataProtection}.`,
    'Zwecke und Rechtsgrundlagen: Einziehung der Forderung einschließlich Schriftverkehr, Zahlungsüberwachung und Abrechnung (Art. 6 Abs. 1 Buchst. f DSGVO; unser berechtigtes Interesse und das des Gläubigers ist die Durchsetzung der Forderung) sowie die Erfüllung gesetzlicher Aufbewahrungspflichten (Art. 6 Abs. 1 Buchst. c DSGVO).',
    `Kategorien und Quelle der Daten: Name, Anschrift, Kontaktdaten, Vertrags-, Rechnungs- und Zahlungsdaten. Wir haben sie von ${creditor.name} erhalten; Zahlungsdaten auch von unserer Bank.${DATA_ALSO_FROM[address.source]}`,
    'Empfänger: der Gläubiger, Dienstleister für Versand, Zahlungsverkehr und Rechenbetrieb in unserem Auftrag, Banken sowie, falls nötig, Rechtsanwälte, Gerichte und Behörden.',
    'Drittländer: Die Daten liegen in Rechenzentren in der Europäischen Union. Deren Betreiber gehört zu einem Konzern in den USA. Soweit von dort auf Daten zugegriffen würde, gelten der Angemessenheitsbeschluss der Europäischen Kommission zum Datenschutzrahmen mit den USA (Art. 45 DSGVO) und Standardvertragsklauseln (Art. 46 DSGVO); eine Kopie senden wir auf Anfrage.',
    'Speicherdauer: drei volle Jahre nach Abschluss der Akte; danach nur noch, was gesetzlich aufzubewahren ist (Geschäftsbriefe sechs Jahre, Buchungsbelege acht Jahre), gesperrt für andere Zwecke.',
    'Ihre Rechte: Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung und Datenübertragbarkeit (Art. 15 bis 18 und 20 DSGVO).',
    'Beschwerden nimmt jede Datenschutzaufsichtsbehörde entgegen, zum Beispiel die Ihres Bundeslandes (Art. 77 DSGVO).',
  ],
});

/** Art. 21(4) GDPR: expressly, and apart from any other information. */
const rightToObject = ({ agency }: NoticeFacts): Section => ({
  heading: 'Ihr Widerspruchsrecht (Art. 21 DSGVO)',
  framed: true,
  paragraphs: [
    `Sie haben das Recht, der Verarbeitung Ihrer Daten jederzeit zu widersprechen, wenn sich aus Ihrer besonderen Situation Gründe dafür ergeben. Der Widerspruch braucht keine besondere Form; es genügt eine Nachricht an ${agency.email} oder an die oben genannte Anschrift. Wir verarbeiten Ihre Daten dann nicht mehr, es sei denn, zwingende schutzwürdige Gründe überwiegen oder wir brauchen sie, um Rechtsansprüche geltend zu machen, auszuüben oder zu verteidigen.`,
  ],
});

const invoicesOnly = ({ claims }: NoticeFacts): Section => ({
  heading: 'Grund der Forderung',
  paragraphs: claims.map((claim) => `${invoice(claim)}.`),
});

/** A legal person has no personal data of its own; whoever works there may ask. */
const briefDataProtection = ({ agency, creditor }: NoticeFacts): Section => ({
  heading: 'Datenschutz',
  paragraphs: [
    `Verantwortlich: ${agency.name}, ${oneLine(agency.address)}; Datenschutzbeauftragte oder Datenschutzbeauftragter: ${agency.dataProtection}. Die Daten haben wir von ${creditor.name} erhalten und verarbeiten sie zur Einziehung der Forderung (Art. 6 Abs. 1 Buchst. f DSGVO). Die vollständige Information nach Art. 14 DSGVO senden wir Ihnen auf Anfrage sofort zu.`,
  ],
});

/** A creditor's own dunning: we only carry it out (Art. 28 GDPR), and say so. */
const carrier = (facts: NoticeFacts): Section => {
  const { agency, creditor } = facts;
  const { phone, email } = answersTo(facts);
  const takes = phone.own && email.own ? 'Zahlungen' : 'Zahlungen und Antworten';
  return {
    heading: 'Wer dieses Schreiben versendet',
    paragraphs: [
      `Absender ist ${creditor.name}, ${oneLine(creditor.address)}. ${agency.name}, ${oneLine(agency.address)}, versendet dieses Schreiben in unserem Namen und nimmt ${takes} für uns entgegen. Inkassokosten entstehen dadurch nicht.`,
      `Datenschutz: Verantwortlich ist ${creditor.name}; ${agency.name} verarbeitet Ihre Daten dabei nur nach unserer Weisung (Art. 28 DSGVO).`,
    ],
  };
};

type Part = (facts: NoticeFacts) => Section;
const FOR_PERSONS: readonly Part[] = [dataProtection, rightToObject];
/** § 13a(1) RDG in full; for later claims again, since each is another claim with another contract. */
const OF_A_CLAIM: readonly Part[] = [client, ground, interest, costs, origin, supervision];
const FOR_BUSINESS: readonly Part[] = [client, invoicesOnly, interest, costs];

/**
 * The whole information, as a first message has it: a sole trader or partner is a person whose data are protected, a
 * company is not.
 */
const wholeFor = ({ debtor }: NoticeFacts): readonly Part[] => {
  if (debtor.kind === 'private') return [...OF_A_CLAIM, ...FOR_PERSONS];
  return [...FOR_BUSINESS, ...(isLegalPerson(debtor.name) ? [briefDataProtection] : FOR_PERSONS)];
};

/**
 * What a later message of the agency still has to say: to a private person of claims that are new, of interest and
 * costs that are, of an address. The law demands each of it, so that it stands also where a level would rather say
 * nothing. A business is told from which order costs come (reading 7).
 */
const laterFor = (facts: NoticeFacts): readonly Part[] => {
  if (facts.debtor.kind !== 'private') return facts.untold.costs && facts.detail !== 'none' ? [costs] : [];
  if (facts.newcomers.length > 0) return OF_A_CLAIM;
  return [
    ...(facts.untold.interest ? [interest] : []),
    ...(facts.untold.costs ? [costs] : []),
    ...(facts.address.isNew && facts.address.source !== 'creditor' ? [origin] : []),
  ];
};

const partsFor = (facts: NoticeFacts): readonly Part[] => {
  const { sender, first, detail, debtor } = facts;
  if (sender === 'creditor') return first || detail === 'always' ? [carrier] : [];
  const owedByLaw = debtor.kind === 'private' || !isLegalPerson(debtor.name);
  if (first && (owedByLaw || detail !== 'none')) return wholeFor(facts);
  if (detail === 'always') return wholeFor(facts);
  return laterFor(facts);
};

/**
 * What stands on the pages after the letter. The first message in the agency's name carries all items of § 13a(1) RDG
 * to a private person, and Art. 14 GDPR to every person, also one in business; a company gets a short form. A
 * creditor's own dunning is no collection service and says who carries it out. Later messages say what is new: interest
 * and costs where they are claimed first, a newcomer its particulars, a first letter to an address where that is from.
 * Throws Rejected `contract.missing` where a private person would be written to without the contract's object and date.
 */
export const information = (facts: NoticeFacts): Section[] => {
  const parts = partsFor(facts);
  const needed = defaultsNeedAPage(facts) && (facts.stage > 0 || parts.includes(interest));
  return [...(needed ? [defaults] : []), ...parts].map((part) => part(facts));
};
