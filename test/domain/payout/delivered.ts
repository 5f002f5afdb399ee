/** Hand-overs of March 2026 as the month's word on a creditor's data counts them. */

import { Month, day } from '../../../domain/calendar.ts';
import { qualityOf, type Delivered, type Quality } from '../../../domain/payout/quality.ts';

export const delivered = (on: string, more: Partial<Delivered> = {}): Delivered => {
  const { accepted = 100, rejected = 0, duplicates = 0 } = more;
  return {
    on: day(on),
    rows: accepted + rejected + duplicates,
    accepted,
    rejected,
    duplicates,
    warnings: 0,
    codes: {},
    ...more,
  };
};
export const march = (...handOvers: readonly Delivered[]): Quality => {
  const quality = qualityOf(handOvers, Month.parse('2026-03'));
  if (!quality) throw new Error('nothing was handed over');
  return quality;
};
