import { byCreditor } from '../../domain/actor.ts';
import {
  calledHandOver,
  checkCall,
  ClaimRefused,
  issuesOfCall,
  lacksContracts,
  lotOfCall,
  rowsOfCall,
} from '../../domain/intake/called.ts';
import { fileCheck } from '../../domain/intake/check-file.ts';
import type { ReportedIssue } from '../../domain/intake/findings.ts';
import type { CalledHandOver } from '../../domain/intake/hand-over.ts';
import type { HandOverId } from '../../domain/ids.ts';
import { goodRows, judge, type JudgedRow } from '../../domain/intake/judged.ts';
import type { Cells } from '../../domain/intake/reading.ts';
import { particularsMail } from '../../domain/letters/queries.ts';
import type { Agency, Creditor, CreditorId } from '../../domain/parties/parties.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors } from '../ports/creditors.ts';
import type { HandOvers, Work } from '../ports/hand-overs.ts';
import type { Once } from '../ports/once.ts';
import type { Mailbox } from '../ports/posts.ts';
import type { Workflows } from '../ports/workflows.ts';
import { tellOnce } from '../tell-once.ts';
import { registerClaims, wokenBy, type Registering, type Registration } from './register-claims.ts';
import { startClaims, wakeAkten } from './start-lot.ts';

type Ports = Registering &
  Readonly<{
    creditors: Creditors;
    handOvers: HandOvers;
    clock: Clock;
    work: Work;
    workflows: Pick<Workflows, 'start'>;
    mailbox: Mailbox;
    once: Once;
    agency: Agency;
  }>;
type Submission = Readonly<{ creditor: CreditorId; id: HandOverId; rows: readonly Cells[] }>;
type Answer = Readonly<{ handOver: CalledHandOver; issues: readonly ReportedIssue[] }>;
type Submitted = Answer & Readonly<{ judged: readonly JudgedRow[]; registration: Registration }>;

/** What a machine may pass over is asked of a person, once for each hand-over. A file has its own mail. */
const askCreditor = async (ports: Ports, creditor: Creditor, handOver: CalledHandOver): Promise<void> => {
  if (!lacksContracts(handOver)) return;
  await tellOnce(ports, `particulars-mail:${creditor.id}:${handOver.id}`, () => ({
    to: creditor.email,
    ...particularsMail({ agency: ports.agency, creditor, handOver }),
  }));
};

/**
 * The claims of an API call, judged by the very rules of the file; they stand in the Abgabehistorie as one hand-over.
 */
const submit = async (ports: Ports, { id, ...of }: Submission): Promise<Submitted> => {
  const creditor = await ports.creditors.get(of.creditor);
  const known = await ports.handOvers.find(creditor.id, id);
  const on = known?.on ?? ports.clock.today();
  const check = fileCheck(creditor, on, { rows: of.rows.length });
  const rows = rowsOfCall(of.rows);
  const verdicts = rows.map((row) => check.check(row));
  const group = { creditor, handOver: id, on, by: byCreditor(creditor.id), rows: goodRows(verdicts) };
  const registration = await registerClaims(ports)(group);
  const { accepted, refused } = registration;
  const judged = judge(rows, verdicts, refused);
  const at = ports.clock.now().toISOString();
  const receivedAt = known?.receivedAt;
  const handOver = calledHandOver({ id, creditor: creditor.id, on, at, receivedAt, judged, accepted });
  await askCreditor(ports, creditor, handOver);
  return { handOver, issues: issuesOfCall(judged), judged, registration };
};

/**
 * Takes one claim and starts it at once, or completes one that waits for its contract. `id` makes a retry the same
 * hand-over; a refused claim is a Rejected with all reasons.
 */
export const submitClaim =
  (ports: Ports) =>
  async (
    of: Readonly<{ creditor: CreditorId; id: HandOverId; cells: Cells }>,
  ): Promise<Answer & Readonly<{ claim: string }>> => {
    const { handOver, issues, judged, registration } = await submit(ports, { ...of, rows: [of.cells] });
    const [completed] = registration.completed;
    await wakeAkten(ports)(wokenBy(registration));
    if (completed) {
      await ports.handOvers.save(handOver);
      return { handOver, issues, claim: `${completed.akte}-${completed.claim}` };
    }
    const [claim] = handOver.claims;
    if (claim === undefined) throw new ClaimRefused(judged.flatMap((j) => j.issues));
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
    checkCall(of.rows);
    const { handOver, issues, registration } = await submit(ports, of);
    const { creditor, id } = handOver;
    const lot = lotOfCall(handOver, wokenBy(registration));
    await ports.handOvers.saveLot(creditor, id, lot);
    await ports.handOvers.save({ ...handOver, startsPending: !lot.started });
    if (!lot.started) await ports.work.startLots([{ creditor, handOver: id, lot: lot.n }]);
    return { handOver, issues };
  };
