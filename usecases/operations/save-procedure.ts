import { changedIn } from '../../domain/changed-in.ts';
import type { ProcedureRef } from '../../domain/ids.ts';
import { NotFound, Rejected } from '../../domain/faults.ts';
import { isRefused, lintProcedure, type Finding, type LintContext } from '../../domain/lint/lint-procedure.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { SHIPPED_PROCEDURES } from '../../domain/procedure/shipped-procedures.ts';
import { checkPrinted } from '../../domain/print/printed.ts';
import type { Creditor } from '../../domain/parties/parties.ts';
import type { Procedures } from '../ports/creditors.ts';

/**
 * `new`: this version was not there before; `unchanged`: exactly this was saved already, in `version`. `hints`: what
 * somebody should look at.
 */
export type SavedProcedure = ProcedureRef & Readonly<{ state: 'new' | 'unchanged'; hints: readonly Finding[] }>;

/** A procedure that the linter refuses, with all that it found. */
export class ProcedureRefused extends Rejected {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    const reasons = findings
      .filter((f) => f.severity === 'error')
      .map((f) => ({ field: f.place, code: f.code, message: `${f.message} ${f.mend} (${f.source})` }));
    super(
      'procedure.refused',
      `Dieser Mahnlauf wird nicht gespeichert:\n${reasons.map((r) => `- ${r.field}: ${r.message}`).join('\n')}`,
      { reasons },
    );
    this.findings = findings;
  }
}

const find = async (procedures: Procedures, of: ProcedureRef): Promise<Procedure | null> => {
  try {
    return await procedures.get(of);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
};

const sameApartFromVersion = (a: Procedure, b: Procedure): boolean =>
  changedIn(a, { ...b, version: a.version }).length === 0;

/** The version this content already has, or null: it is new and its number is the next one. */
const knownAs = async (procedures: Procedures, procedure: Procedure): Promise<number | null> => {
  const { id, version } = procedure;
  const taken = await find(procedures, { id, version });
  if (taken) {
    if (sameApartFromVersion(taken, procedure)) return version;
    throw new Rejected(
      'procedure.version-taken',
      `Den Mahnlauf ${id} gibt es in Version ${version} schon mit anderem Inhalt. Laufende Angelegenheiten behalten ihre Version; ein geänderter Mahnlauf braucht die nächste Versionsnummer.`,
      { field: 'version' },
    );
  }
  const before = version === 1 ? null : await find(procedures, { id, version: version - 1 });
  if (version > 1 && !before)
    throw new Rejected(
      'procedure.version-gap',
      `Den Mahnlauf ${id} gibt es in Version ${version - 1} nicht; Versionen werden lückenlos gezählt, die erste ist 1.`,
      { field: 'version' },
    );
  return before && sameApartFromVersion(before, procedure) ? version - 1 : null;
};

/**
 * Saves a procedure after the linter has looked at it. Versions are never overwritten: running matters keep theirs,
 * only new ones begin with the new one. The same content again is no new version. Throws Rejected: `procedure.letters`,
 * `procedure.refused` with all findings, `procedure.shipped`, `procedure.version-taken`, `procedure.version-gap`.
 */
export const saveProcedure =
  (procedures: Procedures) =>
  async (procedure: Procedure, context: LintContext = {}): Promise<SavedProcedure> => {
    const { id } = procedure;
    checkPrinted('procedure', procedure);
    const to = procedure.handOver ? await find(procedures, procedure.handOver.procedure) : null;
    const findings = lintProcedure(procedure, { ...context, known: [...(context.known ?? []), ...(to ? [to] : [])] });
    if (isRefused(findings)) throw new ProcedureRefused(findings);
    const shipped = SHIPPED_PROCEDURES.find((p) => p.id === id);
    if (shipped && !(shipped.version === procedure.version && sameApartFromVersion(shipped, procedure)))
      throw new Rejected(
        'procedure.shipped',
        `„${id}“ heißt ein mitgelieferter Mahnlauf. Bitte einen eigenen Namen wählen.`,
        { field: 'id' },
      );
    const known = await knownAs(procedures, procedure);
    if (known === null) await procedures.save(procedure);
    return { id, version: known ?? procedure.version, state: known === null ? 'new' : 'unchanged', hints: findings };
  };

/**
 * The procedure that a mandate names, where it is there and may be used by this creditor. Throws NotFound, or Rejected
 * `procedure.of-another`.
 */
export const procedureFor =
  (procedures: Procedures) =>
  async (creditor: Pick<Creditor, 'id' | 'procedure'>): Promise<Procedure> => {
    const procedure = await procedures.get(creditor.procedure);
    if (procedure.creditor && procedure.creditor !== creditor.id)
      throw new Rejected('procedure.of-another', `Der Mahnlauf ${procedure.id} gehört einem anderen Gläubiger.`, {
        field: 'procedure',
      });
    return procedure;
  };
