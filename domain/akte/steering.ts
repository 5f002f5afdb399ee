import * as z from 'zod';
import { STAGES } from '../procedure/states.ts';
import { MatterId } from '../ids.ts';
import { GivenDay, givenLine, givenProse } from '../given-text.ts';

/** Why somebody does it stands in the Akte. */
const WHY = { reason: givenProse(500) };

/** What is done with an Akte, and what is told for it. */
export const STEERINGS = {
  /** `until`: it ends by itself. */
  pause: z.strictObject({ ...WHY, until: GivenDay.optional() }),
  resume: z.strictObject(WHY),
  close: z.strictObject(WHY),
  reopen: z.strictObject(WHY),
  /** `interest`: it reaches the interest, too. */
  waive: z.strictObject({ ...WHY, interest: z.boolean().optional() }),
  /** The Mahnstufe to be skipped, of `matter` or of the newest. */
  skip: z.strictObject({
    ...WHY,
    stage: z.literal(STAGES, 'die Mahnstufe, die übersprungen werden soll, von 0 bis 5'),
    matter: MatterId.optional(),
  }),
  trace: z.strictObject(WHY),
  untraceable: z.strictObject(WHY),
  /**
   * `sent`: what a person has found out of a message of which nobody knew whether it went out; it did, unless somebody
   * says no. `message`: the reference of one that was said to have gone out and did not.
   */
  clarify: z.strictObject({ ...WHY, sent: z.boolean().optional(), message: givenLine(60).optional() }),
};
export type Action = keyof typeof STEERINGS;
export type Steering = { [A in Action]: Readonly<{ action: A } & z.infer<(typeof STEERINGS)[A]>> }[Action];
export type SteeringOf<A extends Action> = Extract<Steering, { action: A }>;
