import * as z from 'zod';
import type { RowIssue } from './check-file.ts';
import { COLUMNS } from './columns.ts';
import { SEVERITIES } from './issue-codes.ts';
import type { OpenList } from './list.ts';

/** An issue as the creditor reads it: `column` is the heading as the creditor wrote it. */
export const ReportedIssue = z.object({
  row: z.int(),
  line: z.int(),
  column: z.string().nullable(),
  code: z.string(),
  severity: z.enum(SEVERITIES),
  message: z.string(),
  mend: z.string(),
  value: z.string().optional(),
});
export type ReportedIssue = z.infer<typeof ReportedIssue>;
/** A refused row, its text as it came, with all reasons in one cell and all remedies in another. */
export const RefusedRow = z.object({ text: z.string(), reasons: z.string(), remedies: z.string() });
export type RefusedRow = z.infer<typeof RefusedRow>;
/** What was found in one lot of rows, as it is kept until the reports are put together. */
export const Findings = z.object({ issues: z.array(ReportedIssue), refused: z.array(RefusedRow) });
export type Findings = z.infer<typeof Findings>;

export const reported = ({ column, ...issue }: RowIssue, headings: OpenList['headings']): ReportedIssue => ({
  ...issue,
  column: column === null ? null : (headings[column] ?? COLUMNS[column].label),
});

const REFUSING: readonly string[] = ['error', 'conflict'];
/** A refused row with all its reasons and remedies. */
export const refusedRow = ({ text, issues }: Readonly<{ text: string; issues: readonly RowIssue[] }>): RefusedRow => {
  const why = issues.filter((i) => REFUSING.includes(i.severity));
  return {
    text,
    reasons: why.map((i) => i.message).join(' '),
    remedies: [...new Set(why.map((i) => i.mend))].join(' '),
  };
};
