import { creditorOf, type Akte } from '../../domain/akte/akte.ts';
import { apply } from '../../domain/akte/fold.ts';
import { formatDay, plusDays, type Day } from '../../domain/calendar.ts';
import { CALL_HOURS, hoursInWords } from '../../domain/dunning/contact.ts';
import { byUrgency, callTasksOf, callableFrom, type CallTask } from '../../domain/dunning/calls.ts';
import type { CallOutcome, DayPart } from '../../domain/akte/call-words.ts';
import type { AkteId, MatterId } from '../../domain/ids.ts';
import { nextStep } from '../../domain/dunning/next-step.ts';
import type { ProcedureOf } from '../../domain/dunning/run.ts';
import type { Fact, FactOf } from '../../domain/akte/facts.ts';
import { Conflict, Rejected } from '../../domain/faults.ts';
import type { Creditor, CreditorId } from '../../domain/parties/parties.ts';
import { NO_CONTACTS, elsewhereOf, type Contacts } from '../../domain/akte/person.ts';
import { changeAkte } from '../akte/change-akte.ts';
import { inParallel } from '../in-parallel.ts';
import type { People } from '../ports/people.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors, Procedures } from '../ports/creditors.ts';
import type { Workflows } from '../ports/workflows.ts';
import { proceduresOf } from '../akte/procedures-of.ts';
import { record } from '../akte/record.ts';
import { othersOf } from '../akte/same-person.ts';

type Ports = Readonly<{
  akten: Akten;
  people: People;
  procedures: Procedures;
  creditors: Creditors;
  clock: Clock;
  workflows: Workflows;
}>;
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
    takenBy: string | null;
  }>;

/** A person who takes a call has it to herself for so long. */
const TAKEN_MS = 20 * 60_000;

/** Akten of which so many are looked at together. */
const AT_ONCE = 8;

/** `others`: the person's other Akten, with which the tasks were found. */
type Tasks = Readonly<{ tasks: readonly CallTask[]; others: readonly Akte[] }>;
/**
 * The calls for an Akte; its person's other Akten are looked up only where there are any (reading 14: attempts count
 * across creditors).
 */
const tasksOf = async (
  ports: Ports,
  akte: Akte,
  { creditor, today }: Readonly<{ creditor: Creditor; today: Day }>,
  look = othersOf,
): Promise<Tasks> => {
  const procedures = await proceduresOf(ports.procedures, akte);
  const tasksWith = (elsewhere: Contacts): CallTask[] =>
    callTasksOf(akte, { procedures, today, module: creditor.module, elsewhere });
  if (tasksWith(NO_CONTACTS).length === 0) return { tasks: [], others: [] };
  const others = await look(ports, akte);
  return { tasks: tasksWith(elsewhereOf(akte, others, { today, now: ports.clock.now() })), others };
};
const takenBy = (akte: Akte, task: { matter: MatterId; stage: number }, now: Date): string | null =>
  akte.callsTaken.find((c) => c.matter === task.matter && c.stage === task.stage && Date.parse(c.until) > now.getTime())
    ?.by ?? null;

/** What the creditor has remarked on the claims of a matter, each once. */
const remarksOn = (akte: Akte, matter: MatterId): readonly string[] => [
  ...new Set(akte.claims.flatMap((c) => (c.matter === matter && c.remark !== undefined ? [c.remark] : []))),
];

/** The calls of a creditor's debtors for today, what matters first. Reads the Akten whose phone windows are open. */
export const callList =
  (ports: Ports) =>
  async (of: CreditorId): Promise<CallOnList[]> => {
    const creditor = await ports.creditors.get(of);
    const today = ports.clock.today();
    const now = ports.clock.now();
    const lists = await inParallel(
      await ports.akten.withOpenCalls(of, today),
      AT_ONCE,
      async (id): Promise<CallOnList[]> => {
        const akte = await ports.akten.get(id);
        // What may not be made at this hour is not offered.
        if (callableFrom(akte, today, ports.clock.hour(), creditor.module)) return [];
        const { tasks } = await tasksOf(ports, akte, { creditor, today });
        return tasks.map((task) => ({
          ...task,
          akte: id,
          debtor: akte.debtor.name,
          phone: akte.debtor.phone ?? '',
          furtherPhones: akte.debtor.furtherPhones ?? [],
          language: akte.debtor.language ?? null,
          remarks: remarksOn(akte, task.matter),
          takenBy: takenBy(akte, task, now),
        }));
      },
    );
    return lists.flat().sort(byUrgency);
  };

/** Rejected where nobody may be called at this hour: it says from when on. */
const refuseAtThisHour = async (ports: Ports, akte: Akte): Promise<void> => {
  const { module } = await ports.creditors.get(creditorOf(akte.id));
  const from = callableFrom(akte, ports.clock.today(), ports.clock.hour(), module);
  if (from)
    throw new Rejected(
      'call.hours',
      `Jetzt darf hier nicht angerufen werden, sondern wieder am ${formatDay(from.on)} ab ${from.hour} Uhr. Angerufen wird ${hoursInWords(CALL_HOURS[module])}.`,
    );
};

type Call = Readonly<{ akte: AkteId; matter: MatterId; stage: number; by: string }>;
/** Rejected unless this call is on the list; gives the other Akten that the list was made with. */
const wanted = async (ports: Ports, call: Call, akte: Akte, look = othersOf): Promise<readonly Akte[]> => {
  const creditor = await ports.creditors.get(creditorOf(akte.id));
  const { tasks, others } = await tasksOf(ports, akte, { creditor, today: ports.clock.today() }, look);
  if (!tasks.some((t) => t.matter === call.matter && t.stage === call.stage))
    throw new Rejected(
      'call.not-due',
      `Dieser Anruf steht heute nicht (mehr) an. Wer heute anzurufen ist, zeigt die Liste (Befehl: mahnwerk anrufe liste ${creditorOf(call.akte)}); was jemand von sich aus sagt, wird als Antwort eingetragen (mahnwerk akte antwort ${call.akte} …).`,
    );
  return others;
};

/**
 * Takes a call, so that nobody else makes it; whoever comes second is told who has it (Conflict where both came at
 * once: read again).
 */
export const takeCall =
  (ports: Ports) =>
  async (call: Call): Promise<Akte> => {
    const akte = await ports.akten.get(call.akte);
    const now = ports.clock.now();
    await refuseAtThisHour(ports, akte);
    const others = await wanted(ports, call, akte);
    const other = takenBy(akte, call, now);
    if (other === call.by) return akte;
    if (other)
      throw new Conflict(
        `${other} hat diesen Anruf übernommen; notiert ihn niemand, ist er nach ${TAKEN_MS / 60_000} Minuten wieder frei.`,
      );
    return ports.akten.append(
      call.akte,
      akte.version,
      {
        by: call.by,
        facts: [
          {
            kind: 'callTaken',
            matter: call.matter,
            stage: call.stage,
            by: call.by,
            until: new Date(now.getTime() + TAKEN_MS).toISOString(),
          },
        ],
      },
      { unmoved: others },
    );
  };

/** So long a case rests after a call for what the person who called notes next. */
const ANSWER_FOLLOWS_DAYS = 7;
const OFFER_FOLLOWS_DAYS = 14;

/** What a call leads to by itself; agreeing on instalments or noting a dispute's reason is a step of its own. */
const followUp = (outcome: CallOutcome, on: Day, by: string): Fact[] => {
  if (outcome === 'wrong-number')
    return [{ kind: 'undeliverable', contact: 'phone', on, reason: 'falsche Telefonnummer' }];
  // The day and the reason follow with the answer (`noteAnswer`); until then nothing goes to somebody who has just
  // promised or objected.
  if (outcome === 'promise')
    return [
      {
        kind: 'held',
        ground: 'promise',
        on,
        until: plusDays(on, ANSWER_FOLLOWS_DAYS),
        by,
        reason: 'Am Telefon zugesagt; der Tag folgt',
      },
    ];
  if (outcome === 'dispute')
    return [{ kind: 'held', ground: 'dispute', on, by, reason: 'Am Telefon bestritten; der Grund folgt' }];
  if (outcome === 'instalments')
    return [
      {
        kind: 'held',
        ground: 'deferral',
        on,
        until: plusDays(on, OFFER_FOLLOWS_DAYS),
        by,
        reason: 'Ratenzahlung gewünscht; das Angebot folgt',
      },
    ];
  return [];
};

/** Whether a call changes what comes next: so many that nobody answered, and a text asks to call back (D60). */
const changesCourse = (akte: Akte, fact: FactOf<'callMade'>, procedures: ProcedureOf): boolean => {
  const claim = akte.claims.find((c) => c.matter === fact.matter);
  if (!claim) return false;
  const now = { procedures, today: fact.on };
  const before = nextStep(akte, claim.id, now);
  const after = nextStep(apply(akte, fact, akte.id), claim.id, now);
  return (
    before.name !== after.name || (before.kind === 'wait' && after.kind === 'wait' && before.until !== after.until)
  );
};

/**
 * Notes what came of a call. A promise, a dispute and a deferral are noted as answers (`noteAnswer`); a wrong number is
 * dead from now on; what must follow at once wakes the executions.
 */
export const noteCall =
  (ports: Ports) =>
  async (call: Call & Readonly<{ part: DayPart; outcome: CallOutcome; note?: string | undefined }>): Promise<Akte> => {
    const on = ports.clock.today();
    const { akte: id, note, ...made } = call;
    const fact: FactOf<'callMade'> = { kind: 'callMade', ...made, on, ...(note ? { note } : {}) };
    const akte = await ports.akten.get(id);
    // Who has taken the call had its place in the budget then; that it was made is a fact, whatever another creditor's
    // people have noted meanwhile.
    await wanted(ports, call, akte, takenBy(akte, call, ports.clock.now()) === call.by ? async () => [] : othersOf);
    const noted = (akte: Akte): boolean =>
      akte.calls.some((c) => c.matter === call.matter && c.stage === call.stage && c.on === on);
    const more = followUp(call.outcome, on, call.by);
    const matter = akte.matters.find((m) => m.id === call.matter);
    if (more.length === 0 && !(matter && changesCourse(akte, fact, await proceduresOf(ports.procedures, akte))))
      return record(ports.akten, id, { by: call.by, facts: (akte) => (noted(akte) ? [] : [fact]) });
    return changeAkte(ports, id, call.by, (akte) => (noted(akte) ? [] : [fact, ...more]));
  };
