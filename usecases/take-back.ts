import { accountOf } from '../domain/account.ts';
import { generationOf, type Akte } from '../domain/akte.ts';
import { monthOf } from '../domain/calendar.ts';
import type { AkteId } from '../domain/claim.ts';
import { NotFound, Rejected } from '../domain/faults.ts';
import { formatEuro, type Cents } from '../domain/money.ts';
import type { Akten, Clock, Workflows } from './ports.ts';
import { record } from './record.ts';

export type Reversal = Readonly<{ akte: AkteId; payment: string; by: string; reason: string }>;
export type RefundOrder = Readonly<{ akte: AkteId; id: string; amount: Cents; by: string }>;

/**
 * The bank took a payment back: it never was. What it settled is owed again, so every claim's execution starts anew; the fact alone is enough for every
 * decision. The same reversal again changes nothing.
 */
export const reversePayment = (ports: { akten: Akten; workflows: Workflows; clock: Clock }) => async ({ akte: id, payment, by, reason }: Reversal): Promise<Akte> => {
  const on = ports.clock.today();
  let changed = false;
  const akte = await record(ports.akten, id, by, (seen) => {
    const known = seen.payments.find((p) => p.id === payment);
    if (!known) throw new NotFound(`In der Akte ${id} gibt es keine Zahlung ${payment}.`);
    changed = !known.reversed;
    const generation = Math.max(...seen.claims.map((c) => generationOf(seen, c.id))) + 1;
    return changed ? [{ kind: 'reversed', payment, on, by, reason }, { kind: 'restarted', claims: seen.claims.map((c) => c.id), generation }] : [];
  }, { month: monthOf(on), akte: id });
  if (!akte.closed) for (const { id: claim } of akte.claims) {
    const generation = generationOf(akte, claim);
    await ports.workflows.start(akte.id, claim, generation);
    if (changed) await ports.workflows.stop(akte.id, claim, generation - 1);
  }
  return akte;
};

/** Notes that an overpayment went back to the debtor: at most what is held for them. The same id again changes nothing. */
export const refundOverpayment = (ports: { akten: Akten; clock: Clock }) => async ({ akte: id, amount, by, id: refund }: RefundOrder): Promise<Akte> => {
  const on = ports.clock.today();
  if (amount <= 0) throw new Rejected('refund.amount', 'Feld „amountCents“: Der Betrag muss größer als null sein.', { field: 'amountCents' });
  return record(ports.akten, id, by, (akte) => {
    const known = akte.refunds.find((r) => r.id === refund);
    if (known && known.amount !== amount) throw new Rejected('refund.key-reused', 'Unter diesem Idempotency-Key wurde schon eine andere Erstattung gemeldet.');
    if (known) return [];
    const held = accountOf(akte, on).overpaid;
    if (amount > held) throw new Rejected('refund.too-much', `Feld „amountCents“: Zu viel gezahlt sind nur ${formatEuro(held)}.`, { field: 'amountCents' });
    return [{ kind: 'refunded', id: refund, amount, on, by }];
  });
};
