import type { Akte, Message } from '../../domain/akte/akte.ts';
import { day, daysBetween, plusDays, type Day } from '../../domain/calendar.ts';
import { HandOverId, PaymentId, type ClaimId } from '../../domain/ids.ts';
import { cellsOf, type ClaimBody } from '../../domain/intake/from-api.ts';
import { cents } from '../../domain/money.ts';
import type { Notice } from '../../domain/letters/notice.ts';
import { akteOf, quickHashes } from '../../simulator/sequences/intake.ts';
import { startExecution } from '../../simulator/engine/execution.ts';
import { deployedMachine, runnable, tasksOf } from '../../simulator/engine/machine.ts';
import { memoryHandOvers, memoryMailbox, memoryOnce, memoryWork } from '../../simulator/agency/stores.ts';
import { workflowsOf, type RunningWorkflows } from '../../simulator/agency/workflows.ts';
import { aWorld } from '../../simulator/agency/world.ts';
import type { Press } from '../../usecases/ports/press.ts';
import { recordPayment } from '../../usecases/payments/record-payment.ts';
import { startLot } from '../../usecases/hand-over/start-lot.ts';
import { submitClaims } from '../../usecases/hand-over/submit-claims.ts';
import { START, erika, musterversand } from './akte.ts';

/**
 * An invoice of Erika's as the creditor's system hands it over; `due`: days from the start of the story, negative:
 * overdue by then.
 */
export const anInvoice = (n: number, due: number, euros: number, more: Partial<ClaimBody> = {}): ClaimBody => {
  const dueDate = plusDays(day(START), due);
  const invoiceDate = plusDays(dueDate, -14);
  return {
    customerNumber: erika.customerNumber,
    kind: 'privat',
    name: erika.name,
    street: 'Musterweg 5',
    postalCode: '44135',
    city: 'Dortmund',
    email: 'erika@example.com',
    phone: '015110000001',
    invoiceNumber: `RE-${n}`,
    invoiceDate,
    dueDate,
    amountCents: Math.round(euros * 100),
    subject: 'Gartenmöbel',
    contractDate: invoiceDate,
    ...more,
  };
};

type World = ReturnType<typeof aWorld>;

/** A world in which what is written is kept as its reader sees it, once for each message. */
const keepingNotices = (bare: World) => {
  const notices = new Map<string, Notice>();
  const { archive, press } = bare.ports.paper;
  const letter: Press['letter'] = async (notice) => {
    notices.set(notice.reference, notice);
    return press.letter(notice);
  };
  const world: World = { ...bare, ports: { ...bare.ports, paper: { archive, press: { ...press, letter } } } };
  return { world, notices };
};

/** Executions of the real state machine on the clock of the world. */
const workflowsIn = ({ ports, clock }: World): RunningWorkflows => {
  // The workflows start executions of the tasks, and one of the tasks starts workflows.
  const late: { workflows?: RunningWorkflows } = {};
  const tasks = tasksOf({ ...ports, workflows: { start: async (...of) => late.workflows?.start(...of) } });
  const workflows = workflowsOf({
    clock,
    begin: (of) => startExecution(deployedMachine(), { ...of }, { tasks: runnable(tasks), retryIn: clock.pass }),
  });
  late.workflows = workflows;
  return workflows;
};

const portsOf = (world: World, workflows: RunningWorkflows) => ({
  ...world.ports,
  hashes: quickHashes,
  workflows,
  handOvers: memoryHandOvers(),
  work: memoryWork(),
  mailbox: memoryMailbox(),
  once: memoryOnce(),
});

/**
 * One agency at work: claims come through the API, every claim has its execution of the real state machine, all on one
 * virtual clock. Days count from Monday 2 March 2026.
 */
export const anAgencyAtWork = () => {
  const { world, notices } = keepingNotices(aWorld({ start: day(START) }));
  const workflows = workflowsIn(world);
  const ports = portsOf(world, workflows);
  const id = akteOf(musterversand.id, erika.customerNumber);
  const on = (n: number): Day => plusDays(day(START), n);
  let handOvers = 0;
  return {
    ...world,
    ports,
    workflows,
    id,
    on,
    /** Every letter and mail as it was drafted, in order. */
    notices: (): Notice[] => [...notices.values()],
    akte: (): Promise<Akte> => world.akten.get(id),
    /** Everything happens that is due up to the evening of a day. */
    until: (n: number): Promise<void> => workflows.runUntil(on(n)),
    handIn: async (...bodies: ClaimBody[]): Promise<void> => {
      const { id: creditor } = musterversand;
      await submitClaims(ports)({ creditor, id: HandOverId.parse(`h-${++handOvers}`), rows: bodies.map(cellsOf) });
      for (const lot of ports.work.lots.splice(0)) await startLot(ports)(lot);
    },
    pay: async (amount: number, claim?: ClaimId): Promise<void> => {
      const today = world.clock.today();
      await recordPayment(ports)({
        akte: id,
        id: PaymentId.parse(`bank:${today}:${amount}:${claim ?? ''}`),
        amount: cents(amount),
        valueDate: today,
        via: 'agency',
        ...(claim ? { claim } : {}),
        source: 'test',
        by: 'system:bank',
      });
    },
  };
};

/** `36 email 2 F1,F2`: what went out in writing, with the day, the stage and the claims it asked for. */
export const writtenLines = (akte: Akte): string[] =>
  akte.messages.flatMap(({ key, on, demand, state }: Message) => {
    if (state !== 'sent' || !on || !demand) return [];
    const occasion = key.occasion ? ` ${key.occasion}` : '';
    const day0 = day(START);
    return [`${daysBetween(day0, on)} ${key.channel} ${key.stage}${occasion} ${demand.claims.join(',')}`];
  });
