import Holidays from 'date-holidays';
import { answer } from '../../../cli/calc.ts';
import { desk } from '../../../cli/desk.ts';
import { LAENDER, day, plusDays, weekday, type Land } from '../../../domain/calendar.ts';
import { endOfPeriod, isHoliday, isWorkingDay } from '../../../domain/law/deadlines.ts';
import { HOLIDAYS, easterOf, type Area } from '../../../domain/law/holidays.ts';
import { landsOfPostalCode } from '../../../domain/law/postal-codes.ts';
import { NOWHERE, placeGiven, placeIn, placeOf } from '../../../domain/law/place.ts';

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

describe('a postal code that reaches over a border', () => {
  test('Leipzig had no Buß- und Bettag because its region belongs to four Länder: a day that is one in any of them counts', () => {
    expect(landsOfPostalCode('04109')).toContain('SN');
    expect(is('2028-11-22', null, '04109')).toBe(true);
    expect(is('2028-11-22', null, '50667')).toBe(false);
    expect(is('2028-11-22', 'ST', '04109')).toBe(false);
  });
  test('every region without a clean cut names the Länder it reaches into', () => {
    const without = Array.from({ length: 100_000 }, (_, n) => String(n).padStart(5, '0')).filter(
      (code) => /^[0-9]{2}555$/.test(code) && !['00', '05', '11', '43', '62'].includes(code.slice(0, 2)),
    );
    expect(without.filter((code) => landsOfPostalCode(code).length === 0)).toEqual([]);
  });
  test('what is no postal code tells nothing', () => {
    expect([landsOfPostalCode('00000'), landsOfPostalCode('5066'), landsOfPostalCode('')]).toEqual([[], [], []]);
    expect(placeOf({})).toEqual(NOWHERE);
  });
});

describe('where somebody asks at a desk', () => {
  const deadline = (input: object): unknown => answer(JSON.stringify({ id: 1, type: 'deadline', input }));
  test('calc takes a postal code; without one Bavaria’s 8 August 2028 ends on the 9th', () => {
    const input = { event: '2028-07-25', period: 'P2W', state: 'BY' };
    expect(deadline(input)).toMatchObject({ result: { end: '2028-08-09' } });
    expect(deadline({ ...input, postalCode: '86152' })).toMatchObject({ result: { end: '2028-08-09' } });
    expect(deadline({ ...input, postalCode: '80331' })).toMatchObject({ result: { end: '2028-08-08' } });
    expect(deadline({ ...input, state: null, postalCode: '86152' })).toMatchObject({ result: { end: '2028-08-09' } });
  });
  test.each([
    [{ postalCode: '8615' }, 'place.postal-code'],
    [{ state: 'NW', postalCode: '86152' }, 'place.land'],
  ])('what cannot be is refused: %j', (more, code) => {
    expect(deadline({ event: '2028-07-25', period: 'P2W', ...more })).toMatchObject({
      error: { code, field: 'postalCode' },
    });
  });
  test('mahnwerk deadline takes --plz', () => {
    const at = (...more: string[]): string =>
      desk('deadline', ['--ereignis', '25.07.2028', '--frist', '2 Wochen', ...more]);
    expect(at('--plz', '86152')).toContain('Mittwoch, 09.08.2028');
    expect(at('--plz', '80331')).toContain('Dienstag, 08.08.2028');
    expect(() => at('--plz', '86152', '--land', 'NW')).toThrow('--plz: Die Postleitzahl 86152 liegt nicht in NW');
    expect(at()).toContain('Ohne --plz oder --land');
    expect(placeGiven('BY', '86152')).toEqual({ lands: ['BY'], postalCode: '86152' });
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
