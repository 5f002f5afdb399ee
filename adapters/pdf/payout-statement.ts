import { formatDay } from '../../domain/calendar.ts';
import { formatDecimal, formatEuro } from '../../domain/money.ts';
import type { PayoutLine, PayoutStatement } from '../../domain/payout.ts';
import { sums } from '../reports/payout-csv.ts';
import { LEFT, QUIET, RIGHT, bytesOf, finishPages, groupedIban, innerWidth, letterhead, mm, newDocument, oneLine, rule, set, space, type Document } from './sheet.ts';

const MONTHS = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'];
const monthName = (month: string): string => `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
const heading = (doc: Document, text: string): void => { if (space(doc) < mm(30)) doc.addPage(); doc.y += 8; set(doc, 'bold', 10.5).text(text, LEFT, doc.y, { width: innerWidth(doc) }); doc.y += 4; };
const right = (doc: Document, text: string, x: number, y: number, width: number): void => { doc.text(text, x, y, { width, align: 'right', lineBreak: false }); };

const totals = (doc: Document, statement: PayoutStatement): void => {
  for (const [label, amount] of sums(statement)) {
    const strong = label === 'Auszahlung';
    if (strong) { rule(doc, doc.y + 1, 0.8); doc.y += 5; }
    const y = doc.y;
    set(doc, strong ? 'bold' : 'regular', strong ? 11 : 9.5);
    oneLine(doc, label, LEFT, y, innerWidth(doc) - mm(35), strong ? 11 : 9.5);
    set(doc, strong ? 'bold' : 'regular', strong ? 11 : 9.5);
    right(doc, formatEuro(amount), doc.page.width - RIGHT - mm(35), y, mm(35));
    doc.x = LEFT; doc.y = y + mm(5.2);
  }
};

/** Columns of the drill-down: title, width in mm, value; amounts stand to the right. */
const COLUMNS: readonly Readonly<{ title: string; width: number; money?: true; of: (l: PayoutLine) => string }>[] = [
  { title: 'Wertst.', width: 17, of: (l) => formatDay(l.valueDate) }, { title: 'Akte · Schuldner · Rechnung', width: 55, of: (l) => `${l.akte} · ${l.debtorName}` },
  { title: 'Eingang', width: 19, money: true, of: (l) => formatDecimal(l.received) }, { title: 'Hauptford.', width: 19, money: true, of: (l) => formatDecimal(l.toPrincipal) },
  { title: 'Zinsen', width: 14, money: true, of: (l) => formatDecimal(l.toInterest) }, { title: 'Kosten', width: 13, money: true, of: (l) => formatDecimal(l.toOwnCosts) },
  { title: 'Inkasso', width: 15, money: true, of: (l) => formatDecimal(l.toFees) }, { title: 'Zu viel', width: 13, money: true, of: (l) => formatDecimal(l.overpaid) },
];

const row = (doc: Document, cells: readonly string[], size: number): void => {
  const y = doc.y;
  let x = LEFT;
  COLUMNS.forEach(({ width, money }, i) => {
    const text = cells[i] ?? '';
    if (money) right(doc.fontSize(size), text, x, y, mm(width)); else oneLine(doc, text, x, y, mm(width - 1.5), size);
    x += mm(width);
  });
  doc.x = LEFT; doc.y = y + mm(3.8);
};
const tableHead = (doc: Document): void => { set(doc, 'bold', 7.5); row(doc, COLUMNS.map((c) => c.title), 7.5); rule(doc, doc.y); doc.y += 3; };

const drillDown = (doc: Document, lines: readonly PayoutLine[]): void => {
  heading(doc, 'Einzelnachweis der Buchungen');
  if (lines.length === 0) { set(doc, 'regular', 9).text('In diesem Monat gab es keine Eingänge.', LEFT, doc.y); return; }
  tableHead(doc);
  for (const line of lines) {
    if (space(doc) < mm(12)) { doc.addPage(); tableHead(doc); }
    set(doc, 'regular', 8);
    row(doc, COLUMNS.map((c) => c.of(line)), 8);
    set(doc, 'regular', 6.5, QUIET);
    oneLine(doc, [`Rechnung ${line.invoiceNumbers.join(', ')}`, line.via === 'creditor' ? 'bei Ihnen eingegangen' : '', line.correction ?? ''].filter(Boolean).join(' · '), LEFT + mm(17), doc.y - mm(0.4), innerWidth(doc) - mm(20), 6.5);
    doc.x = LEFT; doc.y += mm(3.2);
  }
};

const statistics = (doc: Document, { statistics: s }: PayoutStatement['payout']): void => {
  heading(doc, 'Erfolg seit Mandatsbeginn');
  const share = s.principal === 0 ? '–' : `${((100 * (s.received + s.receivedByCreditor)) / s.principal).toFixed(1).replace('.', ',')} %`;
  set(doc, 'regular', 9).text(`${s.claims} Forderungen über ${formatEuro(s.principal)} in ${s.touchedAkten} Akten; ${s.settledAkten} Akten erledigt. Eingänge: ${formatEuro(s.received)} bei uns, ${formatEuro(s.receivedByCreditor)} bei Ihnen; das sind ${share} der übergebenen Hauptforderungen.`, LEFT, doc.y, { width: innerWidth(doc) });
};

/** The monthly payout statement, which is the invoice as well (§ 14 UStG): sums in the order they add up, every booking, statistics. The same statement gives the same bytes. */
export const payoutPdf = async (statement: PayoutStatement): Promise<Uint8Array> => {
  const { payout, creditor, agency } = statement;
  const title = `Auszahlung und Rechnung ${monthName(payout.month)}`;
  const doc = newDocument(title, agency.name, payout.statedOn);
  doc.addPage();
  letterhead(doc, agency, [creditor.name, creditor.address.street, `${creditor.address.postalCode} ${creditor.address.city}`], [['Rechnung Nr.', payout.id], ['Datum', formatDay(payout.statedOn)], ['Leistung', monthName(payout.month)], ['Mandat', creditor.id]]);
  set(doc, 'bold', 12).text(title, LEFT, doc.y, { width: innerWidth(doc) });
  doc.y += 8;
  totals(doc, statement);
  const { account, totals: { payout: amount } } = payout;
  doc.y += 4;
  set(doc, 'regular', 9).text(amount > 0 ? `Wir überweisen ${formatEuro(amount)} auf Ihr Konto ${groupedIban(account.iban)} (${account.holder}), Verwendungszweck „Auszahlung ${payout.id}“.` : 'In diesem Monat ist nichts auszuzahlen.', LEFT, doc.y, { width: innerWidth(doc) });
  drillDown(doc, payout.lines);
  statistics(doc, payout);
  doc.y += 6;
  set(doc, 'regular', 7.5, QUIET).text(`Inkassokosten trägt der Schuldner; sie verbleiben bei uns. ${creditor.deductsInputTax ? 'Die Umsatzsteuer darauf stellen wir Ihnen in Rechnung, weil Sie sie als Vorsteuer abziehen können.' : 'Sie enthalten die Umsatzsteuer, weil Sie sie nicht als Vorsteuer abziehen können.'} Überzahlungen halten wir zur Erstattung an den Schuldner bereit.`, LEFT, doc.y, { width: innerWidth(doc) });
  finishPages(doc, agency, `${agency.name} · ${payout.id}`);
  return bytesOf(doc);
};
