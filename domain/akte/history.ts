import { stageName } from '../procedure/states.ts';
import { CALL_OUTCOME_WORDS, CALL_PART_WORDS } from './call-words.ts';
import { formatDay, type Day } from '../calendar.ts';
import { CONTACT_SOURCE_WORDS } from './contact-data.ts';
import { OCCASIONS, type Fact, type FactOf, type MessageKey } from './facts.ts';
import { CHANNELS } from '../procedure/channels.ts';
import { HOLDS } from '../procedure/holds.ts';
import type { ContactField } from '../parties/contact-fields.ts';
import { formatEuro } from '../money.ts';
import { troubleInWords } from './trouble.ts';

const OCCASION = {
  calls: ', Bitte um Rückruf,',
  joined: ', Mitteilung über neu hinzugekommene Rechnungen,',
} as const satisfies Record<(typeof OCCASIONS)[number], string>;

const messageName = ({ stage, channel, occasion }: MessageKey): string =>
  `${stageName(stage)}${occasion ? OCCASION[occasion] : ''} per ${CHANNELS[channel].german}`;

/** What the news about a debtor is called; null: nothing that anybody would read. */
const TOLD_WORDS = {
  name: 'Name',
  lastName: 'Nachname',
  salutation: 'Anrede',
  address: 'Anschrift',
  land: null,
  email: 'E-Mail',
  phone: 'Telefon',
  furtherEmails: 'weitere E-Mail',
  furtherPhones: 'weiteres Telefon',
  birthDate: 'Geburtsdatum',
  iban: 'IBAN',
  language: 'Sprache',
} as const satisfies Record<Exclude<keyof FactOf<'contactChanged'>, 'kind' | 'on' | 'by' | 'source'>, string | null>;
const toldIn = (fact: FactOf<'contactChanged'>): string[] =>
  Object.entries(TOLD_WORDS).flatMap(([field, word]) => (word !== null && Object.hasOwn(fact, field) ? [word] : []));

const dated = (on: Day, text: string): string => `${formatDay(on)}: ${text}`;
/** `: weil …`; nothing where no reason was given. */
const because = (reason: string | undefined): string => (reason ? `: ${reason}` : '');

const handedOver = ({ on, claims }: FactOf<'handedOver'>): string => {
  const each = claims.map((c) => `${c.id} Rechnung ${c.invoiceNumber}, ${formatEuro(c.principal)}`);
  const many = claims.length === 1 ? 'Forderung' : `${claims.length} Forderungen`;
  return dated(on, `${many} übernommen (${each.join('; ')})`);
};

const notSent = ({ on, why, message, reason }: FactOf<'notSent'>): string => {
  const channel = CHANNELS[message.channel].german;
  return dated(
    on,
    why === 'refused' ? `${channel} abgelehnt: ${reason}` : `${channel} nicht angenommen, neuer Versuch folgt`,
  );
};

/** What is wrong with what a debtor was reached by, where no message of ours came back. */
const WRONG = {
  address: 'Anschrift stimmt nicht',
  email: 'E-Mail-Adresse stimmt nicht',
  phone: 'Telefonnummer stimmt nicht',
} as const satisfies Record<ContactField, string>;
const undeliverable = ({ on, message, contact, reason }: FactOf<'undeliverable'>): string => {
  const what = message ? `${messageName(message)} kam zurück` : WRONG[contact];
  return dated(on, `${what}: ${reason}`);
};

const paid = ({ bookedOn, amount, via, valueDate }: FactOf<'paid'>): string => {
  const where = via === 'agency' ? 'bei uns eingegangen' : 'beim Gläubiger eingegangen';
  return dated(bookedOn, `${formatEuro(amount)} ${where} (Wertstellung ${formatDay(valueDate)})`);
};

const held = ({ on, ground, until, reason }: FactOf<'held'>): string => {
  const end = until ? `, bis ${formatDay(until)}` : '';
  return dated(on, `${HOLDS[ground].state}${end}: ${reason}`);
};

const particularsGiven = ({ on, claim, contractDate, reason }: FactOf<'particularsGiven'>): string => {
  const contract = contractDate ? ` (Vertrag vom ${formatDay(contractDate)})` : '';
  const done = reason ? 'berichtigt' : 'ergänzt';
  return dated(on, `Angaben zum Vertrag von ${claim} ${done}${contract}${because(reason)}`);
};

const planAgreed = ({ plan }: FactOf<'planAgreed'>): string => {
  const fee = plan.fee > 0 ? `, Einigungsgebühr ${formatEuro(plan.fee)}` : ', ohne Gebühr';
  const rates = `monatlich ${formatEuro(plan.rate)}, erste Rate am ${formatDay(plan.first)}`;
  return dated(plan.on, `Ratenplan ${plan.id} vereinbart: ${rates}${fee}`);
};

const callMade = ({ on, part, outcome, note }: FactOf<'callMade'>): string =>
  dated(on, `Anruf (${CALL_PART_WORDS[part]}): ${CALL_OUTCOME_WORDS[outcome]}${because(note)}`);

type Facts = { readonly [K in Fact['kind']]: FactOf<K> };
/** What each fact is called in the history; null: nothing that anybody would read. */
const SAYS: { readonly [K in Fact['kind']]: (fact: Facts[K]) => string | null } = {
  opened: () => 'Akte angelegt',
  handedOver,
  joined: ({ on, claims, matter }) =>
    dated(on, `${claims.join(', ')} in die laufende Angelegenheit ${matter} aufgenommen`),
  handedToCollection: ({ on, claims, procedure }) =>
    dated(on, `${claims.join(', ')} ans Inkasso übergeben (${procedure.id})`),
  restarted: () => null,

  reserved: ({ message }) => `${messageName(message)}: Versand begonnen`,
  sent: ({ on, message }) => dated(on, `${messageName(message)} gesendet`),
  notSent,
  unclear: ({ on, message }) => dated(on, `Ob ${messageName(message)} hinausging, ist unklar`),
  undeliverable,

  paid,
  reversed: ({ on, payment, reason }) => dated(on, `Zahlung ${payment} zurückgebucht: ${reason}`),
  credited: ({ on, amount, claim, id, reason }) =>
    dated(on, `${formatEuro(amount)} zu ${claim} gutgeschrieben (Gutschrift ${id}): ${reason}`),
  refunded: ({ on, amount }) => dated(on, `${formatEuro(amount)} Überzahlung an den Schuldner zurückgezahlt`),
  waived: ({ on, interest, reason }) => dated(on, `Kosten${interest ? ' und Zinsen' : ''} erlassen: ${reason}`),
  paidOut: ({ payout }) => `Auszahlung ${payout}: mit dem Gläubiger abgerechnet`,

  held,
  resumed: ({ on, ground, reason }) => dated(on, `${HOLDS[ground].state} beendet, fortgesetzt${because(reason)}`),
  planAgreed,
  planEnded: ({ on, plan, reason }) => dated(on, `Ratenplan ${plan} beendet: ${reason}`),
  stageSkipped: ({ on, stage, reason }) => dated(on, `${stageName(stage)} übersprungen: ${reason}`),
  courtDecisionDue: ({ on }) => dated(on, 'Entscheidung „gerichtliches Mahnverfahren“ vorgelegt'),
  closed: ({ on, reason }) => dated(on, `geschlossen: ${reason}`),
  reopened: ({ on, reason }) => dated(on, `wieder geöffnet: ${reason}`),
  trouble: ({ on, reason }) => dated(on, `Klärung nötig: ${troubleInWords(reason)}`),
  clarified: ({ on, reason }) => dated(on, `geklärt: ${reason}`),

  callsOpened: ({ from, until, stage }) => dated(from, `${stageName(stage)}, Telefoninkasso bis ${formatDay(until)}`),
  callTaken: () => null,
  callMade,

  asked: ({ on, id, answerBy, question }) =>
    dated(on, `Rückfrage ${id} an den Gläubiger, Antwort bis ${formatDay(answerBy)}: ${question}`),
  answered: ({ on, id, answer }) => dated(on, `Antwort auf Rückfrage ${id}: ${answer}`),
  particularsGiven,
  renamed: ({ on, source, name }) => dated(on, `neuer Name ${CONTACT_SOURCE_WORDS[source]}: ${name}`),
  alsoNamed: ({ on, source, name }) => dated(on, `auch genannt ${CONTACT_SOURCE_WORDS[source]}: ${name}`),
  contactChanged: (fact) =>
    dated(fact.on, `neue Angaben zum Schuldner ${CONTACT_SOURCE_WORDS[fact.source]} (${toldIn(fact).join(', ')})`),
  tracingOrdered: ({ on }) => dated(on, 'Adressermittlung beauftragt'),
  tracingFailed: ({ on, reason }) => dated(on, `Adressermittlung ohne Ergebnis: ${reason}`),
};

const says = <K extends Fact['kind']>(kind: K, fact: Facts[K]): string | null => SAYS[kind](fact);

/**
 * One fact in plain German, for creditors and staff (P31–P34); null: nothing that anybody would read. What a creditor
 * must not learn has been taken out before (`historyTold`).
 */
export const factInWords = (fact: Fact): string | null => says(fact.kind, fact);
