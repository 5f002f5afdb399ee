import { formatDay } from '../../domain/calendar.ts';
import { keysOf } from '../../domain/keys-of.ts';
import { sum, toDecimalString, type Cents } from '../../domain/money.ts';
import type { PayoutLine, PayoutStatement } from '../../domain/payout/payout.ts';
import type { SplitPart } from '../../domain/split.ts';
import { csvFile, guardedCell } from '../lists/csv-cell.ts';

/** The columns of amounts: all parts of a payment, and what of its fees is VAT. */
const AMOUNTS = {
  received: 'Eingang',
  toPrincipal: 'Hauptforderung',
  toInterest: 'Zinsen',
  toOwnCosts: 'Kosten des Gläubigers',
  toFees: 'Inkassokosten',
  feesVat: 'darin Umsatzsteuer',
  overpaid: 'Überzahlung',
} as const satisfies Readonly<Record<'received' | 'feesVat' | SplitPart, string>>;

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
  ...Object.values(AMOUNTS),
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
  ...keysOf(AMOUNTS).map((column) => amount(line[column])),
  guardedCell(line.correction ?? ''),
];

const sumRow = (label: string, lines: readonly PayoutLine[]): string[] => [
  label,
  ...Array<string>(9).fill(''),
  ...keysOf(AMOUNTS).map((column) => amount(sum(lines.map((line) => line[column])))),
  '',
];

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
