import { SYSTEM } from '../../domain/actor.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import { payoutsWaitUntil } from '../../domain/approval/payouts-wait.ts';
import { Month, type Day } from '../../domain/calendar.ts';
import { messageIn } from '../../domain/faults.ts';
import { creditorPayoutMail, payoutMail } from '../../domain/letters/reports.ts';
import { ZERO } from '../../domain/money.ts';
import type { Agency, Creditor, CreditorId } from '../../domain/parties/parties.ts';
import { decidePaidOut } from '../../domain/payout/decide-paid-out.ts';
import { checkPayoutMonth } from '../../domain/payout/month-over.ts';
import { isEmpty, type Payout } from '../../domain/payout/payout.ts';
import { payoutFor } from '../../domain/payout/settlement.ts';
import { notYetOrdered, transferOrder } from '../../domain/payout/transfers.ts';
import type { Akten } from '../ports/akten.ts';
import type { Archive } from '../ports/archive.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors } from '../ports/creditors.ts';
import type { Mailbox } from '../ports/posts.ts';
import type { Once } from '../ports/once.ts';
import type { Payouts } from '../ports/payouts.ts';
import type { Proposals } from '../ports/proposals.ts';
import type { Press } from '../ports/press.ts';
import { record } from '../akte/record.ts';
import { eachInParallel } from '../in-parallel.ts';
import { tellOnce } from '../tell-once.ts';

type Ports = Readonly<{
  akten: Akten;
  creditors: Creditors;
  proposals: Pick<Proposals, 'last'>;
  payouts: Payouts;
  press: Press;
  archive: Archive;
  mailbox: Mailbox;
  once: Once;
  clock: Clock;
  agency: Agency;
  finance: string;
}>;
/** `waiting`: creditors that are not paid out yet, because their account is new. */
export type PayoutRun = Readonly<{
  month: Month;
  payouts: readonly Payout[];
  waiting: readonly CreditorId[];
  files: readonly string[];
}>;

/** Akten of which so many are read together. */
const AT_ONCE = 8;
const akten = async (ports: Ports, creditor: CreditorId): Promise<readonly Akte[]> => {
  const all: Akte[] = [];
  for await (const akte of eachInParallel(ports.akten.each(creditor), AT_ONCE, ports.akten.get)) all.push(akte);
  return all;
};

/** What was paid out stands in the Akten, too, once: from there the next month knows it. */
const remember = async (ports: Ports, payout: Payout): Promise<void> => {
  for (const id of new Set(payout.lines.map((l) => l.akte)))
    await record(ports.akten, id, { by: SYSTEM.payout, facts: (akte) => decidePaidOut(payout, akte) });
};

const LAST_MONTH = Month.parse('9999-12');

/** To a new account nothing goes before its first day; what was decided before it was changed goes where it said. */
type Waits = Readonly<{ creditor: Creditor; until: Day }>;
const waitsFor = async (ports: Ports, creditor: Creditor, month: Month): Promise<Waits | null> => {
  if (await ports.payouts.find(creditor.id, month)) return null;
  const mandate = await ports.creditors.current(creditor.id);
  const last = await ports.proposals.last(creditor.id, 'account');
  const until = payoutsWaitUntil({ mandate, last }, ports.clock.today());
  return until && { creditor, until };
};

/**
 * The first decision stands: a second run finds it and changes nothing. A month that was left out is paid out with the
 * next one; null: it has been already, and to decide it now would pay its money twice.
 */
const decided = async (ports: Ports, creditor: Creditor, month: Month): Promise<Payout | null> => {
  const known = await ports.payouts.find(creditor.id, month);
  if (known) return known;
  const before = await ports.payouts.latest(creditor.id, LAST_MONTH);
  if (before && before.month > month) return null;
  // A run that died after its decision may have left Akten that do not know of it: they would be paid out again.
  if (before) await remember(ports, before);
  return ports.payouts.put(
    payoutFor({
      creditor,
      month,
      statedOn: ports.clock.today(),
      akten: await akten(ports, creditor.id),
      carriedIn: before?.totals.carriedOut ?? ZERO,
    }),
  );
};

type Written = Readonly<{ key: string; name: string; content: Uint8Array | string; type: string }>;

const writeStatement = async (ports: Ports, payout: Payout, creditor: Creditor): Promise<readonly Written[]> => {
  const statement = { payout, creditor, agency: ports.agency };
  const base = `payouts/${payout.month}/${creditor.id}/auszahlung`;
  const name = `Auszahlung-${payout.id}`;
  const csv = ports.press.statementCsv(statement);
  const written: Written[] = [
    {
      key: `${base}.pdf`,
      name: `${name}.pdf`,
      content: await ports.press.statement(statement),
      type: 'application/pdf',
    },
    { key: `${base}.csv`, name: `${name}.csv`, content: csv, type: 'text/csv; charset=utf-8' },
  ];
  for (const { key, content, type } of written) await ports.archive.put(key, content, type);
  return written;
};

/**
 * The statement goes to the creditor, too (D20): the very bytes that were archived. A month in which nothing happened
 * needs no mail.
 */
const tellCreditor = async (
  ports: Ports,
  payout: Payout,
  creditor: Creditor,
  written: readonly Written[],
): Promise<void> => {
  if (isEmpty(payout)) return;
  await tellOnce(ports, `payout-mail:${creditor.id}:${payout.month}`, () => ({
    to: creditor.email,
    ...creditorPayoutMail({ agency: ports.agency, creditor, payout }),
    attachments: written.map(({ name, content, type }) => ({
      name,
      content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
      type,
    })),
  }));
};

const orderKey = (month: Month, n: number): string => `payouts/${month}/ueberweisungen${n === 1 ? '' : `-${n}`}.xml`;

/**
 * The orders of a month that were written before, by key. They are what may be at the bank already: what stands in one
 * is never ordered again.
 */
const ordersOf = async (
  { archive, press }: Pick<Ports, 'archive' | 'press'>,
  month: Month,
): Promise<{ keys: string[]; ordered: string[] }> => {
  const keys: string[] = [];
  const ordered: string[] = [];
  for (;;) {
    const key = orderKey(month, keys.length + 1);
    const content = await archive.find(key);
    if (!content) return { keys, ordered };
    keys.push(key);
    ordered.push(...press.orderedIn(new TextDecoder().decode(content)));
  }
};

/**
 * Orders what is due and stands in no earlier order, so that a creditor whose payout failed gets its own when it is run
 * again.
 */
const writeTransfers = async (ports: Ports, month: Month, payouts: readonly Payout[]): Promise<string[]> => {
  const { keys, ordered } = await ordersOf(ports, month);
  const due = notYetOrdered(payouts, ordered);
  if (due.length === 0) return keys;
  const today = ports.clock.today();
  const key = orderKey(month, keys.length + 1);
  const order = transferOrder(due, {
    month,
    n: keys.length + 1,
    payer: ports.agency.clientAccount,
    today,
    createdAt: ports.clock.instantOf(today),
  });
  await ports.archive.put(key, ports.press.transfers(order), 'application/xml');
  return [...keys, key];
};

type PaidOut = Readonly<{ creditor: Creditor; payout: Payout; files: readonly string[] }>;

/** One creditor's month: decided, written, remembered, told. Null: it has been paid out with a later month. */
const payOut = async (ports: Ports, creditor: Creditor, month: Month): Promise<PaidOut | null> => {
  const payout = await decided(ports, creditor, month);
  if (!payout) return null;
  const written = await writeStatement(ports, payout, creditor);
  await remember(ports, payout);
  await tellCreditor(ports, payout, creditor, written);
  return { creditor, payout, files: written.map((w) => w.key) };
};

/** Finance is told once of each outcome: when a creditor that failed or waited has been paid out after all, again. */
const tellFinance = async (
  ports: Ports,
  of: Readonly<{
    month: Month;
    done: readonly PaidOut[];
    waiting: readonly Waits[];
    failed: readonly Creditor[];
    files: readonly string[];
  }>,
): Promise<void> => {
  const { month, done, waiting, failed, files } = of;
  await tellOnce(ports, `payout-mail:${month}:${done.length}-${waiting.length}-${failed.length}`, () => ({
    to: ports.finance,
    ...payoutMail({
      agency: ports.agency,
      month,
      payouts: done.map(({ creditor, payout }) => ({ creditor: creditor.name, amount: payout.totals.payout })),
      waiting: waiting.map(({ creditor, until }) => ({ creditor: creditor.name, until })),
      failed: failed.map((c) => c.name),
      files,
    }),
  }));
};

type Failure = Readonly<{ creditor: Creditor; cause: unknown }>;
const inWords = ({ creditor, cause }: Failure): string => `${creditor.id} (${messageIn(cause)})`;

/** What became of each creditor's month. */
type Outcome = Readonly<{ done: readonly PaidOut[]; waiting: readonly Waits[]; failures: readonly Failure[] }>;
const payOutEach = async (ports: Ports, month: Month): Promise<Outcome> => {
  const done: PaidOut[] = [];
  const waiting: Waits[] = [];
  const failures: Failure[] = [];
  for (const creditor of await ports.creditors.list()) {
    try {
      const waits = await waitsFor(ports, creditor, month);
      const paidOut = waits ? null : await payOut(ports, creditor, month);
      if (waits) waiting.push(waits);
      if (paidOut) done.push(paidOut);
    } catch (cause) {
      failures.push({ creditor, cause });
    }
  }
  return { done, waiting, failures };
};

/**
 * Pays the creditors out for a month that is over: statement per creditor, one payment order, mails to the creditors
 * and to finance. Each creditor for itself (A4): one that fails, or whose account is new, keeps no other from its
 * money, finance is told, and a fault is raised at the end, so that the run is tried again. Running it twice pays once.
 */
export const runPayout =
  (ports: Ports) =>
  async ({ month }: { month: Month }): Promise<PayoutRun> => {
    checkPayoutMonth(month, ports.clock.today());
    const { done, waiting, failures } = await payOutEach(ports, month);
    const payouts = done.map((d) => d.payout);
    const orders = await writeTransfers(ports, month, payouts);
    const files = [...done.flatMap((d) => d.files), ...orders];
    await tellFinance(ports, { month, done, waiting, failed: failures.map((f) => f.creditor), files });
    if (failures.length > 0)
      throw new Error(`payout of ${month} failed for ${failures.map(inWords).join('; ')}`, {
        cause: failures[0]?.cause,
      });
    return { month, payouts, waiting: waiting.map(({ creditor }) => creditor.id), files };
  };
