/**
 * The largest cities and the ranges of their postal codes, compiled by hand; a test finds both ends of each range in
 * the list of postal codes. Codes of smaller places with the same name stand beside them. A range may hold a code of a
 * neighbour: this table only tells a code that cannot belong to the city beside it.
 */
const CITIES = `Berlin 10115-14199 · Hamburg 20095-22769 27499 · München 80331-81929 85540 · Köln 50667-51149 · Frankfurt am Main 60306-60599 65929-65936 · Frankfurt/Main 60306-60599 65929-65936 · Frankfurt 60306-60599 65929-65936 15230-15236 · Stuttgart 70173-70629 · Düsseldorf 40210-40629 · Leipzig 04103-04357
Dortmund 44135-44388 · Essen 45127-45359 49632 · Bremen 28195-28779 27568-27580 · Dresden 01067-01328 01465 · Hannover 30159-30669 · Nürnberg 90402-90491 · Duisburg 47051-47279 · Bochum 44787-44894 · Wuppertal 42103-42399
Bielefeld 33602-33739 · Bonn 53111-53229 · Mannheim 68159-68309 · Karlsruhe 76131-76229 · Augsburg 86150-86199 · Wiesbaden 65183-65207 55246-55252 · Mönchengladbach 41061-41239 · Gelsenkirchen 45879-45899 · Aachen 52062-52080
Braunschweig 38100-38126 · Chemnitz 09111-09247 · Kiel 24103-24159 · Magdeburg 39104-39130 · Krefeld 47798-47839 · Mainz 55116-55131 · Lübeck 23552-23570 · Erfurt 99084-99198 · Rostock 18055-18147
Kassel 34117-34134 63599 · Hagen 58089-58135 49170 27628 · Potsdam 14467-14482 · Saarbrücken 66111-66133 · Ludwigshafen am Rhein 67059-67071 · Leverkusen 51371-51381 · Osnabrück 49074-49090 · Solingen 42651-42719 · Heidelberg 69115-69126
Darmstadt 64283-64297 · Regensburg 93047-93059 · Paderborn 33098-33106 · Ingolstadt 85049-85057 · Würzburg 97070-97084 · Wolfsburg 38440-38448 · Heilbronn 74072-74081 · Pforzheim 75172-75181 · Göttingen 37073-37085
Bottrop 46236-46244 · Reutlingen 72760-72770 · Koblenz 56068-56077 · Bremerhaven 27568-27580 · Recklinghausen 45657-45665 · Erlangen 91052-91058 · Remscheid 42853-42899 · Bergisch Gladbach 51427-51469
Münster 48143-48167 64839 86692 · Halle (Saale) 06108-06132 · Mülheim an der Ruhr 45468-45481 · Freiburg im Breisgau 79098-79117 · Ulm 89073-89081 · Jena 07743-07751 · Trier 54290-54296 · Offenbach am Main 63065-63075 · Neuss 41460-41472 · Herne 44623-44653`;

type Range = readonly [from: number, to: number];
const rangesOf = (text: string): Range[] =>
  text.split(' ').map((range): Range => {
    const [from = '', to = from] = range.split('-');
    return [Number(from), Number(to)];
  });
const umlautsSpeltOut = (name: string): string =>
  name.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
/** A city by its name as it is mostly written: with and without umlauts, in capitals, in small letters. */
const BY_NAME = new Map(
  CITIES.split(/\n| · /).flatMap((entry) => {
    const [, name = '', ranges = ''] = /^(\D+) (.+)$/.exec(entry) ?? [];
    const spelt = [name, umlautsSpeltOut(name)];
    return [...spelt, ...spelt.map((s) => s.toUpperCase()), ...spelt.map((s) => s.toLowerCase())].map(
      (form): [string, { city: string; ranges: Range[] }] => [form, { city: name, ranges: rangesOf(ranges) }],
    );
  }),
);

/**
 * The city that a postal code cannot belong to although it is written beside it; undefined: nothing to doubt. Knows
 * only the largest cities.
 */
export const doubtfulCity = (postalCode: string, place: string): string | undefined => {
  const known = BY_NAME.get(place);
  if (!known) return undefined;
  const code = Number(postalCode);
  return known.ranges.some(([from, to]) => code >= from && code <= to) ? undefined : known.city;
};
