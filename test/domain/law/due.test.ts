import { lawDueText } from '../../../cli/law-due.ts';
import { day, type Day } from '../../../domain/calendar.ts';
import { BASE_RATES } from '../../../domain/law/base-rates.ts';
import { lawDue } from '../../../domain/law/due.ts';

const figures = (on: string): string[] => lawDue(day(on)).map((d) => d.figure);
const rates = (on: string): string[] => figures(on).filter((f) => f.startsWith('Basiszinssatz'));
/** The first half-year without a value; the table grows, the test goes along. */
const last = BASE_RATES.rows.at(-1)?.from ?? day('2026-07-01');
const next: Day =
  last.slice(5, 7) === '07' ? day(`${Number(last.slice(0, 4)) + 1}-01-01`) : day(`${last.slice(0, 4)}-07-01`);
const before = (n: number): string => new Date(Date.parse(next) - n * 86_400_000).toISOString().slice(0, 10);

test('the base rate is due from 17 days before its half-year on: mid-December, mid-June', () => {
  expect(['12-15', '06-14']).toContain(before(17).slice(5));
  expect(rates(before(18))).toEqual([]);
  expect(rates(before(17))).toHaveLength(1);
  expect(lawDue(day(before(1))).find((d) => d.figure.startsWith('Basis'))).toMatchObject({
    late: false,
    neededFrom: next,
  });
  expect(lawDue(next).find((d) => d.figure.startsWith('Basis'))).toMatchObject({ late: true });
});
test('half-years that were missed stay on the list', () => {
  expect(rates(`${Number(next.slice(0, 4)) + 2}-03-01`).length).toBeGreaterThanOrEqual(4);
});
test('a value that is not sure is read again after a quarter, the others after a year', () => {
  expect(figures('2027-02-20')).not.toContain('Frist des einfachen Falls');
  expect(figures('2027-02-21')).toContain('Frist des einfachen Falls');
  expect(figures('2027-11-21')).not.toContain('Auslagenpauschale');
  expect(figures('2027-11-22')).toEqual(
    expect.arrayContaining(['Auslagenpauschale', 'Gebührentabelle RVG', 'Gebührentabelle GKG']),
  );
});
test('what is overdue says so, why, and where to read it', () => {
  expect(lawDue(day('2027-02-21'))).toContainEqual({
    figure: 'Frist des einfachen Falls',
    neededFrom: '2027-02-21',
    late: true,
    where: 'Nr. 2300 Anm. 2 VV RVG',
    why: 'Der Wert ist nicht gesichert und wird vierteljährlich nachgelesen.',
  });
  expect(lawDue(day('2027-11-22')).find((d) => d.figure === 'Auslagenpauschale')).toEqual({
    figure: 'Auslagenpauschale',
    neededFrom: '2027-11-22',
    late: true,
    where: 'Nr. 7002 VV RVG',
    why: 'Seit einem Jahr nicht mehr nachgelesen.',
  });
});
test('a fee table that nobody can be charged by any more is not read again', () => {
  expect(figures('2027-11-22').filter((f) => f.startsWith('Gebührentabelle'))).toEqual([
    'Gebührentabelle RVG',
    'Gebührentabelle GKG',
  ]);
});
test('the calendar is late when its last year has passed', () => {
  expect(
    ['2041-01-01', '2045-12-31', '2046-01-01'].map((on) =>
      lawDue(day(on)).find((d) => d.figure.startsWith('Feiertage')),
    ),
  ).toMatchObject([{ neededFrom: '2046-01-01', late: false }, { late: false }, { late: true }]);
});
test("the holidays' end is seen years before", () => {
  expect(figures('2040-12-31').some((f) => f.startsWith('Feiertage'))).toBe(false);
  expect(figures('2041-01-01')).toContain('Feiertage nach 2045');
});
test('in words: nothing due, or which, since when and where', () => {
  expect(lawDueText(day('2026-11-24'))).toBe('Am 24.11.2026 ist nichts nachzulesen.\n');
  expect(lawDueText(day('2027-01-01'))).toContain(
    'Basiszinssatz ab 01.01.2027\n  gebraucht ab 01.01.2027 – überfällig',
  );
});
