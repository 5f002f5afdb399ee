import type { Cells } from '../../../domain/intake/reading.ts';
import { checked } from './rows.ts';

const errors = (cells: Cells): string[] => checked(cells).issues.filter((i) => i.startsWith('error'));
const PLACEHOLDERS = [
  '#NV',
  '#N/A',
  '#WERT!',
  '#REF!',
  '#BEZUG!',
  'NULL',
  '(null)',
  'WAHR',
  'FALSCH',
  'NaN',
  'undefined',
];

test.each(PLACEHOLDERS)('„%s“ was a customer number, an invoice number and a name', (text) => {
  expect(errors({ customerNumber: text })).toEqual(['error value.none customerNumber']);
  expect(errors({ invoiceNumber: text })).toEqual(['error value.none invoiceNumber']);
  expect(errors({ lastName: text })).toEqual(['error value.none lastName']);
  expect(errors({ firstName: '', lastName: '', name: text })).toEqual(['error value.none name']);
  expect(errors({ company: text })).toEqual(['error value.none company']);
});
test.each(['-', '?', 'k.A.', 'unbekannt', 'n. v.'])('„%s“ was a customer number that many customers share', (text) => {
  expect(errors({ customerNumber: text })).toEqual(['error value.none customerNumber']);
});
test('what no letter should print is left out, and said', () => {
  const { ok, issues } = checked({ subject: '#NV', addressLine: 'NULL' });
  expect([ok, issues]).toEqual([
    true,
    expect.arrayContaining(['warning value.none subject', 'warning value.none addressLine']),
  ]);
});
test('Null is a name, and a lock of a database that says NULL is none', () => {
  expect(errors({ lastName: 'Null', lock: 'NULL', cancelled: '(null)' })).toEqual([]);
});

test.each(['=1+1', '=T("00123")', '=00123', '=A2', '@SUM(A1)'])('the formula „%s“ was taken for a number', (text) => {
  expect(errors({ invoiceNumber: text })).toEqual(['error number.formula invoiceNumber']);
  expect(errors({ customerNumber: text })).toEqual(['error number.formula customerNumber']);
});
test.each(['="00123"', '= "00123"', '\'="00123"', ' ="00123" '])('%s is the text 00123', (text) => {
  expect(checked({ invoiceNumber: text }).claim?.invoiceNumber).toBe('00123');
});
test.each(['-17', '#17', 'NV-17', '(17)', '@17'])('%s is a number as creditors write it', (text) => {
  expect(errors({ invoiceNumber: text })).toEqual([]);
});
