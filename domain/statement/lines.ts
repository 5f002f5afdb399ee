import { formatDay, type Day } from '../calendar.ts';
import type { Confidence, Dated } from '../law/dated.ts';
import { formatEuro, formatFine, sum, type Cents, type Fine } from '../money.ts';
import type { ClaimStanding } from '../account/account.ts';

/**
 * The version of a rule a line was computed by: since when it applies, where it stands, when it was last read, how sure
 * we are.
 */
export type RuleVersion = Readonly<{ rule: string; from: Day; source: string; checkedOn: Day; confidence: Confidence }>;

/**
 * One amount that explains itself: `why` is one sentence for a reader without training, `formula` the calculation in
 * German, `inputs` what went into it. `lines` explain the amount further; `assumed`: a figure of the law was not yet
 * known and the last one known stands in.
 */
export type StatementLine = Readonly<{
  id: string;
  label: string;
  amount: Cents;
  /**
   * How the amount is shown where it is rounded only in the sum above it: such lines add up in hundredths of a cent,
   * and in cents.
   */
  fine: Fine | null;
  ground: string;
  why: string;
  formula: string | null;
  inputs: Readonly<Record<string, string>>;
  rules: readonly RuleVersion[];
  assumed: boolean;
  lines: readonly StatementLine[];
}>;

export const SECTIONS = ['default', 'claims', 'fees', 'payments', 'open', 'further', 'creditor'] as const;

/** `counts`: its lines add up to the balance; the others explain. */
export type Section = Readonly<{
  id: (typeof SECTIONS)[number];
  title: string;
  counts: boolean;
  sum: Cents;
  lines: readonly StatementLine[];
}>;

/**
 * The Forderungsaufstellung of an Akte as of a day. The sections that count sum to `total`; so does the section `open`.
 * Cents.
 */
export type Statement = Readonly<{
  akte: string | null;
  debtor: string;
  creditor: string | null;
  asOf: Day;
  sections: readonly Section[];
  total: Cents;
  overpaid: Cents;
  assumed: boolean;
}>;

/** Whose account, for whom, as of when: the line under the title, the same on paper and on screen. */
export const subtitleOf = (s: Statement): string =>
  [
    s.debtor,
    ...(s.creditor === null ? [] : [`Gläubiger: ${s.creditor}`]),
    ...(s.akte === null ? [] : [`Aktenzeichen ${s.akte}`]),
    `Stand ${formatDay(s.asOf)}`,
  ].join(' · ');

/** `Forderungsaufstellung MUS-4F7K-2QXR` */
export const titleOf = (s: Statement): string =>
  ['Forderungsaufstellung', ...(s.akte === null ? [] : [s.akte])].join(' ');

/** An amount as it is shown: to the cent, or finer where only the sum is rounded. */
export const shownAmountOf = ({ amount, fine }: Pick<StatementLine, 'amount' | 'fine'>): string =>
  fine === null ? formatEuro(amount) : formatFine(fine);

export const version = (rule: string, row: Omit<Dated<unknown>, 'value'>): RuleVersion => ({
  rule,
  from: row.from,
  source: row.source,
  checkedOn: row.checkedOn,
  confidence: row.confidence,
});

type Draft = Pick<StatementLine, 'id' | 'label' | 'amount' | 'ground' | 'why'> & Partial<StatementLine>;

export const line = (draft: Draft): StatementLine => {
  const lines = draft.lines ?? [];
  return {
    fine: null,
    formula: null,
    inputs: {},
    rules: [],
    ...draft,
    lines,
    assumed: draft.assumed === true || lines.some((l) => l.assumed),
  };
};

/** How much is built: all of a line, or only what a letter shows of it (`heads`: no lines and no formula below). */
export type Depth = 'whole' | 'heads';

export const below = (depth: Depth, lines: () => readonly StatementLine[]): readonly StatementLine[] =>
  depth === 'heads' ? [] : lines();

export const invoice = (c: ClaimStanding): string => `Rechnung ${c.claim.invoiceNumber}`;

export const section = (what: Pick<Section, 'id' | 'title' | 'counts'>, lines: readonly StatementLine[]): Section => ({
  ...what,
  sum: sum(lines.map((l) => l.amount)),
  lines,
});
