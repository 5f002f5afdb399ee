import type { ProcedureRef } from '../../domain/ids.ts';
import type { CreditorId, Creditor } from '../../domain/parties/parties.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';

export interface Creditors {
  get(id: CreditorId): Promise<Creditor>;
  list(): Promise<readonly Creditor[]>;
  save(creditor: Creditor): Promise<void>;
}
export interface Procedures {
  get(of: ProcedureRef): Promise<Procedure>;
  save(procedure: Procedure): Promise<void>;
}
