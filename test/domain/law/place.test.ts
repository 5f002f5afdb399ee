import { answer } from '../../../cli/calc.ts';
import { desk } from '../../../cli/desk.ts';
import { day, type Land } from '../../../domain/calendar.ts';
import { isHoliday } from '../../../domain/law/deadlines.ts';
import { landsOfPostalCode } from '../../../domain/law/postal-codes.ts';
import { NOWHERE, placeGiven, placeIn, placeOf } from '../../../domain/law/place.ts';

const is = (on: string, land: Land | null, postalCode?: string): boolean =>
  isHoliday(day(on), placeIn(land, postalCode ?? null));

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
