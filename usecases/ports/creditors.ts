import type { ProcedureRef } from '../../domain/ids.ts';
import type { MandateVersion } from '../../domain/parties/mandate.ts';
import type { CreditorId, Creditor } from '../../domain/parties/parties.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';

/** The creditors, each with its mandate: a log of which the last version holds. */
export interface Creditors {
  /** As its mandate says now. NotFound where there is none. */
  get(id: CreditorId): Promise<Creditor>;
  list(): Promise<readonly Creditor[]>;
  /** The mandate as it stands, with who saved it when; null where there is none. */
  current(id: CreditorId): Promise<MandateVersion | null>;
  /** All versions, the oldest first. */
  history(id: CreditorId): Promise<readonly MandateVersion[]>;
  /** Adds a version; Conflict where somebody else was quicker. */
  append(mandate: MandateVersion): Promise<void>;
}
export interface Procedures {
  get(of: ProcedureRef): Promise<Procedure>;
  save(procedure: Procedure): Promise<void>;
}
