import * as z from 'zod';
import type { GeneralCode } from '../domain/fault-codes.ts';
import { listOf } from './route.ts';

/**
 * What every route answers where it does not do what was asked (RFC 9457). `code`: in one word for programs
 * (`payment.future`, `not-found`), and the end of `type`; `title`: what the code means, in the language that was asked
 * for; `detail`: in German with the particulars; `errors`: what is wrong one by one, as far as that is known.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  /** `field`: null where it lies in none: the body is a list, or a text. */
  errors: listOf(z.object({ field: z.string().nullable(), code: z.string(), detail: z.string() })),
});
export type Problem = z.infer<typeof Problem>;
export const PROBLEM_TYPE = 'application/problem+json';

/** What a code is called in `type`: a name, and no address. */
export const typeOf = (code: string): string => `urn:mahnwerk:fault:${code}`;

/** The status of what is refused by a code of its own: it was understood and cannot be had. */
export const REFUSED = 422;
/** The status of what any question may be answered with. */
export const STATUS_OF: Readonly<Record<GeneralCode, number>> = {
  input: 400,
  json: 400,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'in-progress': 409,
  unavailable: 503,
  internal: 500,
};

/** What the gateway answers where it refuses before any function of ours is asked. Its words are AWS's. */
export const GatewayRefusal = z.object({ message: z.string() });
