import * as z from 'zod';
import { latest } from '../../domain/calendar.ts';
import { courtDunningCosts, courtOrderFee } from '../../domain/account/court-costs.ts';
import { inForce } from '../../domain/law/dated.ts';
import { COLLECTION_RATES } from '../../domain/law/figures.ts';
import { Amount, Calendar, FeeRate, Gkg, Positive, Rvg, calculator, dayFor, euros, type Calculator } from './fields.ts';

/** What court dunning costs. */
export const OF_COURT = {
  court_fee_mahnbescheid: calculator(
    'value',
    z.strictObject({ table: Gkg, value: Positive, minimum: Amount.optional(), filedOn: Calendar.optional() }),
    (i) => ({ kv1100: euros(courtOrderFee(dayFor(i.table, i.filedOn, 'filedOn'), i.value, i.minimum)) }),
  ),
  court_dunning_total: calculator(
    'claim',
    z.strictObject({
      rvg: Rvg,
      gkg: Gkg,
      claim: Positive,
      geschaeftsgebuehr: FeeRate,
      undisputed: z.boolean('true oder false').optional(),
      on: Calendar.optional(),
      filedOn: Calendar.optional(),
      completedOn: Calendar.optional(),
    }),
    (i) => {
      const orderedOn = dayFor(i.rvg, i.on);
      const filedOn = dayFor(i.gkg, i.filedOn, 'filedOn');
      const c = courtDunningCosts({
        orderedOn,
        filedOn,
        completedOn: i.completedOn ?? latest(orderedOn, filedOn),
        claim: i.claim,
        preCourtRate: i.geschaeftsgebuehr,
        // A rate above what an undisputed claim may cost says that it is disputed.
        undisputed: i.undisputed ?? i.geschaeftsgebuehr <= inForce(COLLECTION_RATES, orderedOn).value.highest,
      });
      return {
        geschaeftsgebuehr: euros(c.preCourtFee),
        vv7002_pre: euros(c.preCourtExpenses),
        vv3305: euros(c.application),
        credit: euros(c.credit),
        vv3308: euros(c.enforcementOrder),
        vv7002_court: euros(c.expenses),
        courtFeeKv1100: euros(c.courtFee),
        totalMbOnlyNet: euros(c.totalApplication),
        totalMbAndVbNet: euros(c.totalBoth),
        totalMbAndVbWithVatOnLawyerCosts: euros(c.totalBothWithVat),
      };
    },
  ),
} as const satisfies Readonly<Record<string, Calculator>>;
