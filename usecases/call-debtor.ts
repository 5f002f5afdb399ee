import { creditorOf, type Akte } from '../domain/akte.ts';
import { plusDays, type Day } from '../domain/calendar.ts';
import { byUrgency, callTasksOf, type CallTask } from '../domain/calls.ts';
import type { CallOutcome, DayPart } from '../domain/call-words.ts';
import type { AkteId, MatterId } from '../domain/claim.ts';
import type { Fact } from '../domain/facts.ts';
import { Conflict, Rejected } from '../domain/faults.ts';
import type { Creditor, CreditorId } from '../domain/parties.ts';
import type { Procedure } from '../domain/procedure.ts';
import { changeAkte } from './change-akte.ts';
import type { Akten, Clock, Creditors, Procedures, Workflows } from './ports.ts';
import { record } from './record.ts';

type Ports = Readonly<{ akten: Akten; procedures: Procedures; creditors: Creditors; clock: Clock; workflows: Workflows }>;
/** A line of the work list: what to call about, and who has taken it. */
export type CallOnList = CallTask & Readonly<{ akte: AkteId; debtor: string; phone: string; takenBy: string | null }>;

/** A person who takes a call has it to herself for so long. */
const TAKEN_MS = 20 * 60_000;

const tasksOf = async (ports: Ports, akte: Akte, creditor: Creditor, today: Day): Promise<CallTask[]> => {
  const procedures = new Map<MatterId, Procedure>();
  for (const m of akte.matters) procedures.set(m.id, await ports.procedures.get(m.procedure));
  return callTasksOf(akte, (matter) => procedures.get(matter) as Procedure, today, creditor.module);
};
const takenBy = (akte: Akte, task: { matter: MatterId; stage: number }, now: Date): string | null => akte.callsTaken.find((c) => c.matter === task.matter && c.stage === task.stage && Date.parse(c.until) > now.getTime())?.by ?? null;

/** The calls of a creditor's debtors for today, what matters first. Reads the Akten whose phone windows are open. */
export const callList = (ports: Ports) => async (of: CreditorId): Promise<CallOnList[]> => {
  const [creditor, today, now] = [await ports.creditors.get(of), ports.clock.today(), ports.clock.now()];
  const list: CallOnList[] = [];
  for (const id of await ports.akten.withOpenCalls(of, today)) {
    const akte = await ports.akten.get(id);
    for (const task of await tasksOf(ports, akte, creditor, today)) list.push({ ...task, akte: id, debtor: akte.debtor.name, phone: akte.debtor.phone ?? '', takenBy: takenBy(akte, task, now) });
  }
  return list.sort(byUrgency);
};

type Call = Readonly<{ akte: AkteId; matter: MatterId; stage: number; by: string }>;
const wanted = async (ports: Ports, call: Call, akte: Akte): Promise<CallTask> => {
  const creditor = await ports.creditors.get(creditorOf(akte.id));
  const task = (await tasksOf(ports, akte, creditor, ports.clock.today())).find((t) => t.matter === call.matter && t.stage === call.stage);
  if (!task) throw new Rejected('call.not-due', 'Dieser Anruf steht heute nicht (mehr) an.');
  return task;
};

/** Takes a call, so that nobody else makes it; whoever comes second is told who has it (Conflict where both came at once: read again). */
export const takeCall = (ports: Ports) => async (call: Call): Promise<Akte> => {
  const [akte, now] = [await ports.akten.get(call.akte), ports.clock.now()];
  await wanted(ports, call, akte);
  const other = takenBy(akte, call, now);
  if (other === call.by) return akte;
  if (other) throw new Conflict(`${other} hat diesen Anruf übernommen.`);
  return ports.akten.append(call.akte, akte.version, { by: call.by, facts: [{ kind: 'callTaken', matter: call.matter, stage: call.stage, by: call.by, until: new Date(now.getTime() + TAKEN_MS).toISOString() }] });
};

/** What a call leads to by itself; agreeing on instalments or noting a dispute's reason is a step of its own. */
const followUp = (outcome: CallOutcome, on: Day, by: string): Fact[] => {
  if (outcome === 'wrong-number') return [{ kind: 'undeliverable', channel: 'sms', on, reason: 'falsche Telefonnummer' }];
  if (outcome === 'instalments') return [{ kind: 'held', ground: 'deferral', on, until: plusDays(on, 14), by, reason: 'Ratenzahlung gewünscht; das Angebot folgt' }];
  return [];
};

/** Notes what came of a call. A promise, a dispute and a deferral are noted as answers (`noteAnswer`); a wrong number is dead from now on. */
export const noteCall = (ports: Ports) => async (call: Call & Readonly<{ part: DayPart; outcome: CallOutcome; note?: string }>): Promise<Akte> => {
  const on = ports.clock.today();
  const { akte: id, note, ...made } = call;
  const fact: Fact = { kind: 'callMade', ...made, on, ...(note ? { note } : {}) };
  await wanted(ports, call, await ports.akten.get(id));
  const noted = (akte: Akte): boolean => akte.calls.some((c) => c.matter === call.matter && c.stage === call.stage && c.on === on);
  const more = followUp(call.outcome, on, call.by);
  if (more.length === 0) return record(ports.akten, id, call.by, (akte) => (noted(akte) ? [] : [fact]));
  return changeAkte(ports, id, call.by, (akte) => (noted(akte) ? [] : [fact, ...more]));
};
