import { placeIn } from '../../../domain/law/place.ts';
import { day, type Day } from '../../../domain/calendar.ts';
import { limitation, limitationAfterYears } from '../../../domain/law/limitation.ts';

const end = (accrued: string, more: Omit<Parameters<typeof limitation>[0], 'accrued'> = {}): Day =>
  limitation({ accrued: day(accrued), ...more }).end;
const s = (from: string, to: string) => ({ from: day(from), to: day(to) });

describe('regular limitation (§§ 195, 199 BGB)', () => {
  test('three years from the end of the year, on its last day, whatever weekday that is', () => {
    expect(limitation({ accrued: day('2019-03-10') })).toEqual({
      end: '2022-12-31',
      actionableUntil: '2023-01-02',
      assumed: false,
      ground: 'drei Jahre ab Ende 2019 (§§ 195, 199 Abs. 1 BGB)',
    });
    expect(end('2019-12-31')).toBe('2022-12-31');
    expect(end('2020-01-01')).toBe('2023-12-31');
  });
  test('knowledge later counts, knowledge earlier than the claim does not', () => {
    expect(end('2019-03-10', { knowledge: day('2021-05-01') })).toBe('2024-12-31');
    expect(end('2019-03-10', { knowledge: day('2018-05-01') })).toBe('2022-12-31');
  });
  test('at most ten years from accrual (§ 199(4)), and the ground says so', () => {
    expect(limitation({ accrued: day('2010-03-10'), knowledge: day('2019-05-01') })).toMatchObject({
      end: '2020-03-10',
      ground: 'zehn Jahre ab Entstehung (§ 199 Abs. 4 BGB)',
    });
    expect(limitation({ accrued: day('2010-03-10'), knowledge: day('2016-05-01') })).toMatchObject({
      end: '2019-12-31',
      ground: 'drei Jahre ab Ende 2016 (§§ 195, 199 Abs. 1 BGB)',
    });
  });
  test('beyond our calendar it says that it assumes', () => {
    expect(limitation({ accrued: day('2044-03-10') }).assumed).toBe(true);
    expect(limitation({ accrued: day('2041-03-10') }).assumed).toBe(false);
  });
  test('the Land decides until when one may still act', () => {
    expect(limitationAfterYears(day('2011-11-01'), 10, placeIn('NW'))).toMatchObject({
      end: '2021-11-01',
      actionableUntil: '2021-11-02',
    });
    const known = { accrued: day('2011-11-01'), knowledge: day('2019-05-01') };
    expect(
      [
        limitation({ ...known, place: placeIn('NW') }),
        limitation({ ...known, place: placeIn('BE') }),
        limitation(known),
      ].map((l) => l.actionableUntil),
    ).toEqual(['2021-11-02', '2021-11-01', '2021-11-01']);
    expect(limitationAfterYears(day('2011-11-01'), 10, placeIn('BE')).actionableUntil).toBe('2021-11-01');
  });
});

describe('at rest (§§ 203, 204, 209 BGB)', () => {
  test('days at rest are not counted', () => {
    expect(end('2019-03-10', { suspensions: [s('2021-01-01', '2021-01-10')] })).toBe('2023-01-10');
    expect(end('2019-03-10', { suspensions: [s('2021-01-01', '2021-01-01')] })).toBe('2023-01-01');
  });
  test('two that overlap count each day once, in whatever order they are told', () => {
    const both = [s('2021-01-01', '2021-01-10'), s('2021-01-06', '2021-01-15')];
    expect(end('2019-03-10', { suspensions: both })).toBe('2023-01-15');
    expect(end('2019-03-10', { suspensions: [...both].reverse() })).toBe('2023-01-15');
    expect(end('2019-03-10', { suspensions: [...both, s('2021-01-02', '2021-01-03')] })).toBe('2023-01-15');
  });
  test('before it runs, and after it has ended, rest changes nothing; on the last day it does', () => {
    expect(end('2019-03-10', { suspensions: [s('2019-06-01', '2019-12-31')] })).toBe('2022-12-31');
    expect(end('2019-03-10', { suspensions: [s('2019-12-01', '2020-01-01')] })).toBe('2023-01-01');
    expect(end('2019-03-10', { suspensions: [s('2023-01-01', '2023-06-30')] })).toBe('2022-12-31');
    expect(end('2019-03-10', { suspensions: [s('2022-12-31', '2023-01-01')] })).toBe('2023-01-02');
  });
  test('a second rest may begin in the time the first has won', () => {
    expect(end('2019-03-10', { suspensions: [s('2022-12-01', '2022-12-10'), s('2023-01-05', '2023-01-06')] })).toBe(
      '2023-01-12',
    );
  });
  test('a rest that ends before it begins is refused', () => {
    expect(() => end('2019-03-10', { suspensions: [s('2021-01-02', '2021-01-01')] })).toThrow(
      expect.objectContaining({ code: 'limitation.suspension' }),
    );
  });
});

describe('begun anew (§ 212 BGB)', () => {
  test('a part payment starts three years from its own day', () => {
    expect(limitation({ accrued: day('2019-03-10'), acknowledged: [day('2022-06-15')] })).toMatchObject({
      end: '2025-06-15',
      ground: expect.stringContaining('Teilzahlung vom 15.06.2022'),
    });
  });
  test('the last one counts; one that would end earlier changes nothing', () => {
    expect(end('2019-03-10', { acknowledged: [day('2022-06-15'), day('2021-02-01')] })).toBe('2025-06-15');
    expect(end('2019-03-10', { acknowledged: [day('2019-06-15')] })).toBe('2022-12-31');
  });
  test('in whatever order they are told: one in time keeps the next one in time', () => {
    for (const acknowledged of [
      [day('2025-01-01'), day('2022-06-15')],
      [day('2022-06-15'), day('2025-01-01')],
    ])
      expect(end('2019-03-10', { acknowledged })).toBe('2028-01-01');
  });
  test('what is barred does not begin anew; on its last day it still does', () => {
    expect(end('2019-03-10', { acknowledged: [day('2023-01-01')] })).toBe('2022-12-31');
    expect(end('2019-03-10', { acknowledged: [day('2022-12-31')] })).toBe('2025-12-31');
  });
  test('rest after the new start lengthens it, rest before it does not', () => {
    expect(end('2019-03-10', { acknowledged: [day('2022-06-15')], suspensions: [s('2023-01-01', '2023-01-10')] })).toBe(
      '2025-06-25',
    );
    expect(end('2019-03-10', { acknowledged: [day('2022-06-15')], suspensions: [s('2021-01-01', '2021-01-10')] })).toBe(
      '2025-06-15',
    );
    expect(end('2019-03-10', { acknowledged: [day('2022-06-15')], suspensions: [s('2022-06-10', '2022-06-20')] })).toBe(
      '2025-06-20',
    );
    expect(end('2019-03-10', { acknowledged: [day('2022-06-15')], suspensions: [s('2022-06-10', '2022-06-15')] })).toBe(
      '2025-06-15',
    );
  });
  test('an acknowledgment before the claim is refused', () => {
    expect(() => end('2019-03-10', { acknowledged: [day('2019-03-09')] })).toThrow(
      expect.objectContaining({ code: 'limitation.acknowledged' }),
    );
  });
});

test('years: 1 to 30, whole', () => {
  expect(limitationAfterYears(day('2000-02-29'), 30)).toMatchObject({
    end: '2030-02-28',
    actionableUntil: '2030-02-28',
    ground: '30 Jahre ab dem 29.02.2000 (§§ 197, 199 BGB)',
  });
  expect(limitationAfterYears(day('2020-01-15'), 1).end).toBe('2021-01-15');
  for (const years of [0, 31, 1.5])
    expect(() => limitationAfterYears(day('2020-01-15'), years)).toThrow(
      expect.objectContaining({ code: 'limitation.years', field: 'years' }),
    );
});
