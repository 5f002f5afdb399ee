import * as z from 'zod';
import { Instant } from '../domain/calendar.ts';
import { AkteId, ClaimId } from '../domain/ids.ts';
import { MAY } from './may.ts';
import { get, listOf } from './route.ts';

/** `waiting`: how many wait; `more`: of these, how many are not named here. */
export const Waiting = z.object({
  waiting: z.int(),
  more: z.int(),
  cases: listOf(
    z.object({
      akte: AkteId,
      claim: ClaimId,
      /** The state, by its German name. */
      state: z.string(),
      since: Instant,
      why: z.string(),
      todo: z.string(),
    }),
  ),
});

/**
 * For our own people: the cases that wait for a person, the longest waiting first. `list`: in "Klärung"; `listIn`: in
 * another state in which people must do something (`nicht-erreichbar`), or in any (`alle`).
 */
export const clarifications = {
  list: get({ path: '/v1/clarifications', may: MAY.CASES, reply: Waiting }),
  listIn: get({ path: '/v1/clarifications/{state}', may: MAY.CASES, reply: Waiting }),
};
