import * as z from 'zod';
import { ReportedIssue } from '../domain/intake/findings.ts';
import { ClaimBody } from '../domain/intake/from-api.ts';
import { HAND_OVER } from '../domain/intake/hand-over.ts';
import { MAY } from './may.ts';
import { listOf, post } from './route.ts';

/**
 * One claim, or `{ claims: [‹claim›, …] }` with up to 500. The same body, or the same Idempotency-Key, is the same
 * hand-over. `claim`: what the one is called; null where there were several.
 */
export const claims = {
  submit: post({
    path: '/v1/claims',
    may: MAY.HANDS_IN,
    again: 'named',
    status: 201,
    body: z.union([z.strictObject({ claims: z.array(ClaimBody).min(1) }), ClaimBody]),
    reply: z.object({ handOver: HAND_OVER.called, claim: z.string().nullable(), issues: listOf(ReportedIssue) }),
  }),
};
