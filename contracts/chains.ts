import * as z from 'zod';
import { AkteId } from '../domain/ids.ts';
import { MAY } from './may.ts';
import { get } from './route.ts';

/**
 * For our own people: whether every act of an Akte still is what was written, and in its place. `brokenAt`: the first
 * that is not; null: all are.
 */
export const chains = {
  verify: get({
    path: '/v1/akten/{akte}/chain',
    may: MAY.CASES,
    reply: z.object({ akte: AkteId, acts: z.int(), brokenAt: z.int().nullable(), words: z.string() }),
  }),
};
