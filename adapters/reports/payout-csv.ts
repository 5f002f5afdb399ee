import { formatDay } from '../../domain/calendar.ts';
import { formatDecimal, type Cents } from '../../domain/money.ts';
import type { PayoutLine, PayoutStatement } from '../../domain/payout.ts';
import { cell } from '../csv/list.ts';

const COLUMNS: readonly (readonly [string, (line: PayoutLine) => string])[] = [
  ['Aktenzeichen', (l) => l.akte], ['Kundennummer', (l) => l.customerNumber], ['Schuldner', (l) => l.debtorName], ['Rechnungen', (l) => l.invoiceNumbers.join(', ')],
  ['Zahlung', (l) => l.paymentId], ['Wertstellung', (l) => formatDay(l.valueDate)], ['Buchungstag', (l) => formatDay(l.bookedOn)], ['Eingang bei', (l) => (l.via === 'agency' ? 'uns' : 'Ihnen')],
  ['Eingang', (l) => formatDecimal(l.received)], ['Hauptforderung', (l) => formatDecimal(l.toPrincipal)], ['Zinsen', (l) => formatDecimal(l.toInterest)], ['Eigene Mahnkosten', (l) => formatDecimal(l.toOwnCosts)],
  ['Inkassokosten', (l) => formatDecimal(l.toFees)], ['darin USt', (l) => formatDecimal(l.feesVat)], ['Überzahlung', (l) => formatDecimal(l.overpaid)], ['Hinweis', (l) => l.correction ?? ''],
];
const MONEY = /^-?[\d.]+,\d\d$/;
const written = (text: string): string => (MONEY.test(text) ? text : cell(text));

/** The sums of a statement with their German names, in the order in which they add up. */
export const sums = ({ payout: { totals: t, commissionPercent }, creditor }: PayoutStatement): readonly (readonly [label: string, amount: Cents])[] => {
  const minus = (amount: Cents): Cents => (amount === 0 ? amount : -amount as Cents);
  return [
    ['Eingänge bei uns', t.received], ['davon Ihr Anteil (Hauptforderung, Zinsen, eigene Mahnkosten)', t.creditorShare],
    ...(t.commissionNet ? [[`Erfolgsprovision ${commissionPercent} % aus ${formatDecimal(t.commissionBase)} €`, minus(t.commissionNet)], ['Umsatzsteuer 19 % auf die Provision', minus(t.commissionVat)]] as const : []),
    ...(creditor.deductsInputTax ? [['Umsatzsteuer 19 % auf Inkassokosten (als Vorsteuer abziehbar)', minus(t.feesVatInvoiced)]] as const : []),
    ...(t.feesHeldByCreditor ? [['Inkassokosten in Zahlungen, die bei Ihnen eingingen', minus(t.feesHeldByCreditor)]] as const : []),
    ...(t.carriedIn ? [['Übertrag aus Vormonaten', minus(t.carriedIn)]] as const : []),
    ['Auszahlung', t.payout], ...(t.carriedOut ? [['Übertrag auf den nächsten Monat (zu Ihren Lasten)', t.carriedOut]] as const : []),
  ];
};

/** A payout statement for a spreadsheet: one line per booking, then the sums. UTF-8 with BOM, semicolon, decimal comma. */
export const payoutCsv = (statement: PayoutStatement): string => {
  const rows = [COLUMNS.map(([name]) => cell(name)), ...statement.payout.lines.map((line) => COLUMNS.map(([, of]) => written(of(line)))),
    ...sums(statement).map(([label, amount]) => [cell(label), ...Array<string>(7).fill(''), formatDecimal(amount)])];
  return `\uFEFF${rows.map((row) => row.join(';')).join('\r\n')}\r\n`;
};
