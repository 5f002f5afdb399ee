import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import { readFonts } from '../../../adapters/pdf/assets.ts';
import { letterPdf } from '../../../adapters/pdf/letter.ts';
import { BUNDLED_AS } from '../../../config/bundled-as.ts';
import { PRINTED_WITH } from '../../../config/printed-with.ts';
import { composeNotice } from '../../../domain/letters/compose.ts';
import { lettersTheFontLacks } from '../../../domain/print/drawable.ts';
import { facts } from '../../support/notices.ts';

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

const root = join(import.meta.dirname, '../../..');
const HANDLER = `import { createHash } from 'node:crypto';
  import { readFileSync } from 'node:fs';
  import { letterPdf } from './adapters/pdf/letter.ts';
  const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
  letterPdf(JSON.parse(readFileSync('notice.json', 'utf8'))).then((bytes) => process.stdout.write(hash(bytes)));`;
const node = (cwd: string, ...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd, encoding: 'utf8' });

test('bundled as a Lambda is, far from node_modules, the letter comes out the same byte for byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mahnwerk-bundle-'));
  try {
    writeFileSync(join(folder, 'notice.json'), JSON.stringify(composeNotice(facts())));
    // In a process of its own, as a build runs it.
    const stdin = { contents: HANDLER, loader: 'ts', resolveDir: root };
    const options = JSON.stringify({ ...BUNDLED_AS, stdin, outfile: join(folder, 'index.js') });
    node(root, '-e', `require('esbuild').buildSync(${options})`);
    for (const { source: from, bundled: to } of Object.values(PRINTED_WITH)) {
      mkdirSync(dirname(join(folder, to)), { recursive: true });
      cpSync(join(root, 'node_modules', from), join(folder, to));
    }
    expect(node(folder, 'index.js')).toBe(
      createHash('sha256')
        .update(await letterPdf(composeNotice(facts())))
        .digest('hex'),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
