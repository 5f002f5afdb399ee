import * as z from 'zod';

const Arrived = z.object({
  detail: z.object({ object: z.object({ key: z.string(), etag: z.string().default('') }) }),
});

/**
 * The key of the object that S3 says has arrived. EventBridge gives it as it is. Only the notifications that S3 sends
 * to a queue, a topic or a function by itself have it URL-encoded (S3 user guide, "Event message structure"): there `+`
 * is a blank and `%20` another. Decoding it made of `Auszug 100%.xml` an error, and of `a+b.xml` a file that is not
 * there.
 */
export const keyOf = (event: unknown): string => arrivedIn(event).key;

/**
 * The object with what tells its content from another's under the same key: the same event twice has the same `etag`, a
 * corrected file has not.
 */
export const arrivedIn = (event: unknown): Readonly<{ key: string; etag: string }> =>
  Arrived.parse(event).detail.object;
