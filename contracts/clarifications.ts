import * as z from 'zod';
import { Instant } from '../domain/calendar.ts';
import { AkteId, ClaimId } from '../domain/ids.ts';
import { MAY } from './may.ts';
import { getPage, listOf } from './route.ts';

export const WaitingCase = z.object({
  akte: AkteId,
  claim: ClaimId,
  /** The state, by its German name. */
  state: z.string(),
  since: Instant,
  why: z.string(),
  todo: z.string(),
});
const lists = { cases: listOf(WaitingCase) };

/**
 * For our own people: the cases that wait for a person, the longest waiting first. `list`: in "Klärung"; `listIn`: in
 * another state in which people must do something (`nicht-erreichbar`), or in any (`alle`). What has been settled since
 * it was listed is left out of its page.
 */
export const clarifications = {
  list: getPage({ path: '/v1/clarifications', may: MAY.CASES, lists }),
  listIn: getPage({ path: '/v1/clarifications/{state}', may: MAY.CASES, lists }),
};
