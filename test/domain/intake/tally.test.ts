import { NO_ROWS, plusTally, tallyOf } from '../../../domain/intake/tally.ts';

describe('the tally', () => {
  const judged = [
    {
      outcome: 'good',
      issues: [
        { code: 'a', severity: 'warning' },
        { code: 'a', severity: 'warning' },
        { code: 'b', severity: 'hint' },
      ],
    },
    { outcome: 'good', issues: [{ code: 'b', severity: 'hint' }] },
    {
      outcome: 'rejected',
      issues: [
        { code: 'c', severity: 'error' },
        { code: 'a', severity: 'warning' },
      ],
    },
    { outcome: 'duplicate', issues: [{ code: 'd', severity: 'duplicate' }] },
  ] as const;
  test('counts what became of the rows, the warnings, and every kind of issue', () => {
    expect(tallyOf(judged)).toEqual({
      rows: 4,
      accepted: 2,
      rejected: 1,
      duplicates: 1,
      warnings: 3,
      codes: { a: 3, b: 2, c: 1, d: 1 },
    });
    expect(tallyOf([])).toEqual(NO_ROWS);
  });
  test('of two lots is that of all their rows', () => {
    for (let n = 0; n <= judged.length; n++)
      expect(plusTally(tallyOf(judged.slice(0, n)), tallyOf(judged.slice(n)))).toEqual(tallyOf(judged));
  });
});
