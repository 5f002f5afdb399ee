import { earliest, formatDay, isBefore, latest, plusDays, daysBetween, day, type Day } from '../calendar.ts';
import { nextWorkingDayAnyYear, unshiftedEnd } from './deadlines.ts';
import { Rejected } from '../faults.ts';
import { NOWHERE, type Place } from './place.ts';

/**
 * Limitation was at rest from a day to a day, both included: negotiations (§ 203), court steps (§ 204, its six months
 * already in `to`), consumer credit (§ 497(3)).
 */
export type Suspension = Readonly<{ from: Day; to: Day }>;
/**
 * `end` is the last day before a claim is barred, not moved to a working day. `actionableUntil`: the day up to which §
 * 193 BGB by analogy still lets one act; `assumed` beyond our calendar.
 */
export type Limitation = Readonly<{ end: Day; actionableUntil: Day; assumed: boolean; ground: string }>;

const withActionable = (end: Day, place: Place, ground: string): Limitation => {
  const { on, assumed } = nextWorkingDayAnyYear(end, place);
  return { end, actionableUntil: on, assumed, ground };
};

/**
 * § 209 BGB: days at rest are not counted; each suspension that touches the running period lengthens it by its days.
 */
const lengthened = (end: Day, begin: Day, suspensions: readonly Suspension[]): Day => {
  let moved = end;
  let counted = plusDays(begin, -1);
  for (const s of [...suspensions].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (isBefore(s.to, s.from))
      throw new Rejected(
        'limitation.suspension',
        `Die Hemmung endet (${formatDay(s.to)}) vor ihrem Beginn (${formatDay(s.from)}).`,
      );
    const from = latest(s.from, plusDays(counted, 1));
    if (isBefore(moved, from) || isBefore(s.to, from)) continue;
    moved = plusDays(moved, daysBetween(from, s.to) + 1);
    counted = s.to;
  }
  return moved;
};

/**
 * Regular limitation: three years from the end of the year in which the claim arose and the creditor knew (§§ 195,
 * 199(1) BGB), at most ten years from its accrual (§ 199(4)). A part payment or another acknowledgment starts three
 * years anew from its day (§ 212(1) Nr. 1). Not shifted: limitation ends on its day.
 */
export const limitation = (of: {
  accrued: Day;
  knowledge?: Day;
  suspensions?: readonly Suspension[];
  acknowledged?: readonly Day[];
  place?: Place;
}): Limitation => {
  const knowledge = latest(of.knowledge ?? of.accrued, of.accrued);
  const begin = day(`${Number(knowledge.slice(0, 4)) + 1}-01-01`);
  const suspensions = of.suspensions ?? [];
  const regular = day(`${Number(knowledge.slice(0, 4)) + 3}-12-31`);
  const longest = unshiftedEnd(of.accrued, 'P10Y');
  let end = lengthened(earliest(regular, longest), begin, suspensions);
  let ground = isBefore(longest, regular)
    ? 'zehn Jahre ab Entstehung (§ 199 Abs. 4 BGB)'
    : `drei Jahre ab Ende ${knowledge.slice(0, 4)} (§§ 195, 199 Abs. 1 BGB)`;
  for (const on of [...(of.acknowledged ?? [])].sort()) {
    if (isBefore(on, of.accrued))
      throw new Rejected(
        'limitation.acknowledged',
        'Ein Anerkenntnis kann nicht vor der Entstehung des Anspruchs liegen.',
      );
    // What is barred already does not begin anew.
    if (isBefore(end, on)) break;
    const renewed = lengthened(
      unshiftedEnd(on, 'P3Y'),
      plusDays(on, 1),
      suspensions
        .map((s) => ({ from: latest(s.from, plusDays(on, 1)), to: s.to }))
        .filter((s) => !isBefore(s.to, s.from)),
    );
    if (isBefore(end, renewed)) {
      end = renewed;
      ground = `drei Jahre ab dem Anerkenntnis oder der Teilzahlung vom ${formatDay(on)} (§ 212 Abs. 1 Nr. 1 BGB)`;
    }
  }
  return withActionable(end, of.place ?? NOWHERE, ground);
};

/** A longest period of years from accrual (§ 199(2) to (4)), or of a title from its finality (30 years, § 197(1)). */
export const limitationAfterYears = (accrued: Day, years: number, place: Place = NOWHERE): Limitation => {
  if (!Number.isInteger(years) || years < 1 || years > 30)
    throw new Rejected('limitation.years', 'Die Höchstfrist muss zwischen 1 und 30 ganzen Jahren liegen.', {
      field: 'years',
    });
  return withActionable(
    unshiftedEnd(accrued, `P${years}Y`),
    place,
    `${years} Jahre ab dem ${formatDay(accrued)} (§§ 197, 199 BGB)`,
  );
};
