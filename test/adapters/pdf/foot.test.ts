import { drawFeet, ourFoot, ownFoot, reserveFoot } from '../../../adapters/pdf/foot.ts';
import { LEFT, bytesOf, newDocument, set } from '../../../adapters/pdf/sheet.ts';
import { day } from '../../../domain/calendar.ts';
import { rheinbogen } from '../../support/notices.ts';
import { outside, overlapping } from '../../support/pages.ts';
import { pdfPages } from '../../support/pdf-text.ts';

const OWN = {
  name: 'Teekontor',
  firm: 'Teekontor am Hafen GmbH',
  address: { street: 'Lindenallee 12', postalCode: '40210', city: 'Düsseldorf', country: 'DE' },
  legal: ['Sitz: Hamburg'],
} as const;

test('ours says who we are, how we are reached, and the account of the clients with its holder', () => {
  const { columns, across } = ourFoot(rheinbogen);
  expect(columns.flat()).toEqual(
    expect.arrayContaining([rheinbogen.name, rheinbogen.email, rheinbogen.clientAccount.holder]),
  );
  expect(across.join(' ')).toContain('Geschäftsführung');
});
test('a creditor’s own says its legal name first, leaves out what it has not, and who sends it', () => {
  const { columns, across } = ownFoot(OWN, rheinbogen);
  expect(columns[0]).toEqual(['Teekontor am Hafen GmbH', 'Lindenallee 12', '40210 Düsseldorf']);
  expect(columns[1]?.[0]).toBe(`Versand: ${rheinbogen.name}`);
  expect(across[0]).toBe('Sitz: Hamburg');
  expect(across[1]).toMatch(new RegExp(`^${rheinbogen.name} · `));
});

test('text that runs over many pages ends above the foot, and each page has it', async () => {
  const foot = ourFoot(rheinbogen);
  const doc = newDocument('Probe', 'Mahnwerk', day('2026-03-02'));
  reserveFoot(doc, foot);
  doc.addPage();
  set(doc, 'regular', 10).text('Ein Satz, der sich wiederholt. '.repeat(400), LEFT);
  drawFeet(doc, foot, 'Probe');
  const pages = pdfPages(await bytesOf(doc));
  expect(pages.length).toBeGreaterThan(1);
  for (const { pieces } of pages) {
    const runs = pieces.filter(({ text }) => text.startsWith('Ein Satz') || text.includes('wiederholt'));
    expect(runs).not.toEqual([]);
    const top = Math.max(...pieces.filter(({ size }) => size < 8).map(({ y }) => y));
    expect(Math.min(...runs.map(({ y }) => y))).toBeGreaterThan(top);
    expect(pieces.map(({ text }) => text)).toContain(rheinbogen.name);
  }
  expect(pages.flatMap(overlapping)).toEqual([]);
  expect(pages.flatMap(outside)).toEqual([]);
});
