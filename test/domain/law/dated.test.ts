import { day } from '../../../domain/calendar.ts';
import { inForce, row, type LawTable } from '../../../domain/law/dated.ts';

describe('a dated figure', () => {
  const table: LawTable<number> = { name: 'Gebühr', rows: [row('2010-01-01', 1, 's'), row('2020-01-01', 2, 's')] };
  test('is the one in force on the day, from its first day on', () => {
    expect(['2010-01-01', '2019-12-31', '2020-01-01', '2030-01-01'].map((d) => inForce(table, day(d)).value)).toEqual([
      1, 1, 2, 2,
    ]);
  });
  test('before the first one nothing is guessed', () => {
    expect(() => inForce(table, day('2009-12-31'))).toThrow(
      expect.objectContaining({
        code: 'law.before-first',
        message: 'Gebühr: Für den 31.12.2009 ist kein Wert hinterlegt; der älteste gilt ab 01.01.2010.',
      }),
    );
    expect(() => inForce({ ...table, rows: [] }, day('2009-12-31'))).toThrow('der älteste gilt ab –.');
  });
});
