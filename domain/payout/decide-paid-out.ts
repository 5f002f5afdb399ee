import type { Akte } from '../akte/akte.ts';
import type { Fact } from '../akte/facts.ts';
import { partsOf } from '../split.ts';
import type { Payout } from './payout.ts';

/**
 * What a payout has paid of an Akte's payments stands in the Akte, too, once a month: from there the next month knows
 * it. Nothing where the payout has no line of the Akte.
 */
export const decidePaidOut = ({ id, month, commission, lines }: Payout, akte: Akte): readonly Fact[] => {
  if (akte.paidOut.some((o) => o.month === month)) return [];
  const shares = lines.filter((l) => l.akte === akte.id).map((line) => ({ payment: line.paymentId, ...partsOf(line) }));
  return shares.length === 0 ? [] : [{ kind: 'paidOut', month, payout: id, shares, commission }];
};
