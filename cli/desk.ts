import { WEEKDAY_NAMES, formatDay, isBefore, weekday, type Day } from '../domain/calendar.ts';
import { endOfPeriod, isHoliday, unshiftedEnd } from '../domain/law/deadlines.ts';
import { Rejected } from '../domain/faults.ts';
import { collectionFee, shareOf, type CollectionFee } from '../domain/account/fees.ts';
import { defaultInterest, shownInterest, statutoryRate } from '../domain/account/interest.ts';
import { baseRateOn } from '../domain/law/base-rates.ts';
import { inForce } from '../domain/law/dated.ts';
import { RVG, simpleFee } from '../domain/law/fee-tables.ts';
import { COLLECTION_RATES } from '../domain/law/figures.ts';
import { limitation } from '../domain/law/limitation.ts';
import { counted } from '../domain/counted.ts';
import { formatEuro, formatFactor, formatFine, formatPercent } from '../domain/money.ts';
import { placeGiven, type Place } from '../domain/law/place.ts';
import { DESK_HELP, type DeskCommand } from './desk-help.ts';
import {
  amountOf,
  asksForHelp,
  choice,
  dayOf,
  landOf,
  misuse,
  optionalDay,
  optionalText,
  parsed,
  possible,
  text,
  type OptionTypes,
  type Values,
} from './given.ts';
import { inHundredths } from './hundredths.ts';

const OPTIONS = {
  fee: {
    wert: 'string',
    auftrag: 'string',
    beendet: 'string',
    satz: 'string',
    bestritten: 'boolean',
    'mit-umsatzsteuer': 'boolean',
  },
  interest: {
    betrag: 'string',
    ab: 'string',
    bis: 'string',
    schuldner: 'string',
    entstanden: 'string',
    satz: 'string',
    zaehlung: 'string',
  },
  deadline: {
    ereignis: 'string',
    frist: 'string',
    land: 'string',
    plz: 'string',
    verjaehrung: 'boolean',
    entstanden: 'string',
    kenntnis: 'string',
  },
} as const satisfies Record<DeskCommand, OptionTypes>;
const DEBTORS = { privat: 'privat', unternehmen: 'unternehmen' } as const;
const DAY_COUNTS = { 'act/act': 'act/act', 'act/365': 'act/365' } as const;

/** What the law refuses, said of the option that it comes from. */
const named = <T>(option: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw error instanceof Rejected && !error.message.startsWith('--') ? misuse(`--${option}`, error.message) : error;
  }
};
const hundredths = (values: Values, option: string): number | undefined => {
  const value = optionalText(values, option);
  if (value === undefined) return undefined;
  if (!/^\d{1,3}([.,]\d{1,2})?$/.test(value))
    throw misuse(`--${option}`, `„${value}“ ist keine Zahl wie 0,9 oder 4,00.`);
  return inHundredths(value);
};
/** One of a few words; the first where none is given. */
const oneOf = <T extends string>(values: Values, option: string, words: Readonly<Record<T, T>>, standard: T): T =>
  values[option] === undefined ? standard : choice(values, option, words);
/** Where the deadline runs: what is known of the place decides which holidays count. */
const placeGivenIn = (values: Values): Place => {
  const { plz } = values;
  return named('plz', () => placeGiven(landOf(values) ?? null, typeof plz === 'string' ? plz : null));
};
const percent = (n: number): string => formatPercent(n).replace('\u00a0', ' ');
const rows = (list: readonly (readonly [string, string, string?])[]): string => {
  const left = Math.max(...list.map(([l]) => l.length));
  const right = Math.max(...list.map(([, v]) => v.length));
  return list.map(([l, v, note]) => `  ${l.padEnd(left)}  ${v.padStart(right)}${note ? `  ${note}` : ''}\n`).join('');
};

/** A fee line by line, each with the rule it comes from. */
const feeRows = (f: CollectionFee, owesVat: boolean): Parameters<typeof rows>[0] => {
  const { expenses, minimum, smallClaim } = f.law;
  const isSmall = smallClaim.value && f.rules.includes('§ 13 Abs. 2 RVG');
  const least = f.fee > shareOf(f.base, f.rate) ? `, mindestens ${formatEuro(minimum.value)} (§ 13 Abs. 3 RVG)` : '';
  return [
    [
      'volle Gebühr',
      formatEuro(f.base),
      isSmall ? `§ 13 Abs. 2 RVG: unbestritten, bis ${formatEuro(smallClaim.value.upTo)}` : '§ 13 Abs. 1 RVG',
    ],
    ['Geschäftsgebühr', formatEuro(f.fee), `Nr. 2300 VV RVG: ${formatFactor(f.rate)} × ${formatEuro(f.base)}${least}`],
    [
      'Auslagen',
      formatEuro(f.expenses),
      `Nr. 7002 VV RVG: ${expenses.value.percent} % von ${formatEuro(f.fee)}, höchstens ${formatEuro(expenses.value.cap)}`,
    ],
    ['netto', formatEuro(f.net)],
    [
      'Umsatzsteuer',
      formatEuro(f.vat),
      owesVat
        ? `Nr. 7008 VV RVG: ${f.law.vat.value} % von ${formatEuro(f.net)}`
        : 'keine: Der Gläubiger zieht Vorsteuer ab',
    ],
    ['zusammen', formatEuro(f.total)],
  ];
};
const fee = (values: Values): string => {
  const orderedOn = dayOf(values, 'auftrag', '02.03.2026');
  const debtorOwesVat = values['mit-umsatzsteuer'] === true;
  const completedOn = optionalDay(values, 'beendet') ?? orderedOn;
  if (isBefore(completedOn, orderedOn)) throw misuse('--beendet', 'Der Tag liegt vor dem des Auftrags.');
  const value = amountOf(values, 'wert', '1.234,56');
  const schedule = named('auftrag', () => inForce(RVG, orderedOn));
  const rate = hundredths(values, 'satz') ?? inForce(COLLECTION_RATES, orderedOn).value.usual;
  named('wert', () => simpleFee(schedule.value, value));
  const undisputed = values['bestritten'] !== true;
  const f = named('satz', () => collectionFee({ value, rate, orderedOn, completedOn, undisputed, debtorOwesVat }));
  const from = `Auftrag vom ${formatDay(orderedOn)}: Tabelle ${f.table}, gültig seit ${formatDay(schedule.from)} (§ 60 RVG)`;
  return `Inkassokosten aus ${formatEuro(f.value)}, ${from}\n\n${rows(feeRows(f, debtorOwesVat))}`;
};

type Period = ReturnType<typeof defaultInterest>['periods'][number];
/** Days and rate of a stretch of time; `margin`: what is added to the base rate, null for a fixed rate. */
const periodInWords = (p: Period, margin: number | null): string => {
  const from = margin === null ? '' : ` (Basiszinssatz ${percent(baseRateOn(p.from).row.value)} + ${percent(margin)})`;
  const assumed = p.assumed ? ' – angenommen: Der Basiszinssatz ist noch nicht bekannt' : '';
  return `${counted(p.days, 'Tag', 'Tage')} ÷ ${p.daysInYear} × ${percent(p.hundredths)}${from}${assumed}`;
};

const interest = (values: Values): string => {
  const from = dayOf(values, 'ab', '25.01.2026');
  const to = dayOf(values, 'bis', '30.06.2026');
  const debtor = oneOf(values, 'schuldner', DEBTORS, 'privat');
  const fixed = hundredths(values, 'satz');
  const arose = optionalDay(values, 'entstanden');
  const rate =
    fixed === undefined
      ? named(arose ? 'entstanden' : 'ab', () =>
          statutoryRate(debtor === 'privat' ? 'private' : 'business', arose ?? from),
        )
      : { fixed };
  const convention = oneOf(values, 'zaehlung', DAY_COUNTS, 'act/act');
  const principal = amountOf(values, 'betrag', '1.234,56');
  const i = named('bis', () => defaultInterest({ principal, from, to, rate, convention }));
  const shown = shownInterest(i.periods);
  const margin = 'margin' in rate ? rate.margin : null;
  const lines = shown.steps.map(({ period, fine }): [string, string, string] => [
    `${formatDay(period.from)} bis ${formatDay(period.to)}`,
    formatFine(fine),
    periodInWords(period, margin),
  ]);
  const rateInWords = fixed === undefined ? ' (§§ 247, 288 BGB)' : ' zum festen Satz';
  const table = rows([
    ...lines,
    ['zusammen', formatFine(shown.together), ''],
    ['gerundet', formatEuro(shown.total), 'einmal, am Ende'],
  ]);
  return `Zinsen auf ${formatEuro(principal)}${rateInWords}, ${counted(i.days, 'Tag', 'Tage')}\n\n${table}`;
};

const UNITS = {
  tag: 'D',
  tage: 'D',
  tagen: 'D',
  woche: 'W',
  wochen: 'W',
  monat: 'M',
  monate: 'M',
  monaten: 'M',
  jahr: 'Y',
  jahre: 'Y',
  jahren: 'Y',
} as const;
const periodOf = (spoken: string): string => {
  const [, count = '', unit = ''] = /^(\d{1,4})\s*([a-zä]+)$/i.exec(spoken.trim()) ?? [];
  const letter = Object.entries(UNITS).find(([name]) => name === unit.toLowerCase())?.[1];
  return letter ? `P${count}${letter}` : spoken;
};
const spokenDay = (d: Day): string => `${WEEKDAY_NAMES[weekday(d)] ?? ''}, ${formatDay(d)}`;

const barredOn = (values: Values, place: Place): string => {
  const knowledge = optionalDay(values, 'kenntnis');
  const l = limitation({
    accrued: dayOf(values, 'entstanden', '10.01.2024'),
    ...(knowledge ? { knowledge } : {}),
    place,
  });
  const later =
    l.actionableUntil === l.end
      ? ''
      : `Weil dieser Tag kein Werktag ist, lässt § 193 BGB entsprechend noch handeln bis ${spokenDay(l.actionableUntil)}.\n`;
  const assumed = l.assumed ? 'Angenommen: Für dieses Jahr sind nur Wochenenden und feste Feiertage bekannt.\n' : '';
  return `Verjährt mit Ablauf von ${spokenDay(l.end)}: ${l.ground}.\n${later}${assumed}`;
};
/** Why a period ends on the day it does. */
const endInWords = (unshifted: Day, end: Day, place: Place): string => {
  if (end === unshifted) return 'Der letzte Tag ist ein Werktag';
  const isWeekend = weekday(unshifted) === 0 || weekday(unshifted) === 6;
  const why = isWeekend || !isHoliday(unshifted, place) ? '' : ', ein Feiertag';
  return `Rechnerisch wäre es ${spokenDay(unshifted)}${why}; es gilt der nächste Werktag (§ 193 BGB)`;
};
const periodEnds = (values: Values, place: Place): string => {
  const event = dayOf(values, 'ereignis', '12.03.2026');
  const period = periodOf(text(values, 'frist', '"2 Wochen"'));
  const unshifted = named('frist', () => unshiftedEnd(event, period));
  const end = named('ereignis', () => endOfPeriod(event, period, place));
  const nationwide = place.lands.length > 0 ? '' : '\nOhne --plz oder --land zählen nur bundesweite Feiertage.';
  const why = `${endInWords(unshifted, end, place)}; der Tag des Ereignisses zählt nicht mit (§ 187 Abs. 1 BGB).`;
  return `Die Frist endet am ${spokenDay(end)}.\n${why}${nationwide}\n`;
};
const deadline = (values: Values): string => {
  const place = placeGivenIn(values);
  return values['verjaehrung'] === true ? barredOn(values, place) : periodEnds(values, place);
};

const COMMANDS = { fee, interest, deadline } as const;

/**
 * Answers one of the desk's commands in German; what is wrong is a Rejected that names the option and how to mend it.
 * Pure: no clock, no files.
 */
export const desk = (command: DeskCommand, args: readonly string[]): string => {
  if (asksForHelp(args)) return DESK_HELP[command];
  const { positionals, values } = parsed(args, OPTIONS[command]);
  const [surplus] = positionals;
  if (surplus !== undefined)
    throw misuse(
      surplus,
      `steht ohne Namen da. Gehört es zu einer Angabe aus mehreren Wörtern, so steht sie in Anführungszeichen, wie --frist "2 Wochen"; sonst fehlt davor, was es angibt. ${possible(OPTIONS[command])}`,
    );
  return COMMANDS[command](values);
};
