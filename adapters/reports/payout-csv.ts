import { formatDay } from '../../domain/calendar.ts';
import { sum, toDecimalString, type Cents } from '../../domain/money.ts';
import type { PayoutLine, PayoutStatement } from '../../domain/payout/payout.ts';
import { csvFile, guardedCell } from '../lists/csv-cell.ts';

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

const row = (id: string, line: PayoutLine): string[] => [
  ...[
    id,
    line.akte,
    line.customerNumber,
    line.debtorName,
    line.invoiceNumbers.join(', '),
    line.paymentId,
    line.claim ?? '',
  ].map(guardedCell),
  formatDay(line.valueDate),
  formatDay(line.bookedOn),
  line.via === 'agency' ? 'uns' : 'Gläubiger',
  ...[line.received, line.toPrincipal, line.toInterest, line.toOwnCosts, line.toFees, line.feesVat, line.overpaid].map(
    amount,
  ),
  guardedCell(line.correction ?? ''),
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
  return csvFile(rows);
};
