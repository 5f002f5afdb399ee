import type { Akte, Message } from '../akte/akte.ts';
import type { ClaimId } from '../ids.ts';
import { messageDue, type Step } from './step.ts';

/** A message of which nobody has said yet how it ended. `reservedAt`: ISO instant of real time, as every `now` here. */
export type Reserved = Pick<Message, 'reference' | 'reservedAt'>;

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

const age = ({ reservedAt }: Reserved, now: Date): number => now.getTime() - Date.parse(reservedAt);

/** Whether its sender may still be at work. */
export const isInFlight = (message: Reserved, now: Date): boolean => age(message, now) < IN_FLIGHT;
/** Whether nobody will ever know any more how it ended. */
export const isGivenUp = (message: Reserved, now: Date): boolean => age(message, now) >= GIVE_UP;

/** When to look again, as an ISO instant. A Wait knows whole seconds: rounded up, or it would wake before its time. */
export const nextLook = (message: Reserved, now: Date): string => {
  const passed = age(message, now);
  const next = Date.parse(message.reservedAt) + (LOOKS.find((look) => look > passed) ?? passed + IN_FLIGHT);
  return new Date(Math.ceil(next / SECOND) * SECOND).toISOString().replace('.000Z', 'Z');
};

/** Why nothing comes next, in German. `fault`: the name of what went wrong in sending. */
export const unknownInWords = (message: Reserved, now: Date, fault?: string): string =>
  fault === undefined && isInFlight(message, now)
    ? `${message.reference} wird gerade gesendet.`
    : `Ob ${message.reference} hinausging, ist noch nicht bekannt${fault === undefined ? '' : ` (${fault})`}; nach einer Viertelstunde sieht eine Person nach.`;

/**
 * Whether the message that a step would send for a claim is reserved: its place in the budget is taken, and what became
 * of it must be found out first.
 */
export const isBegun = (akte: Pick<Akte, 'messages' | 'matters'>, claim: ClaimId, step: Step): boolean => {
  const due = messageDue(step);
  if (due === null || step.kind !== 'act') return false;
  return akte.messages.some(
    ({ state, key }) =>
      state === 'open' &&
      key.stage === step.stage &&
      // Another message of the stage may hang where its channel has died: it says nothing of this one's place.
      key.channel === due.channel &&
      key.occasion === due.occasion &&
      akte.matters.some((matter) => matter.id === key.matter && matter.claims.includes(claim)),
  );
};
