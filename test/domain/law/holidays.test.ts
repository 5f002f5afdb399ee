import Holidays from 'date-holidays';
import { LAENDER, day, plusDays, weekday, type Land } from '../../../domain/calendar.ts';
import { endOfPeriod, isHoliday, isWorkingDay } from '../../../domain/law/deadlines.ts';
import { HOLIDAYS, easterOf, type Area } from '../../../domain/law/holidays.ts';
import { placeIn } from '../../../domain/law/place.ts';

const is = (on: string, land: Land | null, postalCode?: string): boolean =>
  isHoliday(day(on), placeIn(land, postalCode ?? null));

describe('holidays below the Land', () => {
  test('Augsburg’s 8 August was no holiday: now it is one from 86150 to 86199, and nowhere else in Bavaria', () => {
    expect(['86150', '86161', '86199'].map((code) => is('2028-08-08', 'BY', code))).toEqual([true, true, true]);
    expect(['86149', '86200', '86356', '80331', '90402'].map((code) => is('2028-08-08', 'BY', code))).toEqual(
      Array.from({ length: 5 }, () => false),
    );
    expect(endOfPeriod(day('2028-07-25'), 'P2W', placeIn(null, '86159'))).toBe('2028-08-09');
    expect(endOfPeriod(day('2028-07-25'), 'P2W', placeIn(null, '80331'))).toBe('2028-08-08');
  });
  test('where only the Land is known nobody can tell, and the day counts: the reading kinder to the debtor', () => {
    expect(is('2028-08-08', 'BY')).toBe(true);
    expect(is('2028-06-15', 'SN')).toBe(true);
    expect(is('2028-06-15', 'TH')).toBe(true);
    expect(is('2028-08-08', 'BW')).toBe(false);
  });
  test('15 August in Bavaria: everywhere but in the cities that are known not to have it', () => {
    expect(['80331', '86150', '97070', '96450'].map((code) => is('2028-08-15', 'BY', code))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['90402', '90491', '90762', '91054'].map((code) => is('2028-08-15', 'BY', code))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(is('2028-08-15', 'SL', '66111')).toBe(true);
  });
  test('Corpus Christi in the Sorbian communes of Saxony and in Catholic Thuringia, not in Dresden and Erfurt', () => {
    expect(['01920', '02997', '02627'].map((code) => is('2028-06-15', 'SN', code))).toEqual([true, true, true]);
    expect(['01067', '04109', '09111'].map((code) => is('2028-06-15', 'SN', code))).toEqual([false, false, false]);
    expect(['37308', '37327', '36419'].map((code) => is('2028-06-15', null, code))).toEqual([true, true, true]);
    expect(['99084', '07743'].map((code) => is('2028-06-15', 'TH', code))).toEqual([false, false]);
  });
});

describe('the calendar', () => {
  test('Augsburg agrees with a third library, day for day', () => {
    const theirs = new Holidays('DE', 'BY', 'A');
    for (let year = 2002; year <= 2045; year++) {
      const dates = theirs.getHolidays(year).flatMap((h) => (h.type === 'public' ? [h.date.slice(0, 10)] : []));
      const ours = Array.from({ length: 366 }, (_, n) => plusDays(day(`${year}-01-01`), n)).filter(
        (d) => d.startsWith(String(year)) && isHoliday(d, placeIn('BY', '86150')),
      );
      expect([...new Set(dates)].sort()).toEqual(ours);
    }
  });
  test('Easter, typed a second time', () => {
    expect([2002, 2008, 2011, 2019, 2024, 2026, 2038].map(easterOf)).toEqual([
      '2002-03-31',
      '2008-03-23',
      '2011-04-24',
      '2019-04-21',
      '2024-03-31',
      '2026-04-05',
      '2038-04-25',
    ]);
  });
  test('Buß- und Bettag is always the Wednesday before 23 November, in Saxony only', () => {
    for (let year = 2002; year <= 2045; year++) {
      const days = Array.from({ length: 30 }, (_, n) => plusDays(day(`${year}-11-02`), n)).filter((d) =>
        isHoliday(d, placeIn('SN', '01067')),
      );
      expect(days.map((d) => [weekday(d), d >= `${year}-11-16`, d <= `${year}-11-22`])).toEqual([[3, true, true]]);
      expect(days.every((d) => isWorkingDay(d, placeIn('HH', '20095')))).toBe(true);
    }
  });
  test('every area names Länder that there are, and every part the codes that tell', () => {
    const areas: Area[] = HOLIDAYS.flatMap((h) => h.table.rows.flatMap((r) => r.value));
    for (const area of areas) {
      if (typeof area === 'string') expect(['everywhere', ...LAENDER]).toContain(area);
      else for (const [from, to] of [...(area.within ?? []), ...(area.except ?? [])]) expect(from <= to).toBe(true);
    }
  });
});
