import { byCreditor } from '../../domain/actor.ts';
import { Rejected } from '../../domain/faults.ts';
import { fileCheck, type RawRow } from '../../domain/intake/check-file.ts';
import { COLUMN_NAMES } from '../../domain/intake/columns.ts';
import { reported, type ReportedIssue } from '../../domain/intake/findings.ts';
import type { OpenList } from '../../domain/intake/list.ts';
import type { Cells, Issue } from '../../domain/intake/reading.ts';
import { tallyOf } from '../../domain/intake/tally.ts';
import { particularsMail } from '../../domain/letters/queries.ts';
import type { Agency, Creditor, CreditorId } from '../../domain/parties/parties.ts';
import { goodRows, judge, type JudgedRow } from './lots.ts';
import type { People } from '../ports/people.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors, Procedures } from '../ports/creditors.ts';
import type { CalledHandOver } from '../../domain/intake/hand-over.ts';
import type { HandOvers, Work } from '../ports/hand-overs.ts';
import type { Hashes } from '../ports/hashes.ts';
import type { Mailbox } from '../ports/posts.ts';
import type { Once } from '../ports/once.ts';
import type { Workflows } from '../ports/workflows.ts';
import { registerClaims, wokenBy, type Registration } from './register-claims.ts';
import { startClaims, wakeAkten } from './start-lot.ts';
import { tellOnce } from '../tell-once.ts';
import type { Timers } from '../ports/timers.ts';

type Ports = Readonly<{
  akten: Akten;
  people: People;
  hashes: Hashes;
  creditors: Creditors;
  procedures: Pick<Procedures, 'get'>;
  timers: Pick<Timers, 'note'>;
  handOvers: HandOvers;
  clock: Clock;
  work: Work;
  workflows: Pick<Workflows, 'start'>;
  mailbox: Mailbox;
  once: Once;
  agency: Agency;
}>;
type Submission = Readonly<{ creditor: CreditorId; id: string; rows: readonly Cells[] }>;
type Answer = Readonly<{ handOver: CalledHandOver; issues: readonly ReportedIssue[] }>;
type Submitted = Answer & Readonly<{ judged: readonly JudgedRow[]; registration: Registration }>;

/** Issues name the field of the body, as those of a file name its heading. */
const FIELDS: OpenList['headings'] = {
  ...Object.fromEntries(COLUMN_NAMES.map((name) => [name, name])),
  amount: 'amountCents',
  paid: 'paidCents',
  ownCosts: 'ownCostsCents',
};

/** What is told of a file, and of an API call is not. */
const NO_FILE = { encoding: null, delimiter: null, problem: null, report: null, correction: null } as const;

/** One lot: what an API client may send at once. */
export const MOST_AT_ONCE = 500;

/**
 * A machine may pass over what the answer says: where contracts are missing a person of the creditor's is asked, once
 * for each hand-over. A file has its own mail.
 */
const askCreditor = async (ports: Ports, creditor: Creditor, handOver: CalledHandOver): Promise<void> => {
  const asked = handOver.codes['contract.missing'] ?? 0;
  if (asked === 0 || handOver.accepted === 0) return;
  await tellOnce(ports, `particulars-mail:${creditor.id}:${handOver.id}`, () => ({
    to: creditor.email,
    ...particularsMail({ agency: ports.agency, creditor, handOver }),
  }));
};

/**
 * The claims of an API call, judged by the very rules of the file; they stand in the Abgabehistorie as one hand-over.
 */
const submit = async (ports: Ports, of: Submission): Promise<Submitted> => {
  const creditor = await ports.creditors.get(of.creditor);
  const known = await ports.handOvers.find(creditor.id, of.id);
  const on = known?.on ?? ports.clock.today();
  const check = fileCheck(creditor, on, { rows: of.rows.length });
  const rows = of.rows.map((cells, i): RawRow => ({ row: i + 1, line: i + 1, text: '', cells }));
  const verdicts = rows.map((row) => check.check(row));
  const registration = await registerClaims(ports)({
    creditor,
    handOver: of.id,
    on,
    by: byCreditor(creditor.id),
    rows: goodRows(verdicts),
  });
  const { accepted, refused } = registration;
  const judged = judge(rows, verdicts, refused);
  const claims = accepted.map((a) => `${a.akte}-${a.claim}`);
  const at = ports.clock.now().toISOString();
  const handOver: CalledHandOver = {
    ...tallyOf(judged),
    id: of.id,
    creditor: creditor.id,
    source: 'api',
    file: null,
    on,
    mode: 'good-rows',
    state: 'done',
    ...NO_FILE,
    claims,
    startsPending: false,
    receivedAt: known?.receivedAt ?? at,
    updatedAt: at,
    finishedAt: at,
  };
  await askCreditor(ports, creditor, handOver);
  return { handOver, issues: judged.flatMap((j) => j.issues).map((i) => reported(i, FIELDS)), judged, registration };
};

/** The one claim of a call is refused: with all reasons, and the code of the first (domain/intake/issue-codes.ts). */
export class ClaimRefused extends Rejected {
  override readonly code: string;
  constructor(issues: readonly Issue[]) {
    const reasons = issues.filter((i) => i.severity !== 'warning' && i.severity !== 'hint');
    super('claim.refused', reasons.map((i) => `${i.message} ${i.mend}`).join(' '));
    this.code = reasons[0]?.code ?? 'claim.refused';
  }
}

/**
 * Takes one claim and starts it at once, or completes one that waits for its contract. `id` makes a retry the same
 * hand-over; a refused claim is a Rejected with all reasons.
 */
export const submitClaim =
  (ports: Ports) =>
  async (
    of: Readonly<{ creditor: CreditorId; id: string; cells: Cells }>,
  ): Promise<Answer & Readonly<{ claim: string }>> => {
    const { handOver, issues, judged, registration } = await submit(ports, { ...of, rows: [of.cells] });
    const [completed] = registration.completed;
    await wakeAkten(ports)(wokenBy(registration));
    if (completed) {
      await ports.handOvers.save(handOver);
      return { handOver, issues, claim: `${completed.akte}-${completed.claim}` };
    }
    const [claim] = handOver.claims;
    if (claim === undefined) {
      throw new ClaimRefused(judged.flatMap((j) => j.issues));
    }
    await startClaims(ports)([claim]);
    await ports.handOvers.save(handOver);
    return { handOver, issues, claim };
  };

/**
 * Takes many claims: good ones become claims, bad ones come back with their reasons. Executions are started by the
 * queue.
 */
export const submitClaims =
  (ports: Ports) =>
  async (of: Submission): Promise<Answer> => {
    if (of.rows.length > MOST_AT_ONCE)
      throw new Rejected(
        'claims.too-many',
        `Höchstens ${MOST_AT_ONCE} Forderungen in einem Aufruf; bitte mehrere Aufrufe machen oder eine Liste hochladen.`,
        { field: 'claims' },
      );
    const { handOver, issues, registration } = await submit(ports, of);
    const woken = wokenBy(registration);
    const { rows, accepted, rejected, duplicates, warnings, codes, claims } = handOver;
    const isStarted = claims.length === 0 && woken.length === 0;
    await ports.handOvers.saveLot(handOver.creditor, handOver.id, {
      n: 1,
      rows,
      accepted,
      rejected,
      duplicates,
      warnings,
      codes,
      claims,
      woken,
      started: isStarted,
    });
    await ports.handOvers.save({ ...handOver, startsPending: !isStarted });
    if (!isStarted) await ports.work.startLots([{ creditor: handOver.creditor, handOver: handOver.id, lot: 1 }]);
    return { handOver, issues };
  };
