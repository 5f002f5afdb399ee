import { decode } from '../../../adapters/csv/decode.ts';

const TEXT = 'Straße;Größe;Müller;Ä€;Ayşe';
const WINDOWS = 'Straße;Größe;Müller;Ä€';
const utf16be = (text: string): Buffer => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]);

test.each<[string, Uint8Array, string, string]>([
  ['utf-8', Buffer.from(TEXT), 'utf-8', TEXT],
  ['utf-8 with BOM', Buffer.from(`\uFEFF${TEXT}`), 'utf-8-bom', TEXT],
  ['utf-16le', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'utf-16le', TEXT],
  ['utf-16be', utf16be(TEXT), 'utf-16be', TEXT],
  ['windows-1252', Buffer.from(WINDOWS.replace('€', '\u0080'), 'latin1'), 'windows-1252', WINDOWS],
  ['plain ASCII', Buffer.from('a;b'), 'utf-8', 'a;b'],
])('%s is read with every umlaut', (_, bytes, encoding, text) => { expect(decode(bytes)).toEqual({ encoding, text }); });

test('one byte that is no UTF-8 makes the whole file Windows-1252: no replacement character ever', () => {
  expect(decode(Buffer.concat([Buffer.from('a;b\n'.repeat(20_000)), Buffer.from([0xfc])])).text.endsWith('ü')).toBe(true);
});

test.each<[string, readonly number[]]>([['ZIP or Excel', [0x50, 0x4b, 3, 4]], ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]], ['gzip', [0x1f, 0x8b, 8]], ['old Excel', [0xd0, 0xcf, 0x11, 0xe0, 0]], ['PNG', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]]])('%s is no CSV', (_, bytes) => {
  expect(() => decode(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ name: 'Rejected', code: 'file.not-csv' }));
});
