import * as z from 'zod';

/**
 * The one item of the demo's calendar: which day it is, and since when. Whoever plays the demo writes it, every
 * function reads it before each call.
 */
export const LEAF_KEY = { PK: 'CALENDAR', SK: 'LEAF' } as const;
export const LeafItem = z.object({ day: z.iso.date(), since: z.iso.datetime() });
export type LeafItem = z.infer<typeof LeafItem>;
