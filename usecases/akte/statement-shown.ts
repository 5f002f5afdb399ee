import type { Akte } from '../../domain/akte/akte.ts';
import type { Statement, StatementLine } from '../../domain/statement/lines.ts';

type Line = Readonly<
  Omit<StatementLine, 'amount' | 'lines'> & { amountCents: StatementLine['amount']; lines: readonly Line[] }
>;
const lineShown = ({ amount, lines, ...line }: StatementLine): Line => ({
  ...line,
  amountCents: amount,
  lines: lines.map(lineShown),
});

/** The statement of an Akte, its amounts called what they are. */
export const statementShown = ({ id }: Pick<Akte, 'id'>, { total, overpaid, sections, ...statement }: Statement) => ({
  ...statement,
  akte: id,
  totalCents: total,
  overpaidCents: overpaid,
  sections: sections.map(({ sum, lines, ...section }) => ({ ...section, sumCents: sum, lines: lines.map(lineShown) })),
});
