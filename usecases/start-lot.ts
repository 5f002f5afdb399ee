import { AkteId, ClaimId } from '../domain/claim.ts';
import { inParallel } from './in-parallel.ts';
import type { HandOvers, LotKey, Workflows } from './ports.ts';

type Starting = Pick<Workflows, 'start'>;

/** Starts the execution of a claim named `MUS-4F7K-2QXR-F1`. Twice is the same as once: the execution has the claim's name. */
export const startClaim = (workflows: Starting) => async (name: string): Promise<void> => {
  const at = name.lastIndexOf('-');
  await workflows.start(AkteId.parse(name.slice(0, at)), ClaimId.parse(name.slice(at + 1)), 1);
};

/** More at once only fills the token bucket's queue. */
const AT_ONCE = 8;

/** Starts the executions of a lot, then notes that it has; a lot that is noted is not looked at again. What is not there yet comes again with the queue. */
export const startLot = (ports: Readonly<{ handOvers: HandOvers; workflows: Starting }>) => async (of: LotKey): Promise<number> => {
  const lot = await ports.handOvers.findLot(of.creditor, of.handOver, of.lot);
  if (!lot || lot.started) return 0;
  await inParallel(lot.claims, AT_ONCE, startClaim(ports.workflows));
  await ports.handOvers.saveLot(of.creditor, of.handOver, { ...lot, started: true });
  return lot.claims.length;
};
