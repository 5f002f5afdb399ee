import fc from 'fast-check';
import { letterPdf } from '../../../adapters/pdf/letter.ts';
import { formatDay } from '../../../domain/calendar.ts';
import { composeNotice, type NoticeFacts } from '../../../domain/letters/compose.ts';
import { cents, formatEuro, sum } from '../../../domain/money.ts';
import { groupedIban } from '../../../domain/akte/references.ts';
import { claim, erika, facts, musterladen, rheinbogen, werkstatt } from '../../support/notices.ts';
import { MM, bare, outside, overlapping, textOf } from '../../support/pages.ts';
import { pdfPages } from '../../support/pdf-text.ts';

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
    stage: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
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
