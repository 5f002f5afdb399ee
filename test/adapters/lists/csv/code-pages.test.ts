import { codePageOf, inCodePage } from '../../../../adapters/lists/csv/code-pages.ts';
import { undoubted } from '../../../../adapters/lists/csv/other-pages.ts';
import { isGarbled } from '../../../../domain/intake/text.ts';
import { readWhole } from '../../../support/lists.ts';

const CP850 = { ä: 0x84, ö: 0x94, ü: 0x81, ß: 0xe1, Ä: 0x8e, Ö: 0x99, Ü: 0x9a, é: 0x82 };
const MAC = { ä: 0x8a, ö: 0x9a, ü: 0x9f, ß: 0xa7, Ä: 0x80, Ö: 0x85, Ü: 0x86, é: 0x8e };
const WINDOWS = {
  ä: 0xe4,
  ö: 0xf6,
  ü: 0xfc,
  ß: 0xdf,
  Ä: 0xc4,
  Ö: 0xd6,
  Ü: 0xdc,
  é: 0xe9,
  á: 0xe1,
  š: 0x9a,
  Š: 0x8a,
  ž: 0x9e,
  ý: 0xfd,
  '€': 0x80,
};
const TURKISH = { ...WINDOWS, ş: 0xfe, ğ: 0xf0, ı: 0xfd, İ: 0xdd, Ş: 0xde };
const bytes = (text: string, page: Readonly<Record<string, number>>): Buffer =>
  Buffer.from([...text].map((sign) => page[sign] ?? sign.charCodeAt(0)));

test.each([
  'Jürgen Müller',
  'Weiß',
  'Straße',
  'MÜLLER',
  'Österreich',
  'Käthe',
  'Größe',
  'geändert',
  'Ärzte',
  'Matthäus',
  'René Müller',
])('„%s“ is read right from DOS, Mac and Windows, and not as „J rgen M ller“', (text) => {
  for (const [name, page] of [
    ['cp850', CP850],
    ['macintosh', MAC],
    ['windows-1252', WINDOWS],
  ] as const) {
    // A short text proves little: the one ß of `Weiß` is enough only with its word.
    const raw = bytes(`Kunde;${text};Straße 5`, page);
    expect([name, codePageOf(raw), inCodePage(raw, codePageOf(raw))]).toEqual([name, name, `Kunde;${text};Straße 5`]);
  }
});
test.each([
  'Nataša',
  'Šimek',
  'Aleš',
  'Lešnik',
  'Dušan',
  'Novák',
  'Beáta',
  'Novotný',
  '5 €',
  'Žižek'.replace('Ž', 'Z'),
  'Marušić'.replace('ć', 'c'),
])('„%s“ alone stays Windows-1252', (text) => {
  expect(codePageOf(bytes(`Kunde;${text};x`, WINDOWS))).toBe('windows-1252');
});
test.each(['Erdoğan', 'Şahin', 'Yıldız', 'Aydın'])('„%s“ is Turkish, not Icelandic', (text) => {
  const raw = bytes(`Kunde;${text};x`, TURKISH);
  expect(inCodePage(raw, codePageOf(raw))).toContain(text);
});

test('a list from DOS: names and headings are right, its encoding is told', async () => {
  const list =
    'Kundennummer;Rechnungsnummer;Rechnungsdatum;Betrag;Name;Straße\r\nK-1;RE-1;05.01.2026;1,00;Jürgen Müller;Weg 1\r\n';
  const { encoding, rows, headings } = await readWhole(bytes(list, CP850));
  expect([encoding, rows[0]?.cells.name, headings.street]).toEqual(['cp850', 'Jürgen Müller', 'Straße']);
});

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
test.each(['„Kulanz“', '„A“;„B“;„C“', '“„', 'a –– b', 'Peter’s „Eck“'])(
  'the quotation marks of %s became letters of DOS: „äKulanzô“',
  (text) => {
    const marks: Readonly<Record<string, number>> = { '„': 0x84, '“': 0x93, '–': 0x96, '’': 0x92 };
    const raw = bytes(`Kunde;${text};Test 5`, marks);
    expect(inCodePage(raw, codePageOf(raw))).toContain(text);
  },
);
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
