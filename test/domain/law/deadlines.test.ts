import { placeIn } from '../../../domain/law/place.ts';
import { day } from '../../../domain/calendar.ts';
import {
  calendarReaches,
  endOfPeriod,
  isHoliday,
  isWorkingDay,
  nextWorkingDay,
  nextWorkingDayAnyYear,
  unshiftedEnd,
} from '../../../domain/law/deadlines.ts';

describe('holidays and working days', () => {
  test('a nationwide holiday is one everywhere, another one only in its Länder, and where the Land is unknown it is none', () => {
    expect([isHoliday(day('2026-05-01'), placeIn('NW')), isHoliday(day('2026-05-01'), placeIn(null))]).toEqual([
      true,
      true,
    ]);
    expect([
      isHoliday(day('2026-06-04'), placeIn('NW')),
      isHoliday(day('2026-06-04'), placeIn('HH')),
      isHoliday(day('2026-06-04'), placeIn(null)),
      isHoliday(day('2026-06-03'), placeIn('NW')),
    ]).toEqual([true, false, false, false]);
  });
  test('Saturday, Sunday and holidays are no working days', () => {
    expect(
      ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09', '2026-05-01'].map((d) =>
        isWorkingDay(day(d), placeIn(null)),
      ),
    ).toEqual([true, false, false, true, false]);
  });
  test('a working day stays, everything else moves to the next one', () => {
    expect(
      ['2026-03-06', '2026-03-07', '2026-03-08', '2026-05-01'].map((d) => nextWorkingDay(day(d), placeIn(null))),
    ).toEqual(['2026-03-06', '2026-03-09', '2026-03-09', '2026-05-04']);
  });
  test('the calendar reaches from 2002 to 2045 and says so', () => {
    expect(['2001-12-31', '2002-01-01', '2045-12-31', '2046-01-01'].map((d) => calendarReaches(day(d)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(() => isHoliday(day('2001-12-31'), placeIn(null))).toThrow(
      expect.objectContaining({ code: 'calendar.out-of-range' }),
    );
  });
});

describe('beyond the calendar', () => {
  test.each([
    ['2026-06-04', '2026-06-05', false],
    ['2045-12-21', '2045-12-21', false],
    ['2045-12-22', '2045-12-22', true],
    ['2045-12-30', '2046-01-02', true],
    ['2050-01-01', '2050-01-03', true],
    ['2050-04-30', '2050-05-02', true],
    ['2051-05-01', '2051-05-02', true],
    ['2050-10-03', '2050-10-04', true],
    ['2051-12-25', '2051-12-27', true],
    ['2050-12-24', '2050-12-27', true],
    ['2050-04-08', '2050-04-08', true],
    ['2050-04-10', '2050-04-11', true],
    ['2001-05-01', '2001-05-02', true],
  ])('from %s one may act until %s; assumed: %s', (on, until, assumed) => {
    expect(nextWorkingDayAnyYear(day(on), placeIn('NW'))).toEqual({ on: until, assumed });
  });
});

describe('a period (§§ 187(1), 188 BGB)', () => {
  test.each([
    ['2026-03-12', 'P14D', '2026-03-26'],
    ['2026-03-12', 'P2W', '2026-03-26'],
    ['2026-03-12', 'P12W', '2026-06-04'],
    ['2026-03-12', 'P1M', '2026-04-12'],
    ['2026-03-12', 'P1Y', '2027-03-12'],
    ['2026-03-12', 'P0D', '2026-03-12'],
    ['2026-03-12', 'P1Y2M3W4D', '2027-06-06'],
    ['2026-03-12', 'P1M1D', '2026-04-13'],
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2028-01-31', 'P1M', '2028-02-29'],
    ['2026-05-31', 'P1M', '2026-06-30'],
    ['2026-11-30', 'P1M', '2026-12-30'],
    ['2026-12-31', 'P1M', '2027-01-31'],
    ['2026-12-31', 'P2M', '2027-02-28'],
    ['2026-01-15', 'P11M', '2026-12-15'],
    ['2026-01-15', 'P12M', '2027-01-15'],
    ['2026-01-05', 'P9M', '2026-10-05'],
    ['2028-02-29', 'P1Y', '2029-02-28'],
    ['2026-03-12', 'P36500D', '2126-02-16'],
  ])('from %s, %s ends on %s', (event, period, end) => {
    expect(unshiftedEnd(day(event), period)).toBe(end);
  });
  test.each([
    'P',
    '',
    'P2',
    'P2X',
    '2W',
    'P2W1M',
    'p2w',
    'P-1D',
    'P1.5M',
    'xP2W',
    'P2Wx',
    'P36501D',
    'P36501W',
    'P36501M',
    'P36501Y',
  ])('„%s“ is no period', (period) => {
    expect(() => unshiftedEnd(day('2026-03-12'), period)).toThrow(
      expect.objectContaining({ code: 'deadline.period', field: 'period' }),
    );
  });
  test('its last day moves to a working day of the Land (§ 193 BGB)', () => {
    expect(endOfPeriod(day('2026-05-21'), 'P2W', placeIn('NW'))).toBe('2026-06-05');
    expect(endOfPeriod(day('2026-05-21'), 'P2W', placeIn('BE'))).toBe('2026-06-04');
    expect(endOfPeriod(day('2026-05-21'), 'P2W', placeIn(null))).toBe('2026-06-04');
  });
});
