import * as z from 'zod';
import { listOf } from './route.ts';

/**
 * What every route answers where it does not do what was asked. `error`: in one word for programs (`payment.future`,
 * `not-found`); `message`: in German, for whoever reads it; `fields`: what of the body is wrong.
 */
export const Fault = z.object({
  error: z.string(),
  message: z.string(),
  fields: listOf(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type Fault = z.infer<typeof Fault>;

/** What the gateway answers where it refuses before any function of ours is asked. Its words are AWS's. */
export const GatewayRefusal = z.object({ message: z.string() });

/** What is wrong with the form of a request, before anybody looks at what it wants. */
export const FORM_FAULTS = { input: 'input', json: 'json' } as const;

/** The status of what is refused by its code: it was understood and cannot be had. */
export const REFUSED = 422;
