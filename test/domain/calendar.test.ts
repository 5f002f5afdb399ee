import fc from 'fast-check';
import {
  Land,
  Month,
  day,
  daysBetween,
  earliest,
  firstOf,
  formatDay,
  isBefore,
  lastOf,
  latest,
  monthOf,
  nextMonth,
  plusDays,
  previousMonth,
  weekday,
} from '../../domain/calendar.ts';

const MONDAY = day('2026-03-02');
const TUESDAY = day('2026-03-03');

test.each(['2026-02-31', '2026-2-1', '01.02.2026', '2025-02-29', '2026-03-02T00:00:00Z', ''])(
  '„%s“ is no day',
  (text) => {
    expect(() => day(text)).toThrow();
  },
);
test('days are counted over the ends of months and years, forwards and back', () => {
  expect(plusDays(day('2024-02-28'), 1)).toBe('2024-02-29');
  expect(plusDays(day('2026-12-31'), 1)).toBe('2027-01-01');
  expect(plusDays(day('2026-01-01'), -1)).toBe('2025-12-31');
  expect(daysBetween(day('2024-01-01'), day('2025-01-01'))).toBe(366);
  expect(daysBetween(day('2026-03-10'), day('2026-03-01'))).toBe(-9);
  expect(daysBetween(MONDAY, MONDAY)).toBe(0);
});
test('adding the days between two days leads from one to the other', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 50_000 }), fc.integer({ min: -20_000, max: 50_000 }), (a, b) => {
      const from = plusDays(MONDAY, a);
      const to = plusDays(MONDAY, b);
      return plusDays(from, daysBetween(from, to)) === to && daysBetween(from, to) === b - a;
    }),
  );
});
test('before means before: a day is not before itself', () => {
  expect([isBefore(MONDAY, TUESDAY), isBefore(TUESDAY, MONDAY), isBefore(MONDAY, MONDAY)]).toEqual([
    true,
    false,
    false,
  ]);
});
test('the earlier and the later of two', () => {
  expect([
    earliest(MONDAY, TUESDAY),
    earliest(TUESDAY, MONDAY),
    latest(MONDAY, TUESDAY),
    latest(TUESDAY, MONDAY),
  ]).toEqual([MONDAY, MONDAY, TUESDAY, TUESDAY]);
});
test('Sunday is 0, Saturday 6', () => {
  expect(Array.from({ length: 7 }, (_, n) => weekday(plusDays(day('2026-03-01'), n)))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(weekday(day('1969-12-31'))).toBe(3);
});
test('the month of a day, and a day in German', () => {
  expect(monthOf(MONDAY)).toBe('2026-03');
  expect(formatDay(day('2026-03-31'))).toBe('31.03.2026');
});
test('sixteen Länder and no other', () => {
  expect(Land.options).toHaveLength(16);
  expect(new Set(Land.options).size).toBe(16);
  expect(Land.safeParse('XX').success).toBe(false);
});

test('months follow each other over the end of a year', () => {
  expect([
    nextMonth(Month.parse('2026-01')),
    nextMonth(Month.parse('2026-09')),
    nextMonth(Month.parse('2026-11')),
    nextMonth(Month.parse('2026-12')),
  ]).toEqual(['2026-02', '2026-10', '2026-12', '2027-01']);
  expect([previousMonth(Month.parse('2026-01')), previousMonth(Month.parse('2026-10'))]).toEqual([
    '2025-12',
    '2026-09',
  ]);
  expect([
    firstOf(Month.parse('2026-02')),
    lastOf(Month.parse('2026-02')),
    lastOf(Month.parse('2028-02')),
    lastOf(Month.parse('2026-12')),
  ]).toEqual(['2026-02-01', '2026-02-28', '2028-02-29', '2026-12-31']);
});
test.each(['2026-13', '2026-00', '2026-3', '2026-03-01', ' 2026-03', ''])('„%s“ is no month', (text) => {
  expect(Month.safeParse(text).success).toBe(false);
});

test('a day has a year of four digits: before the first and after the last of them there is none', () => {
  expect([plusDays(day('0000-01-02'), -1), plusDays(day('9999-12-30'), 1)]).toEqual(['0000-01-01', '9999-12-31']);
  for (const [on, days] of [
    ['0000-01-01', -1],
    ['9999-12-31', 1],
  ] as const)
    expect(() => plusDays(day(on), days)).toThrow(expect.objectContaining({ code: 'date.range' }));
});
