import type { Akte } from '../domain/akte.ts';
import type { Day } from '../domain/calendar.ts';
import type { AkteId } from '../domain/claim.ts';
import type { Fact } from '../domain/facts.ts';
import { Rejected } from '../domain/faults.ts';
import type { Akten, Clock, Workflows } from './ports.ts';
import { record } from './record.ts';
import { restarted, startAnew } from './restart.ts';

export const STEERINGS = ['pause', 'resume', 'close', 'clarify'] as const;
export type Steering = Readonly<{ akte: AkteId; action: (typeof STEERINGS)[number]; by: string; reason: string; until?: Day }>;

const factOf = ({ action, by, reason, until }: Steering, akte: Akte, on: Day): Fact | null => {
  if (akte.closed) return action === 'close' ? null : ((): never => { throw new Rejected('akte.closed', `Die Akte ${akte.id} ist seit dem ${akte.closed?.on ?? ''} geschlossen.`); })();
  switch (action) {
    case 'pause': return akte.hold?.ground === 'paused' && akte.hold.until === until ? null : { kind: 'held', ground: 'paused', on, by, reason, ...(until ? { until } : {}) };
    case 'resume': return akte.hold ? { kind: 'resumed', on, by } : null;
    case 'close': return { kind: 'closed', on, by, reason };
    case 'clarify': return { kind: 'clarified', on, by, reason };
    default: return action satisfies never;
  }
};

/**
 * Pauses, resumes, closes or clarifies an Akte. The fact alone stops every message from the same instant on; the executions are then
 * replaced by a new generation so that the graph shows it at once and a resumed case does not sleep on.
 */
export const steerAkte = (ports: { akten: Akten; workflows: Workflows; clock: Clock }) => async (steering: Steering): Promise<Akte> => {
  const on = ports.clock.today();
  let changed = false;
  const akte = await record(ports.akten, steering.akte, steering.by, (seen) => {
    const fact = factOf(steering, seen, on);
    changed = fact !== null;
    return fact ? [fact, restarted(seen)] : [];
  });
  await startAnew(ports.workflows, akte, changed);
  return akte;
};
