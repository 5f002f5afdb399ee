import { Readable } from 'node:stream';
import { recordTooLong } from '../../../../adapters/lists/refusals.ts';
import { readPart } from '../../../../adapters/lists/xlsx/xml.ts';

const part = (...chunks: string[]): Readable => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
/** What a listener is told, one word after the other. */
const told = async (...chunks: string[]): Promise<string> => {
  let heard = '';
  await readPart(part(...chunks), {
    open: (name, attributes) => {
      heard += `<${name}${Object.values(attributes).join(' ')}>`;
    },
    text: (text) => {
      heard += text;
    },
    close: (name) => {
      heard += `</${name}>`;
    },
  });
  return heard;
};

test('names come without their namespace, texts and CDATA alike, however the bytes are cut', async () => {
  const xml = '<a xmlns:x="u"><x:b r="1">ü &amp; <![CDATA[<c>]]></x:b></a>';
  const expected = '<au><b1>ü & <c></b></a>';
  expect(await told(xml)).toBe(expected);
  const bytes = Buffer.from(xml);
  for (let cut = 1; cut < bytes.length; cut += 1) {
    let heard = '';
    await readPart(Readable.from([bytes.subarray(0, cut), bytes.subarray(cut)]), {
      text: (text) => {
        heard += text;
      },
    });
    expect(heard).toBe('ü & <c>');
  }
});
test('a part that is not there is read to its end', async () => {
  await expect(readPart(undefined, {})).resolves.toBeUndefined();
});
test.each([
  ['broken', '<a><b></a>'],
  ['cut off', '<a><b>'],
  ['with an entity of its own', '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'],
])('a part that is %s refuses the file', async (_, xml) => {
  await expect(told(xml)).rejects.toMatchObject({ code: 'file.not-csv' });
});
test('half a megabyte between two tags is no cell: reading ends', async () => {
  await expect(told('<a>', ...Array.from({ length: 60 }, () => 'x'.repeat(10_000)), '</a>')).rejects.toMatchObject({
    code: 'file.not-csv',
  });
});
test('what a listener refuses is told as it is; any other fault of it is a damaged file', async () => {
  const refusing = (error: Error) =>
    readPart(part('<a/>'), {
      open: () => {
        throw error;
      },
    });
  await expect(refusing(recordTooLong(7))).rejects.toMatchObject({ code: 'file.record-too-long' });
  await expect(refusing(new TypeError('x'))).rejects.toMatchObject({ code: 'file.not-csv' });
});
