import type { Colleague, Member, Person } from '../../domain/access/person.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';

export interface Persons {
  find(creditor: CreditorId, name: string): Promise<Member | null>;
  list(creditor: CreditorId): Promise<readonly Member[]>;
  /** Whether somebody of this id is known, of whichever creditor. */
  isKnown(sub: string): Promise<boolean>;
  /**
   * Puts `next` in place of what was seen, and lets them in or out by it; Conflict where somebody else was quicker, or
   * has made them a person of another creditor.
   */
  replace(creditor: CreditorId, seen: Member | null, next: Member): Promise<void>;
}

export type SignIn = Readonly<{ sub: string; email: string }>;
/** Whoever can sign in at the pool of creditors' persons. */
export interface SignIns {
  /** Invites somebody, who is sent a first password by mail; or tells who has the name, and at which address. */
  invite(person: Readonly<{ name: string; email: string }>): Promise<SignIn>;
  /** Sends a new first password to whoever has never signed in: one is good for a few days. Else nothing happens. */
  remind(name: string): Promise<void>;
  /** Lets nobody sign in by this name any more. Nothing happens where nobody did. */
  shut(name: string): Promise<void>;
}

/** What the table says of our own people. */
export interface Team {
  withSub(sub: string): Promise<Person | null>;
  keep(sub: string, colleague: Colleague): Promise<void>;
}
/** Whoever can sign in at the team's pool. */
export interface TeamSignIns {
  /** The id of whoever signs in by this name; null: nobody does. */
  subOf(name: string): Promise<string | null>;
  /** Lets nobody sign in by this name any more. */
  shut(name: string): Promise<void>;
  /** Lets whoever has the name sign in again. */
  open(name: string): Promise<void>;
}
