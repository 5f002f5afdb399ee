import { daysBetween, earliest, formatDay, isBefore, plusDays, type Day } from '../calendar.ts';
import { Rejected } from '../faults.ts';
import { baseRateOn, nextHalfYear } from '../law/base-rates.ts';
import { inForce } from '../law/dated.ts';
import { BUSINESS_MARGIN, CONSUMER_MARGIN } from '../law/figures.ts';
import { Fine, ZERO, formatEuro, formatFine, minus, roundHalfUp, type Cents } from '../money.ts';
import type { DayCount } from '../parties/parties.ts';

/**
 * What is charged: percentage points above the base rate (§ 288 BGB), or a fixed rate; both in hundredths of a percent.
 */
export type Rate = Readonly<{ margin: number } | { fixed: number }>;

/**
 * § 288 BGB by the day the Schuldverhältnis arose: 8 points between businesses before 29 July 2014, 9 since (Art. 229 §
 * 34 EGBGB); 5 towards consumers.
 */
export const statutoryRate = (debtor: 'private' | 'business', arose: Day): Rate => ({
  margin: inForce(debtor === 'business' ? BUSINESS_MARGIN : CONSUMER_MARGIN, arose).value,
});

/** Days with one principal, one rate and one length of year; the exact amount is numerator / denominator cents. */
export type InterestPeriod = Readonly<{
  from: Day;
  to: Day;
  days: number;
  principal: Cents;
  hundredths: number;
  daysInYear: number;
  assumed: boolean;
}>;
export type Interest = Readonly<{ total: Cents; days: number; periods: readonly InterestPeriod[]; assumed: boolean }>;
/**
 * The principal from this day on (the day after the payment that lowered it: the day of payment still bears interest).
 */
export type PrincipalStep = Readonly<{ from: Day; principal: Cents }>;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysInYear = (of: Day, convention: DayCount): number =>
  convention === 'act/act' && isLeap(Number(of.slice(0, 4))) ? 366 : 365;

/** `rate`: what is charged; `convention`: how the days of a year are counted. */
type Terms = Readonly<{ rate: Rate; convention: DayCount }>;
const periodsOf = ({ principal, from }: PrincipalStep, to: Day, { rate, convention }: Terms): InterestPeriod[] => {
  const periods: InterestPeriod[] = [];
  for (let start = from; !isBefore(to, start);) {
    const end = earliest(to, plusDays(nextHalfYear(start), -1));
    const base = 'margin' in rate ? baseRateOn(start) : null;
    periods.push({
      from: start,
      to: end,
      days: daysBetween(start, end) + 1,
      principal,
      daysInYear: daysInYear(start, convention),
      hundredths: 'margin' in rate ? rate.margin + (base?.row.value ?? 0) : rate.fixed,
      assumed: base?.assumed ?? false,
    });
    start = plusDays(end, 1);
  }
  return periods;
};

const YEARS = 365n * 366n;
/** The exact interest of a period in cents is this numerator over the one denominator of all periods. */
const numeratorOf = (p: InterestPeriod): bigint =>
  BigInt(p.principal) * BigInt(p.hundredths) * BigInt(p.days) * (YEARS / BigInt(p.daysInYear));
const DENOMINATOR = 10_000n * YEARS;

/** One rounding at the end, half up: rounding each half-year moves the result by cents. */
const total = (periods: readonly InterestPeriod[]): Cents => {
  let numerator = 0n;
  for (const p of periods) numerator += numeratorOf(p);
  return roundHalfUp(numerator, DENOMINATOR);
};

/**
 * Simple interest on a principal that changes over time, up to and including `to` (§§ 288, 289 BGB: no interest on
 * interest).
 */
export const interestOverTime = (
  steps: readonly PrincipalStep[],
  to: Day,
  rate: Rate,
  convention: DayCount = 'act/act',
): Interest => {
  const periods = steps.flatMap((step, i) => {
    if (step.principal < 0)
      throw new Rejected('interest.negative-principal', 'Die Hauptforderung darf nicht negativ sein.', {
        field: 'principal',
      });
    if (step.principal === ZERO) return [];
    const next = steps[i + 1];
    const until = next ? earliest(to, plusDays(next.from, -1)) : to;
    return periodsOf(step, until, { rate, convention });
  });
  return {
    total: total(periods),
    days: periods.reduce((n, p) => n + p.days, 0),
    periods,
    assumed: periods.some((p) => p.assumed),
  };
};

/** Interest on one principal from the first to the last interest day, both counted. */
export const defaultInterest = (of: {
  principal: Cents;
  from: Day;
  to: Day;
  rate: Rate;
  convention?: DayCount;
}): Interest => {
  if (isBefore(of.to, of.from))
    throw new Rejected(
      'interest.days',
      `Der letzte Zinstag (${formatDay(of.to)}) liegt vor dem ersten (${formatDay(of.from)}).`,
      { field: 'lastInterestDay' },
    );
  return interestOverTime([{ from: of.from, principal: of.principal }], of.to, of.rate, of.convention);
};

/**
 * One step of a calculation that is shown: `fine` in hundredths of a cent, `amount` in cents; both add up over the
 * steps.
 */
export type ShownStep = Readonly<{ period: InterestPeriod; fine: Fine; amount: Cents }>;
/**
 * Interest as it is shown step by step: the steps add up to `together`, and that, rounded once to cents, is the
 * interest.
 */
export type ShownInterest = Readonly<{ steps: readonly ShownStep[]; together: Fine; total: Cents }>;

const FINE_IN_A_CENT = 100n;
/**
 * The calculation for a reader who adds it up. Rounding each step for itself would not give the sum, so a step is shown
 * as what the running sum has grown by. The running sum is cut, not rounded: half a cent is a whole number of
 * hundredths, so that rounding it once more never gives another cent.
 */
export const shownInterest = (periods: readonly InterestPeriod[]): ShownInterest => {
  const steps: ShownStep[] = [];
  let numerator = 0n;
  let together = 0;
  let rounded = ZERO;
  for (const period of periods) {
    numerator += numeratorOf(period);
    const grown = Number((numerator * FINE_IN_A_CENT) / DENOMINATOR);
    const roundedNow = roundHalfUp(numerator, DENOMINATOR);
    steps.push({ period, fine: Fine.parse(grown - together), amount: minus(roundedNow, rounded) });
    together = grown;
    rounded = roundedNow;
  }
  return { steps, together: Fine.parse(together), total: rounded };
};

/** `zusammen 0,0420 €, gerundet 0,04 €` */
export const roundedOnce = ({ together, total: rounded }: Pick<ShownInterest, 'together' | 'total'>): string =>
  `zusammen ${formatFine(together)}, gerundet ${formatEuro(rounded)}`;
