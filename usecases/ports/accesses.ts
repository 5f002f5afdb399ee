import type { Actor } from '../../domain/actor.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';

/**
 * A creditor's way into the API for one purpose: its ERP, its shop. `making`: a client is being made, or was when
 * something broke; `client` is null until there is one. `since`: the instant of the last change; `by`: who changed it.
 */
export type Access = Readonly<{
  purpose: string;
  state: 'making' | 'active' | 'revoked';
  client: string | null;
  since: string;
  by: Actor;
}>;

export interface Accesses {
  find(creditor: CreditorId, purpose: string): Promise<Access | null>;
  list(creditor: CreditorId): Promise<readonly Access[]>;
  /** Puts `next` in place of what was seen; Conflict where somebody else was quicker. */
  replace(creditor: CreditorId, seen: Access | null, next: Access): Promise<void>;
  /** From now on the client speaks for the creditor. */
  admit(client: string, creditor: CreditorId): Promise<void>;
  /** From now on it speaks for nobody, whatever tokens it still holds. */
  refuse(client: string, creditor: CreditorId): Promise<void>;
}

export type MachineClient = Readonly<{ clientId: string; clientSecret: string }>;
/** The machine clients of the API. A secret is shown once and kept nowhere else. */
export interface MachineClients {
  create(name: string): Promise<MachineClient>;
  /** Ids of all clients of exactly this name. */
  called(name: string): Promise<readonly string[]>;
  /** Nothing happens where it is gone already. */
  remove(client: string): Promise<void>;
}
