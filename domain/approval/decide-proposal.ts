import { nameOf, type Actor } from '../actor.ts';
import { formatDay, plusDays } from '../calendar.ts';
import { Rejected } from '../faults.ts';
import { KINDS } from './kinds.ts';
import { partsOf, proposalId, stateOf, type Proposal, type Proposed, type Verdict } from './proposal.ts';

/** Who does something, and when. */
export type Doing = Readonly<Pick<Proposal, 'by' | 'on' | 'at'>>;

/**
 * What somebody wants becomes a proposal, until a second person has decided. `last`: the latest of its kind of this
 * creditor. Throws Rejected `proposal.open` where another of the kind is still to be decided.
 */
export const decideProposing = (what: Proposed, { by, on, at }: Doing, last: Proposal | null): Proposal => {
  const { words, openDays } = KINDS[what.kind];
  if (last && stateOf(last, on) === 'open')
    throw new Rejected(
      'proposal.open',
      `„${words}“ ist für ${what.creditor} schon beantragt (${last.id}, von ${nameOf(last.by)} am ${formatDay(last.on)}). Bitte erst darüber entscheiden (Befehl: mahnwerk freigabe erteilen ${last.id}, oder ablehnen).`,
    );
  const n = last ? partsOf(last.id).n + 1 : 1;
  const id = proposalId(what.creditor, what.kind, n);
  return { id, what, by, on, at, until: plusDays(on, openDays), decision: null };
};

const VERDICTS = { approved: 'freigegeben', refused: 'abgelehnt' } as const;
const decidedBefore = ({ id }: Proposal, { approved, by, on }: Verdict): Rejected =>
  new Rejected(
    'proposal.decided',
    `${id} ist schon ${VERDICTS[approved ? 'approved' : 'refused']}, von ${nameOf(by)} am ${formatDay(on)}.`,
  );

/**
 * The verdict on a proposal; the very same where this person has given it already, so that a call may be repeated.
 * Throws Rejected: `proposal.decided`, `proposal.expired`.
 */
const decided = (proposal: Proposal, verdict: Verdict): Proposal => {
  const { id, decision, until } = proposal;
  if (decision) {
    if (decision.approved === verdict.approved && decision.by === verdict.by) return proposal;
    throw decidedBefore(proposal, decision);
  }
  if (stateOf(proposal, verdict.on) === 'expired')
    throw new Rejected(
      'proposal.expired',
      `${id} konnte bis zum ${formatDay(until)} entschieden werden und ist verfallen. Wird es noch gewünscht, ist es neu zu beantragen.`,
    );
  return { ...proposal, decision: verdict };
};

const isSamePerson = (one: Actor, other: Actor): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * A second person approves: never who proposed it. Throws Rejected: `proposal.same-person`, `proposal.decided`,
 * `proposal.expired`.
 */
export const decideApproval = (proposal: Proposal, { by, on, at }: Doing): Proposal => {
  if (isSamePerson(proposal.by, by))
    throw new Rejected(
      'proposal.same-person',
      `${proposal.id} hat ${nameOf(by)} beantragt. Freigeben muss es eine zweite Person.`,
    );
  return decided(proposal, { approved: true, by, on, at, reason: null });
};

/**
 * Anybody who may decide refuses, with a reason; whoever proposed it takes it back so. Throws Rejected:
 * `proposal.decided`, `proposal.expired`.
 */
export const decideRefusal = (proposal: Proposal, { by, on, at }: Doing, reason: string): Proposal =>
  decided(proposal, { approved: false, by, on, at, reason });
