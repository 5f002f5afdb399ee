import { payoutPdf } from '../../../adapters/pdf/payout-statement.ts';
import { payoutLine, statement } from '../../support/notices.ts';
import { pdfPages, type Page } from '../../support/pdf-text.ts';

const MM = 72 / 25.4;
/** Binding edge and right edge of all we print. */
const LEFT = 25 * MM,
  RIGHT = 20 * MM;

/** What stands outside the margins, by its text. Half a point is what rounding may cost. */
const outside = ({ width, height, pieces }: Page): string[] =>
  pieces
    .filter((p) => p.text.trim() !== '')
    .filter((p) => p.x < LEFT - 0.5 || p.right > width - RIGHT + 0.5 || p.y < 15 || p.y > height - 15)
    .map((p) => `${p.text} (${p.x.toFixed(0)} to ${p.right.toFixed(0)} of ${width.toFixed(0)}, ${p.y.toFixed(0)})`);

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
      payoutLine(i + 1, { paymentId: `bank:885e${'0123456789abcdef'.repeat(2)}${i}` }),
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
