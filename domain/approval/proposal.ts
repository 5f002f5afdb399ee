import * as z from 'zod';
import { Actor } from '../actor.ts';
import { Day, Instant, isBefore } from '../calendar.ts';
import { ProposalId } from '../ids.ts';
import { Account, CreditorId } from '../parties/parties.ts';
import { KINDS, type Kind } from './kinds.ts';

/** A creditor is to be paid out to another account. `tellTo`: the addresses that hear of it. */
export const AccountChange = z.strictObject({
  kind: z.literal('account'),
  creditor: CreditorId,
  from: Account,
  to: Account,
  tellTo: z.array(z.email()).min(1).readonly(),
});
export type AccountChange = Readonly<z.infer<typeof AccountChange>>;
/** What is proposed. A further kind joins here as a union. */
export const Proposed = AccountChange;
export type Proposed = Readonly<z.infer<typeof Proposed>>;

/** Approved or refused, by whom and when; `reason`: why it was refused. */
export const Verdict = z.strictObject({
  approved: z.boolean(),
  by: Actor,
  on: Day,
  at: Instant,
  reason: z.string().nullable(),
});
export type Verdict = Readonly<z.infer<typeof Verdict>>;

/** Something that holds only when a second person has approved it. It may be decided up to and on the day `until`. */
export const Proposal = z.strictObject({
  id: ProposalId,
  what: Proposed,
  by: Actor,
  on: Day,
  at: Instant,
  until: Day,
  decision: Verdict.nullable(),
});
export type Proposal = Readonly<z.infer<typeof Proposal>>;

/** How a proposal stands. Nobody has to write down that one has expired: its last day is over. */
export const STATES = ['open', 'approved', 'refused', 'expired'] as const;
export type ProposalState = (typeof STATES)[number];
export const stateOf = ({ decision, until }: Proposal, today: Day): ProposalState => {
  if (decision) return decision.approved ? 'approved' : 'refused';
  return isBefore(until, today) ? 'expired' : 'open';
};

/** `MUS-K2`: the second of its kind of this creditor. */
export const proposalId = (creditor: CreditorId, kind: Kind, n: number): ProposalId =>
  ProposalId.parse(`${creditor}-${KINDS[kind].letter}${n}`);
/** Whose proposal it is, and the how-manieth of which letter. */
export const partsOf = (id: ProposalId): Readonly<{ creditor: CreditorId; letter: string; n: number }> => {
  const [creditor = '', place = ''] = id.split('-');
  return { creditor: CreditorId.parse(creditor), letter: place.slice(0, 1), n: Number(place.slice(1)) };
};
