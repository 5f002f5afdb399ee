import { formatDay } from '../../domain/calendar.ts';
import { windowOf } from '../../domain/print/address-window.ts';
import { addressParts } from '../../domain/parties/salutation.ts';
import { keysOf } from '../../domain/keys-of.ts';
import { monthInWords } from '../../domain/letters/reports.ts';
import { formatDecimal, formatEuro, formatShare, negative, plus, sum, type Cents } from '../../domain/money.ts';
import {
  isInvoice,
  isTakenBack,
  recoveredOf,
  recoveryPercent,
  type Payout,
  type PayoutLine,
  type PayoutStatement,
} from '../../domain/payout/payout.ts';
import type { SplitPart } from '../../domain/split.ts';
import { groupedIban } from '../../domain/akte/references.ts';
import {
  bytesOf,
  foldingMarks,
  innerWidth,
  LEFT,
  mm,
  newDocument,
  pageAcross,
  QUIET,
  set,
  space,
  type Document,
} from './sheet.ts';
import { drawFeet, ourFoot, reserveFoot } from './foot.ts';
import { letterhead } from './head.ts';
import { drawTable, type Column, type Row } from './table.ts';

const heading = (doc: Document, text: string): void => {
  if (space(doc) < mm(30)) doc.addPage();
  set(doc, 'bold', 10.5).text(text, LEFT, doc.y + 6, { width: innerWidth(doc) });
  doc.y += 3;
};
const small = (doc: Document, text: string): void => {
  set(doc, 'regular', 8.5, QUIET).text(text, LEFT, doc.y + 1, { width: innerWidth(doc) });
  doc.y += 2;
};

const SUMS: readonly Column[] = [
  { title: '', share: 78 },
  { title: 'Betrag', share: 22, align: 'right' },
];
const line = (label: string, amount: Cents, more: Omit<Row, 'cells'> = {}): Row => ({
  cells: [label, formatEuro(amount)],
  ...more,
});

/** What was paid out before and has been taken back since; no row in a month without any. */
const returned = (lines: readonly PayoutLine[], via: PayoutLine['via']): Row[] => {
  const back = lines.filter((l) => l.via === via && isTakenBack(l));
  return back.length === 0
    ? []
    : [line('   darin Rückbuchungen früher abgerechneter Zahlungen', sum(back.map((l) => l.received)))];
};

/** Where the money came from and whose it is. */
const receipts = ({ totals: t, lines }: Payout): Row[] => [
  line('Zahlungseingänge auf unserem Treuhandkonto', t.received, { bold: true }),
  ...returned(lines, 'agency'),
  line('   davon Ihr Anteil (Hauptforderung, Zinsen, eigene Kosten)', t.creditorShare),
  line('   davon Inkassokosten, vom Schuldner gezahlt, verbleiben bei uns', t.agencyFees),
  line('   davon Überzahlungen, für die Schuldner zur Rückzahlung verwahrt', t.overpaid),
  line('Zahlungen direkt an Sie (nachrichtlich)', t.receivedByCreditor),
  ...returned(lines, 'creditor'),
];

/** A deduction; where more was taken back than came in, it is given back. */
const deduction = (label: string, amount: Cents): Row =>
  line(`${amount < 0 ? 'zuzüglich' : 'abzüglich'} ${label}`, negative(amount));

/** From the creditor's share down to the transfer, every step a line. */
const settlement = ({ totals: t, commissions, commissionVatPercent, month }: Payout): Row[] => [
  line('Ihr Anteil an den Eingängen bei uns', t.creditorShare),
  ...commissions.map((c) => deduction(`Provision ${formatShare(c.percent)} auf ${formatEuro(c.base)}`, c.net)),
  deduction(`Umsatzsteuer ${formatShare(commissionVatPercent)} auf die Provision`, t.commissionVat),
  deduction('Umsatzsteuer auf Inkassokosten, die der Schuldner nicht schuldet', t.feesVatInvoiced),
  deduction('Inkassokosten aus Zahlungen direkt an Sie', t.feesHeldByCreditor),
  deduction('Übertrag aus früheren Monaten zu unseren Gunsten', t.carriedIn),
  line(`Auszahlung für ${monthInWords(month)}`, t.payout, { bold: true, above: 'rule' }),
  ...(t.carriedOut > 0
    ? [line('Übertrag in den nächsten Monat zu unseren Gunsten', t.carriedOut, { bold: true })]
    : []),
];

const INVOICE: readonly Column[] = [
  { title: 'Leistung', share: 36 },
  { title: 'Netto', share: 16, align: 'right' },
  { title: 'USt', share: 16, align: 'right' },
  { title: 'Brutto', share: 16, align: 'right' },
  { title: 'noch zu zahlen', share: 16, align: 'right' },
];

/** One service of the invoice. `owed`: what of it the creditor still pays. */
type Service = Readonly<{ label: string; net: Cents; vat: Cents; owed: Cents }>;
const cellsOf = ({ label, net, vat, owed }: Service): string[] => [
  label,
  ...[net, vat, plus(net, vat), owed].map(formatEuro),
];

/**
 * § 14(4) UStG: kind of service, net amount, rate and tax. What debtors have paid of it as damages is no longer owed by
 * the creditor.
 */
const servicesOf = ({ totals, commissions, commissionVatPercent, fees }: Payout): readonly Service[] => {
  const reckoned = commissions.map((c) => `${formatShare(c.percent)} auf ${formatEuro(c.base)}`).join(' und ');
  return [
    {
      label: `Erfolgsprovision ${reckoned}, USt ${formatShare(commissionVatPercent)}`,
      net: totals.commissionNet,
      vat: totals.commissionVat,
      owed: plus(totals.commissionNet, totals.commissionVat),
    },
    ...fees.map((f) => ({
      label: `Inkassovergütung, von Schuldnern erstattet, USt ${formatShare(f.vatPercent)}`,
      net: f.net,
      vat: plus(f.vatPaid, f.vatInvoiced),
      owed: f.vatInvoiced,
    })),
  ];
};

const invoice = (payout: Payout): Row[] => {
  const services = servicesOf(payout);
  const total: Service = {
    label: 'Summe',
    net: sum(services.map((s) => s.net)),
    vat: sum(services.map((s) => s.vat)),
    owed: sum(services.map((s) => s.owed)),
  };
  return [...services.map((s) => ({ cells: cellsOf(s) })), { cells: cellsOf(total), bold: true, above: 'rule' }];
};

const statistics = ({ statistics: s }: Payout): Row[] => {
  const rate = recoveryPercent(s).toFixed(1).replace('.', ',');
  return [
    { cells: ['Übergebene Forderungen', String(s.claims)] },
    line('Übergebene Hauptforderungen', s.principal),
    line('Eingegangen insgesamt (bei uns und bei Ihnen)', recoveredOf(s), {
      note: `Das sind ${rate}\u00a0% der übergebenen Hauptforderungen.`,
    }),
    { cells: ['Erledigte Akten von allen Akten', `${s.settledAkten} von ${s.touchedAkten}`] },
  ];
};

/** The columns of amounts, with their share of the width: all parts of a payment. */
const AMOUNTS = {
  received: { title: 'Eingang', share: 7.5 },
  toPrincipal: { title: 'Hauptforderung', share: 10 },
  toInterest: { title: 'Zinsen', share: 6.5 },
  toOwnCosts: { title: 'Ihre Kosten', share: 8 },
  toFees: { title: 'Inkassokosten', share: 9 },
  overpaid: { title: 'Überzahlung', share: 9 },
} as const satisfies Readonly<Record<'received' | SplitPart, Readonly<{ title: string; share: number }>>>;

const LINES: readonly Column[] = [
  { title: 'Wert\ngebucht', share: 8 },
  { title: 'Akte', share: 11.5 },
  { title: 'Schuldner', share: 14 },
  { title: 'Rechnungen', share: 12 },
  { title: 'bei', share: 4.5 },
  ...Object.values(AMOUNTS).map((column) => ({ ...column, align: 'right' as const })),
];

const bookingRow = (l: PayoutLine): Row => ({
  cells: [
    `${formatDay(l.valueDate)}\n${formatDay(l.bookedOn)}`,
    // What we call a payment (a bank's line, a call of the API) says nothing to a reader; the CSV has it.
    l.akte,
    `${l.debtorName}\nKd. ${l.customerNumber}`,
    l.invoiceNumbers.join(', '),
    l.via === 'agency' ? 'uns' : 'Ihnen',
    ...keysOf(AMOUNTS).map((column) => formatDecimal(l[column])),
  ],
  ...(l.correction === undefined ? {} : { note: isTakenBack(l) ? l.correction : `Korrektur: ${l.correction}` }),
});

const bookingSum = (label: string, lines: readonly PayoutLine[]): Row => ({
  cells: ['', '', label, '', '', ...keysOf(AMOUNTS).map((column) => formatDecimal(sum(lines.map((l) => l[column]))))],
  bold: true,
});

const bookings = (doc: Document, { lines, id }: Payout): void => {
  pageAcross(doc);
  set(doc, 'bold', 12).text(`Einzelnachweis zu ${id}`, LEFT, doc.y, { width: innerWidth(doc) });
  small(
    doc,
    'Jede Buchung mit ihrer Verteilung, alle Beträge in Euro. „bei uns“: auf unserem Treuhandkonto; „bei Ihnen“: direkt an Sie gezahlt.',
  );
  doc.y += 6;
  if (lines.length === 0) return small(doc, 'In diesem Monat gab es keine Buchungen.');
  const sums = (
    [
      ['Summe bei uns', 'agency'],
      ['Summe bei Ihnen', 'creditor'],
    ] as const
  ).map(([label, via]) =>
    bookingSum(
      label,
      lines.filter((l) => l.via === via),
    ),
  );
  drawTable(
    doc,
    LINES,
    [
      ...lines.map(bookingRow),
      ...sums.map((s, i) => (i === 0 ? { ...s, above: 'rule' as const } : s)),
      bookingSum('Summe', lines),
    ],
    7,
  );
};

const transfer = ({ totals, account, id }: Payout): string =>
  totals.payout > 0
    ? `Wir überweisen ${formatEuro(totals.payout)} auf Ihr Konto ${groupedIban(account.iban)} (${account.holder}) mit dem Verwendungszweck ${id}.`
    : 'Für diesen Monat wird nichts überwiesen.';

const info = ({ payout: p, creditor, agency }: PayoutStatement): [string, string][] => [
  [isInvoice(p) ? 'Rechnung Nr.' : 'Abrechnung Nr.', p.id],
  ['Datum', formatDay(p.statedOn)],
  ['Leistungsmonat', monthInWords(p.month)],
  ['Mandant', creditor.id],
  ['Vertrag', creditor.module === 'komfort' ? 'Komfort' : 'Standard'],
  ['USt-IdNr.', agency.vatId],
  ['Telefon', agency.phone],
];

/** What § 14(4) UStG asks of an invoice. */
const invoicePart = (doc: Document, { payout, creditor, agency }: PayoutStatement): void => {
  heading(doc, 'Rechnung nach § 14 UStG');
  drawTable(doc, INVOICE, invoice(payout), 8.5);
  small(
    doc,
    `Leistender: ${agency.name}, USt-IdNr. ${agency.vatId}. Leistungsempfänger: ${creditor.name}. Leistungszeitraum: ${monthInWords(payout.month)}. Offene Beträge sind oben verrechnet; Sie müssen nichts überweisen.`,
  );
  if (payout.lines.some(isTakenBack))
    small(
      doc,
      'Darin sind Rückbuchungen früher abgerechneter Zahlungen: Um sie mindert sich das Entgelt (§ 17 Abs. 1 UStG).',
    );
};

/**
 * The monthly payout as a letter that is also the invoice (§ 14 UStG): sums first, then the invoice, statistics, and
 * every booking on pages across.
 */
export const payoutPdf = async (statement: PayoutStatement): Promise<Uint8Array> => {
  const { payout, creditor, agency } = statement;
  const invoiced = isInvoice(payout);
  const title = `Auszahlung${invoiced ? ' und Rechnung' : ''} ${monthInWords(payout.month)}`;
  const doc = newDocument(`${title} – ${payout.id}`, agency.name, payout.statedOn);
  const foot = ourFoot(agency);
  reserveFoot(doc, foot);
  doc.addPage();
  foldingMarks(doc);
  letterhead(doc, agency, windowOf(addressParts(creditor)), info(statement));
  set(doc, 'bold', 12).text(title, LEFT, doc.y, { width: innerWidth(doc) });
  heading(doc, 'Eingänge');
  drawTable(doc, SUMS, receipts(payout), 9);
  heading(doc, 'Abrechnung');
  drawTable(doc, SUMS, settlement(payout), 9);
  small(doc, transfer(payout));
  if (invoiced) invoicePart(doc, statement);
  else small(doc, 'In diesem Monat haben wir Ihnen nichts berechnet; eine Rechnung gibt es deshalb nicht.');
  heading(doc, 'Ihr Mandat seit Beginn');
  drawTable(doc, SUMS, statistics(payout), 9);
  bookings(doc, payout);
  drawFeet(doc, foot, `${title} · ${payout.id}`);
  return bytesOf(doc);
};
