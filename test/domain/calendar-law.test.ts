import { placeIn, type Place } from '../../domain/law/place.ts';
import fc from 'fast-check';
import { getHolidays } from 'feiertagejs';
import { LAENDER, day, formatDay, plusDays, type Land } from '../../domain/calendar.ts';
import { endOfPeriod, isHoliday, isWorkingDay, nextWorkingDay } from '../../domain/law/deadlines.ts';
import { defaultInterest, statutoryRate } from '../../domain/account/interest.ts';
import { cents, formatDecimal } from '../../domain/money.ts';
import { parseDay, parseGermanAmount } from '../../domain/parse.ts';
import { makeReference, isReference } from '../../domain/akte/references.ts';

const anyDay = fc.integer({ min: 0, max: 43 * 365 }).map((n) => plusDays(day('2002-01-01'), n));
const anyLand = fc.constantFrom<Land | null>(null, ...LAENDER);

/** Where the second library is wrong, and why. */
const KNOWN_DIFFERENCES = [
  // § 1 of Berlin's law on holidays: once each, 75 and 80 years after the war, 75 years after the uprising. The library
  // lacks them.
  'BE 2020-05-08 ours',
  'BE 2025-05-08 ours',
  'BE 2028-06-17 ours',
  // Reformation Day is a holiday in these Länder since 2018 (and was one everywhere in 2017); the library has it
  // always.
  ...['HB', 'HH', 'NI', 'SH'].flatMap((land) =>
    Array.from({ length: 15 }, (_, i) => `${land} ${2002 + i}-10-31 theirs`),
  ),
];
/**
 * A place in a Land where no holiday of a part of it counts but 15 August in Bavaria, which the library has in all of
 * it.
 */
const outsideOfParts = (land: Land): Place => placeIn(land, '00000');
test('2002 to 2045, in every Land: the holidays agree with a second library, but for differences we know the reason of', () => {
  const differences: string[] = [];
  for (const land of LAENDER)
    for (let year = 2002; year <= 2045; year++) {
      const theirs = new Set(getHolidays(year, land).map((h) => h.dateString));
      for (let d = day(`${year}-01-01`); d <= `${year}-12-31`; d = plusDays(d, 1))
        if (theirs.has(d) !== isHoliday(d, outsideOfParts(land)))
          differences.push(`${land} ${d} ${theirs.has(d) ? 'theirs' : 'ours'}`);
    }
  expect(differences.sort()).toEqual(KNOWN_DIFFERENCES.sort());
});

test.each<[string, Land | null, string, string]>([
  ['2026-04-03', 'NW', '2026-04-07', 'Good Friday to the Tuesday after Easter'],
  ['2026-05-01', null, '2026-05-04', 'Labour Day'],
  ['2026-06-04', 'NW', '2026-06-05', 'Corpus Christi in NW'],
  ['2026-06-04', null, '2026-06-04', 'Corpus Christi, Land unknown'],
  ['2026-12-25', 'BY', '2026-12-28', 'Christmas'],
  ['2026-08-15', 'BY', '2026-08-17', 'Assumption, a Saturday'],
])('%s in %s moves to %s (%s)', (from, land, to) => {
  expect(nextWorkingDay(day(from), placeIn(land))).toBe(to);
});

test('a month from 31 January ends on the last day of February (§ 188(3))', () => {
  expect(endOfPeriod(day('2028-01-31'), 'P1M', placeIn(null))).toBe('2028-02-29');
});
test('deadlines land on working days', () => {
  fc.assert(
    fc.property(anyDay, anyLand, fc.integer({ min: 1, max: 60 }), (d, land, n) =>
      isWorkingDay(endOfPeriod(d, `P${n}D`, placeIn(land)), placeIn(land)),
    ),
  );
});
test('outside the calendar a day is refused, not guessed', () => {
  expect(() => nextWorkingDay(day('2046-01-01'), placeIn(null))).toThrow('2002 bis 2045');
});

test('interest over a+b is interest over a plus interest over b, within a cent', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 1, max: 800 }),
      fc.integer({ min: 1, max: 800 }),
      (p, start, a, b) => {
        const from = plusDays(day('2015-01-01'), start);
        const of = (x: number, y: number): number =>
          defaultInterest({
            principal: cents(p),
            from: plusDays(from, x),
            to: plusDays(from, y - 1),
            rate: statutoryRate('private', from),
          }).total;
        return Math.abs(of(0, a + b) - of(0, a) - of(a, a + b)) <= 1;
      },
    ),
  );
});
test('what we write we can read: amounts, days, references', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999 }),
      anyDay,
      fc.stringMatching(/^[A-Z0-9]{1,21}$/),
      (n, d, base) =>
        parseGermanAmount(formatDecimal(cents(n))) === n &&
        parseDay(formatDay(d)) === d &&
        isReference(makeReference(base)),
    ),
  );
});
test.each(['1.234', '1,234', '12.34', '1.23,4', 'zwölf', '1,2,3', '', '--5', '1 234 567 890 123,00'])(
  'the amount „%s“ is refused',
  (text) => {
    expect(() => parseGermanAmount(text)).toThrow(expect.objectContaining({ name: 'Rejected' }));
  },
);
test.each(['31.02.2026', '2026-13-01', '01.01.26', '3/31/2026', ''])('the date „%s“ is refused', (text) => {
  expect(() => parseDay(text)).toThrow(expect.objectContaining({ name: 'Rejected' }));
});
