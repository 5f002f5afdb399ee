import type { Day } from '../calendar.ts';
import { Rejected } from '../faults.ts';
import type { AkteId, HandOverId } from '../ids.ts';
import type { CreditorId } from '../parties/parties.ts';
import type { RawRow } from './check-file.ts';
import { COLUMN_NAMES } from './columns.ts';
import { reported, type ReportedIssue } from './findings.ts';
import { LOT_ROWS, type CalledHandOver, type Lot } from './hand-over.ts';
import type { JudgedRow } from './judged.ts';
import type { Registered } from './known-rows.ts';
import type { OpenList } from './list.ts';
import type { Cells, Issue } from './reading.ts';
import { tallyOf } from './tally.ts';

/** What an API client may send at once: a call is taken in as one lot. */
export const MOST_AT_ONCE = LOT_ROWS;

/** Refuses more than one call may bring: Rejected `claims.too-many`. */
export const checkCall = (claims: readonly Cells[]): void => {
  if (claims.length <= MOST_AT_ONCE) return;
  throw new Rejected(
    'claims.too-many',
    `Höchstens ${MOST_AT_ONCE} Forderungen in einem Aufruf; bitte mehrere Aufrufe machen oder eine Liste hochladen.`,
    { field: 'claims' },
  );
};

/** The claims of a call as rows of a list, so that the very same rules judge them. */
export const rowsOfCall = (claims: readonly Cells[]): readonly RawRow[] =>
  claims.map((cells, i) => ({ row: i + 1, line: i + 1, text: '', cells }));

/** Issues name the field of the body, as those of a file name its heading. */
const FIELDS: OpenList['headings'] = {
  ...Object.fromEntries(COLUMN_NAMES.map((name) => [name, name])),
  amount: 'amountCents',
  paid: 'paidCents',
  ownCosts: 'ownCostsCents',
};
export const issuesOfCall = (judged: readonly JudgedRow[]): readonly ReportedIssue[] =>
  judged.flatMap((row) => row.issues).map((issue) => reported(issue, FIELDS));

/** What is told of a file, and of an API call is not. */
const NO_FILE = { encoding: null, delimiter: null, problem: null, report: null, correction: null } as const;

/** A call that was taken: `at`, now; `receivedAt`: when its first try came (instants); `on`: the day of that. */
type Taken = Readonly<{
  id: HandOverId;
  creditor: CreditorId;
  on: Day;
  at: string;
  receivedAt: string | undefined;
  judged: readonly JudgedRow[];
  accepted: readonly Registered[];
}>;
/** The claims of a call as they stand in the Abgabehistorie: one hand-over, done at once. */
export const calledHandOver = ({ id, creditor, on, at, receivedAt, judged, accepted }: Taken): CalledHandOver => ({
  ...tallyOf(judged),
  id,
  creditor,
  source: 'api',
  file: null,
  on,
  mode: 'good-rows',
  state: 'done',
  ...NO_FILE,
  claims: accepted.map(({ akte, claim }) => `${akte}-${claim}`),
  startsPending: false,
  receivedAt: receivedAt ?? at,
  updatedAt: at,
  finishedAt: at,
});

/** The one lot of a call. `woken`: the Akten that go on anew; nothing to start: it is started. */
export const lotOfCall = (handOver: CalledHandOver, woken: readonly AkteId[]): Lot => {
  const { rows, accepted, rejected, duplicates, warnings, codes, claims } = handOver;
  const started = claims.length === 0 && woken.length === 0;
  return { n: 1, rows, accepted, rejected, duplicates, warnings, codes, claims, woken, started };
};

/**
 * Whether a person of the creditor's is asked for contracts: a machine may pass over what the answer says. What was
 * taken of the call lacks them.
 */
export const lacksContracts = ({ accepted, codes }: Pick<CalledHandOver, 'accepted' | 'codes'>): boolean =>
  accepted > 0 && (codes['contract.missing'] ?? 0) > 0;

/** The one claim of a call is refused: with all reasons, each by its code of issue-codes.ts. */
export class ClaimRefused extends Rejected {
  constructor(issues: readonly Issue[]) {
    const refusing = issues.filter((i) => i.severity !== 'warning' && i.severity !== 'hint');
    const reasons = refusing.map(({ column, code, message, mend }) => ({
      field: column === null ? null : (FIELDS[column] ?? column),
      code,
      message: `${message} ${mend}`,
    }));
    super('claim.refused', reasons.map(({ message }) => message).join(' '), { reasons });
  }
}
