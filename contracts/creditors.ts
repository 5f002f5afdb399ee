import * as z from 'zod';
import { Creditor, CreditorId } from '../domain/parties/parties.ts';
import { Procedure } from '../domain/procedure/procedure.ts';
import { MAY } from './may.ts';
import { post } from './route.ts';

/** For our own people: saves a mandate and its procedure, as often as they change. */
export const creditors = {
  save: post({
    path: '/v1/creditors',
    may: MAY.CARE,
    status: 201,
    body: z.strictObject({ creditor: Creditor, procedure: Procedure.optional() }),
    reply: z.object({ creditor: CreditorId }),
  }),
};
