import type { Akte, Payment } from '../akte/akte.ts';
import { isBefore, latest, type Day } from '../calendar.ts';
import type { ClaimId } from '../ids.ts';

type Arrivals = Pick<Akte, 'arrivals' | 'claims'>;

/** The day on which a payment finds a claim in the Akte: its own, or that of a later hand-over. */
export const reachedOn = ({ arrivals }: Arrivals, { valueDate }: Payment, claim: ClaimId): Day =>
  latest(valueDate, arrivals[claim]?.on ?? valueDate);

/** Which hand-over of its day (1, 2 …) brought a claim that came after a payment; 0: it was there by then. */
export const handOverOf = ({ arrivals, claims }: Arrivals, { valueDate }: Payment, claim: ClaimId): number => {
  const arrival = arrivals[claim];
  if (!arrival || !isBefore(valueDate, arrival.on)) return 0;
  const sameDay = claims.flatMap((c) => arrivals[c.id] ?? []).filter((a) => a.on === arrival.on);
  return [...new Set(sameDay.map((a) => a.handOver))].indexOf(arrival.handOver) + 1;
};
