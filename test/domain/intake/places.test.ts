import { readFileSync } from 'node:fs';
import { doubtfulCity } from '../../../domain/intake/places.ts';
import { isKnownPostalCode, isPostalCode, landOfPostalCode } from '../../../domain/law/postal-codes.ts';

test('the generated table holds exactly the codes of the package', () => {
  const known = new Set<string>(
    JSON.parse(
      readFileSync(new URL('../../../node_modules/german-postal-codes/index.json', import.meta.url), 'utf8'),
    ) as string[],
  );
  for (let n = 0; n < 100_000; n++) {
    const code = String(n).padStart(5, '0');
    if (isKnownPostalCode(code) !== known.has(code)) throw new Error(code);
  }
  expect(known.size).toBe(8210);
});

test("both ends of every city's range are postal codes", () => {
  const ends =
    readFileSync(new URL('../../../domain/intake/places.ts', import.meta.url), 'utf8').match(/\b\d{5}\b/g) ?? [];
  expect(ends.length).toBeGreaterThan(120);
  expect(ends.filter((end) => !isKnownPostalCode(end))).toEqual([]);
});

test.each(['01067', '44135', '99998'])('%s has the form of a postal code', (code) => {
  expect(isPostalCode(code)).toBe(true);
});
test.each(['00999', '1067', '441350', '4413a', '', '４４１３５', ' 4413'])('„%s“ has not', (code) => {
  expect(isPostalCode(code)).toBe(false);
  expect(isKnownPostalCode(code)).toBe(false);
  expect(landOfPostalCode(code)).toBeUndefined();
});

test('a doubt names the city; small places are not doubted', () => {
  expect(doubtfulCity('10115', 'Köln')).toBe('Köln');
  expect(doubtfulCity('50667', 'KOELN')).toBeUndefined();
  expect(doubtfulCity('10115', 'Kleinkleckersdorf')).toBeUndefined();
});
