import type { Day, Land } from '../calendar.ts';
import { day } from '../calendar.ts';
import type { Place } from './place.ts';
import { row, type LawTable } from './dated.ts';

/** Postal codes from one to the other, both included. */
type Codes = readonly (readonly [from: string, to: string])[];
/**
 * A part of a Land with a holiday of its own: the postal codes that reach into it (`within`), or all of the Land but the postal codes that surely
 * lie outside (`except`). Where a code reaches into more than one commune it counts as within: the reading kinder to the debtor.
 */
export type Part = Readonly<{ name: string; land: Land; within?: Codes; except?: Codes }>;
/** Where a day is a holiday. */
export type Area = 'everywhere' | Land | Part;
/** When a holiday is: on a month and day, so many days from Easter Sunday, or on the Wednesday before 23 November. */
type When = Readonly<{ monthDay: string } | { fromEaster: number } | { repentance: true }>;
/** A public holiday: when it is, and its table: where it is one since when. */
export type Holiday = Readonly<{ when: When; table: LawTable<readonly Area[]> }>;

/** The calendar is checked for these years; before them other laws were in force, after them nobody has looked. */
export const CALENDAR_YEARS = { first: 2002, last: 2045 } as const;
const FIRST = `${CALENDAR_YEARS.first}-01-01`;

/** Art. 1(2) BayFTG: the city of Augsburg. */
const AUGSBURG: Part = { name: 'Stadt Augsburg', land: 'BY', within: [['86150', '86199']] };
/** Art. 1(1) Nr. 2, (3) BayFTG: communes with more Catholic than Protestant inhabitants; 1,708 of 2,056 since 2025. Left out are only cities of which it is known that all their codes lie outside. */
const CATHOLIC_BAVARIA: Part = {
  name: 'bayerische Gemeinden mit überwiegend katholischer Bevölkerung',
  land: 'BY',
  except: [
    ['90402', '90491'], // Nürnberg
    ['90762', '90768'], // Fürth
    ['91052', '91058'], // Erlangen
  ],
};
/** Fronleichnamsverordnung (4 May 1993): communes or parts of communes in the district of Bautzen. */
const SORBIAN_COMMUNES: Part = {
  name: 'Gemeinden der Fronleichnamsverordnung',
  land: 'SN',
  within: [
    ['01920', '01920'],
    ['02625', '02627'],
    ['02633', '02633'],
    ['02694', '02694'],
    ['02699', '02699'],
    ['02977', '02977'],
    ['02997', '02997'],
  ],
};
/** § 2(2), § 10(1) ThürFtG: the district of Eichsfeld and communes of the Unstrut-Hainich and Wartburg districts. */
const CATHOLIC_THURINGIA: Part = {
  name: 'Eichsfeld und katholische Gemeinden im Unstrut-Hainich- und im Wartburgkreis',
  land: 'TH',
  within: [
    ['36419', '36419'],
    ['36452', '36452'],
    ['36466', '36466'],
    ['37308', '37359'],
    ['99976', '99976'],
    ['99988', '99988'],
  ],
};

const SINCE_2017 = ['HB', 'HH', 'NI', 'SH'] as const;
const EAST = ['BB', 'MV', 'SN', 'ST', 'TH'] as const;
const CORPUS_CHRISTI = ['BW', 'BY', 'HE', 'NW', 'RP', 'SL'] as const;

const everywhere = (name: string, when: When, source: string): Holiday => ({
  when,
  table: { name: `Feiertag ${name}`, rows: [row<readonly Area[]>(FIRST, ['everywhere'], source, { confidence: 'verified-2' })] },
});
type Since = readonly [from: string, areas: readonly Area[]];
const regional = (name: string, when: When, source: string, since: readonly Since[]): Holiday => ({
  when,
  table: {
    name: `Feiertag ${name}`,
    rows: since.map(([from, areas]) => row<readonly Area[]>(from, areas, source, { confidence: 'verified-2' })),
  },
});
const LAWS = 'Feiertagsgesetze der Länder';

/** Every public holiday. The days common to all Länder were compared with date-holidays for every year and Land. */
export const HOLIDAYS: readonly Holiday[] = [
  everywhere('Neujahr', { monthDay: '01-01' }, LAWS),
  everywhere('Karfreitag', { fromEaster: -2 }, LAWS),
  everywhere('Ostermontag', { fromEaster: 1 }, LAWS),
  everywhere('Tag der Arbeit', { monthDay: '05-01' }, LAWS),
  everywhere('Christi Himmelfahrt', { fromEaster: 39 }, LAWS),
  everywhere('Pfingstmontag', { fromEaster: 50 }, LAWS),
  everywhere('Tag der Deutschen Einheit', { monthDay: '10-03' }, 'Art. 2 Abs. 2 Einigungsvertrag'),
  everywhere('Erster Weihnachtstag', { monthDay: '12-25' }, LAWS),
  everywhere('Zweiter Weihnachtstag', { monthDay: '12-26' }, LAWS),
  regional('Heilige Drei Könige', { monthDay: '01-06' }, 'FTG BW, BayFTG, FeiertG LSA', [[FIRST, ['BW', 'BY', 'ST']]]),
  regional('Frauentag', { monthDay: '03-08' }, 'FeiertG BE, FTG M-V', [
    [FIRST, []],
    ['2019-01-01', ['BE']],
    ['2023-01-01', ['BE', 'MV']],
  ]),
  regional('Ostersonntag', { fromEaster: 0 }, 'FTG BB', [[FIRST, ['BB']]]),
  regional('Tag der Befreiung', { monthDay: '05-08' }, 'FeiertG BE (einmalig 2020 und 2025)', [
    [FIRST, []],
    ['2020-01-01', ['BE']],
    ['2021-01-01', []],
    ['2025-01-01', ['BE']],
    ['2026-01-01', []],
  ]),
  regional('Pfingstsonntag', { fromEaster: 49 }, 'FTG BB', [[FIRST, ['BB']]]),
  regional('Jahrestag des 17. Juni', { monthDay: '06-17' }, 'FeiertG BE (einmalig 2028)', [
    [FIRST, []],
    ['2028-01-01', ['BE']],
    ['2029-01-01', []],
  ]),
  regional(
    'Fronleichnam',
    { fromEaster: 60 },
    'FTG BW, BayFTG, HFeiertagsG, FeiertagsG NW, LFtG RP, SFG SL; Fronleichnamsverordnung SN vom 04.05.1993, § 2 Abs. 2, § 10 ThürFtG',
    [[FIRST, [...CORPUS_CHRISTI, SORBIAN_COMMUNES, CATHOLIC_THURINGIA]]],
  ),
  regional('Augsburger Hohes Friedensfest', { monthDay: '08-08' }, 'Art. 1 Abs. 2 BayFTG', [[FIRST, [AUGSBURG]]]),
  regional(
    'Mariä Himmelfahrt',
    { monthDay: '08-15' },
    'SFG SL; Art. 1 Abs. 1 Nr. 2, Abs. 3 BayFTG, Bayerisches Landesamt für Statistik (Zensus 2022)',
    [[FIRST, ['SL', CATHOLIC_BAVARIA]]],
  ),
  regional('Weltkindertag', { monthDay: '09-20' }, 'ThürFtG', [
    [FIRST, []],
    ['2019-01-01', ['TH']],
  ]),
  regional('Reformationstag', { monthDay: '10-31' }, LAWS, [
    [FIRST, [...EAST]],
    ['2017-01-01', ['everywhere']],
    ['2018-01-01', [...EAST, ...SINCE_2017]],
  ]),
  regional('Allerheiligen', { monthDay: '11-01' }, LAWS, [[FIRST, ['BW', 'BY', 'NW', 'RP', 'SL']]]),
  regional('Buß- und Bettag', { repentance: true }, 'SächsSFG', [[FIRST, ['SN']]]),
];

const isWithin = (codes: Codes, postalCode: string): boolean =>
  codes.some(([from, to]) => from <= postalCode && postalCode <= to);

/** Whether a place may lie in a part of a Land. Without a postal code, or with one that cannot tell, it may: as a holiday the day is the kinder one. */
const mayLieIn = ({ land, within, except }: Part, { lands, postalCode }: Place): boolean => {
  if (postalCode !== null && within) return isWithin(within, postalCode);
  return lands.includes(land) && !(postalCode !== null && except && isWithin(except, postalCode));
};

/** Whether a day that is a holiday in this area is one at a place. */
export const reaches = (area: Area, place: Place): boolean => {
  if (area === 'everywhere') return true;
  return typeof area === 'string' ? place.lands.includes(area) : mayLieIn(area, place);
};

/** The Sunday after the first full moon of spring (Gauss, Meeus), as a day. */
export const easterOf = (year: number): Day => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const corrected = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - corrected + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const days = moon + sunday - 7 * late + 114;
  const month = String(Math.floor(days / 31)).padStart(2, '0');
  const date = String((days % 31) + 1).padStart(2, '0');
  return day(`${year}-${month}-${date}`);
};
