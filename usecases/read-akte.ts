import { accountOf, type Account } from '../domain/account.ts';
import { generationOf, type Akte } from '../domain/akte.ts';
import { formatDay, type Day } from '../domain/calendar.ts';
import type { AkteId } from '../domain/claim.ts';
import { CONTACT_SOURCE_WORDS } from '../domain/contact-data.ts';
import { OCCASIONS, type Fact, type FactOf } from '../domain/facts.ts';
import { HOLDS } from '../domain/holds.ts';
import { maskedIban } from '../domain/intake/text.ts';
import { positionsOf } from '../domain/letters/demand.ts';
import { cityLine } from '../domain/letters/salutation.ts';
import { formatEuro, plus } from '../domain/money.ts';
import type { Debtor } from '../domain/parties.ts';
import { troubleInWords } from '../domain/trouble.ts';
import { statementOf } from '../domain/statement.ts';
import { wayOn } from '../domain/ways-on.ts';
import type { Step } from '../domain/dunning.ts';
import { decidingOn, type Deciding } from './next.ts';

const CHANNEL = { email: 'E-Mail', sms: 'SMS', letter: 'Brief' } as const;
const CALL_PART = { morning: 'vormittags', afternoon: 'nachmittags', evening: 'abends' } as const;
const CALL_OUTCOME = {
  reached: 'erreicht',
  promise: 'Zahlung zugesagt',
  instalments: 'Ratenzahlung gewünscht',
  dispute: 'Forderung bestritten',
  'wrong-number': 'falsche Nummer',
  'not-reached': 'nicht erreicht',
} as const;
const OCCASION = {
  calls: ', Bitte um Rückruf,',
  joined: ', Mitteilung über neu hinzugekommene Rechnungen,',
} as const satisfies Record<(typeof OCCASIONS)[number], string>;
const stageName = (stage: number): string => (stage === 0 ? 'Zahlungserinnerung' : `Mahnstufe ${stage}`);
const messageName = ({ stage, channel, occasion }: FactOf<'reserved'>['message']): string =>
  `${stageName(stage)}${occasion ? OCCASION[occasion] : ''} per ${CHANNEL[channel]}`;

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

/** One fact in plain words, for creditors and staff (P31–P34). */
export const inWords = (fact: Fact): string | null => {
  switch (fact.kind) {
    case 'opened':
      return 'Akte angelegt';
    case 'handedOver':
      return `${formatDay(fact.on)}: ${fact.claims.length === 1 ? 'Forderung' : `${fact.claims.length} Forderungen`} übernommen (${fact.claims.map((c) => `${c.id} Rechnung ${c.invoiceNumber}, ${formatEuro(c.principal)}`).join('; ')})`;
    case 'reserved':
      return `${messageName(fact.message)}: Versand begonnen`;
    case 'sent':
      return `${formatDay(fact.on)}: ${messageName(fact.message)} gesendet`;
    case 'notSent':
      return fact.why === 'refused'
        ? `${formatDay(fact.on)}: ${CHANNEL[fact.message.channel]} abgelehnt: ${fact.reason}`
        : `${formatDay(fact.on)}: ${CHANNEL[fact.message.channel]} nicht angenommen, neuer Versuch folgt`;
    case 'unclear':
      return `${formatDay(fact.on)}: Ob ${CHANNEL[fact.message.channel]} hinausging, ist unklar`;
    case 'undeliverable':
      return `${formatDay(fact.on)}: ${fact.message ? `${messageName(fact.message)} kam zurück` : `${CHANNEL[fact.channel]} nicht zustellbar`}: ${fact.reason}`;
    case 'callsOpened':
      return `${formatDay(fact.from)}: ${stageName(fact.stage)}, Telefoninkasso bis ${formatDay(fact.until)}`;
    case 'paid':
      return `${formatDay(fact.bookedOn)}: ${formatEuro(fact.amount)} ${fact.via === 'agency' ? 'bei uns eingegangen' : 'beim Gläubiger eingegangen'} (Wertstellung ${formatDay(fact.valueDate)})`;
    case 'reversed':
      return `${formatDay(fact.on)}: Zahlung ${fact.payment} zurückgebucht: ${fact.reason}`;
    case 'credited':
      return `${formatDay(fact.on)}: ${formatEuro(fact.amount)} zu ${fact.claim} gutgeschrieben (Gutschrift ${fact.id}): ${fact.reason}`;
    case 'refunded':
      return `${formatDay(fact.on)}: ${formatEuro(fact.amount)} Überzahlung an den Schuldner zurückgezahlt`;
    case 'held':
      return `${formatDay(fact.on)}: ${HOLDS[fact.ground].state}${fact.until ? `, bis ${formatDay(fact.until)}` : ''}: ${fact.reason}`;
    case 'resumed':
      return `${formatDay(fact.on)}: ${HOLDS[fact.ground].state} beendet, fortgesetzt${fact.reason ? `: ${fact.reason}` : ''}`;
    case 'asked':
      return `${formatDay(fact.on)}: Rückfrage ${fact.id} an den Gläubiger, Antwort bis ${formatDay(fact.answerBy)}: ${fact.question}`;
    case 'answered':
      return `${formatDay(fact.on)}: Antwort auf Rückfrage ${fact.id}: ${fact.answer}`;
    case 'particularsGiven':
      return `${formatDay(fact.on)}: Angaben zum Vertrag von ${fact.claim} ${fact.reason ? 'berichtigt' : 'ergänzt'}${fact.contractDate ? ` (Vertrag vom ${formatDay(fact.contractDate)})` : ''}${fact.reason ? `: ${fact.reason}` : ''}`;
    case 'renamed':
      return `${formatDay(fact.on)}: neuer Name ${CONTACT_SOURCE_WORDS[fact.source]}: ${fact.name}`;
    case 'alsoNamed':
      return `${formatDay(fact.on)}: auch genannt ${CONTACT_SOURCE_WORDS[fact.source]}: ${fact.name}`;
    case 'contactChanged':
      return `${formatDay(fact.on)}: neue Angaben zum Schuldner ${CONTACT_SOURCE_WORDS[fact.source]} (${toldIn(fact).join(', ')})`;
    case 'planAgreed':
      return `${formatDay(fact.plan.on)}: Ratenplan ${fact.plan.id} vereinbart: monatlich ${formatEuro(fact.plan.rate)}, erste Rate am ${formatDay(fact.plan.first)}${fact.plan.fee > 0 ? `, Einigungsgebühr ${formatEuro(fact.plan.fee)}` : ', ohne Gebühr'}`;
    case 'planEnded':
      return `${formatDay(fact.on)}: Ratenplan ${fact.plan} beendet: ${fact.reason}`;
    case 'waived':
      return `${formatDay(fact.on)}: Kosten${fact.interest ? ' und Zinsen' : ''} erlassen: ${fact.reason}`;
    case 'stageSkipped':
      return `${formatDay(fact.on)}: ${stageName(fact.stage)} übersprungen: ${fact.reason}`;
    case 'tracingOrdered':
      return `${formatDay(fact.on)}: Adressermittlung beauftragt`;
    case 'tracingFailed':
      return `${formatDay(fact.on)}: Adressermittlung ohne Ergebnis: ${fact.reason}`;
    case 'callTaken':
      return null;
    case 'callMade':
      return `${formatDay(fact.on)}: Anruf (${CALL_PART[fact.part]}): ${CALL_OUTCOME[fact.outcome]}${fact.note ? `: ${fact.note}` : ''}`;
    case 'closed':
      return `${formatDay(fact.on)}: geschlossen: ${fact.reason}`;
    case 'reopened':
      return `${formatDay(fact.on)}: wieder geöffnet: ${fact.reason}`;
    case 'handedToCollection':
      return `${formatDay(fact.on)}: ${fact.claims.join(', ')} ans Inkasso übergeben (${fact.procedure.id})`;
    case 'joined':
      return `${formatDay(fact.on)}: ${fact.claims.join(', ')} in die laufende Angelegenheit ${fact.matter} aufgenommen`;
    case 'courtDecisionDue':
      return `${formatDay(fact.on)}: Entscheidung „gerichtliches Mahnverfahren“ vorgelegt`;
    case 'trouble':
      return `${formatDay(fact.on)}: Klärung nötig: ${troubleInWords(fact.reason)}`;
    case 'clarified':
      return `${formatDay(fact.on)}: geklärt: ${fact.reason}`;
    case 'restarted':
      return null;
    case 'paidOut':
      return `Auszahlung ${fact.payout}: mit dem Gläubiger abgerechnet`;
    default:
      return fact satisfies never;
  }
};

/** What a person has told of illness, death or a guardian is for our own people; a creditor learns that the case rests, and why in one word. */
const discreet = (fact: Fact): Fact =>
  (fact.kind === 'held' || fact.kind === 'resumed') && HOLDS[fact.ground].special
    ? { ...fact, reason: NOT_SHOWN }
    : fact;
const NOT_SHOWN = 'Näheres geben wir nicht weiter';

/** Everything that a list can say about reaching and recognising the debtor. */
const contactOf = ({ address, email, furtherEmails, phone, furtherPhones, language, iban }: Debtor) => ({
  anschrift: address ? [...(address.extra ?? []), address.street, cityLine(address)] : [],
  email: email ?? null,
  weitereEmails: furtherEmails ?? [],
  telefon: phone ?? null,
  weitereTelefone: furtherPhones ?? [],
  sprache: language ?? 'de',
  iban: iban === undefined ? null : maskedIban(iban),
});

/** What comes next for a claim, and the way on for whoever reads. */
type Shown = Readonly<{ step: string; way: string | null }>;
const waysShown = (state: Step['name'], forCreditor: boolean): string | null => {
  const way = wayOn(state);
  return way && (forCreditor ? way.creditor : way.todo);
};

const view = (akte: Akte, account: Account, steps: Readonly<Record<string, Shown>>, forCreditor: boolean) => ({
  aktenzeichen: akte.id,
  kundennummer: akte.debtor.customerNumber,
  schuldner: akte.debtor.name,
  kontakt: contactOf(akte.debtor),
  offenCents: account.total,
  ueberzahltCents: account.overpaid,
  erstattetCents: account.refunded,
  geschlossen: akte.closed !== null,
  ruht: akte.holds.map(
    (h) => `${HOLDS[h.ground].state}: ${forCreditor && HOLDS[h.ground].special ? NOT_SHOWN : h.reason}`,
  ),
  ratenplan: akte.plans.find((p) => p.ended === null)?.plan ?? null,
  rueckfragen: akte.queries,
  erlassenCents: account.waived ? plus(account.waived.costs, account.waived.interest, account.waived.fees) : 0,
  forderungen: account.claims.map((c) => ({
    id: `${akte.id}-${c.claim.id}`,
    rechnung: c.claim.invoiceNumber,
    bemerkung: c.claim.remark ?? null,
    hauptforderungCents: c.claim.principal,
    offenCents: c.open,
    naechsterSchritt: steps[c.claim.id]?.step ?? '',
    /** What whoever reads can do about it; null: it is being done. */
    wegWeiter: steps[c.claim.id]?.way ?? null,
  })),
  positionen: positionsOf(akte, account).map((p) => ({ bezeichnung: p.label, grund: p.why, cents: p.amount })),
  /** The whole statement, amounts in cents: what the positions are taken from. */
  aufstellung: statementOf(akte, account),
  zahlungen: account.payments.map(({ payment, outer, inner }) => ({
    id: payment.id,
    cents: payment.amount,
    wertstellung: payment.valueDate,
    ueber: payment.via,
    nach367: outer,
    fuerGlaeubiger: inner,
  })),
  zurueckgebucht: account.reversed.map((p) => ({
    id: p.id,
    cents: p.amount,
    wertstellung: p.valueDate,
    ueber: p.via,
    am: p.reversed?.on,
    grund: p.reversed?.reason,
  })),
});

/** The Akte as our own people see it, or as its creditor does: balance with reasons, payments in both allocations, and what happened in plain words. */
export const readAkte =
  (ports: Deciding) =>
  async (id: AkteId, { forCreditor }: Readonly<{ forCreditor: boolean }>) => {
    const akte = await ports.akten.get(id);
    const today: Day = ports.clock.today();
    const steps: Record<string, Shown> = {};
    const decided = decidingOn(ports, akte);
    for (const { id: claim } of akte.claims) {
      const { step } = await decided({ claim, generation: generationOf(akte, claim) });
      steps[claim] = { step: `${step.name}: ${step.why}`, way: waysShown(step.name, forCreditor) };
    }
    const verlauf = (await ports.akten.history(id)).flatMap((act) =>
      act.facts.flatMap((fact) => {
        const words = inWords(forCreditor ? discreet(fact) : fact);
        return words ? [words] : [];
      }),
    );
    return { ...view(akte, accountOf(akte, today), steps, forCreditor), verlauf };
  };
