import { nextLook, unknownInWords, type Reserved } from '../../domain/dunning/reservation.ts';
import type { Next } from '../../statemachines/dunning.ts';
import type { Decided } from '../akte/next.ts';

/**
 * A short wait until the next look, in the state machine and not as an error to be retried: retries are counted and
 * draw their pauses by lot, so they ended, on average, after eight minutes, and the rule for messages nobody will ever
 * know of (fifteen) was never reached. `fault`: the name of what went wrong in sending.
 */
export const notKnownYet = ({ today }: Pick<Decided, 'today'>, message: Reserved, now: Date, fault?: string): Next => ({
  step: 'Wartet auf Versandbestätigung',
  tag: today,
  until: nextLook(message, now),
  grund: unknownInWords(message, now, fault),
});
