import { workbook, zip } from '../../../../tools/corpus/workbook-writer.ts';
import { readWhole } from '../../../support/lists.ts';
import { HEADER, row, one } from './a-workbook.ts';

const refusal = (code: string, words = '') =>
  expect.objectContaining({ name: 'Rejected', code, message: expect.stringContaining(words) });

const bomb = (size: number, claimedSize?: number): Buffer =>
  workbook([{ name: 'A', rows: [HEADER] }], {
    more: [
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(size, ' '), ...(claimedSize ? { claimedSize } : {}) },
    ],
  });

test.each<[string, Buffer, string, string]>([
  [
    'without our header',
    workbook([{ name: 'A', rows: [['Kundennummer', 'Betrag']] }]),
    'file.header-missing',
    'Rechnungsnummer, Rechnungsdatum',
  ],
  [
    'without our header on any sheet',
    workbook([
      { name: 'Erstes', rows: [['x']] },
      { name: 'Zweites', rows: [['y']] },
    ]),
    'file.header-missing',
    '„Erstes“, „Zweites“',
  ],
  [
    'with a doubled column',
    workbook([{ name: 'A', rows: [[...HEADER, 'KdNr'], row(1)] }]),
    'file.duplicate-column',
    '„KdNr“',
  ],
  ['with nothing but a header', one(), 'file.no-rows', 'nur die Kopfzeile'],
  ['empty', workbook([{ name: 'A', rows: [] }]), 'file.empty', 'leer'],
  [
    'with more than 200 columns',
    workbook([{ name: 'A', rows: [[...HEADER, ...Array.from({ length: 200 }, (_, i) => `Spalte ${i}`)], row(1)] }]),
    'file.too-many-columns',
    '200',
  ],
  ['with a row that is too long', one(row(1, 'x'.repeat(70_000))), 'file.record-too-long', 'Zeile 2'],
  ['cut off', one(row(1)).subarray(0, 900), 'file.not-csv', 'beschädigt'],
  [
    'without its sheet',
    workbook([{ name: 'A', rows: [HEADER] }], { without: ['xl/worksheets/sheet1.xml'] }),
    'file.not-csv',
    'beschädigt',
  ],
  [
    'with broken XML',
    workbook([{ name: 'A', rows: [] }], {
      more: [{ name: 'xl/worksheets/sheet1.xml', content: '<worksheet><sheetData><row>' }],
    }),
    'file.not-csv',
    'beschädigt',
  ],
  [
    'an entity bomb',
    workbook([{ name: 'A', rows: [] }], {
      more: [
        {
          name: 'xl/sharedStrings.xml',
          content: '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><sst><si><t>&c;</t></si></sst>',
        },
      ],
    }),
    'file.not-csv',
    'beschädigt',
  ],
  ['some other ZIP', zip([{ name: 'a.txt', content: 'a' }]), 'file.not-csv', 'ZIP-Archiv'],
  ['a binary workbook', zip([{ name: 'xl/workbook.bin', content: 'a' }]), 'file.not-csv', '.xlsb'],
  ['an OpenDocument', zip([{ name: 'content.xml', content: 'a' }]), 'file.not-csv', 'OpenDocument'],
  ['a bomb', bomb(50_000_000), 'file.zip-bomb', 'gepackt'],
  ['a bomb that claims to be small', bomb(50_000_000, 2_000), 'file.not-csv', 'beschädigt'],
  [
    'a bomb of many parts',
    zip(Array.from({ length: 1_002 }, (_, i) => ({ name: `${i}`, content: '' }))),
    'file.zip-bomb',
    'gepackt',
  ],
  [
    'inflated beyond measure',
    zip([
      { name: 'xl/workbook.xml', content: 'x'.repeat(900), claimedSize: 900_000 },
      ...Array.from({ length: 300 }, (_, i) => ({ name: `xl/media/${i}`, content: 'x', claimedSize: 999_999 })),
    ]),
    'file.too-large',
    '200 MB',
  ],
])('a workbook that is %s is refused as a whole, in German', async (_, bytes, code, words) => {
  await expect(readWhole(bytes)).rejects.toEqual(refusal(code, words));
});
