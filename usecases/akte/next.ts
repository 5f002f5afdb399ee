import { matterOf, type Akte, type Matter } from '../../domain/akte/akte.ts';
import { earliest, formatDay, plusDays, type Day } from '../../domain/calendar.ts';
import { nextStep } from '../../domain/dunning/next-step.ts';
import { isBegun } from '../../domain/dunning/reservation.ts';
import { messageDue, type Step } from '../../domain/dunning/step.ts';
import { NO_CONTACTS, elsewhereOf, type Contacts } from '../../domain/akte/person.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { NotFound } from '../../domain/faults.ts';
import type { DunningInput, Next } from '../../statemachines/dunning.ts';
import type { People } from '../ports/people.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Procedures } from '../ports/creditors.ts';
import { proceduresOf } from './procedures-of.ts';
import { othersOf } from './same-person.ts';

export type Deciding = Readonly<{ akten: Akten; people: People; procedures: Procedures; clock: Clock }>;
/**
 * `others`: the person's other Akten, where the step was decided with them in view; who acts on it sees to it that none
 * has moved on (`Akten.append`).
 */
export type Decided = Readonly<{
  akte: Akte;
  /** Of the matter of the claim that was asked about; `procedures`: of any. */
  procedure: Procedure;
  procedures: (matter: Matter) => Procedure;
  today: Day;
  step: Step;
  others: readonly Akte[];
}>;

const matterToRun = (akte: Akte, claim: DunningInput['claim']): Matter => {
  const matter = matterOf(akte, claim);
  if (!matter) throw new NotFound(`In der Akte ${akte.id} gibt es keine Forderung ${claim}.`);
  return matter;
};

/**
 * Decides for claims of one Akte. The person's other Akten are looked up only where a message is due (reading 14), and
 * once.
 */
export const decidingOn = (
  ports: Deciding,
  akte: Akte,
): ((of: Pick<DunningInput, 'claim' | 'generation'>) => Promise<Decided>) => {
  let found: readonly Akte[] | null = null;
  return async (of) => {
    const matter = matterToRun(akte, of.claim);
    const procedures = await proceduresOf(ports.procedures, akte);
    const procedure = procedures(matter);
    const today = ports.clock.today();
    const hour = ports.clock.hour();
    const stepWith = (elsewhere: Contacts): Step =>
      nextStep(akte, of.claim, { procedures, today, generation: of.generation, hour, elsewhere });
    const step = stepWith(NO_CONTACTS);
    const asksOthers = messageDue(step) !== null && !isBegun(akte, of.claim, step);
    if (!asksOthers) return { akte, procedure, procedures, today, step, others: [] };
    const others = (found ??= await othersOf(ports, akte));
    const elsewhere = elsewhereOf(akte, others, { today, now: ports.clock.now() });
    return {
      akte,
      procedure,
      procedures,
      today,
      step: elsewhere.messages.length === 0 ? step : stepWith(elsewhere),
      others,
    };
  };
};

/** Reads the facts and decides from them. */
export const decideFrom = async (ports: Deciding, of: DunningInput, akte?: Akte): Promise<Decided> =>
  decidingOn(ports, akte ?? (await ports.akten.get(of.akte)))(of);

/**
 * A Wait may last a year at most, and so may its execution: whoever waits longer looks again in between. The sweep
 * renews executions that grow old.
 */
const MOST_DAYS_IN_A_WAIT = 60;

/** The step as the state machine and an operator read it. */
export const toNext = ({ step, today }: Decided, clock: Clock): Next => ({
  step: step.name,
  tag: today,
  grund: step.why,
  ...(step.kind === 'wait'
    ? {
        until: clock.instantOf(earliest(step.until, plusDays(today, MOST_DAYS_IN_A_WAIT)), step.hour),
        frist: formatDay(step.until),
      }
    : {}),
  ...('stage' in step && step.stage !== undefined ? { mahnstufe: step.stage } : {}),
});

/** Decides after an act has been recorded, from the Akte it left. */
export const nextAfter = async (ports: Deciding, of: DunningInput, akte: Akte): Promise<Next> =>
  toNext(await decideFrom(ports, of, akte), ports.clock);
