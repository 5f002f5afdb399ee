import { matterOf } from '../../domain/akte/akte.ts';
import { troubleInWords } from '../../domain/akte/trouble.ts';
import type { TaskOf } from '../../statemachines/contract.ts';
import { executionName, type DunningInput, type dunning } from '../../statemachines/dunning.ts';
import { decideFrom, nextAfter, toNext, type Deciding } from '../akte/next.ts';
import { record } from '../akte/record.ts';
import { SWEEP } from '../akte/restart.ts';

/** Task "Entscheiden": looks at the facts and says what comes next. Writes nothing. */
export const decide =
  (ports: Deciding): TaskOf<typeof dunning.tasks.Decide> =>
  async (of) =>
    toNext(await decideFrom(ports, of), ports.clock);

/** Task "Telefoninkasso eröffnen": the call window of a stage, once per matter. */
export const openCalls =
  (ports: Deciding): TaskOf<typeof dunning.tasks.OpenCalls> =>
  async (of) => {
    const decided = await decideFrom(ports, of);
    const { akte, step, today } = decided;
    const matter = matterOf(akte, of.claim);
    if (step.kind !== 'act' || step.name !== 'Telefoninkasso eröffnen' || !step.until || !matter)
      return toNext(decided, ports.clock);
    return nextAfter(
      ports,
      of,
      await ports.akten.append(of.akte, akte.version, {
        by: executionName(of),
        facts: [{ kind: 'callsOpened', matter: matter.id, stage: step.stage, from: today, until: step.until }],
      }),
    );
  };

/** Task "Gerichtliche Entscheidung vorlegen": from now on a person decides; the case shows since when. */
export const presentToCourt =
  (ports: Deciding): TaskOf<typeof dunning.tasks.PresentToCourt> =>
  async (of) => {
    const decided = await decideFrom(ports, of);
    const { akte, step, today } = decided;
    const matter = matterOf(akte, of.claim);
    if (step.kind !== 'act' || step.name !== 'Gerichtliche Entscheidung vorlegen' || !matter)
      return toNext(decided, ports.clock);
    return nextAfter(
      ports,
      of,
      await ports.akten.append(of.akte, akte.version, {
        by: executionName(of),
        facts: [{ kind: 'courtDecisionDue', matter: matter.id, on: today }],
      }),
    );
  };

/**
 * What a state machine reports that does not know the word it was given: a definition older than the code
 * (dunning.asl.json, state "Beginn").
 */
const UNKNOWN_WORD = 'UnbekannterSchritt';
/**
 * Whether the sweep has already let a younger execution take the claim over: then even the newest definition does not
 * know the word, and a person must see it.
 */
const isTakenOver = async (ports: Deciding, of: DunningInput): Promise<boolean> =>
  (await ports.akten.history(of.akte)).some(
    (act) =>
      act.by === SWEEP &&
      act.facts.some((f) => f.kind === 'restarted' && f.claims.includes(of.claim) && f.generation === of.generation),
  );

/**
 * Task "Klärung melden": the case waits for a person, with the error that brought it there. An execution that began
 * with an older definition and does not know today's word ends instead: the sweep finds the claim open without one and
 * starts the next, which knows it.
 */
export const reportTrouble =
  (ports: Deciding): TaskOf<typeof dunning.tasks.ReportTrouble> =>
  async ({ error, ...of }) => {
    if (error === UNKNOWN_WORD && !(await isTakenOver(ports, of)))
      return {
        step: 'Abgelöst',
        tag: ports.clock.today(),
        grund:
          'Diese Fassung des Ablaufs kennt den nächsten Schritt noch nicht; eine neue Ausführung führt die Forderung weiter.',
      };
    const on = ports.clock.today();
    const akte = await record(ports.akten, of.akte, {
      by: executionName(of),
      facts: (seen) =>
        seen.troubles.includes(of.claim)
          ? []
          : [{ kind: 'trouble', claim: of.claim, on, reason: error || 'unbekannter nächster Schritt' }],
    });
    const next = await nextAfter(ports, of, akte);
    return next.step === 'Klärung' && akte.troubles.includes(of.claim)
      ? { ...next, grund: troubleInWords(error) }
      : next;
  };
