import * as z from 'zod';
import { ProcedureRef } from '../domain/ids.ts';
import { CreditorId } from '../domain/parties/parties.ts';
import { Procedure } from '../domain/procedure/procedure.ts';
import { MAY } from './may.ts';
import { listOf, post } from './route.ts';

/**
 * For our own people: saves a version of a procedure. What the linter refuses comes back as a fault with every finding
 * in its message; `hints`: what somebody should look at. `creditor`: for whose mandate it is looked at.
 */
export const procedures = {
  save: post({
    path: '/v1/procedures',
    may: MAY.CARE,
    again: 'state',
    status: 201,
    body: z.strictObject({ procedure: Procedure, creditor: CreditorId.optional() }),
    reply: z.object({
      ...ProcedureRef.shape,
      state: z.enum(['new', 'unchanged']),
      hints: listOf(z.object({ code: z.string(), place: z.string(), message: z.string(), mend: z.string() })),
    }),
  }),
};
