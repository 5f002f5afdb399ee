import { literalIn, numberFormat, type Section } from '../../../../adapters/lists/xlsx/number-format.ts';

const sections = (code: string): readonly Section[] => numberFormat(164, code);
const only = (code: string): Section => {
  const [section, ...more] = sections(code);
  if (!section || more.length > 0) throw new Error(`${code} has not one section`);
  return section;
};
const kindsIn = (code: string): string =>
  only(code)
    .tokens.map(({ kind }) => kind)
    .join(' ');
const literalsIn = (code: string): string => only(code).tokens.map(literalIn).join('');

test.each([
  ['"RE-"00', 'RE-'],
  ['K\\-0', 'K-'],
  ['[Red]"R"0_-', 'R'],
  ['0"/2026"', '/2026'],
])('what %s puts around the number is „%s“; colours and blanks are nothing', (code, text) => {
  expect(literalsIn(code).trim()).toBe(text);
});
test.each([
  ['0.00', 'digit point digit digit'],
  ['General', 'general'],
  ['@', 'text'],
  ['dd.mm.yyyy', 'date literal date literal date'],
])('%s is %s', (code, kinds) => {
  expect(kindsIn(code)).toBe(kinds);
});
test('digits behind the point are told from those before it', () => {
  expect(only('#0.0').tokens.filter((t) => t.kind === 'digit')).toEqual([
    { kind: 'digit', digit: '#', decimal: false },
    { kind: 'digit', digit: '0', decimal: false },
    { kind: 'digit', digit: '0', decimal: true },
  ]);
});
test('a comma among the digits groups them, one behind them hides three', () => {
  expect([only('#,##0'), only('0,'), only('0,,')].map(({ isGrouped, thousands }) => [isGrouped, thousands])).toEqual([
    [true, 0],
    [false, 1],
    [false, 2],
  ]);
});
test('percent, powers of ten and fractions are told', () => {
  expect([only('0%').isPercent, only('0.00E+00').isOther, only('# ?/?').isOther, only('0').isOther]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
test('sections and their conditions', () => {
  expect(sections('[<10]0;[>=100]00;000').map(({ condition }) => condition)).toEqual([
    { operator: '<', bound: 10 },
    { operator: '>=', bound: 100 },
    undefined,
  ]);
});
test('a format that need not be spelt out is known by its number', () => {
  expect(numberFormat(14, undefined)[0]?.tokens.filter(({ kind }) => kind === 'date')).toHaveLength(3);
});
