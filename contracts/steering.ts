import * as z from 'zod';
import { AkteId } from '../domain/ids.ts';
import { STEERINGS } from '../domain/akte/steering.ts';
import { Hold } from './parts.ts';
import { SIGNED, listOf, post } from './route.ts';
import type { Who } from '../domain/access/caller.ts';

const Reply = z.object({ akte: AkteId, holds: listOf(Hold), closed: z.boolean() });

const steer = <A extends string, W extends Who, S extends z.ZodRawShape>(
  action: A,
  who: W,
  told: z.ZodObject<S, z.core.$strict>,
) => post({ path: `/v1/akten/{akte}/${action}`, who, body: told.extend(SIGNED), reply: Reply });

/** What a creditor does with its own Akten, and our own people with any; what was unclear only they know. */
export const steering = {
  pause: steer('pause', 'both', STEERINGS.pause),
  resume: steer('resume', 'both', STEERINGS.resume),
  close: steer('close', 'both', STEERINGS.close),
  reopen: steer('reopen', 'both', STEERINGS.reopen),
  waive: steer('waive', 'both', STEERINGS.waive),
  skip: steer('skip', 'both', STEERINGS.skip),
  trace: steer('trace', 'both', STEERINGS.trace),
  untraceable: steer('untraceable', 'both', STEERINGS.untraceable),
  clarify: steer('clarify', 'operator', STEERINGS.clarify),
};
