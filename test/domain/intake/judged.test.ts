import type { RawRow, RowIssue, Verdict } from '../../../domain/intake/check-file.ts';
import { goodRows, judge } from '../../../domain/intake/judged.ts';
import { issueOf } from '../../../domain/intake/reading.ts';
import { ZERO } from '../../../domain/money.ts';
import { aClaim, erika } from '../../support/akte.ts';

const raw = (n: number): RawRow => ({ row: n, line: n + 1, cells: {}, text: `K-1;RE-${n}` });
const issue = (n: number, code: Parameters<typeof issueOf>[0]): RowIssue => ({
  row: n,
  line: n + 1,
  ...issueOf(code, null, '', {}),
});
const good = (n: number, ...issues: readonly RowIssue[]): Verdict => {
  const { id: _, matter: __, ...claim } = aClaim(n);
  return { row: n, line: n + 1, outcome: 'good', debtor: erika, claim, paid: ZERO, issues };
};
const bad = (n: number, outcome: 'rejected' | 'duplicate', ...issues: readonly RowIssue[]): Verdict => ({
  row: n,
  line: n + 1,
  outcome,
  issues,
});
const WARNING = 'contract.missing';

test('only good rows are taken', () => {
  const verdicts = [good(1), bad(2, 'rejected'), bad(3, 'duplicate'), good(4)];
  expect(goodRows(verdicts)).toEqual([good(1), good(4)]);
});

describe('a row against which the store has nothing', () => {
  test.each([good(1, issue(1, WARNING)), bad(1, 'rejected', issue(1, 'row.cells'))])(
    'is what its list says of it: $outcome',
    (verdict) => {
      const { outcome, issues } = verdict;
      expect(judge([raw(1)], [verdict], [])).toEqual([{ row: 1, line: 2, text: 'K-1;RE-1', outcome, issues }]);
    },
  );
});

describe('a row against which the store has something', () => {
  test('is rejected, and says what its list says, too', () => {
    const against = issue(2, 'invoice.conflict');
    const judged = judge([raw(1), raw(2)], [good(1), good(2, issue(2, WARNING))], [against]);
    expect(judged.map((row) => row.outcome)).toEqual(['good', 'rejected']);
    expect(judged.map((row) => row.issues)).toEqual([[], [issue(2, WARNING), against]]);
  });
  test('is a duplicate where its invoice is there already: what is wanting was said when it came', () => {
    const against = issue(1, 'invoice.duplicate');
    const hint = issue(1, 'column.unknown');
    expect(judge([raw(1)], [good(1, issue(1, WARNING), hint)], [against])).toEqual([
      { row: 1, line: 2, text: 'K-1;RE-1', outcome: 'duplicate', issues: [hint, against] },
    ]);
  });
});

test('a duplicate within its list says nothing of what is wanting either', () => {
  const twice = issue(1, 'row.duplicate');
  expect(judge([raw(1)], [bad(1, 'duplicate', issue(1, WARNING), twice)], [])[0]?.issues).toEqual([twice]);
});

test('a row whose text is not known any more has none', () => {
  expect(judge([], [good(1)], [])[0]?.text).toBe('');
});
