import { createHash } from 'node:crypto';
import { letterPdf } from '../../../adapters/pdf/letter.ts';
import { composeNotice, type NoticeFacts } from '../../../domain/letters/compose.ts';
import { cents, formatEuro } from '../../../domain/money.ts';
import { claim, erika, facts, musterladen, werkstatt } from '../../support/notices.ts';
import { pdfColours, pdfPieces, pdfText, type Piece } from '../../support/pdf-text.ts';
import { flat, overlaps } from './read.ts';

const letter = (more: Partial<NoticeFacts> = {}): Promise<Uint8Array> => letterPdf(composeNotice(facts(more)));
const positions = (n: number): NoticeFacts['positions'] =>
  Array.from({ length: n }, (_, i) => ({
    label: `Rechnung Nr. ${i + 1}`,
    why: 'Hauptforderung',
    amount: cents(10_000 + i),
  }));
const LONG = 'Außergewöhnlich lange Firmennamengesellschaft für Forderungen '.repeat(3).trim();

describe('a letter', () => {
  test('says every word of the notice, as text that can be searched', async () => {
    const notice = composeNotice(facts({ enclosures: ['Rechnung RE-2026-0001 (Kopie)'] }));
    const text = flat(pdfText(await letterPdf(notice)));
    const words = [
      ...notice.recipient.lines,
      notice.subject,
      notice.salutation,
      ...notice.opening,
      ...notice.positions.flatMap((p) => [p.label, p.why, formatEuro(p.amount)]),
      formatEuro(notice.total),
      ...notice.closing,
      ...notice.information.flatMap((s) => [s.heading, ...s.paragraphs]),
      notice.payment.reference,
      'Anlagen: Rechnung',
    ];
    // A line may end at a hyphen.
    const joined = (words: string): string => words.replace(/\s+/g, '');
    for (const said of words) expect(joined(text)).toContain(joined(said));
  });
  test('is byte for byte the same, so that its hash can stand in the Akte', async () => {
    const hash = async (more?: Partial<NoticeFacts>): Promise<string> =>
      createHash('sha256')
        .update(await letter(more))
        .digest('hex');
    const first = await hash();
    await letter({ debtor: werkstatt });
    expect(await hash()).toBe(first);
    expect(await hash({ paymentReference: 'RF18539007547034' })).not.toBe(first);
  });
  test('declares itself PDF/A-1b, in German, and embeds its fonts', async () => {
    const raw = Buffer.from(await letter()).toString('latin1');
    for (const mark of [
      '%PDF-1.4',
      '<pdfaid:part>1</pdfaid:part>',
      '<pdfaid:conformance>B</pdfaid:conformance>',
      '/OutputIntents',
      '/Lang (de-DE)',
      '/FontFile2',
      '/CIDSet',
    ])
      expect(raw).toContain(mark);
    expect(raw).not.toContain('Helvetica');
  });
  test('sets letters of foreign names', async () => {
    const name = 'Şükrü Öğüt-Łukaszewicz';
    expect(flat(pdfText(await letter({ debtor: { ...erika, name } })))).toContain(name);
  });
  test.each([
    ['thirty positions', { positions: positions(30), claims: Array.from({ length: 30 }, (_, i) => claim(i + 1)) }],
    ['one position', {}],
    ['two hundred', { positions: positions(200), first: false }],
    [
      'long names',
      {
        debtor: {
          ...werkstatt,
          name: LONG.slice(0, 100),
          address: { street: LONG.slice(0, 110), postalCode: '01067', city: LONG.slice(0, 60), country: 'DE' as const },
        },
      },
    ],
  ] satisfies [string, Partial<NoticeFacts>][])(
    'keeps text above the footer and inside the page: %s',
    async (_name, more) => {
      const pages = pdfPieces(await letter(more));
      const footer = 90;
      pages.forEach((pieces, i) => {
        const numbering = pieces.find((p) => p.text.startsWith(`Seite ${i + 1} von ${pages.length}`));
        expect(numbering).toBeDefined();
        const foot = pieces.findIndex((p) => p.y < footer);
        expect(pieces.slice(foot).every((p) => p.y < footer || p === numbering)).toBe(true);
        expect(pieces.every((p) => p.x > 70 && p.x < 560 && p.y > 20 && p.y < 820)).toBe(true);
        expect(overlaps(pieces)).toEqual([]);
      });
    },
  );
  test('gives no code for amounts that no GiroCode can carry, and still makes the letter', async () => {
    expect(flat(pdfText(await letter({ positions: [], first: false })))).not.toContain('GiroCode');
    expect(
      flat(
        pdfText(
          await letter({ positions: [{ label: 'Viel', why: '', amount: cents(123_456_789_012) }], first: false }),
        ),
      ),
    ).toContain('1.234.567.890,12 €');
  });
});

describe("a creditor's own letter", () => {
  const brand = {
    name: 'Teekontor am Hafen',
    phone: '040 66969-120',
    email: 'service@example.com',
    web: 'https://example.com',
    colour: '#1f5c4a',
  };
  const legal = { seat: 'Hamburg', court: 'Amtsgericht Hamburg', number: 'HRB 000000', directors: ['Mia Muster'] };
  const own = (more: Partial<NoticeFacts['creditor']> = {}): Promise<Uint8Array> =>
    letter({
      sender: 'creditor',
      stage: 0,
      title: 'Zahlungserinnerung',
      creditor: { ...musterladen, brand, legal, ...more },
    });
  const footOf = (pieces: readonly Piece[]): string =>
    pieces
      .filter((p) => p.y < 90)
      .map((p) => p.text)
      .join(' ');
  test('wears its brand, and names in the footer its legal name, who sends it and whose account it is', async () => {
    const [first = []] = pdfPieces(await own());
    expect(first.find((p) => p.text === 'Teekontor am Hafen')?.y).toBeGreaterThan(770);
    expect(first.map((p) => p.text)).toContain('Teekontor am Hafen · Lindenallee 12 · 40210 Düsseldorf');
    for (const said of [
      'Musterladen GmbH',
      'Telefon 040 66969-120',
      'service@example.com',
      'https://example.com',
      'Versand: Rheinbogen Inkasso GmbH',
      'RDG-Register Nr. 371-2026-0001',
      'Rheinbogen Inkasso GmbH Treuhand',
      'Sitz: Hamburg · Amtsgericht Hamburg, HRB 000000 · Geschäftsführung: Mia Muster',
    ])
      expect(footOf(first)).toContain(said);
    expect(footOf(first)).not.toContain('USt-IdNr. DE000000000');
  });
  test('without a brand shows no telephone and no e-mail as its own', async () => {
    const [first = []] = pdfPieces(await letter({ sender: 'creditor', stage: 0 }));
    const left = first.filter((p) => p.y < 84 && p.y > 40 && p.x < 75).map((p) => p.text);
    expect(left.slice(-3)).toEqual(['Musterladen GmbH', 'Lindenallee 12', '40210 Düsseldorf']);
  });
  test('keeps the address in the line above the window however long the name, so that a letter can come back', async () => {
    const pieces = pdfPieces(
      await own({ brand: { ...brand, name: 'Das große Hamburger Teekontor am Hafen und in der Speicherstadt' } }),
    ).flat();
    expect(
      pieces.filter((p) => /^Das große Hamburger.*… · Lindenallee 12 · 40210 Düsseldorf$/.test(p.text)),
    ).toHaveLength(1);
  });
  test('keeps long names inside the page and apart', async () => {
    const pages = pdfPieces(
      await own({
        name: LONG.slice(0, 200),
        address: { street: LONG.slice(0, 120), postalCode: '01067', city: LONG.slice(0, 120), country: 'DE' },
        brand: {
          ...brand,
          name: 'x'.repeat(80),
          email: `${'a'.repeat(60)}@example.com`,
        },
        legal: {
          ...legal,
          seat: 'Hamburg '.repeat(15).trim(),
          directors: Array.from({ length: 9 }, () => LONG.slice(0, 120)),
        },
      }),
    );
    for (const pieces of pages) {
      expect(pieces.every((p) => p.x > 70 && p.x < 560 && p.y > 20 && p.y < 820)).toBe(true);
      expect(overlaps(pieces)).toEqual([]);
    }
  });
  test('has its colour where it has one, and none where it has not; the code stays black', async () => {
    const inks = async (pdf: Promise<Uint8Array>): Promise<boolean> => pdfColours(await pdf).includes('0.12 0.36 0.29');
    expect([
      await inks(own()),
      await inks(letter({ sender: 'creditor', creditor: musterladen })),
      await inks(letter({ creditor: { ...musterladen, brand } })),
    ]).toEqual([true, false, false]);
  });
});
