import * as z from 'zod';
import type { Issue } from './reading.ts';

const Count = z.int().nonnegative();
/**
 * What became of rows, counted: rows = accepted + rejected + duplicates; `warnings` counts issues, `codes` how often
 * each kind of issue came.
 */
export const Tally = z.object({
  rows: Count,
  accepted: Count,
  rejected: Count,
  duplicates: Count,
  warnings: Count,
  codes: z.record(z.string(), Count).readonly(),
});
export type Tally = Readonly<z.infer<typeof Tally>>;
export const NO_ROWS: Tally = { rows: 0, accepted: 0, rejected: 0, duplicates: 0, warnings: 0, codes: {} };

export type Outcome = 'good' | 'rejected' | 'duplicate';
/** Counts judged rows. A conflict is a rejected row. */
export const tallyOf = (
  judged: readonly Readonly<{ outcome: Outcome; issues: readonly Pick<Issue, 'code' | 'severity'>[] }>[],
): Tally => {
  const count = (outcome: Outcome): number => judged.filter((j) => j.outcome === outcome).length;
  const codes: Record<string, number> = {};
  let warnings = 0;
  for (const { code, severity } of judged.flatMap((j) => j.issues)) {
    codes[code] = (codes[code] ?? 0) + 1;
    if (severity === 'warning') warnings++;
  }
  return {
    rows: judged.length,
    accepted: count('good'),
    rejected: count('rejected'),
    duplicates: count('duplicate'),
    warnings,
    codes,
  };
};

export const plusTally = (a: Tally, b: Tally): Tally => ({
  rows: a.rows + b.rows,
  accepted: a.accepted + b.accepted,
  rejected: a.rejected + b.rejected,
  duplicates: a.duplicates + b.duplicates,
  warnings: a.warnings + b.warnings,
  codes: Object.entries(b.codes).reduce<Record<string, number>>(
    (sum, [code, n]) => ({ ...sum, [code]: (sum[code] ?? 0) + n }),
    a.codes,
  ),
});
