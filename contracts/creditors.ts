import * as z from 'zod';
import { Day } from '../domain/calendar.ts';
import { ProposalId } from '../domain/ids.ts';
import { MandateVersion } from '../domain/parties/mandate.ts';
import { Creditor, CreditorId } from '../domain/parties/parties.ts';
import { Procedure } from '../domain/procedure/procedure.ts';
import { MAY } from './may.ts';
import { get, getWhole, listOf, post } from './route.ts';

/** Who wrote a version of a mandate, and when: `on` is the day of the stage. */
const { version, on, at, by, accountChange } = MandateVersion.shape;

/** For our own people: the mandates. Each is a log of versions, of which the last holds. */
export const creditors = {
  /**
   * `If-Match` names the version that was read and is changed; without it a new creditor is made. `proposal`: another
   * account is not saved but waits for a second person.
   */
  save: post({
    path: '/v1/creditors',
    may: MAY.CARE,
    again: 'state',
    status: 201,
    versioned: true,
    body: z.strictObject({
      creditor: Creditor,
      procedure: Procedure.optional(),
    }),
    reply: z.object({
      creditor: CreditorId,
      version,
      proposal: z.object({ id: ProposalId, until: Day }).nullable(),
    }),
  }),
  read: get({
    path: '/v1/creditors/{creditor}',
    may: MAY.CARE,
    versioned: true,
    reply: z.object({ creditor: Creditor, version, on, at, by, accountChange }),
  }),
  /** `changed`: which fields of the mandate a version wrote anew. */
  history: getWhole({
    path: '/v1/creditors/{creditor}/history',
    may: MAY.CARE,
    lists: { versions: listOf(z.object({ version, on, at, by, changed: listOf(z.string()) })) },
  }),
};
