import { SYSTEM } from '../../domain/actor.ts';
import { accountOf } from '../../domain/account/account.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import { formatDay } from '../../domain/calendar.ts';
import type { FactOf } from '../../domain/akte/facts.ts';
import { RefundId } from '../../domain/ids.ts';
import type { StatementFile } from './file.ts';
import { wrongField } from '../../domain/faults.ts';

const idOf = (i: number): RefundId => RefundId.parse(`E${i + 1}`);

export const refundsIn = ({ refunds }: StatementFile): readonly FactOf<'refunded'>[] =>
  refunds.map(({ amount, on }, i) => ({ kind: 'refunded', id: idOf(i), amount, on, by: SYSTEM.file }));

/** Refuses a refund of more than was held on its day, after all other refunds until then. */
export const refuseRefundsNotHeld = (akte: Akte, { refunds }: StatementFile): void => {
  for (const [i, { amount, on }] of refunds.entries()) {
    const others = akte.refunds.filter((x) => x.on <= on && x.id !== idOf(i));
    const held = accountOf({ ...akte, refunds: others }, on).overpaid;
    if (amount > held)
      throw wrongField(
        'refund.too-much',
        `refunds[${i}].amount`,
        `Am ${formatDay(on)} war nicht so viel zu viel gezahlt.`,
      );
  }
};
