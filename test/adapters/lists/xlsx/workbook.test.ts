import { workbook, zip, type Cell } from '../../../../tools/corpus/workbook-writer.ts';
import { readWhole } from '../../../support/lists.ts';

const HEADER = ['Kundennummer', 'Rechnungsnummer', 'Rechnungsdatum', 'Betrag', 'Name', 'PLZ', 'Bemerkung'];
const DATE = { number: 46_112, style: 1 };
const row = (n: number, ...more: Cell[]): Cell[] => [`K-${n}`, `RE-${n}`, DATE, 129.9, `Probe ${n}`, 1067, ...more];
const one = (...rows: Cell[][]): Buffer => workbook([{ name: 'Tabelle1', rows: [HEADER, ...rows] }]);
const refusal = (code: string, words = '') =>
  expect.objectContaining({ name: 'Rejected', code, message: expect.stringContaining(words) });

test('a workbook is a list like any other: dates, amounts and postal codes as a German would write them, the rest as it stands', async () => {
  const list = await readWhole(one(row(1, ' Ware; "neu"\nnachgeliefert '), [], row(2)));
  expect(list).toMatchObject({
    encoding: 'xlsx',
    delimiter: null,
    headerText: HEADER.join(';'),
    headings: { amount: 'Betrag' },
  });
  expect(list.rows).toMatchObject([
    {
      row: 1,
      line: 2,
      text: 'K-1;RE-1;31.03.2026;129,90;Probe 1;01067;" Ware; ""neu""\nnachgeliefert "',
      cells: {
        customerNumber: 'K-1',
        invoiceDate: '31.03.2026',
        amount: '129,90',
        postalCode: '01067',
        remark: ' Ware; "neu"\nnachgeliefert ',
      },
    },
    { row: 2, line: 4, cells: { name: 'Probe 2', remark: '' } },
  ]);
});

const amount = async (cell: Cell): Promise<string | undefined> =>
  (await readWhole(one(['K', 'R', DATE, cell]))).rows[0]?.cells.amount;
test.each<[Cell, string]>([
  [129.9, '129,90'],
  [129.90000000000001, '129,90'],
  [1500, '1500'],
  [0.1 + 0.2, '0,30'],
  [-5, '-5'],
  [0, '0'],
  [0.0000001, '0,0000001'],
  [1234567.89, '1234567,89'],
  [129.905, '129,905'],
  ['1.234,56', '1.234,56'],
  [1e15, '1000000000000000'],
  [{ number: 12.5, style: 2 }, '12,50'],
  [{ xml: '<c t="str"><f>A1&amp;B1</f><v>12,50</v></c>' }, '12,50'],
  [{ xml: '<c><f>SUM(A1:A2)</f><v>12.5</v></c>' }, '12,50'],
  [{ xml: '<c t="inlineStr"><is><t>1</t><r><t>2</t></r><rPh><t>x</t></rPh></is></c>' }, '12'],
  [true, 'WAHR'],
  [false, 'FALSCH'],
  [{ number: 44_927, style: 1 }, '01.01.2023'],
  [{ number: 44_927.75, style: 4 }, '01.01.2023'],
  [{ number: 0.5, style: 5 }, '12:00'],
  [{ number: 7, style: 3 }, '7,00'],
  [{ xml: '<c t="d"><v>2026-03-31T00:00:00Z</v></c>' }, '31.03.2026'],
  [{ number: 59, style: 1 }, '28.02.1900'],
  [{ number: 61, style: 1 }, '01.03.1900'],
  ['a_x000D_b', 'a\rb'],
  ['Ä & <ö>', 'Ä & <ö>'],
])('%j is read as %j', async (cell, text) => {
  expect(await amount(cell)).toBe(text);
});
test('a number is seen with its format: „RE-00017“ lost its „RE-“', async () => {
  const formats = ['"RE-"00000', '"K "0', '0%', '0'];
  const numbered: Cell[] = [{ number: 1, style: 7 }, { number: 17, style: 6 }, DATE, 129.9, 'Probe 1', 1067];
  const { rows } = await readWhole(workbook([{ name: 'A', rows: [HEADER, numbered] }], { formats }));
  expect(rows[0]?.cells).toMatchObject({ customerNumber: 'K 1', invoiceNumber: 'RE-00017', postalCode: '01067' });
});
test('two numbers of sixteen digits became one customer; the row names the reason', async () => {
  const of = (customer: Cell, invoice: Cell): Cell[] => [customer, invoice, DATE, 10.5];
  const rows = [of(1234567890123456, 'RE-1'), of(1234567890123457, 'RE-2'), of('K', { number: 2 ** 60, style: 6 })];
  const many = [...rows, of(123456789012345, 'RE-4'), of('1234567890123456', 'RE-5')];
  const read = await readWhole(workbook([{ name: 'A', rows: [HEADER, ...many] }], { formats: ['0'] }));
  const cut = 'eine Zahl mit mehr als fünfzehn Ziffern, von denen Excel nur fünfzehn behält';
  expect(read.rows.map(({ fault }) => fault?.split(';')[0])).toEqual([
    `In Zelle A2 steht ${cut}`,
    `In Zelle A3 steht ${cut}`,
    `In Zelle B4 steht ${cut}`,
    undefined,
    undefined,
  ]);
  expect(read.rows.slice(3).map(({ cells }) => cells.customerNumber)).toEqual(['123456789012345', '1234567890123456']);
});
test('12 % is no amount of 0,12 €; what a format rounds away is named', async () => {
  const formats = ['0%', '0'];
  const of = (cell: Cell): Cell[] => ['K-1', 'RE-1', DATE, cell];
  const { rows } = await readWhole(
    workbook([{ name: 'A', rows: [HEADER, of({ number: 0.12, style: 6 }), of({ number: 129.9, style: 7 })] }], {
      formats,
    }),
  );
  expect(rows).toMatchObject([
    { cells: { amount: '12%' } },
    { fault: 'In Zelle D3 steht gerundet 130, gespeichert ist aber 129,90.', isSheet: true },
  ]);
});

describe('merged cells', () => {
  const read = async (merges: readonly string[], ...rows: Cell[][]) =>
    (await readWhole(workbook([{ name: 'A', rows: [HEADER, ...rows], merges }]))).rows;
  test('from top to bottom belong to each of their rows: „Kundennummer fehlt“ was wrong', async () => {
    const rows = await read(['A2:A4', 'E2:E4', 'F2:F4'], row(1), [null, 'RE-2', DATE, 40], [null, 'RE-3', DATE, 50]);
    expect(rows.map(({ cells }) => [cells.customerNumber, cells.name, cells.postalCode, cells.amount])).toEqual([
      ['K-1', 'Probe 1', '01067', '129,90'],
      ['K-1', 'Probe 1', '01067', '40'],
      ['K-1', 'Probe 1', '01067', '50'],
    ]);
  });
  test('with one amount for two invoices refuse both by name, instead of demanding it twice', async () => {
    const rows = await read(['D2:D3'], row(1), ['K-1', 'RE-2', DATE, null]);
    const fault = 'Die Zellen D2:D3 sind verbunden; was davon zu welcher Zeile gehört, ist nicht zu sehen.';
    expect(rows).toMatchObject([{ fault }, { fault }]);
  });
  test('across two columns of ours refuse the row by name', async () => {
    expect((await read(['A2:B2'], row(1)))[0]?.fault).toBe(
      'Die Zellen A2:B2 sind verbunden; was davon zu welcher Spalte gehört, ist nicht zu sehen.',
    );
  });
  test('make no row of one that has nothing of its own', async () => {
    const merges = ['A', 'B', 'C', 'D', 'E', 'F'].map((column) => `${column}2:${column}3`);
    expect(await read(merges, row(1), [null, null, null, null, null, null, ''])).toHaveLength(1);
  });
});
test('a row nobody sees is refused by name: a filter hides what was paid', async () => {
  const { rows } = await readWhole(workbook([{ name: 'A', rows: [HEADER, row(1), row(2)], hiddenRows: [3] }]));
  expect(rows).toMatchObject([{ row: 1 }, { fault: 'Die Zeile 3 ist in der Tabelle ausgeblendet.', isSheet: true }]);
});

test('dates of a workbook that counts from 1904', async () => {
  expect(
    (await readWhole(workbook([{ name: 'A', rows: [HEADER, row(1)] }], { from1904: true }))).rows[0]?.cells.invoiceDate,
  ).toBe('01.04.2030');
});

test.each<[string, Cell, string]>([
  ['an error', { xml: '<c t="e"><v>#REF!</v></c>' }, 'In Zelle D2 steht der Excel-Fehler #REF!.'],
  [
    'a formula nobody has calculated',
    { xml: '<c><f>SUM(A1:A2)</f></c>' },
    'In Zelle D2 steht eine Formel, die noch nicht berechnet wurde.',
  ],
])('%s in a cell is a fault of its row', async (_, cell, fault) => {
  expect((await readWhole(one(['K', 'R', DATE, cell], row(2)))).rows).toMatchObject([{ fault }, { row: 2, line: 3 }]);
});
test('an error in a column that is not ours is not', async () => {
  expect((await readWhole(one(row(1, '', { xml: '<c t="e"><v>#N/A</v></c>' })))).rows[0]).not.toHaveProperty('fault');
});

test('the first visible sheet with our header counts; a title may stand above it', async () => {
  const rows = [['Offene Posten'], [], HEADER, row(1)];
  const list = await readWhole(
    workbook([
      { name: 'Deckblatt', rows: [['Guten Tag']] },
      { name: 'Alt', state: 'hidden', rows: [HEADER, row(9)] },
      { name: 'Liste', rows },
      { name: 'Zweite', rows: [HEADER, row(8)] },
    ]),
  );
  expect(list.rows).toMatchObject([
    { line: 4, cells: { name: 'Probe 1' }, notes: [{ code: 'file.lines-above-header' }] },
  ]);
});
test('what stands to the right of the table does not count', async () => {
  expect((await readWhole(one(row(1, null, null, null, 'Summe', 3)))).rows[0]).toMatchObject({
    cells: { name: 'Probe 1' },
    text: 'K-1;RE-1;31.03.2026;129,90;Probe 1;01067;',
  });
});

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

test('however the bytes arrive, the rows are the same; a thousand of them come in batches', async () => {
  const bytes = one(...Array.from({ length: 3_000 }, (_, i) => row(i)));
  const whole = await readWhole(bytes);
  expect(whole.rows).toHaveLength(3_000);
  expect(await readWhole(bytes, 1_000)).toEqual(whole);
});
