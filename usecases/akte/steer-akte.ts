import type { Stage } from '../../domain/procedure/states.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import { decideSteering, type Stages } from '../../domain/akte/decide-steering.ts';
import type { Steering } from '../../domain/akte/steering.ts';
import type { AkteId, MatterId } from '../../domain/ids.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Procedures } from '../ports/creditors.ts';
import type { Workflows } from '../ports/workflows.ts';
import { changeAkte } from './change-akte.ts';

type Reading = Readonly<{ akten: Akten; procedures: Pick<Procedures, 'get'> }>;

/** The Mahnstufen of each matter's procedure. */
const stagesIn = async ({ akten, procedures }: Reading, id: AkteId): Promise<Stages> => {
  const stages = new Map<MatterId, readonly Stage[]>();
  for (const { id: matter, procedure } of (await akten.get(id)).matters) {
    const { levels } = await procedures.get(procedure);
    stages.set(
      matter,
      levels.map((level) => level.stage),
    );
  }
  return stages;
};

/**
 * Pauses, resumes, closes, clarifies an Akte, waives its costs, skips a stage or has the address traced; the same again
 * changes nothing.
 */
export const steerAkte =
  (ports: Reading & Readonly<{ workflows: Workflows; clock: Clock }>) =>
  async ({ akte: id, by, ...steering }: Readonly<{ akte: AkteId; by: Actor }> & Steering): Promise<Akte> => {
    const on = ports.clock.today();
    const stages: Stages = steering.action === 'skip' ? await stagesIn(ports, id) : new Map();
    return changeAkte(ports, id, by, (akte) => decideSteering({ steering, by, stages }, akte, on));
  };
