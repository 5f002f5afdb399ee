import type { Proposal } from '../../domain/approval/proposal.ts';
import type { Day } from '../../domain/calendar.ts';
import { accountApprovedMail, accountProposedMail } from '../../domain/letters/account-change.ts';
import type { PlainMail } from '../../domain/letters/reports.ts';
import type { Agency } from '../../domain/parties/parties.ts';
import type { Mailbox } from '../ports/posts.ts';
import type { Once } from '../ports/once.ts';
import { tellOnce } from '../tell-once.ts';

/** What it takes to tell a creditor. */
export type Telling = Readonly<{ mailbox: Mailbox; once: Once; agency: Agency }>;

/** Each address hears of it once; what failed is tried again by whoever repeats the call. */
const tellAll = async (ports: Telling, what: string, { tellTo }: Proposal['what'], mail: PlainMail): Promise<void> => {
  for (const [i, to] of tellTo.entries()) await tellOnce(ports, `${what}:${i}`, () => ({ to, ...mail }));
};

/** Tells a creditor of this name that somebody wants its account changed. */
export const tellProposed =
  (ports: Telling) =>
  async (proposal: Proposal, name: string): Promise<void> => {
    const mail = accountProposedMail({ agency: ports.agency, name, proposal });
    await tellAll(ports, `proposed:${proposal.id}`, proposal.what, mail);
  };

/** Tells it that the change was approved; from `payFrom` on money goes to the new account. */
export const tellApproved =
  (ports: Telling) =>
  async (proposal: Proposal, name: string, payFrom: Day): Promise<void> => {
    const mail = accountApprovedMail({ agency: ports.agency, name, proposal, payFrom });
    await tellAll(ports, `approved:${proposal.id}`, proposal.what, mail);
  };
