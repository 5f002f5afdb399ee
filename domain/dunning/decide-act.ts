import { accountOf, isDone } from '../account/account.ts';
import { generationOf, type Akte, type Matter } from '../akte/akte.ts';
import type { Fact } from '../akte/facts.ts';
import type { Day } from '../calendar.ts';
import { MatterId, type ProcedureRef } from '../ids.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { Act } from '../procedure/states.ts';
import type { Step } from './step.ts';

/** What follows of a step that is a matter's next; nothing where another step is. */
export type DecideAct = (step: Step, matter: Matter, today: Day) => readonly Fact[];

/** The step, where it is this act. */
const dueAs = (name: Act, step: Step): Extract<Step, { kind: 'act' }> | null =>
  step.kind === 'act' && step.name === name ? step : null;

/** "Telefoninkasso eröffnen": the phone window of a stage, from today up to the day that the step names. */
export const decideCallWindow: DecideAct = (step, { id: matter }, today) => {
  const due = dueAs('Telefoninkasso eröffnen', step);
  return due?.until ? [{ kind: 'callsOpened', matter, stage: due.stage, from: today, until: due.until }] : [];
};

/** "Gerichtliche Entscheidung vorlegen": from today on a person decides. */
export const decideCourtDecision: DecideAct = (step, { id: matter }, today) =>
  dueAs('Gerichtliche Entscheidung vorlegen', step) ? [{ kind: 'courtDecisionDue', matter, on: today }] : [];

/** The procedure that goes on with a matter whose next step is "Übergabe ans Inkasso"; null: that is not its next. */
export const procedureAfter = (step: Step, { handOver }: Pick<Procedure, 'handOver'>): ProcedureRef | null =>
  dueAs('Übergabe ans Inkasso', step) && handOver ? handOver.procedure : null;

/**
 * "Übergabe ans Inkasso": the claims of a creditor's own dunning that are not done become a matter of their own, with
 * the procedure `to`, and the next generation of executions leads them; what is paid stays where it is.
 */
export const decideHandingOn = (
  { matter, to }: Readonly<{ matter: Matter; to: Pick<Procedure, 'id' | 'version'> }>,
  akte: Akte,
  today: Day,
): readonly Fact[] => {
  const account = accountOf(akte, today);
  const claims = matter.claims.filter((id) => !isDone(akte, account, id));
  return [
    {
      kind: 'handedToCollection',
      matter: matter.id,
      to: MatterId.parse(`M${akte.matters.length + 1}`),
      on: today,
      procedure: { id: to.id, version: to.version },
      claims,
    },
    { kind: 'restarted', claims, generation: Math.max(...claims.map((id) => generationOf(akte, id))) + 1 },
  ];
};
