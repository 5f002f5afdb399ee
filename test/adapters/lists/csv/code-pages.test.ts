import { codePageOf, inCodePage } from '../../../../adapters/lists/csv/code-pages.ts';
import { readWhole } from '../../../support/lists.ts';
import { bytes } from './in-bytes.ts';

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

test.each(['„Kulanz“', '„A“;„B“;„C“', '“„', 'a –– b', 'Peter’s „Eck“'])(
  'the quotation marks of %s became letters of DOS: „äKulanzô“',
  (text) => {
    const marks: Readonly<Record<string, number>> = { '„': 0x84, '“': 0x93, '–': 0x96, '’': 0x92 };
    const raw = bytes(`Kunde;${text};Test 5`, marks);
    expect(inCodePage(raw, codePageOf(raw))).toContain(text);
  },
);
