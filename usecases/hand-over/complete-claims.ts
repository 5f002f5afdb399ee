import type { Akte } from '../../domain/akte/akte.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { contactPointsOf } from '../../domain/akte/person.ts';
import type { AkteId } from '../../domain/ids.ts';
import { decideCompleting } from '../../domain/intake/decide-completing.ts';
import type { Arriving, Completing } from '../../domain/intake/known-rows.ts';
import { record } from '../akte/record.ts';
import { noteNext } from '../akte/restart.ts';
import type { Akten } from '../ports/akten.ts';
import type { People } from '../ports/people.ts';
import type { Timers } from '../ports/timers.ts';

type Ports = Readonly<{ akten: Akten; people: People; timers: Pick<Timers, 'note'> }>;

/**
 * Writes what such rows say of contracts and of the debtor into one Akte, once; whoever takes the hand-over starts the
 * executions that follow. A second try finds everything known and writes nothing.
 */
const completeIn = async (ports: Ports, id: AkteId, rows: readonly Completing[], of: Arriving): Promise<void> => {
  const { akten, people, timers } = ports;
  const { handOver, by, on } = of;
  const decided = (akte: Akte): readonly Fact[] => decideCompleting({ rows, handOver, by }, akte, on);
  await people.note([{ akte: id, points: [...new Set(rows.flatMap(({ row }) => contactPointsOf(row.debtor)))] }]);
  const news = decided(await akten.get(id));
  if (news.length === 0) return;
  await noteNext(timers, id, news);
  await record(akten, id, { by, facts: decided });
};

/** Completes claims that are there already, Akte by Akte. */
export const completeClaims = async (ports: Ports, completing: readonly Completing[], of: Arriving): Promise<void> => {
  for (const [id, rows] of Map.groupBy(completing, (c) => c.akte)) await completeIn(ports, id, rows, of);
};
