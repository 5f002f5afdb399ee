import type { Actor } from '../../domain/actor.ts';
import { creditorOf, type Akte } from '../../domain/akte/akte.ts';
import { byUrgency, callableFrom, callTasksOf, type CallTask } from '../../domain/dunning/calls.ts';
import {
  callTasksBeside,
  decideCall,
  decideTaking,
  refuseNotDue,
  takenBy,
  wakes,
  type Call,
  type CallMade,
} from '../../domain/dunning/decide-call.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import type { AkteId, MatterId } from '../../domain/ids.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import { changeAkte } from '../akte/change-akte.ts';
import { record } from '../akte/record.ts';
import { othersOf } from '../akte/same-person.ts';
import { inParallel } from '../in-parallel.ts';
import type { Creditors } from '../ports/creditors.ts';
import type { Workflows } from '../ports/workflows.ts';
import { byItself, momentOf, type Looking } from './call-moment.ts';

type Ports = Looking & Readonly<{ creditors: Creditors; workflows: Workflows }>;
/** A line of the work list: what to call about, what the creditor has said about the debtor, and who has taken it. */
export type CallOnList = CallTask &
  Readonly<{
    akte: AkteId;
    debtor: string;
    phone: string;
    furtherPhones: readonly string[];
    /** ISO 639-1; null: German. */
    language: string | null;
    remarks: readonly string[];
    takenBy: Actor | null;
  }>;

/** Akten of which so many are looked at together. */
const AT_ONCE = 8;

/** What the creditor has remarked on the claims of a matter, each once. */
const remarksOn = (akte: Akte, matter: MatterId): readonly string[] => [
  ...new Set(akte.claims.flatMap((c) => (c.matter === matter && c.remark !== undefined ? [c.remark] : []))),
];

const lineOf = (akte: Akte, task: CallTask, now: Date): CallOnList => ({
  ...task,
  akte: akte.id,
  debtor: akte.debtor.name,
  phone: akte.debtor.phone ?? '',
  furtherPhones: akte.debtor.furtherPhones ?? [],
  language: akte.debtor.language ?? null,
  remarks: remarksOn(akte, task.matter),
  takenBy: takenBy(akte, task, now),
});

/** The calls of a creditor's debtors for today, what matters first. Reads the Akten whose phone windows are open. */
export const callList =
  (ports: Ports) =>
  async (of: CreditorId): Promise<CallOnList[]> => {
    const creditor = await ports.creditors.get(of);
    const today = ports.clock.today();
    const open = await ports.akten.withOpenCalls(of, today);
    const lists = await inParallel(open, AT_ONCE, async (id): Promise<CallOnList[]> => {
      const akte = await ports.akten.get(id);
      // What may not be made at this hour is not offered.
      if (callableFrom(akte, today, ports.clock.hour(), creditor.module)) return [];
      const day = await byItself(ports, akte, creditor);
      const alone = callTasksOf(akte, day);
      if (alone.length === 0) return [];
      const tasks = callTasksBeside(alone, akte, { ...day, others: await othersOf(ports, akte) });
      return tasks.map((task) => lineOf(akte, task, day.now));
    });
    return lists.flat().sort(byUrgency);
  };

type In = Readonly<{ akte: AkteId }>;

/**
 * Takes a call, so that nobody else makes it; whoever comes second is told who has it (Conflict where both came at
 * once: read again).
 */
export const takeCall =
  (ports: Ports) =>
  async ({ akte: id, ...call }: In & Call): Promise<Akte> => {
    const akte = await ports.akten.get(id);
    const moment = await momentOf(ports, akte, await ports.creditors.get(creditorOf(id)));
    const facts = decideTaking(call, akte, moment);
    if (facts.length === 0) return akte;
    return ports.akten.append(id, akte.version, { by: call.by, facts }, { unmoved: moment.others });
  };

/** Notes what came of a call, once a day for each stage; what must follow at once wakes the executions. */
export const noteCall =
  (ports: Ports) =>
  async ({ akte: id, ...call }: In & CallMade): Promise<Akte> => {
    const akte = await ports.akten.get(id);
    const moment = await momentOf(ports, akte, await ports.creditors.get(creditorOf(id)), call);
    refuseNotDue(call, akte, moment);
    const { by } = call;
    const facts = (seen: Akte): readonly Fact[] => decideCall(call, seen, moment.today);
    return wakes(facts(akte), akte, moment.procedures)
      ? changeAkte(ports, id, by, facts)
      : record(ports.akten, id, { by, facts });
  };
