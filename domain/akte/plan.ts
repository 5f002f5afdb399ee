import * as z from 'zod';
import { Day } from '../calendar.ts';
import { MatterId, PlanId } from '../ids.ts';
import { Cents } from '../money.ts';

/**
 * An instalment plan as it was agreed in text form: so many cents each month from the first day on, until nothing is
 * open. `fee`: Nr. 1000 VV RVG, only where it was agreed (zero otherwise).
 */
export const Plan = z.strictObject({
  id: PlanId,
  matter: MatterId,
  on: Day,
  first: Day,
  rate: Cents.refine((c) => c > 0, 'größer als null'),
  fee: Cents,
  /** A rate may come so many days late and fall short by so many cents. */
  toleranceDays: z.int().min(0).max(31),
  toleranceCents: Cents,
});
export type Plan = z.infer<typeof Plan>;
