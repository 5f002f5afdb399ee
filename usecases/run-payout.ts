import { NOWHERE } from '../domain/place.ts';
import type { Akte } from '../domain/akte.ts';
import { monthOf } from '../domain/calendar.ts';
import { nextWorkingDay } from '../domain/deadlines.ts';
import { Rejected } from '../domain/faults.ts';
import { payoutMail } from '../domain/letters/reports.ts';
import { ZERO } from '../domain/money.ts';
import type { Agency, Creditor } from '../domain/parties.ts';
import type { Payout } from '../domain/payout.ts';
import { payoutFor } from '../domain/settlement.ts';
import type { Akten, Archive, Clock, Creditors, Mailbox, Once, Payouts, Press } from './ports.ts';
import { record } from './record.ts';

type Ports = Readonly<{
  akten: Akten;
  creditors: Creditors;
  payouts: Payouts;
  press: Press;
  archive: Archive;
  mailbox: Mailbox;
  once: Once;
  clock: Clock;
  agency: Agency;
  finance: string;
}>;
export type PayoutRun = Readonly<{ month: string; payouts: readonly Payout[]; files: readonly string[] }>;

const akten = (ports: Ports, ids: readonly Akte['id'][]): Promise<Akte[]> =>
  Promise.all(ids.map((id) => ports.akten.get(id)));

/** What was paid out stands in the Akten, too, once: from there the next month knows it. */
const remember = async (ports: Ports, payout: Payout): Promise<void> => {
  for (const id of new Set(payout.lines.map((l) => l.akte))) {
    const shares = payout.lines
      .filter((l) => l.akte === id)
      .map((l) => ({
        payment: l.paymentId,
        toPrincipal: l.toPrincipal,
        toInterest: l.toInterest,
        toOwnCosts: l.toOwnCosts,
        toFees: l.toFees,
        overpaid: l.overpaid,
      }));
    await record(ports.akten, id, 'system:payout', (akte) =>
      akte.paidOut.some((o) => o.month === payout.month)
        ? []
        : [{ kind: 'paidOut', month: payout.month, payout: payout.id, shares }],
    );
  }
};

const LAST_MONTH = '9999-12';

/**
 * The first decision stands: a second run finds it and changes nothing. A month that was left out is paid out with the next one; null: it has been already, and to decide it now would pay its money twice.
 * Every Akte with money in it is looked at, not only those that were booked on since: a claim handed in later, a waiver, a dispute may have moved what earlier months paid out.
 */
const decided = async (ports: Ports, creditor: Creditor, month: string): Promise<Payout | null> => {
  const known = await ports.payouts.find(creditor.id, month);
  if (known) return known;
  const before = await ports.payouts.latest(creditor.id, LAST_MONTH);
  if (before && before.month > month) return null;
  // A run that died after its decision may have left Akten that do not know of it: they would be paid out again.
  if (before) await remember(ports, before);
  const all = await akten(ports, await ports.akten.listOf(creditor.id));
  const touched = all.filter((akte) => akte.payments.length > 0).sort((a, b) => (a.id < b.id ? -1 : 1));
  return ports.payouts.put(
    payoutFor({
      creditor,
      month,
      statedOn: ports.clock.today(),
      touched,
      all,
      carriedIn: before?.totals.carriedOut ?? ZERO,
    }),
  );
};

const writeStatement = async (ports: Ports, payout: Payout, creditor: Creditor): Promise<string[]> => {
  const statement = { payout, creditor, agency: ports.agency };
  const base = `payouts/${payout.month}/${creditor.id}`;
  await ports.archive.put(`${base}/auszahlung.pdf`, await ports.press.statement(statement), 'application/pdf');
  await ports.archive.put(`${base}/auszahlung.csv`, ports.press.statementCsv(statement), 'text/csv; charset=utf-8');
  return [`${base}/auszahlung.pdf`, `${base}/auszahlung.csv`];
};

const writeTransfers = async (ports: Ports, month: string, payouts: readonly Payout[]): Promise<string[]> => {
  const due = payouts.filter((p) => p.totals.payout > 0);
  const first = due[0];
  if (!first) return [];
  const { holder, iban, bic } = ports.agency.clientAccount;
  const key = `payouts/${month}/ueberweisungen.xml`;
  await ports.archive.put(
    key,
    ports.press.transfers({
      messageId: `MW-${month}`,
      createdAt: ports.clock.instantOf(first.statedOn),
      executionDay: nextWorkingDay(first.statedOn, NOWHERE),
      payer: { name: holder, iban, ...(bic ? { bic } : {}) },
      transfers: due.map((p) => ({
        endToEndId: p.id,
        amount: p.totals.payout,
        payee: p.account.holder,
        iban: p.account.iban,
        ...(p.account.bic ? { bic: p.account.bic } : {}),
        remittance: `Auszahlung ${p.id}`,
      })),
    }),
    'application/xml',
  );
  return [key];
};

/** Pays the creditors out for a month that is over: statement per creditor, one payment order, one mail to finance. Running it twice pays once. */
export const runPayout =
  (ports: Ports) =>
  async ({ month }: { month: string }): Promise<PayoutRun> => {
    if (month >= monthOf(ports.clock.today()))
      throw new Rejected('payout.month-open', `Der Monat ${month} ist noch nicht zu Ende.`);
    const creditors = await ports.creditors.list();
    const payouts: Payout[] = [];
    const files: string[] = [];
    for (const creditor of creditors) {
      const payout = await decided(ports, creditor, month);
      if (!payout) continue;
      files.push(...(await writeStatement(ports, payout, creditor)));
      await remember(ports, payout);
      payouts.push(payout);
    }
    files.push(...(await writeTransfers(ports, month, payouts)));
    if (await ports.once.first(`payout-mail:${month}`)) {
      const names = new Map(creditors.map((c) => [c.id, c.name]));
      const { subject, text } = payoutMail({
        agency: ports.agency,
        month,
        payouts: payouts.map((p) => ({ creditor: names.get(p.creditorId) ?? p.creditorId, amount: p.totals.payout })),
        files,
      });
      await ports.mailbox.send({ to: ports.finance, subject, text });
    }
    return { month, payouts, files };
  };
