import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CALCULATORS, answer } from '../../../cli/calc.ts';

type Vector = Readonly<{
  id: string;
  type: string;
  kind: string;
  input: Record<string, unknown>;
  expected: Record<string, unknown>;
}>;
const { vectors } = JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/law-vectors.json'), 'utf8')) as {
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

test.each<Readonly<{ what: string; type: string; input: object; code: string; field: string }>>([
  {
    what: 'a negative principal',
    type: 'interest',
    input: {
      principal: '-1.00',
      firstInterestDay: '2026-01-01',
      lastInterestDay: '2026-01-02',
      margin: '5',
      fixedRate: null,
      convention: 'act/act',
    },
    code: 'input.invalid',
    field: 'principal',
  },
  {
    what: '31 February',
    type: 'interest_days',
    input: { dueDate: '2026-02-31', paidOn: '2026-03-05' },
    code: 'input.invalid',
    field: 'dueDate',
  },
  {
    what: 'an unknown table',
    type: 'fee_table',
    input: { table: 'RVG1999', value: '100.00' },
    code: 'input.invalid',
    field: 'table',
  },
  {
    what: 'a value of nothing',
    type: 'fee_table',
    input: { table: 'RVG2025', value: '0.00' },
    code: 'input.invalid',
    field: 'value',
  },
  {
    what: 'a misspelt field',
    type: 'fee_table',
    input: { table: 'RVG2025', value: '1.00', valeu: '2' },
    code: 'input.unknown-field',
    field: 'valeu',
  },
  { what: 'a missing field', type: 'fee_table', input: { table: 'RVG2025' }, code: 'input.missing', field: 'value' },
  {
    what: 'half a cent',
    type: 'fee_table',
    input: { table: 'RVG2025', value: '1.005' },
    code: 'input.invalid',
    field: 'value',
  },
  {
    what: 'a last day before the first',
    type: 'interest',
    input: {
      principal: '1.00',
      firstInterestDay: '2026-02-02',
      lastInterestDay: '2026-01-02',
      margin: '5',
      fixedRate: null,
    },
    code: 'interest.days',
    field: 'lastInterestDay',
  },
  {
    what: 'two rates',
    type: 'interest',
    input: {
      principal: '1.00',
      firstInterestDay: '2026-01-02',
      lastInterestDay: '2026-01-02',
      margin: '5',
      fixedRate: '4',
    },
    code: 'input.invalid',
    field: 'margin',
  },
  {
    what: 'a base rate before 2002',
    type: 'basiszins',
    input: { validFrom: '2001-07-01' },
    code: 'interest.before-2002',
    field: 'validFrom',
  },
  {
    what: '1.5 on an undisputed claim',
    type: 'rvg_fee',
    input: { table: 'RVG2025', value: '500.00', rate: '1.5', undisputedInkasso: true, creditorCannotDeductVat: false },
    code: 'fee.rate-too-high',
    field: 'rate',
  },
  {
    what: 'a period nobody knows',
    type: 'deadline',
    input: { event: '2026-02-02', period: 'two weeks', state: 'NW' },
    code: 'deadline.period',
    field: 'period',
  },
  {
    what: 'a Land nobody knows',
    type: 'deadline',
    input: { event: '2026-02-02', period: 'P1W', state: 'XX' },
    code: 'input.invalid',
    field: 'state',
  },
  {
    what: 'a reference too long',
    type: 'iso11649_make',
    input: { base: 'A'.repeat(22) },
    code: 'reference.base',
    field: 'base',
  },
  {
    what: 'a deadline beyond the calendar',
    type: 'deadline',
    input: { event: '2046-02-02', period: 'P1W', state: 'NW' },
    code: 'calendar.out-of-range',
    field: 'event',
  },
  {
    what: 'a broken IBAN',
    type: 'epc069_12',
    input: { name: 'A', iban: 'DE88370400440532013000', amount: '1.00' },
    code: 'girocode.iban',
    field: 'iban',
  },
  {
    what: 'a BIC missing in version 001',
    type: 'epc069_12',
    input: { version: '001', name: 'A', iban: 'DE89370400440532013000', amount: '1.00' },
    code: 'girocode.bic',
    field: 'bic',
  },
  {
    what: 'a negative payment',
    type: 'allocation',
    input: { payment: '-5.00', buckets: { costs: '1.00', interest: '1.00', principal: '1.00' }, rule: '367' },
    code: 'input.invalid',
    field: 'payment',
  },
  { what: 'an unknown type', type: 'interest_other_convention', input: {}, code: 'type.unknown', field: 'type' },
  { what: 'a name of Object', type: 'constructor', input: {}, code: 'type.unknown', field: 'type' },
])('$what is a named fault, never a number', ({ type, input, code, field }) => {
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
