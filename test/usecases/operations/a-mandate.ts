/** Saving a mandate as our own people do: read first, then changed. */
import { byOperator } from '../../../domain/actor.ts';
import { day } from '../../../domain/calendar.ts';
import type { Creditor } from '../../../domain/parties/parties.ts';
import type { Procedure } from '../../../domain/procedure/procedure.ts';
import { saveCreditor } from '../../../usecases/operations/save-creditor.ts';
import {
  memoryCreditors,
  memoryMailbox,
  memoryOnce,
  memoryProcedures,
  memoryProposals,
} from '../../../simulator/agency/stores.ts';
import { rheinbogen } from '../../support/notices.ts';

export const SOMMER = byOperator('Frau Sommer');
export const WINTER = byOperator('Herr Winter');

/** `known`: procedures beside the shipped ones. `save` changes what stands, whatever its version. */
export const aStore = (...known: readonly Procedure[]) => {
  let today = day('2026-04-07');
  const clock = { today: () => today, now: () => new Date(`${today}T08:00:00Z`) };
  const creditors = memoryCreditors();
  const ports = {
    creditors,
    proposals: memoryProposals(creditors),
    procedures: memoryProcedures(...known),
    mailbox: memoryMailbox(),
    once: memoryOnce(),
    agency: rheinbogen,
    clock,
    accountWaitDays: 3,
  };
  const save = async (creditor: Creditor, procedure?: Procedure) => {
    const seen = (await creditors.current(creditor.id))?.version ?? null;
    return saveCreditor(ports)({ creditor, seen, by: SOMMER, procedure });
  };
  const on = (date: string): void => {
    today = day(date);
  };
  return { creditors, ports, save, on };
};
