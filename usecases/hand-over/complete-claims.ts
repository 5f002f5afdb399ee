import type { Actor } from '../../domain/actor.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import type { Day } from '../../domain/calendar.ts';
import type { AkteId, ClaimId } from '../../domain/ids.ts';
import type { CheckedRow } from '../../domain/intake/check-file.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { particularsFacts, type Given } from '../../domain/akte/particulars.ts';
import { restarted, restartedFor } from '../../domain/akte/restarted.ts';
import type { People } from '../ports/people.ts';
import type { Akten } from '../ports/akten.ts';
import type { Timers } from '../ports/timers.ts';
import { contactPointsOf } from '../../domain/akte/person.ts';
import { personFacts } from './known-customer.ts';
import { record } from '../akte/record.ts';
import { noteNext } from '../akte/restart.ts';

/** A row that brings what a claim lacked which is there already, or something new of its debtor. */
export type Completing = Readonly<{ row: CheckedRow; akte: AkteId; claim: ClaimId }>;
type Ports = Readonly<{ akten: Akten; people: People; timers: Pick<Timers, 'note'> }>;
type Of = Readonly<{ handOver: string; on: Day; by: Actor }>;

const givenBy = ({ row, claim }: Completing): Given => ({
  claim,
  ...(row.claim.subject === undefined ? {} : { subject: row.claim.subject }),
  ...(row.claim.contractDate === undefined ? {} : { contractDate: row.claim.contractDate }),
});

/**
 * Writes what such rows say of contracts and of the debtor into one Akte, once; from then on a younger generation of
 * executions leads its claims, which whoever takes the hand-over starts. A second try finds everything known and writes
 * nothing.
 */
const completeIn = async (ports: Ports, id: AkteId, rows: readonly Completing[], of: Of): Promise<void> => {
  const { akten, people, timers } = ports;
  const news = (akte: Akte): Fact[] => [
    ...particularsFacts(akte, rows.map(givenBy), of),
    ...personFacts(
      akte,
      rows.map((r) => r.row),
      { on: of.on, by: of.by },
    ),
  ];
  await people.note([{ akte: id, points: [...new Set(rows.flatMap(({ row }) => contactPointsOf(row.debtor)))] }]);
  const before = await akten.get(id);
  if (news(before).length === 0) return;
  await noteNext(timers, id, [restarted(before)]);
  await record(akten, id, {
    by: of.by,
    facts: (akte) => restartedFor(news(akte), akte),
  });
};

/** Completes claims that are there already, Akte by Akte. */
export const completeClaims = async (ports: Ports, completing: readonly Completing[], of: Of): Promise<void> => {
  for (const [id, rows] of Map.groupBy(completing, (c) => c.akte)) await completeIn(ports, id, rows, of);
};
