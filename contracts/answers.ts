import * as z from 'zod';
import { Answer } from '../domain/akte/answer.ts';
import { AkteId } from '../domain/ids.ts';
import { Hold, Query } from './parts.ts';
import { MAY } from './may.ts';
import { listOf, post } from './route.ts';

/** For our own people: what the debtor has told us, or that a ground to wait is over. */
export const answers = {
  note: post({
    path: '/v1/akten/{akte}/answers',
    may: MAY.PHONE,
    again: 'entry',
    status: 201,
    body: z.strictObject({ answer: Answer }),
    reply: z.object({ akte: AkteId, holds: listOf(Hold), queries: listOf(Query) }),
  }),
};
