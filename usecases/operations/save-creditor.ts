import { decideProposing, type Doing } from '../../domain/approval/decide-proposal.ts';
import { stateOf, type Proposal } from '../../domain/approval/proposal.ts';
import { Rejected, wrongField } from '../../domain/faults.ts';
import { decideMandate, type Decided, type Mandated } from '../../domain/parties/decide-mandate.ts';
import { missingInLegal } from '../../domain/parties/imprint.ts';
import { recentAddresses, type MandateVersion } from '../../domain/parties/mandate.ts';
import type { Creditor } from '../../domain/parties/parties.ts';
import { writes, type Procedure } from '../../domain/procedure/procedure.ts';
import { checkPrinted } from '../../domain/print/printed.ts';
import { ibanIsValid } from '../../domain/akte/references.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors, Procedures } from '../ports/creditors.ts';
import type { Proposals } from '../ports/proposals.ts';
import { procedureFor, saveProcedure } from './save-procedure.ts';
import { tellProposed, type Telling } from './tell-proposal.ts';

type Ports = Readonly<{
  creditors: Pick<Creditors, 'current' | 'history' | 'append'>;
  proposals: Pick<Proposals, 'last' | 'write'>;
  procedures: Procedures;
  clock: Pick<Clock, 'today' | 'now'>;
}> &
  Telling;
/** `seen`: the version that was read and is changed; null: a new creditor. `procedure`: one that comes along. */
type Saving = Readonly<Pick<Mandated, 'creditor' | 'seen' | 'by'> & { procedure?: Procedure | undefined }>;
/** `proposal`: the change of the account that waits for a second person. */
type Saved = Readonly<Pick<MandateVersion, 'version'> & { proposal: Proposal | null }>;

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

/** What is said, and what there is already of the creditor and of its proposals. */
type Met = Readonly<{ saving: Saving; doing: Doing; before: MandateVersion | null; last: Proposal | null }>;

/** Writes what was decided; the proposal that waits from now on, or waits already; null: none does. */
const write = async (
  { creditors, proposals }: Ports,
  { saving, doing, before, last }: Met,
  { next, account }: Decided,
): Promise<Proposal | null> => {
  const { creditor } = saving;
  const open = last && stateOf(last, doing.on) === 'open' ? last : null;
  if (!before || !account) {
    if (next) await creditors.append(next);
    return open;
  }
  const tellTo = recentAddresses(await creditors.history(creditor.id), doing.on);
  const what = { kind: 'account', creditor: creditor.id, from: before.creditor.account, to: account, tellTo } as const;
  const proposal = decideProposing(what, doing, last);
  await proposals.write({ proposal, mandate: next });
  return proposal;
};

/**
 * Saves a mandate as the next version of its log, with a procedure of its own where one comes along. `version` is the
 * one it stands in then; said again it makes no further one. Another account is not saved but proposed, and the
 * creditor hears of it where it was reached until now. Throws Stale where the mandate is another than the one that
 * was read, Conflict where it is there already, NotFound where there is none to change, Rejected: `creditor.letters`,
 * `creditor.iban`, `creditor.legal`, `proposal.open`, and what `saveProcedure` and `procedureFor` throw; then the
 * mandate stays as it was.
 */
export const saveCreditor =
  (ports: Ports) =>
  async (saving: Saving): Promise<Saved> => {
    const { creditors, proposals, procedures, clock } = ports;
    const { creditor, seen, by, procedure: own } = saving;
    checkPrinted('creditor', creditor);
    if (!ibanIsValid(creditor.account.iban))
      throw wrongField('creditor.iban', 'account.iban', 'Die Prüfziffern der IBAN stimmen nicht.');
    const before = await creditors.current(creditor.id);
    const last = await proposals.last(creditor.id, 'account');
    const doing = { by, on: clock.today(), at: clock.now().toISOString() };
    const asked = last && stateOf(last, doing.on) === 'open' ? last.what.to : null;
    const decided = decideMandate({ creditor, seen, ...doing }, { current: before, asked });
    if (own) await saveProcedure(procedures)(own, { creditor });
    await checkLegal(ports, { creditor, before, procedure: await procedureFor(procedures)(creditor) });
    const proposal = await write(ports, { saving, doing, before, last }, decided);
    if (proposal) await tellProposed(ports)(proposal, before?.creditor.name ?? creditor.name);
    return { version: decided.next?.version ?? before?.version ?? 1, proposal };
  };
