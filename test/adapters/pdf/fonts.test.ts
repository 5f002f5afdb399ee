import PDFDocument from 'pdfkit';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { AkteId } from '../../../domain/ids.ts';
import { readFonts } from '../../../adapters/pdf/assets.ts';
import { letterPdf } from '../../../adapters/pdf/letter.ts';
import { lettersTheFontLacks } from '../../../domain/print/drawable.ts';
import { composeNotice } from '../../../domain/letters/compose.ts';
import { facts, musterladen } from '../../support/notices.ts';
import { pdfGlyphs, pdfText } from '../../support/pdf-text.ts';

const root = join(import.meta.dirname, '../../..');

/** In bold it has a Ü and no U: drawing it fetches the U as a part only. */
const withoutU = facts({
  akte: 'LAD-4F7K-2QXR' as AkteId,
  creditor: { ...musterladen, name: 'Lädchen GmbH' },
  first: false,
});

/** The hashes of letters made one after the other by a process of its own. */
const hashesOf = (order: readonly number[]): string[] => {
  const program = `
    import { createHash } from 'node:crypto';
    import { letterPdf } from './adapters/pdf/letter.ts';
    import { payoutPdf } from './adapters/pdf/payout-statement.ts';
    import { composeNotice } from './domain/letters/compose.ts';
    import { facts, musterladen, payoutLine, statement, werkstatt } from './test/support/notices.ts';
    const makers = [
      () => letterPdf(composeNotice(facts())),
      () => letterPdf(composeNotice(facts(${JSON.stringify(withoutU)}))),
      () => letterPdf(composeNotice(facts({ debtor: werkstatt }))),
      () => payoutPdf(statement([payoutLine(1)])),
    ];
    for (const n of ${JSON.stringify(order)}) console.log(n + ' ' + createHash('sha256').update(await makers[n]()).digest('hex'));`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n');
};

test('a letter after one with Ü and without U had lost its U for search, copy and screen readers', async () => {
  await letterPdf(composeNotice(withoutU));
  const after = await letterPdf(composeNotice(facts()));
  expect(pdfGlyphs(after).flat()).not.toContain('');
  expect(pdfText(after).join('\n').replace(/\s+/g, ' ')).toContain('Aktenzeichen MUS-4F7K-2QXR');
});

test('the same document gives the same bytes, whatever the process has made before', () => {
  const known = new Map<string, string>();
  for (const order of [
    [0, 1, 2, 3],
    [1, 0, 3, 2, 0],
    [3, 2, 1, 0, 1],
    [2, 0, 1, 0, 3],
  ])
    for (const line of hashesOf(order)) {
      const [which = '', hash = ''] = line.split(' ');
      expect([which, hash]).toEqual([which, known.get(which) ?? hash]);
      known.set(which, hash);
    }
  expect(known.size).toBe(4);
});

/** Which code points a font file has a glyph for. */
const glyphsOf = (font: Uint8Array): ReadonlySet<number> => {
  const doc = new PDFDocument({ font: '' });
  doc.registerFont('probe', Buffer.from(font)).font('probe');
  const { characterSet } = (doc as unknown as { _font: { font: { characterSet: readonly number[] } } })._font.font;
  return new Set(characterSet);
};

test('letters the font lacks had been printed as boxes: what counts as printable is in both fonts', () => {
  const { regular, bold } = readFonts();
  const inRegular = glyphsOf(regular);
  const inBold = glyphsOf(bold);
  const boxes: string[] = [];
  const forgotten: string[] = [];
  for (let code = 0x20; code < 0x20000; code += 1) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const char = String.fromCodePoint(code);
    const drawn = [...char.normalize('NFC')].every((c) => {
      const point = c.codePointAt(0) ?? 0;
      return inRegular.has(point) && inBold.has(point);
    });
    const printable = lettersTheFontLacks(char).length === 0;
    if (printable && !drawn) boxes.push(code.toString(16));
    if (!printable && drawn && /[\p{Script=Latin}]/u.test(char) && code < 0x2000) forgotten.push(code.toString(16));
  }
  expect({ boxes, forgotten }).toEqual({ boxes: [], forgotten: [] });
});
test.each([
  ['Şükrü Öğüt-Łukaszewicz', []],
  ['Αθήνα Москва Nguyễn J\u030co\u0304', []],
  ['سامي ورد', ['س', 'ا', 'م', 'ي', 'و', 'ر', 'د']],
  ['דוד', ['ד', 'ו']],
  ['王 😀', ['王', '😀']],
])('%s: what cannot be printed', (name, lacking) => {
  expect(lettersTheFontLacks(name)).toEqual(lacking);
});
