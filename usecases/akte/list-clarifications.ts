import { matterOf, type Akte } from '../../domain/akte/akte.ts';
import { nextStep } from '../../domain/dunning/next-step.ts';
import { PAGE_SIZE, type Page, type Part } from '../../domain/page.ts';
import type { Wait } from '../../domain/procedure/states.ts';
import { lastTrouble } from '../../domain/akte/trouble.ts';
import { todoIn } from '../../domain/dunning/todo.ts';
import { isListed } from '../../domain/dunning/ways-on.ts';
import type { TaskOf } from '../../statemachines/contract.ts';
import type { dunning } from '../../statemachines/dunning.ts';
import { inParallel } from '../in-parallel.ts';
import type { Deciding } from './next.ts';
import { proceduresOf } from './procedures-of.ts';
import type { Clarification, Clarifications } from '../ports/timers.ts';

type Ports = Deciding & Readonly<{ clarifications: Clarifications }>;
type Task = typeof dunning.tasks.Decide;
/** A case a person must look at: in which state, since when (an instant), why, and what to do. */
export type OpenCase = Clarification & Readonly<{ why: string; todo: string }>;

const AT_ONCE = 8;

/**
 * Whatever brings a claim into a state in which people must do something passes here: it is put on the list that they
 * work off. A step that is repeated notes it again and changes nothing.
 */
export const noting =
  <I extends Parameters<TaskOf<Task>>[0]>(
    ports: Pick<Ports, 'clarifications' | 'clock'>,
    run: (input: I) => ReturnType<TaskOf<Task>>,
  ) =>
  async (input: I): ReturnType<TaskOf<Task>> => {
    const next = await run(input);
    if (isListed(next.step))
      await ports.clarifications.note({
        akte: input.akte,
        claim: input.claim,
        state: next.step,
        since: ports.clock.now().toISOString(),
      });
    return next;
  };

/** The step's own reason; for one that failed, which it was and how. */
const whyOf = async (ports: Ports, of: Clarification, akte: Akte, why: string): Promise<string> => {
  if (!akte.troubles.includes(of.claim)) return why;
  const acts = await ports.akten.history(of.akte);
  const facts = acts.flatMap((act) => act.facts);
  return lastTrouble(facts, of.claim) ?? why;
};

const look = async (ports: Ports, of: Clarification): Promise<OpenCase | null> => {
  const akte = await ports.akten.find(of.akte);
  const matter = akte && matterOf(akte, of.claim);
  const step =
    akte && matter
      ? nextStep(akte, of.claim, { procedures: await proceduresOf(ports.procedures, akte), today: ports.clock.today() })
      : null;
  if (akte && step && isListed(step.name))
    return {
      ...of,
      state: step.name,
      why: await whyOf(ports, of, akte, step.why),
      todo: todoIn(akte, of.claim, step.name),
    };
  await ports.clarifications.drop(of);
  return null;
};

const lookAtEach = async (ports: Ports, listed: readonly Clarification[]): Promise<readonly OpenCase[]> =>
  (await inParallel(listed, AT_ONCE, (of) => look(ports, of))).filter((c) => c !== null);

/**
 * The cases that wait for a person in one of these states, the longest waiting first. What has been clarified, paid or
 * closed meanwhile leaves the list and its page; what waits in another state now is shown with that one.
 */
export const listClarifications =
  (ports: Ports) =>
  async (states: readonly Wait[], page: Page): Promise<Part<OpenCase>> => {
    const { items, next } = await ports.clarifications.list(states, page);
    return { items: await lookAtEach(ports, items), next };
  };

/** So many are looked at before they are counted; beyond them it does not matter whether one is settled already. */
const MOST_LOOKED_AT = 500;
/** How many wait in "Klärung". */
export const countClarifications = (ports: Ports) => async (): Promise<number> => {
  let looked = 0;
  let waiting = 0;
  let from: Page['from'] = null;
  do {
    const { items, next }: Part<Clarification> = await ports.clarifications.list(['Klärung'], {
      limit: PAGE_SIZE.most,
      from,
    });
    waiting += looked < MOST_LOOKED_AT ? (await lookAtEach(ports, items)).length : items.length;
    looked += items.length;
    from = next;
  } while (from);
  return waiting;
};
