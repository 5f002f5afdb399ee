import fc from 'fast-check';
import { amountIn, dayIn, knownDay, parseDay, parseGermanAmount, simpleAmount } from '../../../domain/parse.ts';

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
])('„%s“ is %s, the second time too', (text, day) => {
  expect([dayIn(text), dayIn(text), parseDay(text)]).toEqual([day, day, day]);
});
test.each(['31.02.2026', '29.02.2026', '1.3.26', '2026-3-1', '03/31/2026', '31.03.2026 12:00', '', '٣١.٠٣.٢٠٢٦'])(
  '„%s“ is no day',
  (text) => {
    expect([dayIn(text), knownDay(text)]).toEqual([undefined, undefined]);
    expect(() => parseDay(text)).toThrow(expect.objectContaining({ code: 'date.invalid' }));
  },
);
