import { matterOf } from '../../domain/akte/akte.ts';
import { hasTakenOver } from '../../domain/akte/restarted.ts';
import { decideTrouble, troubleInWords } from '../../domain/akte/trouble.ts';
import { decideCallWindow, decideCourtDecision, type DecideAct } from '../../domain/dunning/decide-act.ts';
import type { TaskOf } from '../../statemachines/contract.ts';
import { executionName, type DunningInput, type dunning } from '../../statemachines/dunning.ts';
import { decideFrom, nextAfter, toNext, type Deciding } from '../akte/next.ts';
import { record } from '../akte/record.ts';

/** Task "Entscheiden": looks at the facts and says what comes next. Writes nothing. */
export const decide =
  (ports: Deciding): TaskOf<typeof dunning.tasks.Decide> =>
  async (of) =>
    toNext(await decideFrom(ports, of), ports.clock);

/** An act that is a fact and nothing more: noted where it is next; whatever else is comes back as the next step. */
const acting =
  (act: DecideAct) =>
  (ports: Deciding): TaskOf<typeof dunning.tasks.OpenCalls> =>
  async (of) => {
    const decided = await decideFrom(ports, of);
    const { akte, step, today } = decided;
    const matter = matterOf(akte, of.claim);
    const facts = matter ? act(step, matter, today) : [];
    if (facts.length === 0) return toNext(decided, ports.clock);
    return nextAfter(ports, of, await ports.akten.append(of.akte, akte.version, { by: executionName(of), facts }));
  };

/** Task "Telefoninkasso eröffnen": the call window of a stage, once per matter. */
export const openCalls = acting(decideCallWindow);

/** Task "Gerichtliche Entscheidung vorlegen": from now on a person decides; the case shows since when. */
export const presentToCourt = acting(decideCourtDecision);

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
  hasTakenOver(of, await ports.akten.history(of.akte));

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
      facts: (seen) => decideTrouble({ claim: of.claim, error }, seen, on),
    });
    const next = await nextAfter(ports, of, akte);
    return next.step === 'Klärung' && akte.troubles.includes(of.claim)
      ? { ...next, grund: troubleInWords(error) }
      : next;
  };
