import { limitOf } from '../../../domain/intake/columns.ts';
import { Reading, type Cells } from '../../../domain/intake/reading.ts';
import { KINDS } from '../../../domain/intake/words.ts';
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

const reading = (cells: Cells): Reading => new Reading(cells);
const codes = (r: Reading): string[] => r.issues.map(({ code }) => code);
test('a text as long as its column is whole, one letter more is cut, and said', () => {
  const whole = 'x'.repeat(limitOf('street'));
  const r = reading({});
  expect([r.text('street', whole), codes(r)]).toEqual([whole, []]);
  expect([r.text('street', `${whole}y`), codes(r)]).toEqual([whole, ['text.too-long']]);
});
test('what is cut never ends in half a letter, nor in a blank', () => {
  const limit = limitOf('street');
  const r = reading({});
  expect(r.text('remark', `${'x'.repeat(limitOf('remark') - 1)}😀`)).toBe('x'.repeat(limitOf('remark') - 1));
  expect(r.text('street', `${'x'.repeat(limit - 1)} yz`)).toBe('x'.repeat(limit - 1));
});
test('a number as long as its column identifies, one sign more does not', () => {
  const whole = '1'.repeat(limitOf('invoiceNumber'));
  const r = reading({});
  expect([r.identity('invoiceNumber', whole), codes(r)]).toEqual([whole, []]);
  expect([r.identity('invoiceNumber', `${whole}1`), codes(r)]).toEqual([undefined, ['required.too-long']]);
});
test('a remark that lost its umlauts is kept, because people read it; an address is not', () => {
  const r = reading({});
  expect([r.text('remark', 'M√ºller zahlt'), codes(r)]).toEqual(['M√ºller zahlt', ['remark.garbled']]);
  const other = reading({});
  expect([other.text('street', 'M√ºllerweg 1'), codes(other)]).toEqual([undefined, ['text.garbled']]);
});
test('a control character that stands for a lost umlaut is noticed, though nothing of it is left in the plain text', () => {
  const r = reading({});
  expect(r.identity('invoiceNumber', 'R\u0081-17')).toBe('R -17');
  expect(codes(r)).toEqual(['text.garbled']);
  const text = reading({});
  expect([text.text('street', 'M\u0081ller'), codes(text)]).toEqual([undefined, ['text.garbled']]);
});
test('what shows its loss only when it is composed is noticed, too', () => {
  const r = reading({});
  expect([r.text('street', 'M\u200b√\u200bºllerweg'), codes(r)]).toEqual([undefined, ['text.garbled']]);
  const number = reading({});
  number.identity('invoiceNumber', 'M\u200b√\u200bº1');
  expect(codes(number)).toContain('text.garbled');
});
test('a blank cell says nothing, whatever is asked of it, but where a number is required', () => {
  for (const blank of [undefined, '', '  ', '\u00a0']) {
    const r = reading({});
    expect([r.text('street', blank), r.amount('ownCosts', blank), r.day('contractDate', blank)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(r.word('kind', blank, KINDS, 'kind-word.unknown')).toBeUndefined();
    expect(codes(r)).toEqual([]);
    expect([r.identity('customerNumber', blank), codes(r)]).toEqual([undefined, ['required.missing']]);
  }
});
test('a word is found in any case and with dots; another is asked about', () => {
  const r = reading({});
  expect(
    ['Privat', 'PRIVAT', 'pRiVat.', ' privat '].map((word) => r.word('kind', word, KINDS, 'kind-word.unknown')),
  ).toEqual(['private', 'private', 'private', 'private']);
  expect([r.word('kind', 'anders', KINDS, 'kind-word.unknown'), codes(r)]).toEqual([undefined, ['kind-word.unknown']]);
});
test('an amount stands on one line; a dash says that there is none only where none need be given', () => {
  const r = reading({});
  expect(r.amount('ownCosts', '1 234,00')).toBe(123_400);
  expect([r.amount('ownCosts', '1\n234,00'), codes(r)]).toEqual([undefined, ['amount.invalid']]);
  const dash = reading({});
  expect([dash.amount('ownCosts', '–'), codes(dash)]).toEqual([undefined, []]);
  expect([dash.amount('amount', '–'), codes(dash)]).toEqual([undefined, ['amount.invalid']]);
});
test('a day as a spreadsheet counts it is told apart from no day at all', () => {
  const r = reading({});
  expect([r.day('contractDate', '10.01.2026'), r.day('contractDate', '10. Januar 2026')]).toEqual([
    '2026-01-10',
    '2026-01-10',
  ]);
  expect([r.day('contractDate', '46032'), r.day('contractDate', '46032,5'), r.day('contractDate', 'bald')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(codes(r)).toEqual(['date.serial', 'date.serial', 'date.invalid']);
});
