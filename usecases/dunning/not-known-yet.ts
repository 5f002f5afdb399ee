import type { Message } from '../../domain/akte/akte.ts';
import type { Next } from '../../statemachines/dunning.ts';
import type { Decided } from '../akte/next.ts';
import type { Clock } from '../ports/clock.ts';

type Reserved = Pick<Message, 'reference' | 'reservedAt'>;

const SECOND = 1_000;
/** While a reservation is this young its sender may still be at work: nobody is asked. Milliseconds. */
const IN_FLIGHT = 60 * SECOND;
/**
 * After this long without word nobody will ever know: never a second try, a person looks (decision 5).
 * Milliseconds.
 */
const GIVE_UP = 15 * 60 * SECOND;
/** When to look again, in milliseconds after the reservation: soon where another execution is sending, then seldom. */
const LOOKS = [2 * SECOND, 10 * SECOND, IN_FLIGHT, 3 * 60 * SECOND, 7 * 60 * SECOND, GIVE_UP];

const age = (clock: Pick<Clock, 'now'>, { reservedAt }: Pick<Reserved, 'reservedAt'>): number =>
  clock.now().getTime() - Date.parse(reservedAt);
export const isInFlight = (clock: Pick<Clock, 'now'>, message: Reserved): boolean => age(clock, message) < IN_FLIGHT;
export const isGivenUp = (clock: Pick<Clock, 'now'>, message: Reserved): boolean => age(clock, message) >= GIVE_UP;

/** A Wait knows whole seconds: rounded up, or it would wake before its time. */
const wholeSeconds = (ms: number): string =>
  new Date(Math.ceil(ms / SECOND) * SECOND).toISOString().replace('.000Z', 'Z');

/**
 * A short wait until the next look, in the state machine and not as an error to be retried: retries are counted and
 * draw their pauses by lot, so they ended, on average, after eight minutes, and the rule for messages nobody will ever
 * know of (fifteen) was never reached. `fault`: the name of what went wrong in sending.
 */
export const notKnownYet = (clock: Pick<Clock, 'now'>, { today }: Decided, message: Reserved, fault?: string): Next => {
  const { reference, reservedAt } = message;
  const passed = age(clock, message);
  const next = LOOKS.find((look) => look > passed) ?? passed + IN_FLIGHT;
  return {
    step: 'Wartet auf Versandbestätigung',
    tag: today,
    until: wholeSeconds(Date.parse(reservedAt) + next),
    grund:
      fault === undefined && passed < IN_FLIGHT
        ? `${reference} wird gerade gesendet.`
        : `Ob ${reference} hinausging, ist noch nicht bekannt${fault === undefined ? '' : ` (${fault})`}; nach einer Viertelstunde sieht eine Person nach.`,
  };
};
