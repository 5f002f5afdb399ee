import { formatDay } from '../../domain/calendar.ts';
import { sum, toDecimalString, type Cents } from '../../domain/money.ts';
import type { PayoutLine, PayoutStatement } from '../../domain/payout/payout.ts';

const HEADER = [
  'Abrechnung',
  'Aktenzeichen',
  'Kundennummer',
  'Schuldner',
  'Rechnungen',
  'Buchung',
  'Forderung',
  'Wertstellung',
  'Gebucht am',
  'Eingang bei',
  'Eingang',
  'Hauptforderung',
  'Zinsen',
  'Kosten des Gläubigers',
  'Inkassokosten',
  'darin Umsatzsteuer',
  'Überzahlung',
  'Bemerkung',
];

/** 123456 → `1234,56`: decimal comma and no grouping, as spreadsheets with German settings read it. */
const amount = (of: Cents): string => toDecimalString(of).replace('.', ',');

/**
 * A cell a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection); quotes where the
 * format needs them.
 */
const text = (value: string): string => {
  const harmless = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

const row = (id: string, line: PayoutLine): string[] => [
  ...[
    id,
    line.akte,
    line.customerNumber,
    line.debtorName,
    line.invoiceNumbers.join(', '),
    line.paymentId,
    line.claim ?? '',
  ].map(text),
  formatDay(line.valueDate),
  formatDay(line.bookedOn),
  line.via === 'agency' ? 'uns' : 'Gläubiger',
  ...[line.received, line.toPrincipal, line.toInterest, line.toOwnCosts, line.toFees, line.feesVat, line.overpaid].map(
    amount,
  ),
  text(line.correction ?? ''),
];

const sumRow = (label: string, lines: readonly PayoutLine[]): string[] => {
  const add = (of: (line: PayoutLine) => Cents): string => amount(sum(lines.map(of)));
  return [
    label,
    ...Array<string>(9).fill(''),
    add((l) => l.received),
    add((l) => l.toPrincipal),
    add((l) => l.toInterest),
    add((l) => l.toOwnCosts),
    add((l) => l.toFees),
    add((l) => l.feesVat),
    add((l) => l.overpaid),
    '',
  ];
};

/**
 * The lines of a payout for a spreadsheet: UTF-8 with mark, semicolons, decimal commas, one line per booking, then the
 * sums by where the money came in.
 */
export const payoutCsv = ({ payout: { id, lines } }: PayoutStatement): string => {
  const rows = [
    HEADER,
    ...lines.map((line) => row(id, line)),
    sumRow(
      'Summe Eingang bei uns',
      lines.filter((l) => l.via === 'agency'),
    ),
    sumRow(
      'Summe Eingang beim Gläubiger',
      lines.filter((l) => l.via === 'creditor'),
    ),
    sumRow('Summe', lines),
  ];
  return `\ufeff${rows.map((cells) => cells.join(';')).join('\r\n')}\r\n`;
};
