import { amountInWords, type Unmatched } from '../account/bank.ts';
import { formatDay, MONTH_NAMES, type Day, type Month } from '../calendar.ts';
import { counted, grouped } from '../counted.ts';
import { legalLines } from '../parties/imprint.ts';
import { formatEuro, sum, type Cents } from '../money.ts';
import { missingContracts } from './missing-contracts.ts';
import type { EndedList } from '../intake/hand-over.ts';
import type { Agency, Creditor } from '../parties/parties.ts';
import type { Payout } from '../payout/payout.ts';
import { oneLine } from '../parties/salutation.ts';

export type PlainMail = Readonly<{ subject: string; text: string }>;

/** `2026-03` → `März 2026` */
export const monthInWords = (month: Month): string =>
  `${MONTH_NAMES[Number(month.slice(5)) - 1] ?? month} ${month.slice(0, 4)}`;

/**
 * How a plain mail ends: who writes, and what the law wants to read of a firm in every letter (§ 35a GmbHG and the
 * like).
 */
export const signed = (agency: Agency): string =>
  [
    'Mit freundlichen Grüßen',
    agency.name,
    `Telefon ${agency.phone} · ${agency.email}`,
    oneLine(agency.address),
    ...legalLines(agency),
  ].join('\n');
/** A plain mail: its paragraphs, those that say nothing left out, and who writes. */
export const letter = (agency: Agency, ...paragraphs: readonly string[]): string =>
  [...paragraphs.filter((p) => p !== ''), signed(agency)].join('\n\n');

const handOverVerdict = ({ state, accepted, rejected, duplicates, problem }: EndedList): string => {
  if (state === 'refused' || problem !== null) return 'nicht angenommen';
  const parts = [
    `${grouped(accepted)} ${state === 'checked' ? 'in Ordnung' : 'angenommen'}`,
    ...(rejected > 0 ? [`${grouped(rejected)} zurückgewiesen`] : []),
    ...(duplicates > 0 ? [`${grouped(duplicates)} schon bekannt`] : []),
  ];
  return `${state === 'checked' ? 'Prüfung, ' : ''}${parts.join(', ')}`;
};

const counts = ({ rows, accepted, rejected, duplicates, warnings, state }: EndedList): string =>
  rows === 0
    ? ''
    : [
        `Zeilen in der Datei: ${grouped(rows)}`,
        `${state === 'checked' ? 'in Ordnung' : 'angenommen'}: ${grouped(accepted)}`,
        `zurückgewiesen: ${grouped(rejected)}`,
        `schon bekannt (nicht noch einmal angelegt): ${grouped(duplicates)}`,
        ...(warnings > 0 ? [`Warnungen zu angenommenen oder zurückgewiesenen Zeilen: ${grouped(warnings)}`] : []),
      ].join('\n');

/** What becomes of the rows that were in order. */
const whatFollows = ({ state, accepted }: EndedList): string => {
  if (state === 'checked') return 'Das war nur eine Prüfung: Es wurde nichts übernommen.';
  return accepted > 0 ? 'Die Bearbeitung der angenommenen Forderungen hat begonnen. Sie müssen nichts weiter tun.' : '';
};
const whatNext = (of: EndedList): readonly string[] => {
  const { state, rejected, problem, correction } = of;
  return [
    correction !== null && state !== 'refused'
      ? `Die zurückgewiesenen Zeilen stehen unverändert in ${correction}, jede mit ihrem Grund. Bitte dort berichtigen und diese Datei hochladen; die übrigen Zeilen brauchen wir nicht noch einmal.`
      : '',
    correction === null && (rejected > 0 || problem !== null)
      ? 'Bitte berichtigen Sie die Datei und geben Sie sie noch einmal ab. Zeilen, die wir schon haben, erkennen wir wieder.'
      : '',
    state === 'refused' && correction !== null
      ? 'Bitte berichtigen Sie die betroffenen Zeilen in Ihrer Liste und geben Sie die ganze Liste noch einmal ab.'
      : '',
    whatFollows(of),
  ];
};

/** Tells a creditor what became of a hand-over. No debtor's name stands in it: mail is a postcard. */
export const handOverMail = ({
  creditor,
  agency,
  handOver: h,
}: {
  creditor: Creditor;
  agency: Agency;
  handOver: EndedList;
}): PlainMail => ({
  subject: `Forderungsabgabe ${h.id}: ${handOverVerdict(h)}`,
  text: letter(
    agency,
    `Guten Tag ${creditor.name},`,
    `wir haben Ihre Übergabeliste „${h.file.split('/').at(-1) ?? ''}“ geprüft.`,
    h.problem ?? '',
    counts(h),
    h.state === 'done' ? missingContracts(h) : '',
    h.report === null
      ? ''
      : `Der Fehlerbericht nennt zu jeder betroffenen Zeile den Grund. Er liegt neben Ihrer Datei: ${h.report}`,
    ...whatNext(h),
  ),
});

/** A creditor whose account is new, and the day from which it is paid out. */
type Waits = Readonly<{ creditor: string; until: Day }>;
const waitingWords = (waiting: readonly Waits[]): string =>
  waiting.length === 0
    ? ''
    : [
        'Noch nicht ausgezahlt, weil das Konto neu ist und der Gläubiger noch widersprechen kann:',
        ...waiting.map(({ creditor, until }) => `- ${creditor}: ab dem ${formatDay(until)}`),
        'Am 9. läuft die Auszahlung von selbst noch einmal; was dann noch wartet, kommt mit dem nächsten Monat.',
      ].join('\n');

/** Announces the month's payouts to finance, with the sum that the payment order must show. */
export const payoutMail = ({
  agency,
  month,
  payouts,
  waiting = [],
  failed = [],
  files,
}: {
  agency: Agency;
  month: Month;
  payouts: readonly Readonly<{ creditor: string; amount: Cents }>[];
  waiting?: readonly Waits[];
  /** Creditors whose payout failed. */
  failed?: readonly string[];
  files: readonly string[];
}): PlainMail => {
  const total = sum(payouts.map((p) => p.amount)),
    paid = payouts.filter((p) => p.amount > 0).length;
  return {
    subject: `Auszahlungen ${monthInWords(month)}: ${formatEuro(total)} an ${counted(paid, 'Mandanten', 'Mandanten')}`,
    text: letter(
      agency,
      'Guten Tag,',
      `die Auszahlungen für ${monthInWords(month)} sind berechnet.`,
      payouts.length === 0
        ? 'Es gibt keine Mandanten mit einer Abrechnung.'
        : [...payouts.map((p) => `${p.creditor}: ${formatEuro(p.amount)}`), `Summe: ${formatEuro(total)}`].join('\n'),
      waitingWords(waiting),
      failed.length === 0
        ? ''
        : `Nicht berechnet werden konnte: ${failed.join(', ')}. Der Lauf wird von selbst wiederholt; gelingt er nicht, hilft „mahnwerk betrieb“ (docs/operations.md). Was unten steht, ist davon nicht berührt.`,
      paid === 0
        ? 'Es ist nichts zu überweisen; eine Überweisungsdatei gibt es nicht.'
        : 'Bitte prüfen Sie die Überweisungsdatei und geben Sie sie bei der Bank frei. Ihre Summe muss mit der Summe oben übereinstimmen.',
      files.length === 0 ? '' : `Dateien:\n${files.map((f) => `- ${f}`).join('\n')}`,
    ),
  };
};

/**
 * Tells a creditor that its payout statement is there; the files come with it. No debtor's name stands in the mail
 * itself.
 */
export const creditorPayoutMail = ({
  agency,
  creditor,
  payout,
}: {
  agency: Agency;
  creditor: Creditor;
  payout: Payout;
}): PlainMail => ({
  subject: `Auszahlung ${monthInWords(payout.month)}: ${formatEuro(payout.totals.payout)}`,
  text: letter(
    agency,
    `Guten Tag ${creditor.name},`,
    `Ihre Abrechnung für ${monthInWords(payout.month)} liegt bei, als PDF und als Tabelle (CSV).`,
    payout.totals.payout > 0
      ? `Wir überweisen ${formatEuro(payout.totals.payout)} auf Ihr Konto; der Verwendungszweck ist ${payout.id}.`
      : 'Für diesen Monat wird nichts überwiesen; die Abrechnung sagt, warum.',
    `Beide Dateien können Sie auch über die Schnittstelle abrufen: GET /v1/payouts/${payout.month}.`,
  ),
});

/** A line for a person, and why it is one. */
const unmatchedLine = ({ entry, reason }: Unmatched): string =>
  [
    `- ${formatDay(entry.bookedOn)}, ${amountInWords(entry)}${entry.reversal ? ' (Rückbuchung)' : ''}, ${entry.payerName ?? 'Name unbekannt'}: ${entry.remittance === '' ? 'ohne Verwendungszweck' : entry.remittance}`,
    `  ${reason}`,
  ].join('\n');

/**
 * Hands to a person the bank lines that could not be booked, returned payments among them, each with its reason and the
 * way on.
 */
export const unmatchedMail = ({
  agency,
  statement,
  lines,
}: {
  agency: Agency;
  statement: string;
  lines: readonly Unmatched[];
}): PlainMail => ({
  subject: `Kontoauszug ${statement}: ${counted(lines.length, 'Buchung', 'Buchungen')} ohne Zuordnung`,
  text: letter(
    agency,
    'Guten Tag,',
    `${lines.length === 1 ? 'diese Buchung konnte' : 'diese Buchungen konnten'} nicht gebucht werden:`,
    lines.map(unmatchedLine).join('\n'),
    `Sie stehen mit ihrer Kennung in ${statement}.nicht-zugeordnet.csv. Zuordnen: „mahnwerk akte zahlung AKTENZEICHEN --kennung … --betrag … --wertstellung …“; hat die Bank eine Zahlung zurückgeholt: „mahnwerk akte rueckbuchung“. Was niemandem zuzuordnen ist, überweisen Sie bitte zurück; bis dahin bleibt das Geld auf dem Treuhandkonto.`,
  ),
});

/** Tells finance of a statement of which nothing could be booked. `why`: what is wrong with it, in German. */
export const unreadableMail = ({
  agency,
  statement,
  why,
}: Readonly<{ agency: Agency; statement: string; why: string }>): PlainMail => ({
  subject: `Kontoauszug ${statement} ist nicht gebucht`,
  text: letter(
    agency,
    'Guten Tag,',
    `der Kontoauszug ${statement} ließ sich nicht lesen; keine seiner Buchungen ist gebucht: ${why}`,
    'Bitte den Auszug bei der Bank noch einmal abrufen und unter einem Namen ablegen, der auf .xml endet. Bis dahin wird weiter gemahnt, wer auf diesem Auszug gezahlt hat.',
  ),
});
