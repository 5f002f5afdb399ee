import { isBefore, plusDays } from '../../domain/calendar.ts';
import type { HandOver } from '../../domain/intake/hand-over.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors } from '../ports/creditors.ts';
import type { HandOvers, LotKey, Work } from '../ports/hand-overs.ts';

type Ports = Readonly<{ creditors: Creditors; handOvers: HandOvers; work: Work; clock: Clock }>;
export type Reconciled = Readonly<{ continued: number; lots: number }>;

/**
 * A hand-over that has not moved for this long has lost its function: longer than one can run, and than the queue waits
 * before it tries again.
 */
const STILL_MS = 40 * 60 * 1000;
/** So many days' hand-overs are read. */
const DAYS_BACK = 14;

const unstarted = async (ports: Ports, handOver: HandOver): Promise<LotKey[]> => {
  const lots: LotKey[] = [];
  for await (const lot of ports.handOvers.lots(handOver.creditor, handOver.id))
    if (!lot.started) lots.push({ creditor: handOver.creditor, handOver: handOver.id, lot: lot.n });
  return lots;
};

/**
 * Finds what the queues lost: hand-overs that stand still and lots whose executions were never noted as started, and
 * puts them into the queues again. All of it may be done twice without harm, so it errs on the side of asking again.
 */
export const reconcileHandOvers = (ports: Ports) => async (): Promise<Reconciled> => {
  const oldest = plusDays(ports.clock.today(), -DAYS_BACK);
  const still = ports.clock.now().getTime() - STILL_MS;
  let continued = 0;
  let lots = 0;
  for (const creditor of await ports.creditors.list()) {
    for await (const handOver of ports.handOvers.each(creditor.id)) {
      // Newest first: whatever follows has been looked at a thousand times.
      if (isBefore(handOver.on, oldest)) break;
      if (Date.parse(handOver.updatedAt) > still) continue;
      if (handOver.state === 'running') {
        await ports.work.goOn({ creditor: creditor.id, id: handOver.id, key: handOver.file });
        continued++;
      }
      if (!handOver.startsPending) continue;
      const lost = await unstarted(ports, handOver);
      if (lost.length === 0) await ports.handOvers.save({ ...handOver, startsPending: false });
      else await ports.work.startLots(lost);
      lots += lost.length;
    }
  }
  return { continued, lots };
};
