import type { Actor } from '../../domain/actor.ts';
import { decideApproval, decideRefusal } from '../../domain/approval/decide-proposal.ts';
import type { Proposal } from '../../domain/approval/proposal.ts';
import { plusDays } from '../../domain/calendar.ts';
import { NotFound } from '../../domain/faults.ts';
import type { ProposalId } from '../../domain/ids.ts';
import { withApprovedAccount } from '../../domain/parties/decide-mandate.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors } from '../ports/creditors.ts';
import type { Proposals } from '../ports/proposals.ts';
import { readMandate } from './read-mandate.ts';
import { tellApproved, type Telling } from './tell-proposal.ts';

type Reading = Readonly<{ proposals: Pick<Proposals, 'find' | 'open' | 'write'>; clock: Pick<Clock, 'today' | 'now'> }>;
/** `accountWaitDays`: so long nothing is paid out after an account was changed. */
type Ports = Reading &
  Telling &
  Readonly<{ creditors: Pick<Creditors, 'current' | 'history'>; accountWaitDays: number }>;
type Which = Readonly<{ id: ProposalId; by: Actor }>;

/** What waits for a second person today, the one that expires first before the others. */
export const listProposals =
  ({ proposals, clock }: Reading) =>
  (): Promise<readonly Proposal[]> =>
    proposals.open(clock.today());

const found = async ({ proposals }: Reading, id: ProposalId): Promise<Proposal> => {
  const proposal = await proposals.find(id);
  if (!proposal) throw new NotFound(`Es gibt keinen Antrag ${id}.`);
  return proposal;
};
const doing = ({ clock }: Reading, by: Actor) => ({ by, on: clock.today(), at: clock.now().toISOString() });

/**
 * A second person approves, and what was proposed holds: the account stands in the next version of the mandate, both
 * written together. The creditor hears of it, also when a call is repeated that died before it did. Throws NotFound,
 * Conflict where somebody else was quicker, and what `decideApproval` throws.
 */
export const approveProposal =
  (ports: Ports) =>
  async ({ id, by }: Which): Promise<Proposal> => {
    const proposal = await found(ports, id);
    const now = doing(ports, by);
    const approved = decideApproval(proposal, now);
    const mandate = await readMandate(ports)(approved.what.creditor);
    const payFrom = plusDays(approved.decision?.on ?? now.on, ports.accountWaitDays);
    if (approved !== proposal) {
      const change = { proposal: id, payFrom };
      const next = withApprovedAccount(mandate, { account: approved.what.to, change, ...now });
      await ports.proposals.write({ proposal: approved, mandate: next });
    }
    await tellApproved(ports)(approved, mandate.creditor.name, payFrom);
    return approved;
  };

/** Somebody refuses, or takes back what they proposed; all stays as it is. Throws as `approveProposal` does. */
export const refuseProposal =
  (ports: Reading) =>
  async ({ id, by, reason }: Which & Readonly<{ reason: string }>): Promise<Proposal> => {
    const proposal = await found(ports, id);
    const refused = decideRefusal(proposal, doing(ports, by), reason);
    if (refused !== proposal) await ports.proposals.write({ proposal: refused, mandate: null });
    return refused;
  };
