import { landOf } from '../domain/dunning.ts';
import { nextWorkingDay } from '../domain/deadlines.ts';
import { plusDays } from '../domain/calendar.ts';
import type { TaskOf } from '../statemachines/contract.ts';
import { executionName, type dunning } from '../statemachines/dunning.ts';
import { decideFrom, nextAfter, toNext, type Deciding } from './next.ts';
import { record } from './record.ts';

/** Task "Entscheiden": looks at the facts and says what comes next. Writes nothing. */
export const decide = (ports: Deciding): TaskOf<typeof dunning.tasks.Decide> => async (of) => toNext(await decideFrom(ports, of), ports.clock);

/** Task "Telefoninkasso eröffnen": the call window of a stage, once per matter. */
export const openCalls = (ports: Deciding): TaskOf<typeof dunning.tasks.OpenCalls> => async (of) => {
  const decided = await decideFrom(ports, of);
  const { akte, procedure, step, today } = decided;
  const matter = akte.matters.find((m) => m.claims.includes(of.claim));
  if (step.kind !== 'act' || step.name !== 'Telefoninkasso eröffnen' || !matter) return toNext(decided, ports.clock);
  const days = procedure.levels.find((l) => l.stage === step.stage)?.phone?.days ?? 1;
  const until = nextWorkingDay(plusDays(today, days), landOf(akte));
  return nextAfter(ports, of, await ports.akten.append(of.akte, akte.version, { by: executionName(of), facts: [{ kind: 'callsOpened', matter: matter.id, stage: step.stage, from: today, until }] }));
};

/** Task "Gerichtliche Entscheidung vorlegen": from now on a person decides; the case shows since when. */
export const presentToCourt = (ports: Deciding): TaskOf<typeof dunning.tasks.PresentToCourt> => async (of) => {
  const decided = await decideFrom(ports, of);
  const { akte, step, today } = decided;
  const matter = akte.matters.find((m) => m.claims.includes(of.claim));
  if (step.kind !== 'act' || step.name !== 'Gerichtliche Entscheidung vorlegen' || !matter) return toNext(decided, ports.clock);
  return nextAfter(ports, of, await ports.akten.append(of.akte, akte.version, { by: executionName(of), facts: [{ kind: 'courtDecisionDue', matter: matter.id, on: today }] }));
};

/** Task "Klärung melden": the case waits for a person, with the error that brought it there. */
export const reportTrouble = (ports: Deciding): TaskOf<typeof dunning.tasks.ReportTrouble> => async ({ error, ...of }) => {
  const on = ports.clock.today();
  const akte = await record(ports.akten, of.akte, executionName(of), (seen) => (seen.troubles.includes(of.claim) ? [] : [{ kind: 'trouble', claim: of.claim, on, reason: error || 'unbekannter nächster Schritt' }]));
  return nextAfter(ports, of, akte);
};
