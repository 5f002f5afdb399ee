import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { AkteId } from '../../../domain/ids.ts';
import { letterPdf } from '../../../adapters/pdf/letter.ts';
import { LEFT, bytesOf, newDocument, numberPages, set, wrapped } from '../../../adapters/pdf/sheet.ts';
import { day } from '../../../domain/calendar.ts';
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

const aSheet = (title = 'Probe', author = 'Mahnwerk') => {
  const doc = newDocument(title, author, day('2026-03-02'));
  doc.addPage();
  return set(doc, 'regular', 10);
};

describe('a text over several lines', () => {
  test('is cut at blanks, and a word that is too long where numbers and addresses may break', () => {
    const doc = aSheet();
    const width = doc.widthOfString('Forderungsmanagement');
    expect(wrapped(doc, 'Herr Max\nMuster', width)).toEqual(['Herr Max Muster']);
    expect(wrapped(doc, 'vorname.nachname@forderungsmanagement.example.com', width)).toEqual([
      'vorname.nachname@',
      'forderungsmanagement',
      '.example.com',
    ]);
  });
  test('loses no letter, however narrow the line', () => {
    const words = 'Außergewöhnlich-lange Firmennamengesellschaft';
    expect(wrapped(aSheet(), words, 1).join('')).toBe(words.replace(' ', ''));
  });
});

test('a name with an ampersand broke the metadata, and with them PDF/A', async () => {
  const raw = Buffer.from(await bytesOf(aSheet('Müller & <Söhne>', 'A & B'))).toString('utf8');
  expect(raw).toContain('Müller + Söhne');
  expect(raw).not.toContain('& B');
});

test('each page says which of how many it is', async () => {
  const doc = aSheet();
  doc.addPage().text('zweite', LEFT);
  numberPages(doc, 'Probe');
  expect(pdfText(await bytesOf(doc))).toEqual([
    expect.stringContaining('Seite 1 von 2'),
    expect.stringContaining('Seite 2 von 2'),
  ]);
});
