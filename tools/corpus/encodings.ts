import { encode } from './csv-writer.ts';
import { csv, HEAD, HEADER, line, lines, rowOf, type Case } from './case.ts';

const ASCII = 'Kundennummer;Rechnungsnummer;Rechnungsdatum;Betrag;Name;Bemerkung';
const plain = (n: number, remark: string): string => `K-${n};RE-${n};05.01.2026;1,00;Max Entwurf;${remark}`;
const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const LATE = Array.from({ length: 1_600 }, (_, i) => plain(i, 'nur ASCII')).join('\r\n');
/** A character lies across the border of two 64 KiB pieces, `shift` bytes before it; no line end helps. */
const border = (name: string, char: string, shift: number): Case => {
  const start = `${ASCII}\r\n`;
  const filler = 'x'.repeat(65_536 * 2 - Buffer.byteLength(start) - 60_000 - shift);
  const first = plain(1, filler.slice(0, 60_000));
  const second = plain(2, '');
  const before = `${start}${first}\r\n${second}`;
  const remark = `${'x'.repeat(65_536 - shift - (Buffer.byteLength(before) % 65_536))}${char}`;
  return csv(
    `encoding/border-${name}-${shift}`,
    `${name} ${shift} bytes before the end of 64 KiB`,
    `${before}${remark}\r\n${plain(3, '')}\r\n`,
    { rows: 3 },
  );
};
const cp850 = [0x84, 0x94, 0x81, 0xe1, 0x8e, 0x99, 0x9a];
const macRoman = [0x8a, 0x9a, 0x9f, 0xa7, 0x80, 0x85, 0x86];

export const encodings: readonly Case[] = [
  ...[1, 2, 3].map((shift) => border('emoji', '🙂', shift)),
  border('umlaut', 'ü', 1),
  csv(
    'encoding/late-windows-1252',
    'ASCII for more than 64 KB, then an umlaut in Windows-1252',
    bytes(`${ASCII}\r\n${LATE}\r\n`, encode(plain(2, 'Grüße'), 'windows-1252').toJSON().data),
    { encoding: 'windows-1252', rows: 1_601 },
  ),
  csv(
    'encoding/late-utf-8',
    'ASCII for more than 64 KB, then an umlaut in UTF-8',
    `${ASCII}\r\n${LATE}\r\n${plain(2, 'Grüße')}`,
    { rows: 1_601 },
  ),
  csv(
    'encoding/broken-utf-8',
    'one broken byte in a UTF-8 file is U+FFFD in its cell, the rest is right',
    bytes(lines(HEAD, line(1, 'Grüße')), `${line(2)}M`, [0xfc], 'ller\r\n'),
    { cells: { remark: 'Grüße', city: 'Köln' } },
  ),
  csv(
    'encoding/broken-utf-8-with-bom',
    'the same after a byte order mark',
    bytes([0xef, 0xbb, 0xbf], `${HEAD}\r\n${line(1)}M`, [0xfc], 'ller\r\n'),
    { encoding: 'utf-8-bom', rows: 1, cells: { remark: 'M\uFFFDller' } },
  ),
  csv(
    'encoding/cut-utf-8',
    'the file ends in the middle of a character',
    bytes(`${HEAD}\r\n${line(1, 'Straße')}\r\n${line(2)}`, [0xc3]),
    {},
  ),
  csv(
    'encoding/windows-1252-by-chance',
    'a pair that looks like UTF-8 („Ä“) in a Windows-1252 file',
    encode(lines(HEAD, line(1, '„Ä“'), line(2)), 'windows-1252'),
    { encoding: 'windows-1252', cells: { remark: '„Ä“', name: 'Jürgen Müsterlich' } },
  ),
  csv(
    'encoding/windows-1252-signs',
    'euro sign, dashes and quotation marks of Windows-1252',
    encode(lines(HEAD, line(1, '€ – — „“ ‚‘ … ™ Œž'), line(2)), 'windows-1252'),
    { encoding: 'windows-1252', cells: { remark: '€ – — „“ ‚‘ … ™ Œž' } },
  ),
  csv(
    'encoding/windows-1252-all',
    'every sign of Windows-1252 from 0x80 on, each by itself: no code page fits better',
    bytes(
      `${ASCII}\r\n${plain(1, '')}`,
      Array.from({ length: 128 }, (_, i) => 0x80 + i)
        .filter((byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte))
        .flatMap((byte) => [byte, 0x20]),
      '\r\n',
    ),
    { encoding: 'windows-1252', rows: 1 },
  ),
  csv(
    'encoding/one-umlaut-1252',
    'the only umlaut of the file, in Windows-1252',
    encode(lines(ASCII, plain(1, 'ü')), 'windows-1252'),
    { encoding: 'windows-1252', rows: 1, cells: { remark: 'ü' } },
  ),
  csv('encoding/dos', 'umlauts of DOS (CP850)', bytes(`${ASCII}\r\n${plain(1, '')}`, cp850, '\r\n'), {
    encoding: 'cp850',
    rows: 1,
    cells: { remark: 'äöüßÄÖÜ' },
  }),
  csv('encoding/mac', 'umlauts of the old Mac (Mac Roman)', bytes(`${ASCII}\r\n${plain(1, '')}`, macRoman, '\r\n'), {
    encoding: 'macintosh',
    rows: 1,
    cells: { remark: 'äöüßÄÖÜ' },
  }),
  csv(
    'encoding/utf-8-twice',
    'UTF-8 taken for Windows-1252 and saved as UTF-8 once more',
    lines(ASCII, plain(1, 'MÃ¼ller GroÃŸ')),
    { rows: 1, cells: { remark: 'MÃ¼ller GroÃŸ' } },
  ),
  csv('encoding/replacement', 'U+FFFD in the file itself', lines(ASCII, plain(1, 'M\uFFFDller')), {
    rows: 1,
    cells: { remark: 'M\uFFFDller' },
  }),
  csv('encoding/question-marks', 'umlauts lost as question marks', lines(ASCII, plain(1, 'M?ller')), {
    rows: 1,
    cells: { remark: 'M?ller' },
  }),
  csv('encoding/html-entities', 'umlauts as HTML entities', lines(ASCII, plain(1, 'M&uuml').replace(/$/, 'ller')), {
    rows: 1,
    cells: { remark: 'M&uumlller' },
  }),
  csv(
    'encoding/surrogate-half',
    'half a surrogate pair in UTF-16',
    encode(lines(HEAD, line(1, '\uD83D'), line(2)), 'utf-16le'),
    { encoding: 'utf-16le', cells: { remark: '\uFFFD' } },
  ),
  csv(
    'encoding/odd-utf-16',
    'UTF-16 with a byte missing at the end',
    encode(`${lines(HEAD, line(1), line(2, 'ab'))}`, 'utf-16le').subarray(0, -5),
    { encoding: 'utf-16le' },
  ),
  csv(
    'encoding/utf-16-line-feed-like',
    'U+0A0D and U+0D0A are letters, not line ends, in UTF-16',
    encode(lines(HEAD, line(1, '\u0a0d\u0d0a\u0a0a'), line(2)), 'utf-16le'),
    { encoding: 'utf-16le', cells: { remark: '\u0a0d\u0d0a\u0a0a' } },
  ),
  csv(
    'encoding/overlong',
    'an overlong NUL (C0 80) is no UTF-8',
    bytes(lines(HEAD, line(1, 'ß')), `${line(2)}`, [0xc0, 0x80], '\r\n'),
    {},
  ),
  csv('encoding/ascii', 'pure ASCII counts as UTF-8', lines(ASCII, plain(1, 'Strasse')), { rows: 1 }),
  csv(
    'encoding/utf-8-bom-ascii',
    'pure ASCII with a byte order mark',
    encode(lines(ASCII, plain(1, '')), 'utf-8-bom'),
    { encoding: 'utf-8-bom', rows: 1 },
  ),
  csv(
    'encoding/utf-32',
    'UTF-32 is not taken',
    bytes(
      [0xff, 0xfe, 0, 0],
      Buffer.from([...lines(HEAD, line(1))].flatMap((char) => [char.charCodeAt(0) & 0xff, 0, 0, 0])).toJSON().data,
    ),
    { refused: 'file.not-csv' },
  ),
  csv(
    'encoding/ebcdic',
    "a mainframe's EBCDIC has no header we could read",
    bytes([0xd2, 0xa4, 0x95, 0x84, 0x85, 0x95, 0x95, 0xa4, 0x94, 0x94, 0x85, 0x99, 0x5e, 0x15]),
    { refused: 'file.header-missing' },
  ),
  csv(
    'encoding/umlaut-in-header-only',
    'the only umlaut stands in the header, Windows-1252',
    encode(lines([...HEADER.slice(0, 6)].join(';'), rowOf(3).slice(0, 6).join(';').replace('ß', 'ss')), 'windows-1252'),
    { encoding: 'windows-1252', rows: 1, cells: { street: 'Beispielallee 12' } },
  ),
];
