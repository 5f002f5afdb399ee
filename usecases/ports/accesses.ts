import type { Access } from '../../domain/access/access.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';

export interface Accesses {
  find(creditor: CreditorId, purpose: string): Promise<Access | null>;
  list(creditor: CreditorId): Promise<readonly Access[]>;
  /**
   * Puts `next` in place of what was seen, and with it, at once or not at all, what its clients speak for: those of
   * `next` for the creditor, those of `seen` that it has no more for nobody, whatever tokens they still hold. Conflict
   * where somebody else was quicker.
   */
  replace(creditor: CreditorId, seen: Access | null, next: Access): Promise<void>;
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
