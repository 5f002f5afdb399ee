import { SYSTEM } from '../../domain/actor.ts';
import { generationOf, matterOf, type Akte } from '../../domain/akte/akte.ts';
import { nextStep } from '../../domain/dunning/next-step.ts';
import { contactPointsOf } from '../../domain/akte/person.ts';
import { decideRenewal } from '../../domain/akte/restarted.ts';
import { executionName, type DunningInput } from '../../statemachines/dunning.ts';
import { eachInParallel, inParallel } from '../in-parallel.ts';
import type { Deciding } from '../akte/next.ts';
import type { Creditors } from '../ports/creditors.ts';
import type { Workflows } from '../ports/workflows.ts';
import { proceduresOf } from '../akte/procedures-of.ts';
import { record } from '../akte/record.ts';
import type { Executions, Timers } from '../ports/timers.ts';

type Looking = Omit<Deciding, 'people'>;
type Ports = Looking & Readonly<{ workflows: Workflows; timers: Timers; executions: Executions }>;
/** What one claim on the list turned out to be. */
type Found = 'running' | 'ended' | 'started' | 'restarted' | 'renewed';
/**
 * How many claims of each kind; `failed`: could not be looked at, the next sweep tries again. `finished`: false where
 * the time was over before the list.
 */
export type Swept = Readonly<Record<Found | 'failed', number> & { finished: boolean }>;
export type Sweeping = Readonly<{
  mayGoOn?: () => boolean;
  onFault?: (of: DunningInput, error: unknown) => void;
  /** Hears of each line of the list, whatever becomes of it. */
  onListed?: (of: DunningInput) => void;
}>;

/** An execution lives one year at most: it is followed by a younger one well before. */
const RENEW_AFTER_MS = 300 * 86_400_000;
/** So many suspicious claims are looked at together; more would not start faster than the account's quota lets them. */
const AT_ONCE = 8;
/** So many are gathered before they are looked at. */
const BATCH = 64;

const isOpen = async (ports: Looking, akte: Akte, claim: DunningInput['claim']): Promise<boolean> => {
  const matter = matterOf(akte, claim);
  return (
    matter !== undefined &&
    nextStep(akte, claim, { procedures: await proceduresOf(ports.procedures, akte), today: ports.clock.today() })
      .kind !== 'end'
  );
};

const isAnyOpen = async (ports: Looking, akte: Akte): Promise<boolean> => {
  for (const { id } of akte.claims) if (await isOpen(ports, akte, id)) return true;
  return false;
};

const restart = async (ports: Ports, of: DunningInput): Promise<void> => {
  const akte = await record(ports.akten, of.akte, { by: SYSTEM.sweep, facts: (seen) => decideRenewal(of, seen) });
  const generation = generationOf(akte, of.claim);
  await ports.workflows.start(of.akte, of.claim, generation);
  // Tidying up: its word counts no more, and where it is at its end this does nothing.
  if (generation !== of.generation) await ports.workflows.stop(of.akte, of.claim, of.generation);
};

/** Looks closely at a claim whose noted execution is not running, or has run for long. */
const look = async (ports: Ports, noted: DunningInput, isOld: boolean): Promise<Found> => {
  const akte = await ports.akten.find(noted.akte);
  if (!akte || !(await isOpen(ports, akte, noted.claim))) {
    // While something else of the Akte is open more money may come, be shared out afresh among its claims, and open
    // this one again: what came on one day has no order (decision 22).
    if (!akte || !(await isAnyOpen(ports, akte))) await ports.timers.drop(noted);
    return 'ended';
  }
  const current = { ...noted, generation: generationOf(akte, noted.claim) };
  const status = isOld && current.generation === noted.generation ? 'old' : await ports.executions.status(current);
  switch (status) {
    case 'running':
      await ports.timers.note(current);
      return 'running';
    case 'unknown':
      await ports.workflows.start(current.akte, current.claim, current.generation);
      return 'started';
    case 'ended':
      await restart(ports, current);
      return 'restarted';
    case 'old':
      await restart(ports, current);
      return 'renewed';
    default:
      return status satisfies never;
  }
};

const isOlder = (startedAt: number | undefined, now: Date): boolean =>
  startedAt !== undefined && now.getTime() - startedAt > RENEW_AFTER_MS;

/**
 * The sweep: compares what ought to run with what does. A claim whose execution has failed, was stopped or never began
 * goes on in a new one: the facts say what comes next, so nothing is sent twice and nothing is left out. Closed and
 * settled claims leave the list. Running it again, or twice at once, changes nothing.
 */
export const restartLost =
  (ports: Ports) =>
  async ({
    mayGoOn = () => true,
    onFault = () => undefined,
    onListed = () => undefined,
  }: Sweeping = {}): Promise<Swept> => {
    const running = new Map<string, number>();
    const count = { running: 0, ended: 0, started: 0, restarted: 0, renewed: 0, failed: 0 };
    const now = ports.clock.now();
    for await (const { name, startedAt } of ports.executions.running()) running.set(name, startedAt);
    const lookAt = async (batch: readonly DunningInput[]): Promise<void> => {
      const found = await inParallel(batch, AT_ONCE, (of) =>
        look(ports, of, isOlder(running.get(executionName(of)), now)).catch((error: unknown): 'failed' => {
          onFault(of, error);
          return 'failed';
        }),
      );
      for (const f of found) count[f]++;
    };
    let suspicious: DunningInput[] = [];
    for await (const of of ports.timers.all()) {
      onListed(of);
      const startedAt = running.get(executionName(of));
      if (startedAt !== undefined && !isOlder(startedAt, now)) {
        count.running++;
        continue;
      }
      suspicious.push(of);
      if (suspicious.length < BATCH) continue;
      if (!mayGoOn()) return { ...count, finished: false };
      await lookAt(suspicious);
      suspicious = [];
    }
    const finished = suspicious.length === 0 || mayGoOn();
    if (finished) await lookAt(suspicious);
    return { ...count, finished };
  };

/**
 * Writes the lists of timers and of people afresh from the Akten of one creditor, for a table that was restored to an
 * earlier minute: from then on the sweep restarts what is missing. Reads every Akte of the creditor.
 */
export const noteAll =
  (ports: Deciding & Readonly<{ timers: Timers; creditors: Creditors }>) =>
  async (creditor: Parameters<Creditors['get']>[0]): Promise<number> => {
    const noted = eachInParallel(ports.akten.each(creditor), AT_ONCE, async (id) => {
      const akte = await ports.akten.get(id);
      const open: DunningInput[] = [];
      for (const { id: claim } of akte.claims)
        if (await isOpen(ports, akte, claim)) open.push({ akte: id, claim, generation: generationOf(akte, claim) });
      for (const of of open) await ports.timers.note(of);
      await ports.people.note([{ akte: id, points: contactPointsOf(akte.debtor) }]);
      return open.length;
    });
    let sum = 0;
    for await (const n of noted) sum += n;
    return sum;
  };
