import { matchHeader } from '../../../domain/intake/match-header.ts';
import type { Cells } from '../../../domain/intake/reading.ts';
import { checked } from './rows.ts';

const errors = (cells: Cells): string[] => checked(cells).issues.filter((i) => i.startsWith('error'));

describe('what macOS writes decomposed', () => {
  test('is stored composed: names, customer numbers, streets', () => {
    const { debtor } = checked({ customerNumber: 'Kä-1'.normalize('NFD'), lastName: 'Müller'.normalize('NFD') });
    expect(debtor).toMatchObject({ customerNumber: 'Kä-1', name: 'Erika Müller' });
  });
  test('is the same heading and the same word', () => {
    expect([
      ...matchHeader(['Fälligkeit'.normalize('NFD'), 'Straße', 'Währung'.normalize('NFD')]).positions.keys(),
    ]).toEqual(['dueDate', 'street', 'currency']);
    expect(checked({ kind: 'geschäftlich'.normalize('NFD') }).issues).not.toContain('warning kind-word.unknown kind');
  });
});

test.each([
  ['="00123"', '00123'],
  ["'00123", '00123'],
  ['RE\u20112026\u20110017', 'RE-2026-0017'],
  ['RE–2026−0017', 'RE-2026-0017'],
  ['RE\u00a02026', 'RE 2026'],
  ['RE\u2009 2026', 'RE 2026'],
  ['RE\u00ad-2026', 'RE-2026'],
  ['１２３', '123'],
])('the number %j is kept as %j', (cell, number) => {
  const { claim, debtor } = checked({ invoiceNumber: cell, customerNumber: cell });
  expect([claim?.invoiceNumber, debtor?.customerNumber]).toEqual([number, number]);
});
test('a number that Excel has shortened would make one customer of many', () => {
  expect(errors({ customerNumber: '1,23E+11' })).toEqual(['error number.scientific customerNumber']);
});

test.each([
  'M?ller',
  'MÃ¼ller',
  'M\u0081ller',
  'K”ln',
  'M\uFFFDller',
  'MŸller',
  'Stra§e',
  'M³ller',
  'M├╝ller',
  'M√ºller',
  'J÷rg',
  'M&uuml;ller',
  'M=FCller',
  'M%C3%BCller',
  'Straáe',
  '\ud800',
])('the damaged name „%s“ is refused by name, never stored', (lastName) => {
  expect(errors({ lastName })).toEqual(['error text.garbled lastName']);
});
test.each([
  "O'Brien",
  'D´Angelo',
  'Şahin',
  'Łukasz',
  'Novák',
  'Mátyás',
  'Šimek',
  'São João',
  'Meier & Söhne',
  'Čapek',
  'Nguyễn',
  'Müller-Lüdenscheidt',
  'Žižek',
  'Joël',
  'Иванов',
  '陳',
])('the name „%s“ is right as it stands', (lastName) => {
  expect(checked({ lastName }).debtor?.name).toBe(`Erika ${lastName}`);
});
test.each([
  ['=1+1', 'error name.formula name'],
  ['=A1&B1', 'error name.formula name'],
  ['@SUM(A1)', 'error name.formula name'],
  ['4711', 'error name.invalid name'],
])('the formula-like name „%s“ was „Der Name fehlt“', (name, error) => {
  expect(errors({ firstName: '', lastName: '', name })).toEqual([error]);
});

test.each([
  ['Tel.: 0151 10000001', '+4915110000001'],
  ['Telefon 0151/10000001', '+4915110000001'],
  ['Mobil: +49 (0)151 10000001', '+4915110000001'],
  ['\u202a0151 10000001\u202c', '+4915110000001'],
  ['0151 10000001,', '+4915110000001'],
  ['0151–10000001', '+4915110000001'],
  ['０１５１ 10000001', '+4915110000001'],
])('the telephone number „%s“ is read', (phone, e164) => {
  expect(checked({ phone }).debtor?.phone).toBe(e164);
});
test.each(['O151 1000OOO1', '0151 1000000l', 'Fax 030 23125001', '0800 BLUMEN'])(
  '„%s“ has letters where digits belong: refused by name, not dialled by its keys',
  (phone) => {
    expect(checked({ phone }).issues).toEqual(['warning phone.invalid phone']);
  },
);
test.each([
  'AT61190430023457320',
  'NL91ABNA041716430',
  'CH93007620116238529577',
  'XX0212030000000020205',
  'DE02I20300000000202051',
])('the IBAN %s is none', (iban) => {
  expect(checked({ iban }).issues).toEqual(['warning iban.invalid iban']);
});
test('an IBAN is read with its word before it and hyphens in it', () => {
  expect(checked({ iban: 'IBAN: DE02-1203-0000-0000-2020-51' }).debtor?.iban).toBe('DE02120300000000202051');
});

test.each<[string, string]>([
  ['15.01.1026', 'error date.year invoiceDate'],
  ['15.01.1900', 'error invoice-date.too-old invoiceDate'],
  ['31.12.2099', 'error invoice-date.future invoiceDate'],
  ['31.12.9999', 'error date.year invoiceDate'],
  ['00.00.0000', 'error date.invalid invoiceDate'],
  ['32.01.2026', 'error date.invalid invoiceDate'],
  ['32.01.', 'error date.invalid invoiceDate'],
  ['15.01.26', 'error date.invalid invoiceDate'],
  ['46037', 'error date.serial invoiceDate'],
])('the invoice date „%s“ ended the whole file; now it refuses its row', (invoiceDate, error) => {
  expect(errors({ invoiceDate })).toContain(error);
});
test.each(['15.01.1026', '01.01.1900', '31.12.2099', '31.12.9999', '00.00.0000', '0001-01-01'])(
  'no optional date „%s“ is taken for one',
  (text) => {
    const { ok, debtor, claim } = checked({ birthDate: text, contractDate: text, priorDunningOn: text });
    expect([ok, debtor?.birthDate, claim?.contractDate, claim?.priorDunning]).toEqual([
      true,
      undefined,
      '2026-01-05',
      { kind: 'none' },
    ]);
  },
);

test('a claim that is due on 31.12.9999 was dunned after the usual term', () => {
  expect(errors({ dueDate: '31.12.9999' })).toEqual(['error due-date.too-far dueDate']);
});
test('of a day that refuses the row it was said that it had been left out', () => {
  expect(checked({ dueDate: '31.12.9999' }).issues.filter((issue) => issue.endsWith(' dueDate'))).toEqual([
    'error due-date.too-far dueDate',
  ]);
});
