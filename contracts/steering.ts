import * as z from 'zod';
import { AkteId } from '../domain/ids.ts';
import { STEERINGS } from '../domain/akte/steering.ts';
import { Hold } from './parts.ts';
import { MAY } from './may.ts';
import { listOf, post } from './route.ts';
import type { Role } from '../domain/access/roles.ts';

export const Steered = z.object({ akte: AkteId, holds: listOf(Hold), closed: z.boolean() });

const steer = <A extends string, M extends Role, S extends z.ZodRawShape>(
  action: A,
  may: readonly M[],
  told: z.ZodObject<S, z.core.$strict>,
) => post({ path: `/v1/akten/{akte}/${action}`, may, again: 'entry', body: told, reply: Steered });

/** What a creditor does with its own Akten, and our own people with any; what was unclear only they know. */
export const steering = {
  pause: steer('pause', MAY.STEERS, STEERINGS.pause),
  resume: steer('resume', MAY.STEERS, STEERINGS.resume),
  close: steer('close', MAY.STEERS, STEERINGS.close),
  reopen: steer('reopen', MAY.STEERS, STEERINGS.reopen),
  waive: steer('waive', MAY.STEERS, STEERINGS.waive),
  skip: steer('skip', MAY.STEERS, STEERINGS.skip),
  trace: steer('trace', MAY.STEERS, STEERINGS.trace),
  untraceable: steer('untraceable', MAY.STEERS, STEERINGS.untraceable),
  clarify: steer('clarify', MAY.CASES, STEERINGS.clarify),
};
