import * as z from 'zod';
import { Actor } from '../domain/actor.ts';
import { STATES, Verdict } from '../domain/approval/proposal.ts';
import { Day, Instant } from '../domain/calendar.ts';
import { givenLine } from '../domain/given-text.ts';
import { ProposalId } from '../domain/ids.ts';
import { Account, CreditorId } from '../domain/parties/parties.ts';
import { MAY } from './may.ts';
import { getWhole, listOf, post } from './route.ts';

/**
 * What waits for a second person: another account that a creditor is to be paid out to. `words`: what is proposed, in
 * German; `by`, `at`: who proposed it, when; `until`: the last day on which it may be decided.
 */
export const Proposal = z.object({
  id: ProposalId,
  kind: z.literal('account'),
  words: z.string(),
  creditor: CreditorId,
  from: Account,
  to: Account,
  by: Actor,
  at: Instant,
  until: Day,
  state: z.enum(STATES),
  decision: z.object(Verdict.shape).nullable(),
});

/** For our own people: four eyes. What one person has proposed another approves, or anybody of them refuses. */
export const proposals = {
  /** Those that may still be decided, the one that expires first before the others. */
  list: getWhole({ path: '/v1/proposals', may: MAY.SECOND, lists: { proposals: listOf(Proposal) } }),
  /** Never by who proposed it. */
  approve: post({
    path: '/v1/proposals/{proposal}/approve',
    may: MAY.SECOND,
    again: 'state',
    body: z.strictObject({}),
    reply: Proposal,
  }),
  refuse: post({
    path: '/v1/proposals/{proposal}/refuse',
    may: MAY.SECOND,
    again: 'state',
    body: z.strictObject({ reason: givenLine(400) }),
    reply: Proposal,
  }),
};
