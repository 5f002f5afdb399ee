import { textOf } from '../../../../adapters/lists/csv/text.ts';
import { inChunks } from '../../../support/lists.ts';

const TEXT = 'Straße;Größe;Müller;Ä€;Ayşe';
const WINDOWS = 'Straße;Größe;Müller;Ä€';
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const windows = (text: string): Buffer =>
  Buffer.from(text.replaceAll('€', '\u0080').replaceAll('„', '\u0084').replaceAll('“', '\u0093'), 'latin1');
const decode = async (bytes: Uint8Array, chunkSize?: number): Promise<{ encoding: string; text: string }> => {
  const source = textOf(inChunks(bytes, chunkSize));
  let text = '';
  for await (const block of source.blocks) text += block;
  return { encoding: source.encoding, text };
};

test.each<[string, Uint8Array, string, string]>([
  ['utf-8', Buffer.from(TEXT), 'utf-8', TEXT],
  ['utf-8 with BOM', Buffer.from(`\uFEFF${TEXT}`), 'utf-8-bom', TEXT],
  ['windows-1252', windows(WINDOWS), 'windows-1252', WINDOWS],
  ['plain ASCII', Buffer.from('a;b'), 'utf-8', 'a;b'],
  ['utf-16le', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'utf-16le', TEXT],
  ['utf-16be', utf16be(`\uFEFF${TEXT}`), 'utf-16be', TEXT],
  ['utf-16le without a BOM', Buffer.from(TEXT, 'utf16le'), 'utf-16le', TEXT],
  ['utf-16be without a BOM', utf16be(TEXT), 'utf-16be', TEXT],
])('%s is read with every umlaut, however the bytes arrive', async (_, bytes, encoding, text) => {
  for (let size = 1; size <= bytes.length; size++) expect(await decode(bytes, size)).toEqual({ encoding, text });
});

const ASCII = 'a;b\n'.repeat(200_000);
test('the first piece that is more than ASCII decides: one byte that is no UTF-8, far down, and the file is Windows-1252', async () => {
  const { encoding, text } = await decode(Buffer.concat([Buffer.from(ASCII), windows('ü;Grüße')]));
  expect([encoding, text.endsWith('ü;Grüße')]).toEqual(['windows-1252', true]);
});
test('a character may lie across the border of two pieces that have no line end', async () => {
  for (let shift = 0; shift < 5; shift++) {
    const text = `${'x'.repeat(65_530 + shift)}🙂ü€`;
    expect(await decode(Buffer.from(text), 1_000)).toEqual({ encoding: 'utf-8', text });
  }
});
test('a broken byte in a text that is UTF-8 is marked as lost, not read in another code page', async () => {
  expect(await decode(Buffer.concat([Buffer.from('Müller;Größe;'), Buffer.from([0xfc]), Buffer.from(';ß')]))).toEqual({
    encoding: 'utf-8',
    text: 'Müller;Größe;\uFFFD;ß',
  });
  expect(
    (await decode(Buffer.concat([Buffer.from(`Müller\n${ASCII}`), Buffer.from([0xfc])]))).text.endsWith('\uFFFD'),
  ).toBe(true);
  expect(await decode(Buffer.from('Müller').subarray(0, 2))).toEqual({ encoding: 'windows-1252', text: 'MÃ' });
});
test('a Windows-1252 text with a pair that looks like UTF-8 by chance stays Windows-1252', async () => {
  expect(await decode(windows('Das „Ä“;Müller;Größe'))).toEqual({
    encoding: 'windows-1252',
    text: 'Das „Ä“;Müller;Größe',
  });
});
