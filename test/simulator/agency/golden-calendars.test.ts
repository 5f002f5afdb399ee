import { SOMEWHERE } from '../../../simulator/agency/people.ts';
import { placeIn } from '../../../domain/law/place.ts';
import { LAENDER, day, daysBetween, latest, plusDays, weekday, type Day, type Land } from '../../../domain/calendar.ts';
import { isHoliday, nextWorkingDay } from '../../../domain/law/deadlines.ts';
import type { Procedure } from '../../../domain/procedure/procedure.ts';
import {
  RECEIVABLES,
  STANDARD,
  STANDARD_LETTER_ANCHORED,
  STANDARD_NO_PHASE_1,
} from '../../../domain/procedure/shipped-procedures.ts';
import { rows, type More, days } from './a-calendar.ts';

/**
 * Each line was held against the holiday table by hand; the reason stands beside it. Days that are not named move
 * nothing.
 */
describe('golden calendars with weekends and holidays', () => {
  test.each<readonly [string, string, Procedure, string, More]>([
    // 20 = Sunday 22.3. → 21; 12.3. + 24 = Easter Sunday 5.4., Monday a holiday → Tuesday 7.4. = 36; then + 8 = 44, +
    // 10 = 46; 7.4. + 24 = Labour Day 1.5., a Friday → Monday 4.5. = 63; + 8 = 71; + 10 = Ascension Day 14.5. → 74; +
    // 24 = 87
    [
      'Easter, Labour Day and Ascension Day: the example of the requirements',
      '0 10 18 21 36 44 46 63 71 74 87',
      STANDARD,
      '2026-03-02',
      { land: 'NW' },
    ],
    // the same a day earlier is a Sunday: all of it begins on Monday
    [
      'a hand-over on a Sunday begins on Monday',
      '1 11 19 22 37 45 47 64 72 75 88',
      STANDARD,
      '2026-03-01',
      { land: 'NW' },
    ],
    // letter: 18 = Christmas Day, a Friday; Saturday is a holiday, then Sunday → Monday 28.12. = 21, the day the phone
    // opens, because 20 = Sunday 27.12.; 34 = Sunday 10.1. → 35; 59 = 4.2.; 69 = Sunday 14.2. → 70; 83 = Sunday 28.2. →
    // 84
    [
      'Christmas: letter and phone window meet on the first working day after it',
      '0 10 21 35 43 45 59 67 70 84',
      STANDARD,
      '2026-12-07',
      { land: 'NW' },
    ],
    // 20 = Sunday 13.12. → 21; 34 = Sunday 27.12. → 35; letter 28.12. + 8 = 5.1.; 28.12. + 10 = 7.1., the day after
    // Epiphany; 69 = Sunday 31.1. → 70; 83 = Sunday 14.2. → 84
    [
      'between the years in Bavaria: Christmas on a weekend, Epiphany passed by a day',
      '0 10 18 21 35 43 45 59 67 70 84',
      STANDARD,
      '2026-11-23',
      { land: 'BY' },
    ],
    // Saturday 19.2. → Monday 21.2. = 2; + 10 over 29 February = 2.3.; 22 = Sunday 12.3. → 23; 36 = Sunday 26.3., the
    // day summer time begins → 37; 71 = Sunday 30.4., Monday Labour Day → Tuesday 2.5. = 73; 85 = Sunday 14.5. → 86
    ['leap day and summer time in one run', '2 12 20 23 37 45 47 61 69 73 86', STANDARD, '2028-02-19', { land: 'NW' }],
    // 29 February is a Tuesday; 10 = 10.3.; 18 = Saturday 18.3. → 20, the day of the phone; 34 = 3.4.; 42 = 11.4.; 44 =
    // 13.4.; 58 = 27.4.; 66 = 5.5.; 68 = Sunday 7.5. → 69; 24 days after 27.4. = Sunday 21.5. → 83
    ['begun on the leap day', '0 10 20 34 42 44 58 66 69 83', STANDARD, '2028-02-29', { land: 'NW' }],
    // 20 = Sunday 25.10., the day summer time ends → 21; 34 = Sunday 8.11. → 35; 69 = Sunday → 70; 83 = Sunday 27.12. →
    // Monday 28.12. = 84
    ['summer time ends inside the run', '0 10 18 21 35 43 45 59 67 70 84', STANDARD, '2026-10-05', { land: 'NW' }],
    // 28 = 30.3.; 42 = 13.4.; 60 = Labour Day, a Friday → 63; the window still ends 24 days after the letter of 21.4.:
    // 74; 82 = Saturday 23.5., Whit Monday → Tuesday 26.5. = 85; 95 = 5.6., the day after Corpus Christi; 109 = 19.6.
    [
      'reading B over Labour Day, Whitsun and Corpus Christi',
      '0 10 18 28 42 50 63 74 85 95 109',
      STANDARD_LETTER_ANCHORED,
      '2026-03-02',
      { land: 'NW' },
    ],
    // the letter of 20.3. may be paid until 28.3., a Saturday → 30.3.; 31.3. = 29; + 8 = 8.4. = 37; paid until 16.4.;
    // 17.4. = 46; letter 25.4., a Saturday → 27.4. = 56; paid until 5.5.; 65
    [
      "without phone: the letter's deadline moves, and the stage with it",
      '0 10 18 29 37 46 56 65',
      STANDARD,
      '2026-03-02',
      { land: 'NW', phone: false },
    ],
    // the reminder by post may be paid until 12.3. = 10, so the 1st Mahnung goes on 11; 21 = 23.3.; 35 = Easter Monday
    // → 36
    [
      'without e-mail: the same days as with it, less the second letters, and the first Mahnung once the reminder has run out',
      '0 11 21 36 46 63 74 87',
      STANDARD,
      '2026-03-02',
      { land: 'NW', email: false },
    ],
    // 8 = 10.3.; 10 = 12.3.; 24 = 26.3.; 32 = Good Friday 3.4. → Tuesday 7.4. = 36; 34 = Easter Sunday → 36 too; 48 =
    // Sunday 19.4. → 49; 57 = 28.4.; 59 = 30.4.; 73 = 14.5. Ascension Day → 74
    [
      'without phase 1: letter and phone window meet after Easter',
      '0 8 10 24 36 49 57 59 74',
      STANDARD_NO_PHASE_1,
      '2026-03-02',
      { land: 'NW' },
    ],
  ])('%s', async (_why, expected, ...of) => {
    expect(await days(...of)).toBe(expected);
  });
});

describe('the sixteen Länder', () => {
  const byDays = async (from: string): Promise<Record<string, string>> => {
    const found: Record<string, string> = {};
    for (const land of [null, ...LAENDER]) {
      const d = await days(STANDARD, from, { land });
      found[d] = found[d] ? `${found[d]} ${String(land)}` : String(land);
    }
    return found;
  };
  // Day 18 is All Saints' Day, a Friday, holiday in five Länder: the letter goes on Monday, 21. Day 84 is Epiphany, a
  // Monday, holiday in BW, BY, ST: 85.
  test('from 14 October 2030: All Saints and Epiphany', async () => {
    expect(await byDays('2030-10-14')).toEqual({
      '0 10 18 21 35 43 45 59 67 70 84': 'null BE BB HB HH HE MV NI SN SH TH',
      '0 10 21 35 43 45 59 67 70 85': 'BW BY',
      '0 10 21 35 43 45 59 67 70 84': 'NW RP SL',
      '0 10 18 21 35 43 45 59 67 70 85': 'ST',
    });
  });
  // Day 0 is Women's Day, a Thursday, holiday in BE and MV. Day 84 is Corpus Christi, 31 May, holiday in six Länder:
  // 85.
  test("from 8 March 2029: Women's Day and Corpus Christi", async () => {
    expect(await byDays('2029-03-08')).toEqual({
      '0 11 19 21 35 43 46 60 68 70 84': 'null BB HB HH NI SN ST SH TH',
      '0 11 19 21 35 43 46 60 68 70 85': 'BW BY HE NW RP SL',
      '1 11 19 21 35 43 46 60 68 70 84': 'BE MV',
    });
  });
  // What begins on a holiday begins a day later exactly where it is one.
  test.each([
    ['Epiphany', '2027-01-06', 'BW BY ST'],
    ["Women's Day", '2027-03-08', 'BE MV'],
    ['Corpus Christi', '2026-06-04', 'BW BY HE NW RP SL'],
    ['Assumption Day', '2028-08-15', 'BY SL'],
    ["Children's Day", '2027-09-20', 'TH'],
    ['Reformation Day', '2028-10-31', 'BB HB HH MV NI SN ST SH TH'],
    ["All Saints' Day", '2027-11-01', 'BW BY NW RP SL'],
    ['Repentance Day', '2026-11-18', 'SN'],
  ])('%s moves the reminder in its own Länder only', async (_name, on, lands) => {
    const moved: string[] = [];
    for (const land of LAENDER) if ((await rows(STANDARD, on, { land }))[0]?.day !== 0) moved.push(land);
    expect(moved.join(' ')).toBe(lands);
  });
});

/** Reading 2 in so many words, without machine, facts or levels. */
const expected = (from: Day, land: Land | null): string => {
  const move = (on: Day): Day => nextWorkingDay(on, placeIn(land, SOMEWHERE.postalCode));
  const found = [move(from)];
  // The reminder's own deadline passes first: only then does default begin.
  const reminderUntil = move(plusDays(move(from), 7));
  let mail = move(latest(plusDays(move(from), 10), plusDays(reminderUntil, 1)));
  for (let stage = 1; stage <= 3; stage++) {
    found.push(mail, move(plusDays(mail, 8)), move(plusDays(mail, 10)));
    mail = move(plusDays(mail, 24));
  }
  return [...new Set([...found, mail].map((d) => daysBetween(from, d)))].sort((a, b) => a - b).join(' ');
};

test('every Land, begun on days all over the years: the machine does what the requirements say in words', async () => {
  for (const [i, land] of [null, ...LAENDER].entries()) {
    for (let n = 0; n < 20; n++) {
      const from = plusDays(day('2025-12-01'), i * 7 + n * 97);
      expect([land, from, await days(STANDARD, from, { land })]).toEqual([land, from, expected(from, land)]);
    }
  }
});

test('nothing goes out, begins or ends on a Sunday or holiday, nor on a Saturday', async () => {
  for (const procedure of [STANDARD, STANDARD_LETTER_ANCHORED, RECEIVABLES]) {
    for (let n = 0; n < 20; n++)
      for (const r of await rows(procedure, plusDays(day('2026-09-01'), n * 11), { land: 'TH' }))
        expect([r, weekday(r.date) % 6 === 0 || isHoliday(r.date, placeIn('TH', SOMEWHERE.postalCode))]).toEqual([
          r,
          false,
        ]);
  }
});
