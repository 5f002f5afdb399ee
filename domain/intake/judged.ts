import type { GoodRow, RawRow, RowIssue, Verdict } from './check-file.ts';
import type { Outcome } from './tally.ts';

/** A row as it is judged in the end: by itself, within its file, and against the store. */
export type JudgedRow = Readonly<{
  row: number;
  line: number;
  text: string;
  outcome: Outcome;
  issues: readonly RowIssue[];
}>;

export const goodRows = (verdicts: readonly Verdict[]): readonly GoodRow[] =>
  verdicts.filter((verdict) => verdict.outcome === 'good');

/** What becomes of a row against which the store has something, or nothing. */
const outcomeOf = (verdict: Verdict, issue: RowIssue | undefined): Outcome => {
  if (issue === undefined) return verdict.outcome;
  return issue.severity === 'duplicate' ? 'duplicate' : 'rejected';
};

/** Joins what the rows say themselves with what the store refused. `verdicts`: of the rows, one each in their order. */
export const judge = (
  rows: readonly RawRow[],
  verdicts: readonly Verdict[],
  refused: readonly RowIssue[],
): JudgedRow[] => {
  const against = new Map(refused.map((issue) => [issue.row, issue]));
  return verdicts.map((v, i): JudgedRow => {
    const issue = against.get(v.row);
    const outcome = outcomeOf(v, issue);
    const issues = issue ? [...v.issues, issue] : v.issues;
    // What was wanting in a claim that is there already was said when it came.
    return {
      row: v.row,
      line: v.line,
      text: rows[i]?.text ?? '',
      outcome,
      issues: outcome === 'duplicate' ? issues.filter((found) => found.severity !== 'warning') : issues,
    };
  });
};
