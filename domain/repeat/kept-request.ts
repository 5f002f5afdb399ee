import * as z from 'zod';
import { BankLine } from '../account/bank.ts';
import { Day, Instant } from '../calendar.ts';
import { AkteId } from '../ids.ts';
import type { CreditorId } from '../parties/parties.ts';

/**
 * Which call it is: whoever makes it, the route, what stands in its path and the key, in one hash. `creditor`: whose
 * data its answer holds; null: one of our own people made it.
 */
export type RequestId = Readonly<{ creditor: CreditorId | null; hash: string }>;

/**
 * The entry of an Akte that a call has written, and the moment it was decided at. `line`: the line of a bank statement
 * that was written with it.
 */
export const Written = z.strictObject({
  akte: AkteId,
  version: z.int().positive(),
  on: Day,
  hour: z.int().nullable(),
  at: Instant,
  line: BankLine.nullable(),
});
export type Written = Readonly<z.infer<typeof Written>>;

/** `body`: a hash of what was asked; `expires`: from then on it is as if nobody had asked. */
const asked = { body: z.string(), expires: Instant };
/** `until`: nobody else begins before. */
const begun = { ...asked, until: Instant };
/**
 * What is kept of a call with an Idempotency-Key. `free`: it was refused, nothing was done, and the key may name
 * anything; `running`: somebody does it, or died at it; `written`: what it does is done, its answer is not kept yet;
 * `done`: with its answer, as it went out.
 */
export const KeptRequest = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('free'), expires: Instant }),
  z.strictObject({ state: z.literal('running'), ...begun }),
  z.strictObject({ state: z.literal('written'), ...begun, written: Written }),
  z.strictObject({ state: z.literal('done'), ...asked, reply: z.string() }),
]);
export type KeptRequest = Readonly<z.infer<typeof KeptRequest>>;
export type KeptIn<S extends KeptRequest['state']> = Extract<KeptRequest, { state: S }>;
/** A call that somebody is at. */
export type Begun = KeptIn<'running' | 'written'>;

/** Its entry stands in the Akte. */
export const wrote = ({ body, expires, until }: Begun, written: Written): KeptIn<'written'> => ({
  state: 'written',
  body,
  expires,
  until,
  written,
});
/** It has been answered. */
export const answered = ({ body, expires }: Begun, reply: string): KeptIn<'done'> => ({
  state: 'done',
  body,
  expires,
  reply,
});
/** Whoever was at it has ended without an answer: whoever asks for the same may go on at once. */
export const letGo = (request: Begun, now: Date): Begun => ({ ...request, until: now.toISOString() });
/** It was refused: nothing is done, and whoever mends what was wrong may ask under the same key. */
export const freed = ({ expires }: Begun): KeptIn<'free'> => ({ state: 'free', expires });
