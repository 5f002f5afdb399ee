import { sameProcedure, type ProcedureRef } from '../ids.ts';
import { missingInLegal } from '../parties/imprint.ts';
import type { Creditor } from '../parties/parties.ts';
import { writes, type Procedure } from '../procedure/procedure.ts';
import { SHIPPED_PROCEDURES } from '../procedure/shipped-procedures.ts';
import { contactFindings } from './contacts.ts';
import { contentFindings } from './contents.ts';
import { feeFindings } from './fees.ts';
import { orderFindings } from './order.ts';
import { REACHES, rehearse } from './rehearsal.ts';
import { found, type Finding } from './rules.ts';

export type { Finding, RuleCode, Severity } from './rules.ts';

/**
 * What is known around a procedure: the mandate that will use it, and other procedures. Where something is absent,
 * nothing is said about it; shipped procedures are always known.
 */
export type LintContext = Readonly<{
  creditor?: Pick<
    Creditor,
    'id' | 'name' | 'legal' | 'module' | 'priorDunning' | 'dueByContract' | 'invoicesAnnounceDefault'
  >;
  known?: readonly Procedure[];
}>;

const isShipped = ({ id }: ProcedureRef): boolean => SHIPPED_PROCEDURES.some((p) => p.id === id);

const ofMandate = (procedure: Procedure, creditor: NonNullable<LintContext['creditor']>): Finding[] => {
  const { presumesDefault: presumed } = procedure;
  const holds = {
    'prior-dunning': creditor.priorDunning !== 'none',
    'due-by-contract': creditor.dueByContract,
    'thirty-days': creditor.invoicesAnnounceDefault,
  };
  return [
    ...(procedure.creditor && procedure.creditor !== creditor.id
      ? [
          found(
            'creditor.other',
            'creditor',
            `Der Mahnlauf gehört ${procedure.creditor}, benutzt werden soll er für ${creditor.id}.`,
          ),
        ]
      : []),
    ...(presumed && !holds[presumed]
      ? [
          found(
            'default.not-in-mandate',
            'presumesDefault',
            `Der Mahnlauf setzt „${presumed}“ voraus, das Mandat von ${creditor.id} sagt davon nichts.`,
          ),
        ]
      : []),
    ...(writes(procedure, 'creditor')
      ? missingInLegal(creditor.name, creditor.legal).map(({ message }) =>
          found('creditor.no-legal-entry', 'sender', message),
        )
      : []),
    ...(creditor.module === 'standard' && !isShipped(procedure)
      ? [found('module.own-workflow', 'id', `${creditor.id} hat das Modul Standard.`)]
      : []),
  ];
};

/**
 * The collection procedure after a creditor's own dunning: it must be there, go out in the agency's name, and not hand
 * over again.
 */
const ofHandOver = (procedure: Procedure, known: readonly Procedure[]): Finding[] => {
  const { handOver } = procedure;
  if (!handOver) return [];
  if (writes(procedure, 'agency'))
    return [
      found(
        'hand-over.not-ours',
        'after',
        'Der Mahnlauf geht schon im Namen des Inkassos hinaus und will ans Inkasso übergeben.',
      ),
    ];
  const { id, version } = handOver.procedure;
  const to = known.find((p) => sameProcedure(p, handOver.procedure));
  if (!to)
    return [
      found('hand-over.unknown', 'handOver.procedure', `Den Mahnlauf ${id} in Version ${version} gibt es nicht.`),
    ];
  return writes(to, 'creditor') || to.after === 'handOver'
    ? [
        found(
          'hand-over.unknown',
          'handOver.procedure',
          `Der Mahnlauf ${id} in Version ${version} ist selbst kein Inkasso-Mahnlauf.`,
        ),
      ]
    : [];
};

/**
 * Everything that is wrong with a procedure, by the place where it stands; errors refuse it. No findings: it may run.
 */
export const lintProcedure = (procedure: Procedure, context: LintContext = {}): readonly Finding[] => {
  const rehearsals = REACHES.map((reach) => rehearse(procedure, reach));
  return [
    ...feeFindings(procedure, rehearsals),
    ...contentFindings(procedure),
    ...contactFindings(procedure, rehearsals),
    ...orderFindings(procedure, rehearsals),
    ...ofHandOver(procedure, [...SHIPPED_PROCEDURES, ...(context.known ?? [])]),
    ...(context.creditor ? ofMandate(procedure, context.creditor) : []),
  ];
};

export const isRefused = (findings: readonly Finding[]): boolean => findings.some((f) => f.severity === 'error');
