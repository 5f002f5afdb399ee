import type { GoodRow, RawRow, RowIssue, Verdict } from '../../domain/intake/check-file.ts';
import type { Outcome } from '../../domain/intake/tally.ts';

/**
 * Rows are taken in lots of this size: small enough to lose little in a crash, large enough that a checkpoint costs
 * next to nothing per row.
 */
export const LOT_ROWS = 500;

/**
 * The rows of a list in lots, the same ones whoever reads it and however often: lot n holds the rows from (n − 1) ×
 * LOT_ROWS + 1 on.
 */
export async function* lotsOf(
  rows: AsyncIterable<readonly RawRow[]>,
): AsyncGenerator<Readonly<{ n: number; rows: readonly RawRow[] }>> {
  let n = 0;
  let held: RawRow[] = [];
  for await (const batch of rows)
    for (const row of batch) {
      held.push(row);
      if (held.length < LOT_ROWS) continue;
      yield { n: ++n, rows: held };
      held = [];
    }
  if (held.length > 0) yield { n: ++n, rows: held };
}

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

/** Joins what the rows say themselves with what the store refused. */
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
