import * as z from 'zod';
import { endOfPeriod, unshiftedEnd } from '../../domain/law/deadlines.ts';
import { limitation, limitationAfterYears } from '../../domain/law/limitation.ts';
import { placeGiven } from '../../domain/law/place.ts';
import { Calendar, PLACE, assumed, calculator, type Calculator } from './fields.ts';

/** Deadlines, and when a claim is time-barred. */
export const OF_DEADLINES = {
  deadline: calculator(
    'event',
    z.strictObject({ event: Calendar, period: z.string(), ...PLACE }),
    ({ event, period, state, postalCode }) => ({
      end: endOfPeriod(event, period, placeGiven(state, postalCode)),
      unshifted: unshiftedEnd(event, period),
    }),
  ),
  limitation: calculator(
    'accrued',
    z.strictObject({ accrued: Calendar, knowledge: Calendar.nullish(), ...PLACE }),
    ({ accrued, knowledge, state, postalCode }) => {
      const l = limitation({ accrued, ...(knowledge ? { knowledge } : {}), place: placeGiven(state, postalCode) });
      return { end: l.end, actionableUntil: l.actionableUntil, ground: l.ground, ...assumed(l.assumed) };
    },
  ),
  limitation_max: calculator(
    'accrued',
    z.strictObject({ accrued: Calendar, years: z.int('eine ganze Zahl von Jahren'), ...PLACE }),
    ({ accrued, years, state, postalCode }) => {
      const l = limitationAfterYears(accrued, years, placeGiven(state, postalCode));
      return { end: l.end, actionableUntil: l.actionableUntil, ...assumed(l.assumed) };
    },
  ),
} as const satisfies Readonly<Record<string, Calculator>>;
