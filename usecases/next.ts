import type { Akte } from '../domain/akte.ts';
import { earliest, formatDay, plusDays, type Day } from '../domain/calendar.ts';
import { nextStep, type Step } from '../domain/dunning.ts';
import type { Procedure } from '../domain/procedure.ts';
import { NotFound } from '../domain/faults.ts';
import type { DunningInput, Next } from '../statemachines/dunning.ts';
import type { Akten, Clock, Procedures } from './ports.ts';

export type Deciding = Readonly<{ akten: Akten; procedures: Procedures; clock: Clock }>;
export type Decided = Readonly<{ akte: Akte; procedure: Procedure; today: Day; step: Step }>;

const procedureOf = async (ports: Deciding, akte: Akte, claim: DunningInput['claim']): Promise<Procedure> => {
  const matter = akte.matters.find((m) => m.claims.includes(claim));
  if (!matter) throw new NotFound(`In der Akte ${akte.id} gibt es keine Forderung ${claim}.`);
  return ports.procedures.get(matter.procedure);
};

/** Reads the facts and decides from them. */
export const decideFrom = async (ports: Deciding, of: DunningInput, akte?: Akte): Promise<Decided> => {
  const seen = akte ?? await ports.akten.get(of.akte);
  const procedure = await procedureOf(ports, seen, of.claim);
  const today = ports.clock.today();
  return { akte: seen, procedure, today, step: nextStep(seen, of.claim, procedure, today, { generation: of.generation, hour: ports.clock.hour() }) };
};

/** A Wait may last a year at most, and so may its execution: whoever waits longer looks again in between. The sweep renews executions that grow old. */
const MOST_DAYS_IN_A_WAIT = 60;

/** The step as the state machine and an operator read it. */
export const toNext = ({ step, today }: Decided, clock: Clock): Next => ({
  step: step.name, tag: today, grund: step.why,
  ...(step.kind === 'wait' ? { until: clock.instantOf(earliest(step.until, plusDays(today, MOST_DAYS_IN_A_WAIT)), step.hour), frist: formatDay(step.until) } : {}),
  ...('stage' in step && step.stage !== undefined ? { mahnstufe: step.stage } : {}),
});

/** Decides after an act has been recorded, from the Akte it left. */
export const nextAfter = async (ports: Deciding, of: DunningInput, akte: Akte): Promise<Next> => toNext(await decideFrom(ports, of, akte), ports.clock);
