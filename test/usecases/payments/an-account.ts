import { accountOf } from '../../../domain/account/account.ts';
import { PaymentId, RefundId } from '../../../domain/ids.ts';
import { cents, plus } from '../../../domain/money.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { refundOverpayment } from '../../../usecases/payments/refund-overpayment.ts';
import { reversePayment } from '../../../usecases/payments/reverse-payment.ts';
import { recordedWorkflows } from '../../../simulator/agency/stores.ts';
import { AKTE, aClaim } from '../../support/akte.ts';
import { aProcess } from '../../support/process.ts';

/** An Akte in its second month whose debtor has paid all of it and `more`. */
export const aPaid = async (more = 0, claims = [aClaim()]) => {
  const process = await aProcess({ claims });
  const workflows = recordedWorkflows();
  const ports = { ...process.ports, workflows };
  await process.run('F1', 1, 37);
  const { total } = accountOf(await process.akten.get(AKTE), process.clock.today());
  await recordPayment(ports)({
    akte: AKTE,
    id: PaymentId.parse('bank:1'),
    amount: plus(total, cents(more)),
    valueDate: process.clock.today(),
    via: 'agency',
    source: 'x',
    by: 'operator:x',
  });
  return {
    ...process,
    ports,
    workflows,
    total,
    account: async () => accountOf(await process.akten.get(AKTE), process.clock.today()),
    reverse: (payment = 'bank:1', reason = 'Lastschrift zurückgegeben') =>
      reversePayment(ports)({ akte: AKTE, payment: PaymentId.parse(payment), reason, by: 'operator:anna' }),
    refund: (id: string, amount: number) =>
      refundOverpayment(ports)({ akte: AKTE, id: RefundId.parse(id), amount: cents(amount), by: 'operator:anna' }),
  };
};
