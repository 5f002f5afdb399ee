import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Debtor } from '../../domain/parties.ts';
import { daysBetween, day, type Day } from '../../domain/calendar.ts';
import { MatterId, type Claim } from '../../domain/claim.ts';
import type { Fact } from '../../domain/facts.ts';
import { STANDARD, type Procedure } from '../../domain/procedure.ts';
import { dunning } from '../../statemachines/dunning.ts';
import type { Contract } from '../../statemachines/contract.ts';
import { sendMessage } from '../../usecases/send-message.ts';
import { decide, openCalls, presentToCourt, reportTrouble } from '../../usecases/steps.ts';
import { AKTE, START, TERMS, aClaim, erika, musterversand } from './akte.ts';
import { execute, type Asl } from './asl.ts';
import { fakeAkten, fakeArchive, fakeCreditors, fakePost, fakeProcedures, virtualClock } from './fakes.ts';
import { rheinbogen } from './notices.ts';

export const asl: Asl = JSON.parse(readFileSync(join(import.meta.dirname, '../../statemachines', dunning.file), 'utf8')) as Asl;
export const visited = new Set<string>();

type Given = Readonly<{ debtor?: Partial<Debtor>; without?: readonly ('email' | 'phone' | 'address')[]; claims?: Claim[]; procedure?: Procedure; start?: string }>;

/** An Akte, its providers and a clock; `run` plays one claim's execution of the real ASL file until it ends or waits for a person. */
export const aProcess = async ({ debtor = {}, without = [], claims = [aClaim()], procedure = STANDARD, start = START }: Given = {}) => {
  const clock = virtualClock(start);
  const akten = fakeAkten(clock.now);
  const whole: Debtor = { ...erika, ...debtor };
  const known = Object.fromEntries(Object.entries(whole).filter(([k]) => !without.some((w) => w === k))) as Debtor;
  await akten.append(AKTE, 0, { by: 'test', facts: [{ kind: 'opened', debtor: known, terms: TERMS }, { kind: 'handedOver', handOver: 'h1', on: day(start), matter: MatterId.parse('M1'), procedure: { id: procedure.id, version: procedure.version }, claims }] });
  const posts = { email: fakePost(clock.today, false), sms: fakePost(clock.today, false), letter: fakePost(clock.today) };
  const ports = { akten, clock, procedures: fakeProcedures(procedure), creditors: fakeCreditors(musterversand), agency: rheinbogen, posts,
    paper: { archive: fakeArchive(), press: { letter: async () => new Uint8Array([1]), mail: () => ({ subject: 's', text: 't', html: 'h' }), statement: async () => new Uint8Array(), statementCsv: () => '', transfers: () => '' } } };
  const tasks = { Decide: decide(ports), SendEmail: sendMessage('email', ports), SendSms: sendMessage('sms', ports), SendLetter: sendMessage('letter', ports), OpenCalls: openCalls(ports), PresentToCourt: presentToCourt(ports), ReportTrouble: reportTrouble(ports) };
  const plan: { day: Day; act: () => Promise<unknown> }[] = [];

  const entered: string[] = [];
  class Parked extends Error {}
  let parkedIn: string | null = null;
  /** `until`: stop when the clock passes this day; a claim before the court is parked at once. */
  const run = async (claim = 'F1', generation = 1, untilDay = 400): Promise<string> => {
    parkedIn = null;
    const wait = (state: string, instant: string): void => {
      if (state.startsWith('Gerichtliches') || daysBetween(day(start), day(instant.slice(0, 10))) > untilDay) { parkedIn = state; throw new Parked(state); }
      clock.jumpTo(instant);
    };
    entered.length = 0;
    const world = {
      enter: (state: string) => { visited.add(state); entered.push(state); }, waitUntil: wait, retryIn: clock.pass,
      tasks: Object.fromEntries(Object.entries(dunning.tasks).map(([name, contract]: [string, Contract]) => [`\${${name}}`, async (raw: unknown) => {
        for (const { act, day: due } of plan.splice(0)) { if (due <= clock.today()) await act(); else plan.push({ act, day: due }); }
        const task = tasks[name as keyof typeof tasks] as (input: any) => Promise<unknown>;
        return contract.output.parse(await task(contract.input.parse(raw)));
      }])),
    };
    try {
      const { path } = await execute(asl, { akte: AKTE, claim, generation }, world);
      return path.at(-1) ?? '';
    } catch (error) { if (error instanceof Parked) return parkedIn ?? ''; throw error; }
  };
  /** What happened to the Akte, one line per fact that a person would care about, with the day counted from the start. */
  const told = async (): Promise<string[]> => (await akten.history(AKTE)).flatMap((a) => a.facts.flatMap((f: Fact): string[] => {
    const n = (d: Day): number => daysBetween(day(start), d);
    switch (f.kind) {
      case 'sent': return [`${n(f.on)} ${f.message.channel} ${f.message.stage}`];
      case 'callsOpened': return [`${n(f.from)} calls ${f.stage}`];
      case 'courtDecisionDue': return [`${n(f.on)} court`];
      case 'paid': return [`${n(f.bookedOn)} paid ${f.amount}`];
      case 'held': case 'resumed': case 'closed': case 'trouble': return [`${n(f.on)} ${f.kind}`];
      default: return [];
    }
  }));
  /** The states one whole execution entered. */
  const path = async (): Promise<readonly string[]> => { await run(); return entered; };
  return { clock, akten, posts, ports, tasks, plan, run, told, path };
};
