import * as z from 'zod';
import { Stage } from '../domain/procedure/states.ts';
import { Actor } from '../domain/actor.ts';
import { Day, Instant } from '../domain/calendar.ts';
import { ClaimId, MatterId, PlanId, QueryId } from '../domain/ids.ts';
import { HOLD_GROUNDS } from '../domain/procedure/holds.ts';
import { Cents } from '../domain/money.ts';
import { listOf } from './route.ts';

/** Parts that several replies have in common. Amounts are whole cents, and their keys say so. */

/** Why a case rests. `words`: the state, and the reason as far as whoever reads may know it. */
export const Hold = z.object({ ground: z.enum(HOLD_GROUNDS), until: Day.nullable(), words: z.string() });

/** A question to the creditor. `particularsOf`: the claims whose contract it asks for. */
export const Query = z.object({
  id: QueryId,
  on: Day,
  question: z.string(),
  answerBy: Day,
  particularsOf: listOf(ClaimId),
  answer: z.object({ on: Day, text: z.string() }).nullable(),
});

/** An instalment plan as it was agreed. */
export const AgreedPlan = z.object({
  id: PlanId,
  matter: MatterId,
  on: Day,
  first: Day,
  rateCents: Cents,
  feeCents: Cents,
  toleranceDays: z.int(),
  toleranceCents: Cents,
});

/** Somebody makes this call; until then nobody else does. */
export const TakenCall = z.object({ matter: MatterId, stage: Stage, by: Actor, until: Instant });
