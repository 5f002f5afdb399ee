import { payoutPdf } from '../../../adapters/pdf/payout-statement.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { cents, formatEuro } from '../../../domain/money.ts';
import { payoutLine, statement } from '../../support/notices.ts';
import { outside, overlapping } from '../../support/pages.ts';
import { pdfPages, pdfPieces, pdfText } from '../../support/pdf-text.ts';
import { flat, overlaps } from './read.ts';

const spaced = (text: string): string => text.replace(/\s+/g, ' ');

describe('a payout statement', () => {
  test('shows every sum in order, the invoice and each booking', async () => {
    const of = statement(
      [payoutLine(1), payoutLine(2, { via: 'creditor' }), payoutLine(3, { correction: 'Neu verteilt' })],
      cents(100),
    );
    const text = flat(pdfText(await payoutPdf(of)));
    const { totals } = of.payout;
    const order = [
      'Eingänge',
      formatEuro(totals.received),
      formatEuro(totals.receivedByCreditor),
      'Abrechnung',
      formatEuro(totals.creditorShare),
      `−${formatEuro(totals.commissionNet)}`,
      `−${formatEuro(totals.commissionVat)}`,
      `−${formatEuro(totals.feesVatInvoiced)}`,
      `−${formatEuro(totals.feesHeldByCreditor)}`,
      `−${formatEuro(totals.carriedIn)}`,
      'Auszahlung für März 2026',
      formatEuro(totals.payout),
      'Rechnung nach § 14 UStG',
    ].map(spaced);
    let at = 0;
    for (const expected of order) {
      const found = text.indexOf(expected, at);
      expect([expected, found]).not.toEqual([expected, -1]);
      at = found;
    }
    for (const expected of [
      'MW-2026-03-MUS',
      'USt-IdNr. DE000000000',
      'Musterladen GmbH',
      'Korrektur: Neu verteilt',
      'Summe bei Ihnen',
    ])
      expect(text).toContain(expected);
  });
  test('shows a payment that bounced as taken back, and the deductions as given back', async () => {
    const back = (via: 'agency' | 'creditor', n: number) =>
      payoutLine(n, {
        via,
        received: cents(-16_123),
        toPrincipal: cents(-12_990),
        toInterest: cents(-43),
        toFees: cents(-3_090),
        correction: `Zurückgebucht: ${'Lastschrift mangels Deckung zurückgegeben '.repeat(9)}`,
      });
    const pieces = pdfPieces(await payoutPdf(statement([back('agency', 1), back('creditor', 2)])));
    const text = flat(pieces.map((page) => page.map((p) => p.text).join(' ')));
    for (const expected of [
      'darin Rückbuchungen früher abgerechneter Zahlungen −161,23 €',
      'zuzüglich Provision 4 % auf −260,66 € 10,43 €',
      'zuzüglich Inkassokosten aus Zahlungen direkt an Sie 30,90 €',
      'Auszahlung für März 2026 0,00 €',
      'Übertrag in den nächsten Monat zu unseren Gunsten 75,28 €',
      '§ 17 Abs. 1 UStG',
      'Für diesen Monat wird nichts überwiesen',
    ])
      expect(text).toContain(expected);
    expect(text).toContain('Zurückgebucht: Lastschrift');
    expect(text).not.toContain('Korrektur: Zurückgebucht');
    expect(pieces.flatMap(overlaps)).toEqual([]);
  });
  test('keeps a long note above the footer', async () => {
    const pages = pdfPieces(
      await payoutPdf(
        statement(
          Array.from({ length: 40 }, (_, i) =>
            payoutLine(i + 1, { received: cents(-1), correction: `Zurückgebucht: ${'Grund '.repeat(80)}` }),
          ),
        ),
      ),
    );
    for (const page of pages.slice(2))
      expect(page.filter((p) => p.text.startsWith('Zurückgebucht')).every((p) => p.y > 85)).toBe(true);
    expect(pages.length).toBeLessThan(9);
  });
  test('without any booking says so, and what is carried on', async () => {
    const text = flat(pdfText(await payoutPdf(statement([], cents(1_234)))));
    for (const expected of [
      'keine Buchungen',
      'Für diesen Monat wird nichts überwiesen',
      'Übertrag in den nächsten Monat zu unseren Gunsten 12,34 €',
    ])
      expect(text).toContain(expected);
  });
  test('with two hundred bookings shows each of them once, on pages with a head', async () => {
    const pages = pdfText(
      await payoutPdf(
        statement(Array.from({ length: 200 }, (_, i) => payoutLine(i + 1, { customerNumber: `K${i + 1}-` }))),
      ),
    );
    const text = pages.join('\n');
    for (let i = 1; i <= 200; i += 1) expect(text.split(`Kd. K${i}-`)).toHaveLength(2);
    expect(pages.slice(2).every((p) => p.includes('Hauptforderung') && p.includes('Schuldner'))).toBe(true);
  });
});

const HEADS = [
  'Wert',
  'gebucht',
  'Akte',
  'Schuldner',
  'Rechnungen',
  'bei',
  'Eingang',
  'Hauptforderung',
  'Zinsen',
  'Ihre Kosten',
  'Inkassokosten',
  'Überzahlung',
];

test.each([0, 1, 12, 16, 60, 800])(
  'the list of a payout with %i bookings had lost its last columns and sums from its second page on',
  async (n) => {
    const lines = Array.from({ length: n }, (_, i) =>
      payoutLine(i + 1, { paymentId: PaymentId.parse(`bank:885e${'0123456789abcdef'.repeat(2)}${i}`) }),
    );
    const pages = pdfPages(await payoutPdf(statement(lines)));
    expect(pages.flatMap(outside)).toEqual([]);
    expect(pages.flatMap((p) => p.pieces.map((x) => x.text)).join('\n')).not.toMatch(/bank:|885e/);
    const list = pages.slice(pages.findIndex((p) => p.width > p.height));
    for (const { width, height, pieces } of list) {
      expect(width).toBeGreaterThan(height);
      if (n > 0) expect(pieces.map((p) => p.text)).toEqual(expect.arrayContaining(HEADS));
    }
    const last = list.at(-1)?.pieces.map((p) => p.text) ?? [];
    if (n > 0) expect(last).toEqual(expect.arrayContaining(['Summe bei uns', 'Summe bei Ihnen', 'Summe']));
  },
  60_000,
);

test('a payout with set-off, a payment taken back and long names stands within its margins', async () => {
  const long = 'Vereinigte Gesellschaft für Forderungen und Zahlungen der Landkreise';
  const of = statement(
    Array.from({ length: 30 }, (_, i) =>
      payoutLine(i + 1, {
        via: i % 3 === 0 ? 'creditor' : 'agency',
        debtorName: long,
        received: cents(i % 5 === 0 ? -123_456_789 : 123_456_789),
        correction: `Zurückgebucht: ${long}`,
      }),
    ),
    cents(1_000),
  );
  const pages = pdfPages(await payoutPdf(of));
  expect(pages.flatMap(outside)).toEqual([]);
  expect(pages.flatMap(overlapping)).toEqual([]);
});
