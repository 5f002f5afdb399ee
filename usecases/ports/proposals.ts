import type { Kind } from '../../domain/approval/kinds.ts';
import type { Proposal } from '../../domain/approval/proposal.ts';
import type { Day } from '../../domain/calendar.ts';
import type { ProposalId } from '../../domain/ids.ts';
import type { MandateVersion } from '../../domain/parties/mandate.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';

/** A proposal that is new or decided now. `mandate`: the version that is written in one transaction with it. */
export type ProposalWritten = Readonly<{ proposal: Proposal; mandate: MandateVersion | null }>;

/** What waits for a second person, and what became of it. */
export interface Proposals {
  find(id: ProposalId): Promise<Proposal | null>;
  /** The latest of its kind; null where there has been none. */
  last(creditor: CreditorId, kind: Kind): Promise<Proposal | null>;
  /** Those that may still be decided on this day, the one that expires first before the others. */
  open(on: Day): Promise<readonly Proposal[]>;
  /** Puts a new one, or the verdict on one that had none; Conflict where somebody else was quicker. */
  write(written: ProposalWritten): Promise<void>;
}
