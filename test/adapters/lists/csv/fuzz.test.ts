import fc from 'fast-check';
import { fileCheck, type Verdict } from '../../../../domain/intake/check-file.ts';
import { formatDay } from '../../../../domain/calendar.ts';
import { COLUMNS, COLUMN_NAMES, type ColumnName } from '../../../../domain/intake/columns.ts';
import type { Cells } from '../../../../domain/intake/reading.ts';
import { creditor, GOOD, TODAY } from '../../../domain/intake/rows.ts';
import { writeCsv } from '../../../../tools/corpus/csv-writer.ts';
import { readWhole } from '../../../support/lists.ts';
import { workbook, type Cell } from '../../../../tools/corpus/workbook-writer.ts';

/** The mutation test asks a thousand times over: a tenth will do there. */
const RUNS = process.env['STRYKER_MUTATOR_WORKER'] === undefined ? 1_500 : 150;

const ODD = [
  '15.01.1026',
  '15.01.1900',
  '31.12.2099',
  '31.12.9999',
  '00.00.0000',
  '0000-00-00',
  '0001-01-01',
  '32.01.',
  '2026-01-15T00:00:00Z',
  '2026-01-14T23:00:00+00:00',
  '１５.０１.２０２６',
  '46037',
  '-1',
  '1e308',
  '1,23E+11',
  '999999999999999999999',
  '50 60',
  '12 9,90',
  '10 237,65',
  '50,00-',
  '12 %',
  'WAHR',
  '="00123"',
  '=1+1',
  'M?ller',
  'MÃ¼ller',
  '\uFFFD',
  '\ud800',
  '\u202e0151',
  '__proto__',
  '{Wert}',
  '$&',
];
/** Text of many kinds: numbers and dates as people write them, anything of Unicode, far too long. */
const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ODD) },
  {
    weight: 4,
    arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789.,- /:€%+()\u00a0\u2212SH'), maxLength: 14 }),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(40), fc.nat(14), fc.nat(12_000), fc.constantFrom('.', '. ', '-', '/'))
      .map(([d, m, y, dot]) => (dot === '-' ? `${y}-${m}-${d}` : `${d}${dot}${m}${dot}${y}`)),
  },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 190, maxLength: 700 }) },
);

/** The amount that the digits of a text say, whatever groups and signs it has: what a person reads. */
const digitsSaid = (cell: string): bigint => {
  const decimals = /,(\d{1,2})\D*$/.exec(cell)?.[1]?.length ?? 0;
  return BigInt(cell.replace(/\D/g, '') || '0') * 10n ** BigInt(2 - decimals);
};
const numbersIn = (cell: string): number[] => (cell.match(/\d+/g) ?? []).map(Number);

const isJudged = ({ outcome, issues }: Verdict): void => {
  const refusing = issues.filter((i) => i.severity === 'error' || i.severity === 'conflict');
  expect(refusing.length > 0).toBe(outcome === 'rejected');
  for (const { message, mend } of issues) {
    expect(message).toMatch(/^[^\n\r\0]*\p{L}[^\n\r\0]*\.$/u);
    expect(mend).toMatch(/\p{L}/u);
    // What is quoted is what stands in the list: `NaN` may stand there.
    const ours = `${message} ${mend}`.replace(/„.*“/gsu, '„…“');
    expect(ours).not.toMatch(/Das ging schief|Invalid|undefined|NaN|\[object/);
  }
};
/** What was taken is what stands there. */
const isTrue = (verdict: Verdict, cells: Cells): void => {
  if (verdict.outcome !== 'good') return;
  const { claim, debtor } = verdict;
  if (cells.amount !== undefined && cells.amount !== GOOD.amount)
    expect([cells.amount, BigInt(claim.principal)]).toEqual([cells.amount, digitsSaid(cells.amount)]);
  if (cells.invoiceDate !== undefined && cells.invoiceDate !== GOOD.invoiceDate) {
    const [year = 0, month = 0, day = 0] = claim.invoiceDate.split('-').map(Number);
    const said = numbersIn(cells.invoiceDate).slice(0, 3);
    expect([
      [day, month, year],
      [year, month, day],
    ]).toContainEqual(said);
  }
  expect(debtor.name).not.toMatch(/[\p{Cc}\p{Cf}\uFFFD]/u);
  expect(claim.invoiceNumber).toBe(claim.invoiceNumber.normalize('NFC').trim());
};

/** Anything but a refusal of the whole file, said by us, is a fault of ours. */
const verdictsOf = async (bytes: Uint8Array): Promise<readonly Verdict[]> => {
  try {
    const { rows } = await readWhole(bytes);
    const { check } = fileCheck(creditor(), TODAY, { rows: rows.length });
    return rows.map(check);
  } catch (error) {
    expect(error).toMatchObject({ name: 'Rejected', code: expect.stringMatching(/^file\./) });
    return [];
  }
};
const HEADINGS: readonly ColumnName[] = [...new Set([...(Object.keys(GOOD) as ColumnName[]), ...COLUMN_NAMES])];
const rowOf = (cells: Cells): string[] => HEADINGS.map((name) => cells[name] ?? '');
const LABELS = HEADINGS.map((name) => COLUMNS[name].label);

test('a list of odd cells ended in „Das ging schief“: every cell of every column gets its verdict, in German, and nothing is taken for what it is not', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...COLUMN_NAMES), text), { minLength: 1, maxLength: 8 }),
      async (changes) => {
        const rows = changes.map(([name, cell], i): Cells => ({ ...GOOD, invoiceNumber: `RE-${i}`, [name]: cell }));
        const bytes = writeCsv([LABELS, ...rows.map(rowOf)], {
          encoding: 'utf-8',
          delimiter: ';',
          eol: '\r\n',
          quoting: 'always',
        });
        const verdicts = await verdictsOf(bytes);
        for (const verdict of verdicts) {
          isJudged(verdict);
          const [name, cell] = changes[verdict.row - 1] ?? ['remark', ''];
          // Full-width digits are digits to whoever reads them.
          if (verdicts.length === rows.length) isTrue(verdict, { [name]: cell.toWellFormed().normalize('NFKC') });
        }
      },
    ),
    { numRuns: RUNS / 3 },
  );
});

const FORMATS = [
  '"RE-"00000',
  '0%',
  '#,##0.00',
  '0',
  '0,',
  'dd.mm.yyyy',
  'mmm yy',
  'hh:mm',
  ';;;',
  '# ?/?',
  '0.00E+00',
  '[<5]"x"0;@',
  '0000-0000',
  '"',
  '[',
  '\\',
];
const xml = (raw: string): string =>
  raw.toWellFormed().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const sheetCell: fc.Arbitrary<Cell> = fc.oneof(
  text,
  fc.double({ noNaN: true }).map((number) => ({ number, style: 0 })),
  fc.boolean(),
  fc
    .tuple(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -10, max: 3_000_000 })), fc.nat(5 + FORMATS.length))
    .map(([number, style]) => ({ number, style })),
  fc
    .tuple(fc.constantFrom('n', 's', 'b', 'e', 'd', 'str', 'zzz'), text, fc.nat(40))
    .map(([kind, raw, style]) => ({ xml: `<c t="${kind}" s="${style}"><v>${xml(raw)}</v></c>` })),
  fc.constant({ xml: '<c><f>1+1</f></c>' }),
);
test('the same of a workbook, whatever the kind and the format of its cells', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(HEADINGS.length - 1), sheetCell), { minLength: 1, maxLength: 6 }),
      async (changes) => {
        const rows = changes.map(([at, cell], i) =>
          rowOf({ ...GOOD, invoiceNumber: `RE-${i}` }).map((own, column): Cell => (column === at ? cell : own)),
        );
        const bytes = workbook([{ name: 'Liste', rows: [LABELS, ...rows] }], { formats: FORMATS });
        for (const verdict of await verdictsOf(bytes)) isJudged(verdict);
      },
    ),
    { numRuns: RUNS / 5 },
  );
});

test('amounts and dates that people write come through as they are read', async () => {
  const amount = fc.integer({ min: 1, max: 999_999_999 });
  const written = fc.tuple(amount, fc.constantFrom('', '.', ' ', '\u00a0', '\u202f', "'")).map(([cents, group]) => {
    const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, group);
    return { cents, cell: `${whole},${String(cents % 100).padStart(2, '0')}` };
  });
  const days = fc
    .integer({ min: 0, max: 3_600 })
    .map((n) => new Date(Date.UTC(2016, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
  await fc.assert(
    fc.asyncProperty(written, days, async ({ cents, cell }, iso) => {
      const row = rowOf({ ...GOOD, amount: cell, invoiceDate: iso.split('-').reverse().join('.'), dueDate: '' });
      const bytes = writeCsv([LABELS, row], { encoding: 'utf-8', delimiter: ';', eol: '\n', quoting: 'needed' });
      const [verdict] = await verdictsOf(bytes);
      expect(verdict).toMatchObject({ outcome: 'good', claim: { principal: cents, invoiceDate: iso } });
      if (verdict?.outcome === 'good')
        expect(formatDay(verdict.claim.invoiceDate)).toBe(iso.split('-').reverse().join('.'));
    }),
    { numRuns: 200 },
  );
});
