import type { Cells } from '../../../domain/intake/reading.ts';
import { checked } from './rows.ts';

const NO_AMOUNT: Cells = { amount: '' };

test.each<[string, Cells, number]>([
  ['what is open, beside the whole', { ...NO_AMOUNT, total: '1.000,00', paid: '800,00', open: '200,00' }, 20000],
  ['the whole, of which nothing was paid', { ...NO_AMOUNT, total: '500,00', paid: '0,00', open: '500,00' }, 50000],
  ['the whole less what was paid', { ...NO_AMOUNT, total: '500,00', paid: '100,00' }, 40000],
  ['the whole alone', { ...NO_AMOUNT, total: '500,00' }, 50000],
  ['what is open alone', { ...NO_AMOUNT, open: '200,00' }, 20000],
  ['what is open, whatever was paid before', { ...NO_AMOUNT, open: '200,00', paid: '800,00' }, 20000],
  ['what is open of a whole', { ...NO_AMOUNT, total: '500,00', open: '200,00' }, 20000],
  ['the claim beside the whole: what is open', { amount: '200,00', total: '500,00' }, 20000],
  ['the claim and the whole are one', { amount: '500,00', total: '500,00', paid: '100,00' }, 40000],
  ['the claim, less what was credited', { amount: '500,00', credited: '50,00' }, 45000],
  ['payments and credits', { amount: '500,00', paid: '100,00', credited: '50,00', open: '350,00' }, 35000],
  [
    'a payment with a minus, as the ledger has it',
    { ...NO_AMOUNT, total: '500,00', paid: '-100,00', open: '400,00' },
    40000,
  ],
  ['a payment with a minus behind it', { ...NO_AMOUNT, total: '500,00', paid: '100,00-', open: '400,00' }, 40000],
  ['a dash for nothing paid', { amount: '500,00', paid: '–' }, 50000],
  ['a debit sum without a credit', { ...NO_AMOUNT, total: '500,00', paid: '', open: '' }, 50000],
])('what is claimed is %s', (_, cells, principal) => {
  expect(checked(cells).claim?.principal).toBe(principal);
});

test.each<[string, Cells, string]>([
  [
    'whole − paid ≠ open',
    { ...NO_AMOUNT, total: '1.000,00', paid: '700,00', open: '200,00' },
    'error amount.contradiction open',
  ],
  ['more open than the whole', { ...NO_AMOUNT, total: '100,00', open: '350,00' }, 'error amount.contradiction open'],
  [
    'three amounts, each another',
    { amount: '300,00', total: '500,00', open: '200,00' },
    'error amount.contradiction open',
  ],
  ['a claim above the whole', { amount: '600,00', total: '500,00' }, 'error amount.contradiction amount'],
  ['a minus nobody can explain', { amount: '500,00', paid: '-100,00' }, 'error paid.negative paid'],
  ['nothing open', { ...NO_AMOUNT, total: '500,00', open: '0,00' }, 'error amount.nothing-open open'],
  ['a credit', { ...NO_AMOUNT, open: '-40,00' }, 'error amount.not-positive open'],
  ['more open than ten million', { ...NO_AMOUNT, open: '10.000.000,01' }, 'error amount.too-large open'],
  [
    'an invoice of more than ten million, though little of it is open',
    { ...NO_AMOUNT, total: '10.000.000,01', paid: '10.000.000,00' },
    'error amount.too-large total',
  ],
  ['a credit by the sign of SAP', { amount: '40,00-' }, 'error amount.not-positive amount'],
  ['a credit by the H of DATEV', { amount: '40,00 H' }, 'error amount.not-positive amount'],
  ['no amount at all', { ...NO_AMOUNT, total: '', open: ' ' }, 'error required.missing amount'],
  ['an open amount nobody can read', { ...NO_AMOUNT, total: '100,00', open: 'viel' }, 'error amount.invalid open'],
  ['a percentage', { amount: '12 %' }, 'error amount.percent amount'],
  ['a truth value', { amount: 'WAHR' }, 'error amount.truth-value amount'],
  ['an amount on two lines', { amount: '10\n237,65' }, 'error amount.invalid amount'],
])('%s is refused by name', (_, cells, error) => {
  expect(checked(cells).issues.filter((i) => i.startsWith('error'))).toEqual([error]);
});

test('a contradiction tells all three amounts', () => {
  const { check } = checked({ ...NO_AMOUNT, total: '1.000,00', paid: '700,00', open: '200,00' });
  expect(check.issues[0]?.message).toBe(
    'Die Beträge passen nicht zusammen: Rechnung 1.000,00\u00a0€, gezahlt 700,00\u00a0€, offen 200,00\u00a0€.',
  );
});

test.each<[string, Cells, number, number]>([
  ['a whole with our own costs in it', { amount: '1.000,00', total: '1.017,00', ownCosts: '17,00' }, 100000, 0],
  [
    'the same, with the rest',
    { amount: '1.000,00', total: '1.017,00', open: '1.000,00', ownCosts: '17,00' },
    100000,
    0,
  ],
  [
    'the same, all of it open',
    { amount: '1.000,00', total: '1.017,00', open: '1.017,00', ownCosts: '17,00' },
    100000,
    0,
  ],
  ['a claim below the whole', { amount: '1.000,00', total: '1.017,00' }, 100000, 0],
  ['what was paid of it', { amount: '1.000,00', total: '1.017,00', ownCosts: '17,00', paid: '100,00' }, 90000, 10000],
  ['a column of the open rest', { amount: '', total: '1.000,00', open: '900,00' }, 90000, 10000],
])('%s is no payment unless a column says so', (_, cells, principal, paid) => {
  expect(checked(cells).check).toMatchObject({ claim: { principal }, paid });
});

describe('a cell that holds a sum, as several columns are put together or a person writes it', () => {
  const whole: Cells = { amount: '500,00' };
  test.each<[string, Cells, number]>([
    ['29,90 + 50,00', { ...whole, paid: '29,90 + 50,00' }, 420_10],
    ['three of them, with blanks around', { ...whole, paid: ' 29,90  + 50,00 + 0,10 ' }, 420_00],
    ['credits as well as payments', { ...whole, credited: '29,90 + 50,00' }, 420_10],
    ['a dash for nothing in one of the columns', { ...whole, paid: '29,90 + -' }, 470_10],
    ['dashes in all of them', { ...whole, paid: '– + —' }, 500_00],
    ['nothing paid first', { ...whole, paid: '0,00 + 29,90' }, 470_10],
    [
      'payments with a minus, as the ledger has them',
      { ...NO_AMOUNT, total: '500,00', paid: '-29,90 + -50,00', open: '420,10' },
      420_10,
    ],
    ['one of them and nothing', { ...NO_AMOUNT, total: '500,00', paid: '0,00 + -29,90', open: '470,10' }, 470_10],
  ])('%s', (_, cells, principal) => {
    expect(checked(cells)).toMatchObject({ issues: [], claim: { principal } });
  });
  test('of our own costs are costs', () => {
    expect(checked({ ...whole, ownCosts: '2,50 + 5,00' }).claim).toMatchObject({ principal: 500_00, ownCosts: 7_50 });
  });
  const errors = (cells: Cells): string[] => checked(cells).issues.filter((i) => i.startsWith('error'));
  test('is refused where a part cannot be read: leaving it out would demand what was paid', () => {
    expect(errors({ ...whole, paid: '29,90 + viel' })).toEqual(['error amount.invalid paid']);
    expect(errors({ ...whole, paid: '1.234 + 29,90' })).toEqual(['error amount.ambiguous paid']);
    // The readable part does not stand for the sum: that would tell of a contradiction that is none.
    expect(errors({ ...NO_AMOUNT, total: '500,00', paid: '29,90 + viel', open: '400,00' })).toEqual([
      'error amount.invalid paid',
    ]);
  });
  test('is refused where a payment stands beside its return: added up they hide each other', () => {
    expect(errors({ ...whole, paid: '29,90 + -10,00' })).toEqual(['error paid.negative paid']);
    expect(errors({ ...whole, credited: '-10,00 + 29,90' })).toEqual(['error paid.negative credited']);
    expect(errors({ ...NO_AMOUNT, total: '500,00', paid: '29,90 + -10,00', open: '400,00' })).toEqual([
      'error paid.negative paid',
    ]);
  });
  test('of costs with a minus in it is told as a fault of the costs', () => {
    expect(checked({ ...whole, ownCosts: '7,50 + -2,50' }).issues.map((i) => i.split(' ').slice(1))).toEqual([
      ['own-costs.negative', 'ownCosts'],
    ]);
  });
});
