import { statementJson } from '../../../adapters/json/statement.ts';
import { nastyStatement } from '../../support/statements.ts';

test('decimal strings, and the sections that count sum to the total', () => {
  const json = statementJson(nastyStatement()) as {
    total: string;
    overpaid: string;
    sections: { counts: boolean; sum: string }[];
  };
  expect(json.total).toBe('0.00');
  expect(json.overpaid).toMatch(/^99995\d\d\.\d\d$|^999\d{4}\.\d\d$/);
  expect(json.sections.filter((x) => x.counts).reduce((n, x) => n + Math.round(Number(x.sum) * 100), 0)).toBe(0);
});
