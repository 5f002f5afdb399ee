import { accountOf } from '../../domain/account/account.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import type { AkteId } from '../../domain/ids.ts';
import { Rejected } from '../../domain/faults.ts';
import { formatEuro, type Cents } from '../../domain/money.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import { record } from '../akte/record.ts';

export type Refunding = Readonly<{ akte: AkteId; id: string; amount: Cents; by: string }>;

/**
 * Notes that an overpayment, or a part of it, went back to the debtor, once: the same id again changes nothing. Never
 * more than is held.
 */
export const refundOverpayment =
  (ports: { akten: Akten; clock: Clock }) =>
  async ({ akte: id, by, ...refund }: Refunding): Promise<Akte> => {
    const on = ports.clock.today();
    if (refund.amount <= 0)
      throw new Rejected('refund.amount', 'Feld „amountCents“: Der Betrag muss größer als null sein.', {
        field: 'amountCents',
      });
    return record(ports.akten, id, {
      by,
      facts: (akte) => {
        const known = akte.refunds.find((r) => r.id === refund.id);
        if (known && known.amount !== refund.amount)
          throw new Rejected(
            'refund.key-reused',
            'Unter diesem Idempotency-Key wurde schon eine andere Erstattung gemeldet; bitte für jede Erstattung einen eigenen verwenden.',
          );
        if (known) return [];
        const { overpaid } = accountOf(akte, on);
        if (refund.amount > overpaid)
          throw new Rejected(
            'refund.too-much',
            `Feld „amountCents“: Überzahlt sind ${formatEuro(overpaid)}; ${formatEuro(refund.amount)} können nicht erstattet werden.`,
            { field: 'amountCents' },
          );
        return [{ kind: 'refunded', ...refund, on, by }];
      },
    });
  };
