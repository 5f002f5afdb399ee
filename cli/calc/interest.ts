import * as z from 'zod';
import { day, daysBetween, isBefore, plusDays } from '../../domain/calendar.ts';
import { nextWorkingDayAnyYear } from '../../domain/law/deadlines.ts';
import { defaultInterest, shownInterest } from '../../domain/account/interest.ts';
import { baseRateOn } from '../../domain/law/base-rates.ts';
import { inForce } from '../../domain/law/dated.ts';
import { BUSINESS_MARGIN, CONSUMER_MARGIN } from '../../domain/law/figures.ts';
import { toFineString } from '../../domain/money.ts';
import { placeGiven } from '../../domain/law/place.ts';
import { Amount, Calendar, Hundredths, PLACE, assumed, calculator, euros, percent, type Calculator } from './fields.ts';

/** A contract of this day has the law before Art. 229 § 34 EGBGB. */
const OLD_CONTRACT = day('2014-07-28');

/** Rates and interest, for any day. */
export const OF_INTEREST = {
  basiszins: calculator('validFrom', z.strictObject({ validFrom: Calendar }), ({ validFrom }) => {
    const r = baseRateOn(validFrom);
    return { rate: percent(r.row.value), ...assumed(r.assumed) };
  }),
  rate: calculator(
    'date',
    z.strictObject({ date: Calendar, oldB2bMargin: Hundredths.optional() }),
    ({ date, oldB2bMargin }) => {
      const { row: base, assumed: isAssumed } = baseRateOn(date);
      const old = oldB2bMargin ?? inForce(BUSINESS_MARGIN, OLD_CONTRACT).value;
      return {
        consumer: percent(base.value + inForce(CONSUMER_MARGIN, date).value),
        b2b: percent(base.value + inForce(BUSINESS_MARGIN, date).value),
        b2bOld: percent(base.value + old),
        ...assumed(isAssumed),
      };
    },
  ),
  interest: calculator(
    'firstInterestDay',
    z
      .strictObject({
        principal: Amount,
        firstInterestDay: Calendar,
        lastInterestDay: Calendar,
        margin: Hundredths.nullish(),
        fixedRate: Hundredths.nullish(),
        convention: z.enum(['act/act', 'act/365'], 'die Zählweise "act/act" oder "act/365"').default('act/act'),
      })
      .refine((i) => ((i.margin ?? null) === null) !== ((i.fixedRate ?? null) === null), {
        error: 'genau eines von margin und fixedRate, das andere null',
        path: ['margin'],
      })
      .refine((i) => (i.fixedRate ?? 0) >= 0, { error: 'ein Zinssatz, nicht negativ', path: ['fixedRate'] }),
    (i) => {
      const rate =
        i.fixedRate === null || i.fixedRate === undefined ? { margin: i.margin ?? 0 } : { fixed: i.fixedRate };
      const r = defaultInterest({
        principal: i.principal,
        from: i.firstInterestDay,
        to: i.lastInterestDay,
        rate,
        convention: i.convention,
      });
      return {
        total: euros(r.total),
        days: daysBetween(i.firstInterestDay, i.lastInterestDay) + 1,
        periods: shownInterest(r.periods).steps.map(({ period: p, fine }) => ({
          from: p.from,
          to: p.to,
          days: p.days,
          rate: percent(p.hundredths),
          daysInYear: p.daysInYear,
          amount: toFineString(fine),
        })),
        ...assumed(r.assumed),
      };
    },
  ),
  interest_days: calculator(
    'dueDate',
    z.strictObject({ dueDate: Calendar, paidOn: Calendar, ...PLACE }),
    ({ dueDate, paidOn, state, postalCode }) => {
      const due = nextWorkingDayAnyYear(dueDate, placeGiven(state, postalCode));
      const first = plusDays(due.on, 1);
      return isBefore(paidOn, first)
        ? { firstInterestDay: null, lastInterestDay: null, days: 0, ...assumed(due.assumed) }
        : {
            firstInterestDay: first,
            lastInterestDay: paidOn,
            days: daysBetween(first, paidOn) + 1,
            ...assumed(due.assumed),
          };
    },
  ),
} as const satisfies Readonly<Record<string, Calculator>>;
