import { letterhead } from '../../../adapters/pdf/head.ts';
import { bytesOf, newDocument } from '../../../adapters/pdf/sheet.ts';
import { day } from '../../../domain/calendar.ts';
import { MM, outside, overlapping } from '../../support/pages.ts';
import { pdfPages } from '../../support/pdf-text.ts';

const address = { street: 'Lindenallee 12', postalCode: '40210', city: 'Düsseldorf', country: 'DE' } as const;
const LINES = ['Erika Beispiel', 'Musterweg 5', '44135 Dortmund'];
/** What stands on the page, and where its text would begin. */
const drawn = async (name: string, lines: readonly string[] = LINES, info: readonly [string, string][] = []) => {
  const doc = newDocument('Probe', 'Mahnwerk', day('2026-03-02'));
  doc.addPage();
  letterhead(doc, { name, address }, { points: 10, lines: [...lines] }, info);
  const begins = doc.y;
  const [page] = pdfPages(await bytesOf(doc));
  return { begins, page: page!, pieces: page!.pieces };
};

test('the address stands in the window of an envelope (DIN 5008, form B), below it the text', async () => {
  const { begins, page, pieces } = await drawn('Rheinbogen Inkasso GmbH');
  for (const line of LINES) {
    const y = page.height - (pieces.find(({ text }) => text === line)?.y ?? 0);
    expect(y).toBeGreaterThan(50 * MM);
    expect(y).toBeLessThan(90.3 * MM);
  }
  expect(begins).toBeCloseTo(98.5 * MM, 0);
  expect(pieces.map(({ text }) => text)).toContain('Rheinbogen Inkasso GmbH · Lindenallee 12 · 40210 Düsseldorf');
});
test('nine lines of an address grow upwards: the last one still stands in the window', async () => {
  const lines = Array.from({ length: 9 }, (_, n) => `Zeile ${n}`);
  const { page, pieces } = await drawn('Rheinbogen', lines);
  const last = pieces.find(({ text }) => text === 'Zeile 8');
  expect(page.height - (last?.y ?? 0)).toBeLessThan(90.3 * MM);
  expect(overlapping(page)).toEqual([]);
});
test('a long name is set smaller, then over several lines; the sender’s line shortens it, never the address', async () => {
  const name = 'Vereinigte Gesellschaft für Forderungen und Zahlungen der Landkreise '.repeat(3).trim();
  const { page, pieces } = await drawn(name);
  expect(outside(page)).toEqual([]);
  expect(overlapping(page)).toEqual([]);
  expect(pieces.some(({ text }) => /^Vereinigte.*… · Lindenallee 12 · 40210 Düsseldorf$/.test(text))).toBe(true);
});
test('a long block of particulars moves the text down', async () => {
  const info = Array.from({ length: 14 }, (_, n): [string, string] => [
    `Angabe ${n}`,
    'ein Wert aus vielen Worten '.repeat(2),
  ]);
  const { begins, page } = await drawn('Rheinbogen', LINES, info);
  expect(begins).toBeGreaterThan(98.5 * MM);
  expect(overlapping(page)).toEqual([]);
});
