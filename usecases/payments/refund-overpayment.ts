import { checkRefund, decideRefund, type Refunding } from '../../domain/account/decide-refund.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import type { AkteId } from '../../domain/ids.ts';
import { record } from '../akte/record.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';

/** Notes that an overpayment, or a part of it, went back to the debtor, once. */
export const refundOverpayment =
  (ports: Readonly<{ akten: Akten; clock: Clock }>) =>
  async ({ akte: id, ...refund }: Readonly<{ akte: AkteId }> & Refunding): Promise<Akte> => {
    const on = ports.clock.today();
    checkRefund(refund);
    return record(ports.akten, id, { by: refund.by, facts: (akte) => decideRefund(refund, akte, on) });
  };
