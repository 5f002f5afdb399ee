import { type RawRow } from '../../../domain/intake/check-file.ts';
import type { Cells } from '../../../domain/intake/reading.ts';
import { cents } from '../../../domain/money.ts';
import { checkRows } from '../../support/lists.ts';
import { creditor, GOOD, TODAY } from './rows.ts';

const rows = (...changes: Cells[]): RawRow[] =>
  changes.map((change, i) => ({ row: i + 1, line: i + 2, text: '', cells: { ...GOOD, ...change } }));
const judged = (...raw: RawRow[]) => {
  const { good, issues } = checkRows(raw, creditor(), TODAY);
  return { good: good.map((g) => g.row), issues: issues.map((i) => `${i.row} ${i.severity} ${i.code}`) };
};

test('two rows with one invoice number, all equal: the first is taken, the second is a duplicate, in whatever case the number is written', () => {
  expect(judged(...rows({ invoiceNumber: 'RE-2026/17' }, { invoiceNumber: ' re-2026/17 ' }))).toEqual({
    good: [1],
    issues: ['2 duplicate row.duplicate'],
  });
});

test('17 of this year and 17 of the last are two invoices, and so are 1-17 and 11-7', () => {
  const last = { invoiceNumber: '17', invoiceDate: '20.01.2025', dueDate: '', contractDate: '' };
  const more = [last, { invoiceNumber: '1-17' }, { invoiceNumber: '11-7' }];
  expect(judged(...rows({ invoiceNumber: '17' }, ...more))).toEqual({ good: [1, 2, 3, 4], issues: [] });
});
test('a conflict tells the creditor how to confirm that there are two invoices', () => {
  const { issues } = checkRows(
    rows({ invoiceNumber: '17' }, { invoiceNumber: '17', amount: '1,00' }),
    creditor(),
    TODAY,
  );
  expect(issues[0]?.mend).toContain('indem Sie die Nummern unterscheiden, zum Beispiel 17-A und 17-B');
});

test.each<[string, Cells]>([
  ['another amount', { amount: '130,00' }],
  ['another customer', { customerNumber: 'K-2' }],
  ['another invoice date', { invoiceDate: '06.01.2026', dueDate: '19.01.2026' }],
  ['another due date', { dueDate: '20.01.2026' }],
  ['other own costs', { ownCosts: '2,50' }],
  ['a Mahnung meanwhile', { priorDunning: 'Mahnung', priorDunningOn: '01.02.2026' }],
  ['another subject', { subject: 'Teppiche' }],
  ['another contract date', { contractDate: '02.01.2026' }],
  ['another remark', { remark: 'zahlt bar' }],
])('one invoice number with %s is a conflict for a person; the first row wins', (_, change) => {
  expect(judged(...rows({}, change))).toEqual({ good: [1], issues: ['2 conflict row.conflict'] });
});

test('a refused row does not stand in the way of the right one after it', () => {
  expect(judged(...rows({ amount: '1.299' }, { amount: '1.299,00' }))).toEqual({
    good: [2],
    issues: ['1 error amount.ambiguous'],
  });
});

test('the message names the physical line of the first', () => {
  const [issue] = checkRows(
    [
      { row: 1, line: 7, text: '', cells: GOOD },
      { row: 2, line: 9, text: '', cells: GOOD },
    ],
    creditor(),
    TODAY,
  ).issues;
  expect(issue).toMatchObject({
    row: 2,
    line: 9,
    column: 'invoiceNumber',
    value: 'RE-1',
    message: 'Rechnung RE-1 steht schon in Zeile 7.',
  });
});

test('a row whose cells cannot be trusted is refused unread; what the reader says of the file is passed on', () => {
  const note = {
    column: null,
    code: 'column.unknown',
    severity: 'hint',
    message: 'Die Spalte ist nicht bekannt.',
    mend: 'Nichts zu tun.',
  } as const;
  expect(
    checkRows([{ row: 2, line: 3, text: '', cells: GOOD, fault: 'Die Zeile hat 3 statt 9 Felder.' }], creditor(), TODAY)
      .issues[0]?.message,
  ).toBe('Die Zeile hat 3 statt 9 Felder.');
  expect(
    judged(
      { row: 1, line: 2, text: '', cells: GOOD, notes: [note] },
      { row: 2, line: 3, text: '', cells: GOOD, fault: 'Die Zeile hat 3 statt 9 Felder.' },
    ),
  ).toEqual({ good: [1], issues: ['1 hint column.unknown', '2 error row.cells'] });
});

test('one customer number with two names: said at once; whether it is one person is judged where the row is taken', () => {
  const list = rows({}, { invoiceNumber: 'RE-2', firstName: 'Max' }, { invoiceNumber: 'RE-3' });
  expect(judged(...list)).toEqual({ good: [1, 2, 3], issues: ['2 warning customer.two-names'] });
  expect(checkRows(list, creditor(), TODAY).issues[0]?.message).toBe(
    'Kundennummer K-1 heißt hier „Max Beispiel“, in Zeile 2 aber anders.',
  );
});

test('an unknown column that holds a payment refuses the row; one that says what is open anyway does not', () => {
  const [first, second] = rows({}, { invoiceNumber: 'RE-2' });
  const payment = { kind: 'payment', heading: 'Abschlag', cell: '50,00' } as const;
  const rest = { kind: 'rest', heading: 'Saldo', cell: '129,90', value: cents(129_90) } as const;
  expect(judged({ ...first!, beside: [rest, payment] }, { ...second!, beside: [rest] })).toEqual({
    good: [2],
    issues: ['1 error column.payment'],
  });
});

test('one that says another sum is open refuses it, beside what is said of its own cells', () => {
  const [row] = rows({ email: 'erika@gmx.dee' });
  const rest = { kind: 'rest', heading: 'Saldo', cell: '50,00', value: cents(50_00) } as const;
  expect(judged({ ...row!, beside: [rest] })).toEqual({
    good: [],
    issues: ['1 hint email.typo', '1 error column.amount'],
  });
});
