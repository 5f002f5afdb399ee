import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { CALCULATORS, answer } from '../../cli/calc.ts';
import { creditorFrom } from '../../cli/check/mandate.ts';
import { lint } from '../../cli/lint.ts';
import { explain } from '../../cli/statement/explain.ts';
import { lastDayOf, readStatementFile } from '../../cli/statement/file.ts';
import { statementHtml } from '../../adapters/html/statement.ts';
import { statementJson } from '../../adapters/json/statement.ts';
import { day } from '../../domain/calendar.ts';
import { SHIPPED_PROCEDURES } from '../../domain/procedure/shipped-procedures.ts';
import { mutated } from '../support/mutated.ts';
import { ends, isOurs, A } from './ours.ts';

const example = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8'));
test('mahnwerk lint: whatever stands in the file, findings or a German message with the field', () => {
  fc.assert(
    fc.property(fc.oneof(mutated(example('stadtwerke.procedure.json')), ...SHIPPED_PROCEDURES.map(mutated)), (json) => {
      const { text, exitCode } = lint(['mahnlauf.json'], () => JSON.stringify(json));
      expect(text).not.toBe('');
      if (exitCode === 2) isOurs(text, []);
    }),
    { numRuns: 500 },
  );
});
test('mahnwerk check --creditor: whatever stands in the file, a mandate or a German message with the field', () => {
  fc.assert(
    fc.property(mutated(example('creditors/musterversand.json')), (json) => {
      isOurs(
        ends(() => creditorFrom(json)),
        [],
      );
    }),
    { numRuns: 500 },
  );
});

const STATEMENT = {
  akte: A,
  orderedOn: '2026-03-02',
  creditor: { name: 'Musterversand GmbH', deductsInputTax: true, leastAmount: '5.00', claimsLumpSum: true },
  debtor: { name: 'Erika Beispiel', kind: 'private', land: 'NW' },
  claims: [
    {
      id: 'F1',
      invoiceNumber: 'RE-1',
      invoiceDate: '2026-01-15',
      dueOn: '2026-01-29',
      principal: '100.00',
      ownCosts: '2.50',
      kind: 'goods',
      contractDate: '2026-01-10',
      priorDunning: { kind: 'mahnung', on: '2026-02-10', payBy: '2026-02-20' },
    },
    {
      id: 'F2',
      invoiceNumber: 'RE-2',
      invoiceDate: '2026-02-15',
      dueOn: '2026-02-28',
      principal: '50',
      orderedOn: '2026-04-01',
    },
  ],
  demands: [
    {
      on: '2026-03-09',
      channel: 'letter',
      collectionFee: true,
      total: '140.00',
      payBy: '2026-03-23',
      orderedOn: '2026-03-02',
    },
  ],
  payments: [{ id: 'Z1', amount: '20.00', valueDate: '2026-03-20', via: 'agency', claim: 'F1' }],
  reversals: [{ payment: 'Z1', on: '2026-03-25', reason: 'Rückbuchung' }],
  credits: [{ id: 'GS-1', amount: '10.00', on: '2026-03-20', claim: 'F1', reason: 'Rücksendung' }],
  refunds: [],
};
test('mahnwerk statement: whatever stands in the file, a statement or a German message with the field', () => {
  fc.assert(
    fc.property(
      mutated(STATEMENT),
      fc.constantFrom(null, '0001-01-01', '1949-12-31', '2026-12-31', '2100-01-01', '9999-12-31'),
      (json, asOf) => {
        isOurs(
          ends(() => {
            const file = readStatementFile(json);
            const shown = explain(file, asOf === null ? lastDayOf(file) : day(asOf));
            statementHtml(shown);
            statementJson(shown);
            return '';
          }),
          [],
        );
      },
    ),
    { numRuns: 500 },
  );
});

const ASKED: Readonly<Record<string, object>> = {
  basiszins: { validFrom: '2026-01-01' },
  rate: { date: '2026-01-01', oldB2bMargin: '8.00' },
  interest: {
    principal: '100',
    firstInterestDay: '2026-01-01',
    lastInterestDay: '2026-06-30',
    margin: '5',
    fixedRate: null,
  },
  interest_days: { dueDate: '2026-01-01', paidOn: '2026-02-01', state: 'NW', postalCode: '44135' },
  fee_table: { table: 'RVG2025', value: '100' },
  rvg_fee_only: { table: 'RVG2025', value: '100', rate: '0.9', on: '2026-01-01' },
  rvg_fee: {
    table: 'RVG2025',
    value: '100',
    rate: '0.9',
    undisputedInkasso: true,
    creditorCannotDeductVat: true,
    on: '2026-01-01',
    completedOn: '2026-02-01',
  },
  rvg_bill: { table: 'RVG2025', value: '100', items: ['1.0', '3305:1.3'], on: '2026-01-01', completedOn: '2026-02-01' },
  zahlungsvereinbarung: { table: 'RVG2025', claim: '100', rate: '0.7', valueShare: '50', on: '2026-01-01' },
  court_fee_mahnbescheid: { table: 'GKG2025', value: '100', minimum: '36', filedOn: '2026-01-01' },
  court_dunning_total: {
    rvg: 'RVG2025',
    gkg: 'GKG2025',
    claim: '100',
    geschaeftsgebuehr: '0.9',
    undisputed: true,
    on: '2026-01-01',
    filedOn: '2026-02-01',
    completedOn: '2026-03-01',
  },
  allocation: { payment: '10', rule: '367', buckets: { costs: '1', interest: '2', principal: '3' } },
  deadline: { event: '2026-01-01', period: 'P2W', state: 'NW', postalCode: '44135' },
  limitation: { accrued: '2024-01-01', knowledge: '2024-02-01', state: null, postalCode: null },
  limitation_max: { accrued: '2024-01-01', years: 10 },
  iso11649_make: { base: 'MUS4F7K2QXR' },
  iso11649_validate: { reference: 'RF18539007547034' },
  epc069_12: {
    name: 'Muster',
    iban: 'DE02120300000000202051',
    amount: '5',
    text: 'x',
    bic: 'BYLADEM1001',
    purpose: 'GDDS',
  },
};
/** What stands where a figure could not be reckoned, unless it was asked for so: a text may say `NaN`. */
const unreckoned = (result: string, question: string): readonly string[] =>
  ['NaN', 'Infinity', 'null,"days'].filter((trace) => result.includes(trace) && !question.includes(trace));
test('every calculation is tried', () => {
  expect(Object.keys(CALCULATORS).sort()).toEqual(Object.keys(ASKED).sort());
});
test.each(Object.entries(ASKED))(
  'mahnwerk calc, %s: whatever stands in a line, a result or a German message with the field',
  (type, input) => {
    const periods = fc.constantFrom('P36500Y', 'P0D', 'P9999M', 'P1Y2M3W4D');
    fc.assert(
      fc.property(
        fc.oneof(
          mutated({ id: 1, type, input }),
          periods.map((period) => ({ id: 1, type, input: { ...input, period } })),
        ),
        (asked) => {
          const question = JSON.stringify(asked);
          const answered = answer(question);
          if ('error' in answered) {
            expect(answered.error.message).not.toBe('');
            isOurs(answered.error.message, []);
          } else expect(unreckoned(JSON.stringify(answered.result), question)).toEqual([]);
        },
      ),
      { numRuns: 120 },
    );
  },
);
