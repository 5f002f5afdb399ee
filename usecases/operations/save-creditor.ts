import { NotFound, Rejected, wrongField } from '../../domain/faults.ts';
import { missingInLegal } from '../../domain/parties/imprint.ts';
import type { Creditor } from '../../domain/parties/parties.ts';
import { writes, type Procedure } from '../../domain/procedure/procedure.ts';
import { checkPrinted } from '../../domain/print/printed.ts';
import { ibanIsValid } from '../../domain/akte/references.ts';
import type { Creditors, Procedures } from '../ports/creditors.ts';
import { procedureFor, saveProcedure } from './save-procedure.ts';

type Ports = Readonly<{ creditors: Creditors; procedures: Procedures }>;

const known = async (creditors: Creditors, { id }: Creditor): Promise<Creditor | null> => {
  try {
    return await creditors.get(id);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
};

/**
 * What of the mandate as it was may still write in the creditor's name: a running matter keeps its procedure when the
 * mandate names another.
 */
const stillWrites = async ({ creditors, procedures }: Ports, creditor: Creditor): Promise<boolean> => {
  const before = await known(creditors, creditor);
  return before !== null && (before.legal !== undefined || writes(await procedures.get(before.procedure), 'creditor'));
};

/**
 * A firm that writes in its own name says who stands behind it (§ 35a GmbHG and the like). Throws Rejected
 * `creditor.legal` with the field.
 */
const checkLegal = async (ports: Ports, creditor: Creditor, procedure: Procedure): Promise<void> => {
  const [missing] = missingInLegal(creditor.name, creditor.legal);
  if (!missing) return;
  const now = writes(procedure, 'creditor');
  if (!now && !(await stillWrites(ports, creditor))) return;
  const why = now
    ? `Der Mahnlauf ${procedure.id} schreibt im Namen des Gläubigers.`
    : 'Laufende Angelegenheiten schreiben noch im Namen des Gläubigers.';
  throw new Rejected('creditor.legal', `${why} ${missing.message}`, { field: missing.path.join('.') });
};

/**
 * Saves a mandate, with a procedure of its own where one comes along. Throws Rejected: `creditor.letters`,
 * `creditor.iban`, `creditor.legal`, and what `saveProcedure` and `procedureFor` throw; then the mandate stays as it
 * was.
 */
export const saveCreditor =
  (ports: Ports) =>
  async (creditor: Creditor, procedure?: Procedure): Promise<void> => {
    checkPrinted('creditor', creditor);
    if (!ibanIsValid(creditor.account.iban))
      throw wrongField('creditor.iban', 'account.iban', 'Die Prüfziffern der IBAN stimmen nicht.');
    if (procedure) await saveProcedure(ports.procedures)(procedure, { creditor });
    await checkLegal(ports, creditor, await procedureFor(ports.procedures)(creditor));
    await ports.creditors.save(creditor);
  };
