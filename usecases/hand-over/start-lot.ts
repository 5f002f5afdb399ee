import { generationOf } from '../../domain/akte/akte.ts';
import { AkteId, ClaimId } from '../../domain/ids.ts';
import { inParallel } from '../in-parallel.ts';
import type { Akten } from '../ports/akten.ts';
import type { HandOvers, LotKey } from '../ports/hand-overs.ts';
import type { Workflows } from '../ports/workflows.ts';

type Starting = Readonly<{ akten: Pick<Akten, 'get'>; workflows: Pick<Workflows, 'start'> }>;

/** `MUS-4F7K-2QXR-F1` → its Akte and the claim. */
const parted = (name: string): readonly [AkteId, ClaimId] => {
  const at = name.lastIndexOf('-');
  return [AkteId.parse(name.slice(0, at)), ClaimId.parse(name.slice(at + 1))];
};

/** More at once only fills the token bucket's queue. */
const AT_ONCE = 8;
const FIRST = ClaimId.parse('F1');

/**
 * What is handed in later than it was invoiced may be what money was meant for that came meanwhile (its exact amount),
 * and open a claim that was settled and led no more: all claims of an Akte that others have joined are asked for again.
 * Where an execution runs, that changes nothing; where it has ended, the sweep finds the claim on its list and begins
 * the next.
 */
const askForAll = async ({ akten, workflows }: Starting, id: AkteId): Promise<void> => {
  const akte = await akten.get(id);
  // Nothing was settled where no money came and nothing was waived.
  if (akte.payments.length === 0 && !akte.matters.some((m) => m.waiver)) return;
  for (const { id: claim } of akte.claims) await workflows.start(id, claim, generationOf(akte, claim));
};

/**
 * Starts the executions of claims named `MUS-4F7K-2QXR-F1`. Twice is the same as once: an execution has its claim's
 * name.
 */
export const startClaims =
  (ports: Starting) =>
  async (names: readonly string[]): Promise<void> => {
    const claims = names.map(parted);
    await inParallel(claims, AT_ONCE, ([akte, claim]) => ports.workflows.start(akte, claim, 1));
    // An Akte whose first claim is among them is new: there was nothing to be joined.
    const opened = new Set(claims.flatMap(([akte, claim]) => (claim === FIRST ? [akte] : [])));
    await inParallel(
      [...new Set(claims.map(([akte]) => akte))].filter((akte) => !opened.has(akte)),
      AT_ONCE,
      (akte) => askForAll(ports, akte),
    );
  };

/**
 * Starts the executions of Akten whose claims were completed in their newest generation: the ones before wait for what
 * has come. Twice is the same as once.
 */
export const wakeAkten =
  ({ akten, workflows }: Starting) =>
  async (woken: readonly AkteId[]): Promise<void> => {
    await inParallel(woken, AT_ONCE, async (id) => {
      const akte = await akten.get(id);
      for (const { id: claim } of akte.claims) await workflows.start(id, claim, generationOf(akte, claim));
    });
  };

/**
 * Starts the executions of a lot, then notes that it has; a lot that is noted is not looked at again. What is not there
 * yet comes again with the queue.
 */
export const startLot =
  (ports: Starting & Readonly<{ handOvers: HandOvers }>) =>
  async (of: LotKey): Promise<number> => {
    const lot = await ports.handOvers.findLot(of.creditor, of.handOver, of.lot);
    if (!lot || lot.started) return 0;
    await startClaims(ports)(lot.claims);
    await wakeAkten(ports)(lot.woken);
    await ports.handOvers.saveLot(of.creditor, of.handOver, { ...lot, started: true });
    return lot.claims.length;
  };
