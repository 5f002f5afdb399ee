import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import type { Fact, FactOf } from '../../../domain/akte/facts.ts';
import { day } from '../../../domain/calendar.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { cents, type Cents } from '../../../domain/money.ts';
import { AKTE, MATTER, aClaim, demandedTwice, erika, musterversand, opened } from '../../support/akte.ts';

export const KOMFORT = { ...musterversand, module: 'komfort' as const };

/** Money that we got, booked on the day from which it counts. */
export const paid = (id: string, amount: number, on: string, more: Partial<FactOf<'paid'>> = {}): Fact => ({
  kind: 'paid',
  id: PaymentId.parse(id),
  amount: cents(amount),
  valueDate: day(on),
  bookedOn: day(on),
  via: 'agency',
  source: '',
  ...more,
});

/** Two claims, the second with costs of the creditor's own; both messages asked `total`. `facts`: what came then. */
export const anAkteAsked = (total: Cents, ...facts: readonly Fact[]): Akte =>
  fold(AKTE, [
    [
      ...opened(erika, aClaim(1), aClaim(2, { principal: cents(75_50), ownCosts: cents(2_50) })),
      ...demandedTwice(MATTER, total),
      ...facts,
    ],
  ]);
