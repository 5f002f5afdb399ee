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

/** The cities whose ranges are known, as domain/intake/places.ts writes them. */
const LARGEST = [
  'Berlin',
  'Hamburg',
  'München',
  'Köln',
  'Frankfurt am Main',
  'Frankfurt/Main',
  'Frankfurt',
  'Stuttgart',
  'Düsseldorf',
  'Leipzig',
  'Dortmund',
  'Essen',
  'Bremen',
  'Dresden',
  'Hannover',
  'Nürnberg',
  'Duisburg',
  'Bochum',
  'Wuppertal',
  'Bielefeld',
  'Bonn',
  'Mannheim',
  'Karlsruhe',
  'Augsburg',
  'Wiesbaden',
  'Mönchengladbach',
  'Gelsenkirchen',
  'Aachen',
  'Braunschweig',
  'Chemnitz',
  'Kiel',
  'Magdeburg',
  'Krefeld',
  'Mainz',
  'Lübeck',
  'Erfurt',
  'Rostock',
  'Kassel',
  'Hagen',
  'Potsdam',
  'Saarbrücken',
  'Ludwigshafen am Rhein',
  'Leverkusen',
  'Osnabrück',
  'Solingen',
  'Heidelberg',
  'Darmstadt',
  'Regensburg',
  'Paderborn',
  'Ingolstadt',
  'Würzburg',
  'Wolfsburg',
  'Heilbronn',
  'Pforzheim',
  'Göttingen',
  'Bottrop',
  'Reutlingen',
  'Koblenz',
  'Bremerhaven',
  'Recklinghausen',
  'Erlangen',
  'Remscheid',
  'Bergisch Gladbach',
  'Münster',
  'Halle (Saale)',
  'Mülheim an der Ruhr',
  'Freiburg im Breisgau',
  'Ulm',
  'Jena',
  'Trier',
  'Offenbach am Main',
  'Neuss',
  'Herne',
];
const next = (code: string, by: number): string => `${Number(code) + by}`.padStart(5, '0');
test("both ends of every city's range are postal codes", () => {
  const codes = Array.from({ length: 100_000 }, (_, n) => `${n}`.padStart(5, '0'));
  const ends = LARGEST.flatMap((city) => {
    const own = codes.filter((code) => doubtfulCity(code, city) === undefined);
    const isOwn = new Set(own);
    return own.filter((code) => !isOwn.has(next(code, -1)) || !isOwn.has(next(code, 1)));
  });
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
