import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CALCULATORS, answer } from '../../cli/calc.ts';

type Vector = Readonly<{
  id: string;
  type: string;
  kind: string;
  input: Record<string, unknown>;
  expected: Record<string, unknown>;
}>;
const { vectors } = JSON.parse(readFileSync(join(import.meta.dirname, 'law-vectors.json'), 'utf8')) as {
  vectors: Vector[];
};

/** We count days as they are; 30/360 and act/360 are not offered (decision 17). */
const NOT_OFFERED = ['interest_other_convention'];

test('every type of example is computed, but for the day counts we do not offer', () => {
  expect([...new Set(vectors.map((v) => v.type))].sort()).toEqual([...Object.keys(CALCULATORS), ...NOT_OFFERED].sort());
});
test.each(vectors.filter((v) => !NOT_OFFERED.includes(v.type)).map((v) => [`${v.type} ${v.id}`, v] as const))(
  '%s',
  (_, { id, type, input, expected }) => {
    expect(answer(JSON.stringify({ id, type, input }))).toMatchObject({ id, result: expected });
  },
);

test.each<[string, string, object, string, string]>([
  [
    'a negative principal',
    'interest',
    {
      principal: '-1.00',
      firstInterestDay: '2026-01-01',
      lastInterestDay: '2026-01-02',
      margin: '5',
      fixedRate: null,
      convention: 'act/act',
    },
    'input.invalid',
    'principal',
  ],
  ['31 February', 'interest_days', { dueDate: '2026-02-31', paidOn: '2026-03-05' }, 'input.invalid', 'dueDate'],
  ['an unknown table', 'fee_table', { table: 'RVG1999', value: '100.00' }, 'input.invalid', 'table'],
  ['a value of nothing', 'fee_table', { table: 'RVG2025', value: '0.00' }, 'input.invalid', 'value'],
  ['a misspelt field', 'fee_table', { table: 'RVG2025', value: '1.00', valeu: '2' }, 'input.unknown-field', 'valeu'],
  ['a missing field', 'fee_table', { table: 'RVG2025' }, 'input.missing', 'value'],
  ['half a cent', 'fee_table', { table: 'RVG2025', value: '1.005' }, 'input.invalid', 'value'],
  [
    'a last day before the first',
    'interest',
    { principal: '1.00', firstInterestDay: '2026-02-02', lastInterestDay: '2026-01-02', margin: '5', fixedRate: null },
    'interest.days',
    'lastInterestDay',
  ],
  [
    'two rates',
    'interest',
    { principal: '1.00', firstInterestDay: '2026-01-02', lastInterestDay: '2026-01-02', margin: '5', fixedRate: '4' },
    'input.invalid',
    'margin',
  ],
  ['a base rate before 2002', 'basiszins', { validFrom: '2001-07-01' }, 'interest.before-2002', 'validFrom'],
  [
    '1.5 on an undisputed claim',
    'rvg_fee',
    { table: 'RVG2025', value: '500.00', rate: '1.5', undisputedInkasso: true, creditorCannotDeductVat: false },
    'fee.rate-too-high',
    'rate',
  ],
  [
    'a period nobody knows',
    'deadline',
    { event: '2026-02-02', period: 'two weeks', state: 'NW' },
    'deadline.period',
    'period',
  ],
  ['a Land nobody knows', 'deadline', { event: '2026-02-02', period: 'P1W', state: 'XX' }, 'input.invalid', 'state'],
  ['a reference too long', 'iso11649_make', { base: 'A'.repeat(22) }, 'reference.base', 'base'],
  [
    'a deadline beyond the calendar',
    'deadline',
    { event: '2046-02-02', period: 'P1W', state: 'NW' },
    'calendar.out-of-range',
    'event',
  ],
  [
    'a broken IBAN',
    'epc069_12',
    { name: 'A', iban: 'DE88370400440532013000', amount: '1.00' },
    'girocode.iban',
    'iban',
  ],
  [
    'a BIC missing in version 001',
    'epc069_12',
    { version: '001', name: 'A', iban: 'DE89370400440532013000', amount: '1.00' },
    'girocode.bic',
    'bic',
  ],
  [
    'a negative payment',
    'allocation',
    { payment: '-5.00', buckets: { costs: '1.00', interest: '1.00', principal: '1.00' }, rule: '367' },
    'input.invalid',
    'payment',
  ],
  ['an unknown type', 'interest_other_convention', {}, 'type.unknown', 'type'],
  ['a name of Object', 'constructor', {}, 'type.unknown', 'type'],
])('%s is a named fault, never a number', (_, type, input, code, field) => {
  expect(answer(JSON.stringify({ id: 7, type, input }))).toEqual({
    id: 7,
    error: { code, message: expect.stringMatching(/\S/), field },
  });
});
test('a line that is no request', () => {
  expect(answer('{')).toMatchObject({ id: null, error: { code: 'json.invalid' } });
  expect(answer('[]')).toMatchObject({ id: null, error: { code: 'input.invalid' } });
  expect(answer('null')).toMatchObject({ id: null, error: { code: 'input.invalid' } });
});
test('what lies after the last known half-year is said to be assumed', () => {
  expect(
    answer(JSON.stringify({ id: 1, type: 'rate', input: { date: '2027-01-01', oldB2bMargin: '8' } })),
  ).toMatchObject({ result: { consumer: '6.52', assumed: true } });
  expect(
    answer(JSON.stringify({ id: 1, type: 'rate', input: { date: '2026-12-31', oldB2bMargin: '8' } })),
  ).not.toMatchObject({ result: { assumed: true } });
});

describe('a bill with Nr. 2300 on an undisputed 30 € had the base of the schedule: 46.35 € instead of 28.35 €', () => {
  const feesOf = (items: string[], more: object = {}): unknown => {
    const input = { table: 'RVG2025', value: '30.00', items, ...more };
    return answer(JSON.stringify({ id: '1', type: 'rvg_bill', input }));
  };
  test('the Geschäftsgebühr has the base of § 13(2) RVG', () => {
    expect(feesOf(['2300:0.9'])).toMatchObject({ result: { fees: '28.35' } });
    expect(feesOf(['2300:0.9', '3305:1.0'])).toMatchObject({ result: { fees: '79.85' } });
  });
  test('not where it is disputed, and no other fee', () => {
    expect(feesOf(['2300:0.9'], { undisputedInkasso: false })).toMatchObject({ result: { fees: '46.35' } });
    expect(feesOf(['3305:1.0'])).toMatchObject({ result: { fees: '51.50' } });
  });
});
