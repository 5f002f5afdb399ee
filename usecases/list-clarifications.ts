import type { Akte } from '../domain/akte.ts';
import { nextStep } from '../domain/dunning.ts';
import { troubleInWords } from '../domain/trouble.ts';
import type { TaskOf } from '../statemachines/contract.ts';
import type { dunning } from '../statemachines/dunning.ts';
import { inParallel } from './in-parallel.ts';
import type { Deciding } from './next.ts';
import { proceduresOf } from './procedures-of.ts';
import type { Clarification, Clarifications } from './timer-ports.ts';

type Ports = Deciding & Readonly<{ clarifications: Clarifications }>;
type Task = typeof dunning.tasks.Decide;
/** A case a person must look at: why, since when (an instant), and what to do. */
export type OpenCase = Clarification & Readonly<{ why: string; todo: string }>;

const AT_ONCE = 8;

/** Whatever brings a claim into "Klärung" passes here: it is put on the list that people work off. A step that is repeated notes it again and changes nothing. */
export const noting =
  <I extends Parameters<TaskOf<Task>>[0]>(
    ports: Pick<Ports, 'clarifications' | 'clock'>,
    run: (input: I) => ReturnType<TaskOf<Task>>,
  ) =>
  async (input: I): ReturnType<TaskOf<Task>> => {
    const next = await run(input);
    if (next.step === 'Klärung')
      await ports.clarifications.note({ akte: input.akte, claim: input.claim, since: ports.clock.now().toISOString() });
    return next;
  };

/** What a person does about it, in the order of how much hangs on it. */
const todoOf = (akte: Akte): string =>
  akte.messages.some((m) => m.state === 'unclear')
    ? 'Beim Dienstleister nachsehen, ob die Nachricht hinausging; danach „klaeren“ mit dem Ergebnis. Sie gilt dann als gesendet und wird nicht wiederholt.'
    : 'Ursache beheben (Angaben, Zugang, Fehler im Protokoll); danach „klaeren“: Der Schritt wird aus den Tatsachen neu entschieden und ausgeführt.';

/** The step's own reason; for one that failed, which it was and how. */
const whyOf = async (ports: Ports, of: Clarification, akte: Akte, why: string): Promise<string> => {
  if (!akte.troubles.includes(of.claim)) return why;
  const facts = (await ports.akten.history(of.akte)).flatMap((act) => act.facts);
  const trouble = facts.findLast((f) => f.kind === 'trouble' && f.claim === of.claim);
  return trouble?.kind === 'trouble' ? troubleInWords(trouble.reason) : why;
};

const look = async (ports: Ports, of: Clarification): Promise<OpenCase | null> => {
  const akte = await ports.akten.find(of.akte);
  const matter = akte?.matters.find((m) => m.claims.includes(of.claim));
  const step =
    akte && matter ? nextStep(akte, of.claim, await proceduresOf(ports.procedures, akte), ports.clock.today()) : null;
  if (akte && step?.name === 'Klärung')
    return { ...of, why: await whyOf(ports, of, akte, step.why), todo: todoOf(akte) };
  await ports.clarifications.drop(of);
  return null;
};

/** The cases that wait for a person, the longest waiting first. What has been clarified, paid or closed meanwhile leaves the list. */
export const listClarifications = (ports: Ports) => async (): Promise<readonly OpenCase[]> => {
  const listed: Clarification[] = [];
  for await (const of of ports.clarifications.all()) listed.push(of);
  const looked = await inParallel(listed, AT_ONCE, (of) => look(ports, of));
  return looked.filter((c) => c !== null).sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
};
