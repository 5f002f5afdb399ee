import type { Land } from '../calendar.ts';
import { keysOf } from '../keys-of.ts';
import { unitAt } from '../unit-at.ts';
import { POSTAL_CODES } from './postal-code-table.ts';

/**
 * Routing regions (the first two digits of a postal code) and the Land they lie in. Regions shared by several Länder
 * without a clean cut are left out on purpose: an unknown Land only means that nationwide holidays count.
 */
const REGIONS = {
  BB: '03 16',
  BE: '10 12 13',
  BW: '70 71 72 73 74 75 76 77 78 79',
  BY: '80 81 82 83 84 85 86 87 90 91 92 93 94 95 96',
  HB: '28',
  HE: '34 35 60 61 64',
  HH: '20 22',
  MV: '18',
  NI: '26 29 30 31 38',
  NW: '32 33 40 41 42 44 45 46 47 48 50 51 52 53 57 58 59',
  RP: '54 56 67',
  SH: '23 24 25',
  SL: '66',
  SN: '01 02 08 09',
  ST: '39',
  TH: '98 99',
} as const satisfies Partial<Record<Land, string>>;
/** Parts of those regions that belong to a neighbour, or to two Länder at once. */
const BORDERS =
  /^(019[4-9]|12529|22113|22145|228[4-9]|229|239|258|28[78]|294|323|343|344[13]|357|38[48]|393|484[5-9]|485[0-3]|51598|53[45]|53619|573|57[5-6]|59969|646|64754|66[4-9]|76[78]|965|996)/;
const LAND_OF = new Map(
  keysOf(REGIONS).flatMap((land) => REGIONS[land].split(' ').map((region): [string, Land] => [region, land])),
);

const NONE = -1;
/** The number of a text of five digits that does not begin with 00; `NONE`: it has not the form of a postal code. */
const numberOf = (text: string): number => {
  if (text.length !== 5) return NONE;
  let number = 0;
  for (let i = 0; i < 5; i++) {
    const digit = unitAt(text, i) - 48;
    if (digit < 0 || digit > 9) return NONE;
    number = number * 10 + digit;
  }
  return number < 1000 ? NONE : number;
};
/** Whether this has the form of a postal code, whether or not there is one. */
export const isPostalCode = (text: string): boolean => numberOf(text) !== NONE;

const MOST = 100_000;
const listed = new Uint8Array(MOST);
for (const [region, rest] of Object.entries(POSTAL_CODES))
  for (let i = 0; i < rest.length; i += 3) listed[Number(region + rest.slice(i, i + 3))] = 1;
/**
 * Whether a place has this postal code. Those of post-office boxes and large recipients are in no public list, and
 * count as unknown.
 */
export const isKnownPostalCode = (postalCode: string): boolean => listed[numberOf(postalCode)] === 1;

const landAt = (postalCode: string): Land | null =>
  BORDERS.test(postalCode) ? null : (LAND_OF.get(postalCode.slice(0, 2)) ?? null);
/** Lists ask for the same few thousand codes again and again. */
const lands: (Land | null | undefined)[] = Array.from({ length: MOST });
/**
 * The Land of a five-digit postal code, where the region leaves no doubt. Compared once with a public list of 8,159
 * codes: no contradiction.
 */
export const landOfPostalCode = (postalCode: string): Land | undefined => {
  const number = numberOf(postalCode);
  if (number === NONE) return undefined;
  const land = lands[number] === undefined ? landAt(postalCode) : lands[number];
  lands[number] = land;
  return land ?? undefined;
};

/**
 * The Länder a routing region reaches into, where it is more than one: rather one too many than one too few, for a
 * holiday more moves a deadline to the debtor's good.
 */
const SHARED: Readonly<Record<string, readonly Land[]>> = {
  '01': ['SN', 'BB'],
  '02': ['SN', 'BB'],
  '03': ['BB', 'SN'],
  '04': ['SN', 'ST', 'TH', 'BB'],
  '06': ['ST', 'SN', 'TH'],
  '07': ['TH', 'SN', 'ST'],
  '08': ['SN', 'TH'],
  '12': ['BE', 'BB'],
  '14': ['BB', 'BE', 'ST'],
  '15': ['BB', 'BE'],
  '16': ['BB', 'BE'],
  '17': ['MV', 'BB'],
  '19': ['MV', 'BB', 'NI'],
  '21': ['NI', 'HH', 'SH', 'MV'],
  '22': ['HH', 'SH'],
  '23': ['SH', 'MV'],
  '25': ['SH', 'HH'],
  '26': ['NI', 'HB'],
  '27': ['NI', 'HB', 'HH'],
  '28': ['HB', 'NI'],
  '29': ['NI', 'ST'],
  '31': ['NI', 'NW'],
  '32': ['NW', 'NI'],
  '33': ['NW', 'NI'],
  '34': ['HE', 'NI', 'NW'],
  '35': ['HE', 'NW', 'RP'],
  '36': ['HE', 'TH', 'BY'],
  '37': ['NI', 'TH', 'HE', 'NW', 'ST'],
  '38': ['NI', 'ST'],
  '39': ['ST', 'NI'],
  '48': ['NW', 'NI'],
  '49': ['NI', 'NW'],
  '51': ['NW', 'RP'],
  '53': ['NW', 'RP'],
  '54': ['RP', 'NW', 'SL'],
  '55': ['RP', 'HE'],
  '56': ['RP', 'NW', 'HE'],
  '57': ['NW', 'RP'],
  '59': ['NW', 'HE'],
  '63': ['HE', 'BY'],
  '64': ['HE', 'BW'],
  '65': ['HE', 'RP'],
  '66': ['SL', 'RP'],
  '67': ['RP', 'BW'],
  '68': ['BW', 'HE'],
  '69': ['BW', 'HE'],
  '74': ['BW', 'BY'],
  '76': ['BW', 'RP'],
  '88': ['BW', 'BY'],
  '89': ['BW', 'BY'],
  '96': ['BY', 'TH'],
  '97': ['BY', 'BW'],
  '99': ['TH', 'ST'],
};
/**
 * The Länder in which a postal code may lie: one where the region leaves no doubt, else those the region reaches into;
 * none for what is no postal code.
 */
export const landsOfPostalCode = (postalCode: string): readonly Land[] => {
  const land = landOfPostalCode(postalCode);
  if (land) return [land];
  return isPostalCode(postalCode) ? (SHARED[postalCode.slice(0, 2)] ?? []) : [];
};
