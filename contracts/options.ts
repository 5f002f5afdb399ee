import * as z from 'zod';
import { ROLES } from '../domain/access/roles.ts';
import { DEEDS } from '../domain/dunning/deeds.ts';
import { AkteId } from '../domain/ids.ts';
import { keysOf } from '../domain/keys-of.ts';
import { Cents } from '../domain/money.ts';
import { MAY } from './may.ts';
import { get, listOf } from './route.ts';

/**
 * With what something may be done. `names`: goes as it stands into the body, or into the places of the path; `words`:
 * what that is, in German; `upToCents`: at most so much of it.
 */
const Choice = z.object({
  names: z.record(z.string(), z.union([z.string(), z.int()])),
  words: z.string(),
  upToCents: Cents.nullable(),
});

/**
 * Something that can be done with the Akte. `path`: where, by POST; `roles`: by whom; `effect`: what comes of it, in
 * German; `why`: why you may not do it now, in German; null: you may.
 */
const Option = z.object({
  deed: z.enum(keysOf(DEEDS)),
  path: z.string(),
  roles: listOf(z.enum(ROLES)),
  effect: z.string(),
  why: z.string().nullable(),
  choices: listOf(Choice),
  upToCents: Cents.nullable(),
});

/** What may be done with an Akte now, by whom, and with what effect. */
export const options = {
  list: get({
    path: '/v1/akten/{akte}/options',
    may: MAY.READS_CASES,
    reply: z.object({ akte: AkteId, options: listOf(Option) }),
  }),
};
