import * as z from 'zod';
import { AkteId, MatterId } from '../domain/ids.ts';
import { GivenDay, givenLine, givenProse } from '../domain/given-text.ts';
import { Hold } from './parts.ts';
import { SIGNED, listOf, post, type BodyOf, type Who } from './route.ts';

const Reply = z.object({ akte: AkteId, holds: listOf(Hold), closed: z.boolean() });

/** Why somebody does it stands in the Akte. */
const REASON = { reason: givenProse(500) };
const steer = <A extends string, W extends Who, S extends z.ZodRawShape>(action: A, who: W, more: S) =>
  post({
    path: `/v1/akten/{akte}/${action}`,
    who,
    body: z.strictObject({ ...REASON, ...more, ...SIGNED }),
    reply: Reply,
  });

/** What a creditor does with its own Akten, and our own people with any. */
export const steering = {
  /** `until`: it ends by itself. */
  pause: steer('pause', 'both', { until: GivenDay.optional() }),
  resume: steer('resume', 'both', {}),
  close: steer('close', 'both', {}),
  reopen: steer('reopen', 'both', {}),
  /** `interest`: it reaches the interest, too. */
  waive: steer('waive', 'both', { interest: z.boolean().optional() }),
  /** The Mahnstufe to be skipped, of `matter` or of the newest. */
  skip: steer('skip', 'both', {
    stage: z.int('die Mahnstufe, die übersprungen werden soll').min(0).max(5),
    matter: MatterId.optional(),
  }),
  trace: steer('trace', 'both', {}),
  untraceable: steer('untraceable', 'both', {}),
  /**
   * `sent`: what a person has found out of a message of which nobody knew whether it went out; it did, unless somebody
   * says no. `message`: the reference of one that was said to have gone out and did not.
   */
  clarify: steer('clarify', 'operator', { sent: z.boolean().optional(), message: givenLine(60).optional() }),
};

type Steerings = typeof steering;
/** What is done with an Akte: an action, and what belongs to it. */
export type Steering = { [A in keyof Steerings]: Readonly<{ action: A }> & BodyOf<Steerings[A]> }[keyof Steerings];
