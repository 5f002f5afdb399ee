import type { Actor } from '../actor.ts';
import type { Akte } from '../akte/akte.ts';
import type { Fact } from '../akte/facts.ts';
import type { Day } from '../calendar.ts';
import { Rejected, wrongField } from '../faults.ts';
import type { RefundId } from '../ids.ts';
import { formatEuro, type Cents } from '../money.ts';
import { accountOf } from './account.ts';

/** An overpayment, or a part of it, went back to the debtor. `id`: what the refund is called, once in an Akte. */
export type Refunding = Readonly<{ id: RefundId; amount: Cents; by: Actor }>;

/** Refuses a refund of nothing: Rejected `refund.amount`. Asked before the Akte is read, too. */
export const checkRefund = ({ amount }: Pick<Refunding, 'amount'>): void => {
  if (amount <= 0) throw wrongField('refund.amount', 'amountCents', 'Der Betrag muss größer als null sein.');
};

/**
 * An overpayment goes back once: the same id again adds nothing. Never more than is held on the day. Throws Rejected
 * `refund.amount`, `refund.key-reused` and `refund.too-much`.
 */
export const decideRefund = (refund: Refunding, akte: Akte, on: Day): readonly Fact[] => {
  checkRefund(refund);
  const known = akte.refunds.find((r) => r.id === refund.id);
  if (known && known.amount !== refund.amount)
    throw new Rejected(
      'refund.key-reused',
      'Unter diesem Idempotency-Key wurde schon eine andere Erstattung gemeldet; bitte für jede Erstattung einen eigenen verwenden.',
    );
  if (known) return [];
  const { overpaid } = accountOf(akte, on);
  if (refund.amount > overpaid)
    throw wrongField(
      'refund.too-much',
      'amountCents',
      `Überzahlt sind ${formatEuro(overpaid)}; ${formatEuro(refund.amount)} können nicht erstattet werden.`,
    );
  return [{ kind: 'refunded', ...refund, on }];
};
