import * as z from 'zod';
import { Actor } from '../domain/actor.ts';
import { Day } from '../domain/calendar.ts';
import { AkteId } from '../domain/ids.ts';
import { SuggestionId, VERDICTS } from '../domain/similar/similar-debtors.ts';
import { MAY } from './may.ts';
import { get, listOf, post } from './route.ts';

export const Suggestion = z.object({
  id: SuggestionId,
  akten: listOf(AkteId),
  score: z.int(),
  reasons: listOf(z.string()),
  on: Day,
  decision: z.object({ verdict: z.enum(VERDICTS), by: Actor, on: Day }).nullable(),
});

/** For our own people: Akten that may be one debtor's. Deciding merges nothing. */
export const suggestions = {
  /** `open`: the likeliest hundred of `total`; `confirmed`: one debtor with two Akten. */
  list: get({
    path: '/v1/creditors/{creditor}/suggestions',
    may: MAY.CASES,
    reply: z.object({ open: listOf(Suggestion), total: z.int(), confirmed: listOf(Suggestion) }),
  }),
  decide: post({
    path: '/v1/creditors/{creditor}/suggestions/{id}',
    may: MAY.CASES,
    again: 'state',
    body: z.strictObject({
      decision: z.enum(VERDICTS, 'same (derselbe Schuldner) oder different (zwei verschiedene)'),
    }),
    reply: Suggestion,
  }),
};
