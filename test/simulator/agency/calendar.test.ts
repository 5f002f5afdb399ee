import {
  RECEIVABLES,
  STANDARD,
  STANDARD_LETTER_ANCHORED,
  STANDARD_NO_PHASE_1,
} from '../../../domain/procedure/shipped-procedures.ts';
import { rows, days } from './a-calendar.ts';

const told = async (...of: Parameters<typeof rows>): Promise<string[]> =>
  (await rows(...of)).map((r) => {
    const isPlain = r.channel === 'none' || r.channel === 'phone' || r.step === 'sms';
    const latestDay = r.latestDay === undefined ? '' : ` latest ${r.latestDay}`;
    return `${r.day} ${r.step}${isPlain ? '' : ` ${r.channel}`} ${r.mahnstufe}${latestDay}`;
  });

describe('reading A, plain: 82 days', () => {
  test('the standard run', async () => {
    expect(await told(STANDARD, '2026-03-02', { plain: true })).toEqual([
      '0 reminder email 0',
      '10 mahnung email 1',
      '10 sms 1',
      '18 letter post 1',
      '20 phoneStart 1',
      '34 phoneEnd 1',
      '34 mahnung email 2',
      '34 sms 2',
      '42 letter post 2',
      '44 phoneStart 2',
      '58 phoneEnd 2',
      '58 mahnung email 3',
      '58 sms 3',
      '66 letter post 3',
      '68 phoneStart 3',
      '82 phoneEnd 3',
      '82 courtDecision 3',
    ]);
  });
  test.each(['2026-03-01', '2026-12-24', '2028-02-29', '2027-03-28', '2026-10-25'])(
    'whatever the day it begins on: %s',
    async (from) => {
      expect(await days(STANDARD, from, { plain: true, land: 'BY' })).toBe('0 10 18 20 34 42 44 58 66 68 82');
    },
  );
  test('without phase 1: 72 days', async () => {
    expect(await days(STANDARD_NO_PHASE_1, '2026-03-02', { plain: true })).toBe('0 8 10 24 32 34 48 56 58 72');
  });
  test('without e-mail: by post at once, no second letter', async () => {
    expect(await told(STANDARD, '2026-03-02', { plain: true, email: false })).toEqual([
      '0 reminder post 0',
      '11 mahnung post 1',
      '11 sms 1',
      '21 phoneStart 1',
      '35 phoneEnd 1',
      '35 mahnung post 2',
      '35 sms 2',
      '45 phoneStart 2',
      '59 phoneEnd 2',
      '59 mahnung post 3',
      '59 sms 3',
      '69 phoneStart 3',
      '83 phoneEnd 3',
      '83 courtDecision 3',
    ]);
  });
  test("without phone: the next stage on the day after the letter's own deadline, 8 + 3 + 5 days", async () => {
    expect(await told(STANDARD, '2026-03-02', { plain: true, phone: false })).toEqual([
      '0 reminder email 0',
      '10 mahnung email 1',
      '18 letter post 1',
      '27 mahnung email 2',
      '35 letter post 2',
      '44 mahnung email 3',
      '52 letter post 3',
      '61 courtDecision 3',
    ]);
  });
  test('with neither: the letter goes at once, and a stage takes as long as if one had gone on its day', async () => {
    expect(await told(STANDARD, '2026-03-02', { plain: true, email: false, phone: false })).toEqual([
      '0 reminder post 0',
      '11 mahnung post 1',
      '27 mahnung post 2',
      '43 mahnung post 3',
      '59 courtDecision 3',
    ]);
  });
});

describe('reading B, plain: the ten days to the phone count from the letter, 106 days', () => {
  test('the run', async () => {
    expect(await days(STANDARD_LETTER_ANCHORED, '2026-03-02', { plain: true })).toBe(
      '0 10 18 28 42 50 60 74 82 92 106',
    );
  });
  test('without phase 1: 96 days', async () => {
    expect(
      await days({ ...STANDARD_NO_PHASE_1, levels: STANDARD_LETTER_ANCHORED.levels.slice(1) }, '2026-03-02', {
        plain: true,
      }),
    ).toBe('0 8 18 32 40 50 64 72 82 96');
  });
});

describe('the receivables run counts from the invoice: 14, 21 (+3), 35, 49, 63 (+7)', () => {
  const WHOLE = ['21 reminder email 0 latest 24', '35 mahnung email 1', '49 mahnung post 2', '63 handOver 2 latest 70'];
  test('plain', async () => {
    expect(await told(RECEIVABLES, '2026-03-02', { plain: true })).toEqual(WHOLE);
  });
  test('day 35 is Easter Monday, 6 April 2026: the first Mahnung goes on Tuesday', async () => {
    expect(await told(RECEIVABLES, '2026-03-02')).toEqual([WHOLE[0], '36 mahnung email 1', ...WHOLE.slice(2)]);
  });
  test('day 21 is Christmas Day, a Friday in 2026: the reminder goes on Monday the 28th, the last day of its window', async () => {
    expect(await told(RECEIVABLES, '2026-12-04')).toEqual(['24 reminder email 0 latest 24', ...WHOLE.slice(1)]);
  });
  test('without e-mail by post on the same days', async () => {
    expect(await told(RECEIVABLES, '2026-03-02', { plain: true, email: false, phone: false })).toEqual(
      WHOLE.map((l) => l.replace('email', 'post')),
    );
  });
});
