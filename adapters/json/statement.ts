import { toDecimalString, toFineString } from '../../domain/money.ts';
import type { Statement, StatementLine } from '../../domain/statement/lines.ts';

type Json = Readonly<Record<string, unknown>>;
const lineJson = ({
  id,
  label,
  amount,
  fine,
  ground,
  why,
  formula,
  inputs,
  rules,
  assumed,
  lines,
}: StatementLine): Json => ({
  id,
  label,
  amount: toDecimalString(amount),
  ...(fine === null ? {} : { fine: toFineString(fine) }),
  ground,
  why,
  formula,
  inputs,
  rules,
  ...(assumed ? { assumed } : {}),
  ...(lines.length > 0 ? { lines: lines.map(lineJson) } : {}),
});

/** The statement for machines: the same tree, amounts as decimal strings in euros, `assumed` only where it is true. */
export const statementJson = (s: Statement): Json => ({
  ...(s.akte === null ? {} : { akte: s.akte }),
  debtor: s.debtor,
  ...(s.creditor === null ? {} : { creditor: s.creditor }),
  asOf: s.asOf,
  total: toDecimalString(s.total),
  overpaid: toDecimalString(s.overpaid),
  ...(s.assumed ? { assumed: true } : {}),
  sections: s.sections.map(({ id, title, counts, sum, lines }) => ({
    id,
    title,
    counts,
    sum: toDecimalString(sum),
    lines: lines.map(lineJson),
  })),
});
