import fc from 'fast-check';
import { checkRow } from '../../../domain/intake/check-row.ts';
import { fileCheck } from '../../../domain/intake/check-file.ts';
import { COLUMNS, COLUMN_NAMES, decides, type ColumnName } from '../../../domain/intake/columns.ts';
import { EXAMPLES } from '../../../domain/intake/examples.ts';
import { ISSUE_CODES, isIssueCode } from '../../../domain/intake/issue-codes.ts';
import { isFarFuture, type Cells } from '../../../domain/intake/reading.ts';
import { Claim, invoiceIdentity } from '../../../domain/akte/claim.ts';
import { dateIn, isDayFault } from '../../../domain/parse.ts';
import { Debtor } from '../../../domain/parties/parties.ts';
import { STATES } from '../../../domain/intake/words.ts';
import { creditor, GOOD, TODAY } from './rows.ts';

const examplesOf = (name: ColumnName): string[] => [
  COLUMNS[name].example,
  ...Object.values(EXAMPLES)
    .flat()
    .flatMap((row) => row[name] ?? []),
];
const ODD = [
  '',
  ' ',
  '-',
  '0',
  '\0',
  '\uFFFD',
  'MÃ¼ller',
  '=1+1',
  "'=1+1",
  'x'.repeat(600),
  '<b>',
  '{Spalte}',
  '$&',
  '__proto__',
  'constructor',
  '1.234',
  '31.02.2026',
  '2026-13-01',
  '99.99.9999',
  '-0,00',
  '+49',
  '٣',
  '\ud800',
  'a@b',
  '😀',
];
const cell = (name: ColumnName) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...examplesOf(name)) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.string() },
  );
const anyCells: fc.Arbitrary<Cells> = fc.record(Object.fromEntries(COLUMN_NAMES.map((name) => [name, cell(name)])), {
  requiredKeys: [],
});
const terms = fc.constantFrom(
  creditor(),
  creditor({
    contractSubject: undefined,
    contractDateIsInvoiceDate: false,
    priorDunning: 'mahnung',
    paymentTermDays: 0,
  }),
);

test('no row of any kind throws; what is accepted is what the store takes', () => {
  fc.assert(
    fc.property(anyCells, terms, (cells, of) => {
      const check = checkRow(cells, of, TODAY);
      if (!check.ok) {
        expect(check.issues.some((i) => i.severity === 'error')).toBe(true);
        return;
      }
      expect(check.issues.filter((i) => i.severity === 'error')).toEqual([]);
      Debtor.parse(check.debtor);
      Claim.parse({ ...check.claim, id: 'F1', matter: 'M1' });
    }),
    { numRuns: 1000 },
  );
});

test('an optional value that cannot be read never refuses the row', () => {
  const names = COLUMN_NAMES.filter((name) => !decides(name) && name !== 'lastName');
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'binary' })),
      (name, text) => {
        // A due date that can be read may contradict the invoice; a flag that says yes is meant.
        fc.pre(name !== 'dueDate' || (isDayFault(dateIn(text.trim())) && !isFarFuture(text)));
        // A state of dunning may say that it is forbidden.
        fc.pre(name !== 'priorDunning' || STATES.get(text.toLowerCase()) === undefined);
        const { ok, issues } = checkRow({ ...GOOD, [name]: text }, creditor(), TODAY);
        expect([name, ok, issues.filter((i) => i.severity === 'error')]).toEqual([name, true, []]);
      },
    ),
    { numRuns: 1000 },
  );
});

test('every issue is in the table, has the severity that stands there, and says its sentences without a gap', () => {
  fc.assert(
    fc.property(anyCells, terms, (cells, of) => {
      for (const issue of checkRow(cells, of, TODAY).issues) {
        if (!isIssueCode(issue.code)) throw new Error(issue.code);
        const { severity, message } = ISSUE_CODES[issue.code];
        const byColumn = issue.column && decides(issue.column) ? 'error' : 'warning';
        expect(issue.severity).toBe(severity === 'by column' ? byColumn : severity);
        expect(issue.message.length).toBeGreaterThanOrEqual(message.replace(/\{[^}]+\}/g, '').length);
        expect(issue.message + issue.mend).not.toMatch(
          /\{(?:Wert|Beispiel|Grenze|Erklärung|Zeile|Name|Tag|Grund|Ort|Vorschlag|Betrag|Gezahlt|Offen)\}|undefined/,
        );
        expect([issue.message.at(-1), issue.mend.at(-1)]).toEqual(['.', '.']);
        expect(issue.message).not.toMatch(/[\n\r\0]/);
      }
    }),
    { numRuns: 600 },
  );
});

test('each column is read from its own cell', () => {
  for (const name of COLUMN_NAMES) {
    const garbled = `Ã¼${name}`;
    const { issues } = checkRow({ ...GOOD, [name]: garbled }, creditor(), TODAY);
    if (name === 'customerNumber' || name === 'invoiceNumber') continue;
    expect([name, issues.filter((i) => i.column === name).map((i) => i.value)]).toEqual([
      name,
      expect.arrayContaining([name === 'iban' ? '…' : garbled]),
    ]);
  }
});

test('rows in = good + rejected + duplicates, in the order they came, whatever they say', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          invoiceNumber: fc.constantFrom('1', '2', ' 1', 'x-1', 'X 1', ''),
          amount: fc.constantFrom('1,00', '2,00', '1.234'),
          firstName: fc.constantFrom('Erika', 'Max'),
        }),
        { maxLength: 30 },
      ),
      fc.integer({ min: 1, max: 40 }),
      (changes, rows) => {
        const { check } = fileCheck(creditor(), TODAY, { rows });
        const verdicts = changes.map((change, i) =>
          check({ row: i + 1, line: i + 2, text: '', cells: { ...GOOD, ...change } }),
        );
        expect(verdicts.map((v) => v.row)).toEqual(changes.map((_, i) => i + 1));
        const good = verdicts.filter((v) => v.outcome === 'good').map((v) => invoiceIdentity(v.claim));
        expect(new Set(good).size).toBe(good.length);
        for (const v of verdicts) {
          expect(v.outcome === 'rejected').toBe(
            v.issues.some((i) => i.severity === 'error' || i.severity === 'conflict'),
          );
          expect(v.outcome === 'duplicate').toBe(v.issues.some((i) => i.severity === 'duplicate'));
          expect(v.issues.every((i) => i.row === v.row && i.line === v.line)).toBe(true);
        }
      },
    ),
  );
});
