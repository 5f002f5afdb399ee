import { codePageOf, inCodePage } from '../../../../adapters/lists/csv/code-pages.ts';
import { undoubted } from '../../../../adapters/lists/csv/other-pages.ts';
import { isGarbled } from '../../../../domain/intake/text.ts';
import { bytes } from './in-bytes.ts';

/** The second cell of a list, as it is taken. */
const readName = (raw: Buffer): string => {
  const page = codePageOf(raw);
  return undoubted(inCodePage(raw, page).split(';')[1] ?? '', page);
};

/** Names of Central Europe in its own code pages, byte by byte. */
const CENTRAL = {
  'windows-1250': { ő: 0xf5, Ł: 0xa3, ł: 0xb3, ó: 0xf3, ń: 0xf1, ű: 0xfb, ž: 0x9e, Č: 0xc8, č: 0xe8, á: 0xe1, ř: 0xf8 },
  'iso-8859-2': { ő: 0xf5, Ł: 0xa3, ł: 0xb3, ó: 0xf3, ń: 0xf1, ű: 0xfb, ž: 0xbe, Č: 0xc8, č: 0xe8, á: 0xe1, ř: 0xf8 },
  cp852: { ő: 0x8b, Ł: 0x9d, ł: 0x88, ó: 0xa2, ń: 0xe4, ű: 0xfb, ž: 0xa7, Č: 0xac, č: 0x9f, á: 0xa0, ř: 0xfd },
  'mac-ce': { ő: 0xce, Ł: 0xfc, ł: 0xb8, ó: 0x97, ń: 0xc4, ű: 0xf5, ž: 0xec, Č: 0x89, č: 0x8b, á: 0x87, ř: 0xde },
} as const;

test.each(['Łukasz Wójcik', 'Kőszegi', 'Dvořák', 'Szűcs', 'Pawłowski', 'Čapek'])(
  'the name %s was taken damaged from a code page of Central Europe',
  (name) => {
    for (const [page, letters] of Object.entries(CENTRAL)) {
      const raw = bytes(`Kunde;${name};x`, letters);
      const read = readName(raw);
      expect([page, read, isGarbled(read)]).toEqual([page, read, true]);
    }
  },
);

test.each(['Nìmec', 'Rùžièka', 'Vaòková', 'Øezníèek', 'Szûcs', 'Niþu', 'Ioniþã', '£ukasz', '·imek'])(
  'the name %s, which Windows-1252 only seems to hold, is still doubted',
  (name) => {
    expect(isGarbled(undoubted(name, 'windows-1252'))).toBe(true);
  },
);

test.each(['Leÿniak', 'Jaÿ'])('the name %s, which DOS only seems to hold, is still doubted', (name) => {
  expect(isGarbled(undoubted(name, 'cp850'))).toBe(true);
});

test.each([
  'Hélène Lefèvre',
  'François',
  'Nuñez',
  'João Simões',
  'Ødegård',
  'Kjær',
  'Loïc',
  'Anaïs',
  'Benoît',
  'Novotný',
  'Ærø',
  'Ève',
  'José',
  'Côté',
  'Søren',
  'Åse',
  'Lœuillet',
  ...['Andy´s Imbiss', 'Susi´s Haarstudio', 'O´Brien', 'L´Osteria', 'Kühn·Partner', 'Kühn · Partner', 'Gal·la'],
  ...['Mònica', 'Antònia', 'Sofìa', 'Marìa', 'Sigþór', 'Hafþór', 'Freÿ', 'Kaÿser', 'Brûlé', 'Croûton', 'Øien', 'Øen'],
])('the name %s, right in Windows-1252, is not doubted', (name) => {
  const raw = Buffer.from(`Kunde;${name};Straße 5`.replaceAll('œ', '\u009c'), 'latin1');
  expect(readName(raw)).toBe(name);
});
