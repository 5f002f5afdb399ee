import type { Member } from '../../domain/access/person.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';

export interface Persons {
  find(creditor: CreditorId, name: string): Promise<Member | null>;
  list(creditor: CreditorId): Promise<readonly Member[]>;
  /** Whether somebody of this id is known, of whichever creditor. */
  isKnown(sub: string): Promise<boolean>;
  /** Puts `next` in place of what was seen, and lets them in or out by it; Conflict where somebody else was quicker. */
  replace(creditor: CreditorId, seen: Member | null, next: Member): Promise<void>;
}

/** Whoever can sign in at the pool of creditors' persons. */
export interface SignIns {
  /** Invites somebody, who is sent a first password by mail; gives their id, or that of whoever has the name. */
  invite(person: Readonly<{ name: string; email: string }>): Promise<string>;
  /** Lets nobody sign in by this name any more. Nothing happens where nobody did. */
  shut(name: string): Promise<void>;
}
