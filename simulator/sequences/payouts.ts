import { firstOf, monthOf, nextMonth, previousMonth, type Day, type Month } from '../../domain/calendar.ts';
import type { TransferOrder } from '../../domain/account/bank.ts';
import type { Payout } from '../../domain/payout/payout.ts';
import { runPayout } from '../../usecases/payout/run-payout.ts';
import type { CommandOf } from './commands.ts';
import type { Broken } from './invariants.ts';
import { mortal, survived } from './mortal.ts';
import { brokenOrder, brokenPayouts, type Decided } from './paid-out.ts';
import { blankPress, memoryMailbox, memoryOnce, memoryPayouts } from '../agency/stores.ts';
import type { RunningWorkflows } from '../agency/workflows.ts';
import type { World } from '../agency/world.ts';

/** What finance has seen so far: every payout that was decided, and the order for each month that went to the bank. */
export type Finance = {
  readonly decided: Map<string, Decided>;
  readonly orders: Map<string, TransferOrder>;
  readonly payouts: ReturnType<typeof memoryPayouts>;
  readonly once: ReturnType<typeof memoryOnce>;
};
export const financeOf = (): Finance => ({
  decided: new Map(),
  orders: new Map(),
  payouts: memoryPayouts(),
  once: memoryOnce(),
});

type Running = Readonly<{ world: World; workflows: RunningWorkflows; finance: Finance }>;
/** One month that is paid out: what broke meanwhile, and what was decided just now. */
type Paying = Readonly<{ month: Month; broken: Broken[]; fresh: Payout[] }>;

/** Keeps what is decided, and what the Akten were when it was: nothing is decided twice. */
const deciding =
  ({ world, finance }: Running, { broken, fresh }: Paying) =>
  async (payout: Payout): Promise<Payout> => {
    const before = finance.decided.get(payout.id);
    const stands = await finance.payouts.put(payout);
    if (before && before.payout !== stands) broken.push(`I7 ${payout.id} was decided twice`);
    if (before) return stands;
    fresh.push(stands);
    finance.decided.set(payout.id, {
      payout: stands,
      saw: new Map([...world.akten.log].map(([id, acts]) => [id, acts.length])),
    });
    return stands;
  };

const portsOf = (running: Running, paying: Paying, writesLeft: number | null) => {
  const { world, finance } = running;
  const { akten, paper } = world.ports;
  const written = mortal(writesLeft);
  const transfers = (order: TransferOrder): string => {
    finance.orders.set(paying.month, order);
    return '';
  };
  return {
    ...world.ports,
    once: finance.once,
    press: { ...blankPress(), transfers },
    mailbox: memoryMailbox(),
    finance: 'finanzen@example.com',
    akten: { ...akten, append: written(akten.append) },
    archive: { ...paper.archive, put: written(paper.archive.put) },
    payouts: { ...finance.payouts, put: written(deciding(running, paying)) },
  };
};

/** The month before the one of `today`, or so many further back. */
const monthToPay = (today: Day, back: number): Month => {
  let month = previousMonth(monthOf(today));
  for (let n = 0; n < back; n++) month = previousMonth(month);
  return month;
};

/**
 * The creditors are paid out for a month, by the use case that the schedule calls. A run that died is done again where
 * the command is to be done twice; otherwise nobody does, and the next month finds what it left.
 */
export const payOut = async (
  running: Running,
  { back, wait, dies, twice }: CommandOf<'payout'>,
): Promise<() => Promise<Broken[]>> => {
  const { world, workflows, finance } = running;
  if (wait) await workflows.runUntil(firstOf(nextMonth(monthOf(world.clock.today()))));
  const month = monthToPay(world.clock.today(), back);
  const paying: Paying = { month, broken: [], fresh: [] };
  const survives = (writesLeft: number | null): Promise<boolean> =>
    survived(() => runPayout(portsOf(running, paying, writesLeft))({ month }));
  let mortally = dies;
  return async () => {
    let alive = await survives(mortally);
    if (!alive && twice) alive = await survives(null);
    mortally = null;
    const decided = [...finance.decided.values()];
    paying.broken.push(...(await brokenPayouts(world, decided, paying.fresh)));
    const ordered = alive ? brokenOrder(month, decided, finance.orders.get(month)) : [];
    return [...paying.broken.splice(0), ...ordered];
  };
};
