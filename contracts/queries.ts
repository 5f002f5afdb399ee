import * as z from 'zod';
import { AkteId, ClaimId } from '../domain/ids.ts';
import { GivenDay, givenLine, givenProse } from '../domain/given-text.ts';
import { Query } from './parts.ts';
import { MAY } from './may.ts';
import { listOf, post } from './route.ts';

const particulars = { subject: givenLine(200).optional(), contractDate: GivenDay.optional() };

/**
 * The creditor answers what we asked, in words (`answer`), or, where we asked for a contract, with `subject` and
 * `contractDate` of all its claims, or `particulars` of each: `[{ "claim": "F1", "subject": "Stromlieferung",
 * "contractDate": "2024-05-01" }]`. What was given wrongly is given once more, with `reason` where the debtor has been
 * told it. `missing`: what of contracts is still asked for.
 */
export const queries = {
  answer: post({
    path: '/v1/akten/{akte}/queries/{query}',
    may: MAY.STEERS,
    again: 'entry',
    status: 201,
    body: z.strictObject({
      answer: givenProse(2_000).optional(),
      ...particulars,
      particulars: z
        .array(z.strictObject({ claim: ClaimId, ...particulars }))
        .min(1)
        .max(500)
        .optional(),
      reason: givenProse(500).optional(),
    }),
    reply: z.object({
      akte: AkteId,
      queries: listOf(Query),
      missing: listOf(z.object({ claim: ClaimId, words: z.string() })),
    }),
  }),
};
