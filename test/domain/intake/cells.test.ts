import fc from 'fast-check';
import { amountIn, dateIn, knownDay, parseDay, parseGermanAmount, simpleAmount } from '../../../domain/parse.ts';

test.each([
  ['129,90', 12990],
  ['12,5', 1250],
  ['129', 12900],
  ['0,01', 1],
  ['0', 0],
  ['1.234,56', 123456],
  ['1.234.567,8', 123456780],
  ['1234,56 €', 123456],
  ['EUR 5,00', 500],
  ['-15,00', -1500],
  ['-0,00', 0],
  ['007', 700],
  ['99999999999,99', 9999999999999],
  ['10 237,65', 1023765],
  ['10\u00a0237,65', 1023765],
  ['10\u202f237,65', 1023765],
  ['10\u2009237,65 €', 1023765],
  ["10'237,65", 1023765],
  ['1 234', 123400],
  ['1 234 567,89', 123456789],
  ['50,00-', -5000],
  ['(50,00)', -5000],
  ['−50,00 €', -5000],
  ['€ -50,00', -5000],
  ['129,90 S', 12990],
  ['129,90 H', -12990],
  ['5,- €', 500],
  ['5,-- EUR', 500],
  ['129,90 Euro', 12990],
])('„%s“ are %d cents', (text, cents) => {
  expect(amountIn(text)).toBe(cents);
  expect(parseGermanAmount(text)).toBe(cents);
});
test.each([
  ['1.234', 'amount.ambiguous'],
  ['1,234', 'amount.ambiguous'],
  ['-1.234', 'amount.ambiguous'],
  ['1,234.56', 'amount.invalid'],
  ['', 'amount.invalid'],
  [',5', 'amount.invalid'],
  ['5,', 'amount.invalid'],
  ['1.23,4', 'amount.invalid'],
  ['٣', 'amount.invalid'],
  ['1e3', 'amount.invalid'],
  ['999999999999', 'amount.invalid'],
  ['12,345', 'amount.ambiguous'],
  ['50 60', 'amount.invalid'],
  ['12 9,90', 'amount.invalid'],
  ['1 2 3', 'amount.invalid'],
  ['1 23', 'amount.invalid'],
  ['1234 567,00', 'amount.invalid'],
  ['0 123,45', 'amount.invalid'],
  ['1.234 567,00', 'amount.invalid'],
  ["1'234.567,00", 'amount.invalid'],
  ['12€50', 'amount.invalid'],
  ['12 € 50', 'amount.invalid'],
  ['-5,00-', 'amount.invalid'],
  ['(-5,00)', 'amount.invalid'],
  ['-5,00 H', 'amount.invalid'],
  ['1OO,00', 'amount.invalid'],
  ['12²', 'amount.invalid'],
  ['12 %', 'amount.percent'],
  ['0,12%', 'amount.percent'],
  ['12 v. H.', 'amount.percent'],
  ['WAHR', 'amount.truth-value'],
  ['ja', 'amount.truth-value'],
  ['129,90 USD', 'amount.currency'],
  ['CHF 129,90', 'amount.currency'],
  ['129,90 $', 'amount.currency'],
])('„%s“ is refused: %s', (text, code) => {
  expect(amountIn(text)).toBe(code);
  expect(() => parseGermanAmount(text)).toThrow(expect.objectContaining({ name: 'Rejected', code }));
});
test('the short way to an amount agrees with the long one', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: fc.constantFrom(...'0123456789,.-') }),
        fc.nat({ max: 10_000_000_000 }).map((n) => String(n).replace(/(\d\d)$/, ',$1')),
      ),
      (text) => {
        const simple = simpleAmount(text);
        // A blank in front sends the text the long way.
        if (simple !== undefined) expect(amountIn(` ${text}`)).toBe(simple);
      },
    ),
  );
});

test.each([
  ['31.03.2026', '2026-03-31'],
  ['1.3.2026', '2026-03-01'],
  ['2026-03-31', '2026-03-31'],
  [' 31.03.2026 ', '2026-03-31'],
  ['29.02.2024', '2024-02-29'],
  ['15. 01. 2026', '2026-01-15'],
  ['15. Januar 2026', '2026-01-15'],
  ['1. Mrz. 2026', '2026-03-01'],
])('„%s“ is %s, the second time too', (text, day) => {
  expect([dateIn(text), dateIn(text), parseDay(text)]).toEqual([day, day, day]);
});
test.each(['31.02.2026', '29.02.2026', '1.3.26', '2026-3-1', '03/31/2026', '0000-00-00', '', '٣١.٠٣.٢٠٢٦'])(
  '„%s“ is no day',
  (text) => {
    expect([dateIn(text), knownDay(text)]).toEqual(['date.invalid', undefined]);
    expect(() => parseDay(text)).toThrow(expect.objectContaining({ code: 'date.invalid' }));
  },
);

test.each([
  ['15.01.1026', 'date.year'],
  ['31.12.9999', 'date.year'],
  ['0001-01-01', 'date.year'],
  ['2026-01-14T23:00:00Z', 'date.zone'],
  ['2026-07-14T22:00:00Z', 'date.zone'],
  ['2026-01-15T23:00:00-05:00', 'date.zone'],
  ['１５.０１.２０２６', 'date.invalid'],
  ['00.00.0000', 'date.invalid'],
  ['32.01.2026', 'date.invalid'],
  ['32.01.', 'date.invalid'],
  ['15.01.2026 25:00', 'date.invalid'],
  ['15.13.2026', 'date.invalid'],
  ['46037', 'date.invalid'],
])('„%s“ is no day of ours: %s', (text, code) => {
  expect(dateIn(text)).toBe(code);
});
test.each([
  ['15.01.2026 00:00', '2026-01-15'],
  ['15.01.2026 14:30:05', '2026-01-15'],
  ['15.01.2026 9:05 Uhr', '2026-01-15'],
  ['2026-01-15 00:00:00.000', '2026-01-15'],
  ['2026-01-15T00:00:00', '2026-01-15'],
  ['2026-01-15T00:00:00Z', '2026-01-15'],
  ['2026-01-15T12:00:00.000Z', '2026-01-15'],
  ['2026-07-15T00:00:00+02:00', '2026-07-15'],
  ['2026-01-15T23:59:59+01:00', '2026-01-15'],
  ['2026-01-15T01:00:00-05:00', '2026-01-15'],
])('a cell that says „%s“ means %s, whatever the hour', (text, day) => {
  expect(dateIn(text)).toBe(day);
});
