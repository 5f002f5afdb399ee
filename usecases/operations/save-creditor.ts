import { Rejected, wrongField } from '../../domain/faults.ts';
import { decideMandate, type Mandated } from '../../domain/parties/decide-mandate.ts';
import { missingInLegal } from '../../domain/parties/imprint.ts';
import type { MandateVersion } from '../../domain/parties/mandate.ts';
import type { Creditor } from '../../domain/parties/parties.ts';
import { writes, type Procedure } from '../../domain/procedure/procedure.ts';
import { checkPrinted } from '../../domain/print/printed.ts';
import { ibanIsValid } from '../../domain/akte/references.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors, Procedures } from '../ports/creditors.ts';
import { procedureFor, saveProcedure } from './save-procedure.ts';

type Ports = Readonly<{
  creditors: Pick<Creditors, 'current' | 'append'>;
  procedures: Procedures;
  clock: Pick<Clock, 'today' | 'now'>;
}>;
/** `seen`: the version that was read and is changed; null: a new creditor. `procedure`: one that comes along. */
type Saving = Readonly<Pick<Mandated, 'creditor' | 'seen' | 'by'> & { procedure?: Procedure | undefined }>;
type Saved = Readonly<Pick<MandateVersion, 'version'>>;

/**
 * What of the mandate as it was may still write in the creditor's name: a running matter keeps its procedure when the
 * mandate names another.
 */
const stillWrites = async ({ procedures }: Ports, before: MandateVersion | null): Promise<boolean> =>
  before !== null &&
  (before.creditor.legal !== undefined || writes(await procedures.get(before.creditor.procedure), 'creditor'));

type Checked = Readonly<{ creditor: Creditor; before: MandateVersion | null; procedure: Procedure }>;

/**
 * A firm that writes in its own name says who stands behind it (§ 35a GmbHG and the like). Throws Rejected
 * `creditor.legal` with the field.
 */
const checkLegal = async (ports: Ports, { creditor, before, procedure }: Checked): Promise<void> => {
  const [missing] = missingInLegal(creditor.name, creditor.legal);
  if (!missing) return;
  const now = writes(procedure, 'creditor');
  if (!now && !(await stillWrites(ports, before))) return;
  const why = now
    ? `Der Mahnlauf ${procedure.id} schreibt im Namen des Gläubigers.`
    : 'Laufende Angelegenheiten schreiben noch im Namen des Gläubigers.';
  throw new Rejected('creditor.legal', `${why} ${missing.message}`, { field: missing.path.join('.') });
};

/**
 * Saves a mandate as the next version of its log, with a procedure of its own where one comes along. `version` is the
 * one it stands in then; said again it makes no further one. Throws Conflict where the mandate is another than the one
 * that was read, NotFound where there is none to change, Rejected: `creditor.letters`, `creditor.iban`,
 * `creditor.legal`, and what `saveProcedure` and `procedureFor` throw; then the mandate stays as it was.
 */
export const saveCreditor =
  (ports: Ports) =>
  async ({ creditor, seen, by, procedure: own }: Saving): Promise<Saved> => {
    const { creditors, procedures, clock } = ports;
    checkPrinted('creditor', creditor);
    if (!ibanIsValid(creditor.account.iban))
      throw wrongField('creditor.iban', 'account.iban', 'Die Prüfziffern der IBAN stimmen nicht.');
    const before = await creditors.current(creditor.id);
    const said = { creditor, seen, by, on: clock.today(), at: clock.now().toISOString() };
    const next = decideMandate(said, before);
    if (own) await saveProcedure(procedures)(own, { creditor });
    await checkLegal(ports, { creditor, before, procedure: await procedureFor(procedures)(creditor) });
    if (next) await creditors.append(next);
    return { version: next?.version ?? before?.version ?? 1 };
  };
