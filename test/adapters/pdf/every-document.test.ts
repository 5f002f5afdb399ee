import fc from 'fast-check';
import { letterPdf } from '../../../adapters/pdf/letter.ts';
import { payoutPdf } from '../../../adapters/pdf/payout-statement.ts';
import { statementPdf } from '../../../adapters/pdf/statement.ts';
import { accountOf } from '../../../domain/account/account.ts';
import { day, formatDay } from '../../../domain/calendar.ts';
import { composeNotice, type NoticeFacts } from '../../../domain/letters/compose.ts';
import { cents, formatEuro, sum } from '../../../domain/money.ts';
import { groupedIban } from '../../../domain/akte/references.ts';
import { statementOf } from '../../../domain/statement/statement.ts';
import { AKTE, aClaim } from '../../support/akte.ts';
import {
  claim,
  erika,
  facts,
  musterladen,
  payoutLine,
  rheinbogen,
  statement,
  werkstatt,
} from '../../support/notices.ts';
import { pdfPages, type Page } from '../../support/pdf-text.ts';
import { aProcess } from '../../support/process.ts';

const MM = 72 / 25.4;
/** Binding edge and right edge of all we print. */
const LEFT = 25 * MM;
const RIGHT = 20 * MM;

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

/** Pieces that begin at one place, or lie over one another on a line. */
const overlapping = ({ pieces }: Page): string[] => {
  const shown = pieces.filter((p) => p.text.trim() !== '');
  return shown
    .filter((p, i) =>
      shown.some((q, j) => j < i && Math.abs(p.y - q.y) < 3 && p.x < q.right - 0.5 && q.x < p.right - 0.5),
    )
    .map((p) => p.text);
};
const textOf = (pages: readonly Page[]): string => pages.flatMap((p) => p.pieces.map((x) => x.text)).join('\n');
const bare = (text: string): string => text.replace(/\s+/g, '');

const manyPositions = (claims: number): NoticeFacts['positions'] => [
  ...Array.from({ length: claims }, (_, i) => [
    {
      label: `Rechnung RE-2026-${String(i + 1).padStart(4, '0')} vom 12.01.2026`,
      why: 'Hauptforderung, fällig seit 26.01.2026',
      amount: cents(12_990),
      claim: `F${i + 1}`,
      part: 'principal',
    },
    { label: 'Verzugszinsen', why: '6,27 % jährlich', amount: cents(43), claim: `F${i + 1}`, part: 'interest' },
  ]).flat(),
  { label: 'Inkassokosten', why: 'Kosten unserer Beauftragung', amount: cents(3_090) },
  { label: 'Zahlung vom 08.03.2026', why: 'bei uns eingegangen', amount: cents(-5_000) },
];

describe('forty invoices', () => {
  const notice = composeNotice(
    facts({ positions: manyPositions(40), claims: Array.from({ length: 40 }, (_, i) => claim(i + 1)) }),
  );
  test('had pushed sum and account to page 7: both stand on the first', async () => {
    const [first] = pdfPages(await letterPdf(notice));
    const shown = bare(textOf([first!]));
    for (const said of [
      `Zu zahlen bis zum ${formatDay(notice.payBy)}`,
      formatEuro(notice.total),
      'GiroCode',
      groupedIban(notice.payment.iban),
    ])
      expect(shown).toContain(bare(said));
  });
  test('are a row each, with all amounts in full at the end and the same sum', async () => {
    expect(notice.positions).toHaveLength(42);
    expect(sum(notice.positions.map((p) => p.amount))).toBe(notice.total);
    expect(sum(notice.details.map((p) => p.amount))).toBe(notice.total);
    expect(notice.positions[0]).toEqual({
      label: 'Rechnung RE-2026-0001 vom 12.01.2026',
      why: 'Hauptforderung 129,90\u00a0€, Verzugszinsen 0,43\u00a0€',
      amount: 13_033,
    });
    expect(textOf(pdfPages(await letterPdf(notice)))).toContain('Anlage: Aufstellung aller Beträge');
  });
  test('of one to five every amount keeps its own row', () => {
    const few = composeNotice(facts({ positions: manyPositions(5) }));
    expect([few.positions.length, few.details.length]).toEqual([12, 0]);
  });
});

const WORDS = [
  'Müller',
  'Straße',
  'Łódź',
  'W',
  'Forderungsmanagementgesellschaft',
  'und',
  '117a,',
  'Nguyễn',
  'c/o',
  'mbH',
  'illi',
];
const words = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((w) => w.join(' ').slice(0, 120));
const anyLetter: fc.Arbitrary<Partial<NoticeFacts>> = fc
  .record({
    name: words(8),
    street: words(5),
    city: words(3),
    creditor: words(8),
    firm: words(6),
    holder: words(8),
    claims: fc.integer({ min: 0, max: 45 }),
    stage: fc.integer({ min: 0, max: 3 }),
    sender: fc.constantFrom('agency' as const, 'creditor' as const),
    business: fc.boolean(),
    first: fc.boolean(),
  })
  .map(({ name, street, city, creditor, firm, holder, claims, stage, sender, business, first }) => ({
    debtor: {
      ...(business ? werkstatt : erika),
      name,
      address: { street, postalCode: '44135', city, country: 'DE' as const },
    },
    creditor: { ...musterladen, name: creditor },
    agency: { ...rheinbogen, name: firm, clientAccount: { ...rheinbogen.clientAccount, holder } },
    positions: manyPositions(claims),
    claims: Array.from({ length: Math.max(1, claims) }, (_, i) => claim(i + 1)),
    stage,
    title: stage === 0 ? 'Zahlungserinnerung' : `${stage}. Mahnung`,
    sender,
    first,
  }));

test('every letter stands within its margins, nothing over anything, all of its address, sum and account on page 1', async () => {
  await fc.assert(
    fc.asyncProperty(anyLetter, async (more) => {
      const notice = composeNotice(facts(more));
      const bytes = await letterPdf(notice);
      const pages = pdfPages(bytes);
      expect(pages.flatMap(outside)).toEqual([]);
      expect(pages.flatMap(overlapping)).toEqual([]);
      const first = bare(textOf(pages.slice(0, 1)));
      for (const line of notice.recipient.lines) expect(first).toContain(bare(line));
      expect(first).toContain(bare(formatEuro(notice.total)));
      expect(first).toContain(bare(groupedIban(notice.payment.iban)));
      const window = pages[0]!.pieces.filter(
        (p) => p.x < 75 && p.y > 842 - 91 * MM && p.y < 842 - 50 * MM && p.size > 7,
      );
      expect(window.every((p) => p.size >= 9)).toBe(true);
      expect(Buffer.compare(await letterPdf(notice), bytes)).toBe(0);
    }),
    { numRuns: 25 },
  );
});

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

test('a Forderungsaufstellung stands within its margins', async () => {
  const process = await aProcess({ claims: Array.from({ length: 30 }, (_, i) => aClaim(i + 1)) });
  const akte = await process.akten.get(AKTE);
  const pages = pdfPages(await statementPdf(statementOf(akte, accountOf(akte, day('2026-06-01')), 'Musterladen GmbH')));
  expect(pages.flatMap(outside)).toEqual([]);
  expect(pages.flatMap(overlapping)).toEqual([]);
  expect(textOf(pages)).toContain('Offen sind');
});
