/** Saving a mandate as our own people do: read first, then changed. */
import { day } from '../../../domain/calendar.ts';
import { byOperator } from '../../../domain/actor.ts';
import type { Creditor } from '../../../domain/parties/parties.ts';
import type { Procedure } from '../../../domain/procedure/procedure.ts';
import { saveCreditor } from '../../../usecases/operations/save-creditor.ts';
import { memoryCreditors, memoryProcedures } from '../../../simulator/agency/stores.ts';

export const SOMMER = byOperator('Frau Sommer');
export const CLOCK = { today: () => day('2026-04-07'), now: () => new Date('2026-04-07T08:00:00Z') };

/** `known`: procedures beside the shipped ones. `save` changes what stands, whatever its version. */
export const aStore = (...known: readonly Procedure[]) => {
  const creditors = memoryCreditors();
  const ports = { creditors, procedures: memoryProcedures(...known), clock: CLOCK };
  const save = async (creditor: Creditor, procedure?: Procedure) => {
    const seen = (await creditors.current(creditor.id))?.version ?? null;
    return saveCreditor(ports)({ creditor, seen, by: SOMMER, procedure });
  };
  return { creditors, ports, save };
};
