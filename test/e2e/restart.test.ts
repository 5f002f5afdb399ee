import { join } from 'node:path';
import { day, formatDay } from '../../domain/calendar.ts';
import { STANDARD } from '../../domain/procedure/shipped-procedures.ts';
import { SEEN_ON, playRestart, type Outcome } from '../../local/restart.ts';
import { START } from '../../local/calendar.ts';
import { calendarOf, type CalendarRow } from '../../simulator/agency/calendar.ts';

const folder = join(import.meta.dirname, '../../out/e2e-restart');
let seen: Outcome;
beforeAll(async () => {
  seen = await playRestart({ folder, say: () => undefined });
});

const CHANNEL = { email: 'E-Mail', sms: 'SMS', post: 'Brief' } as const;
const inWords = ({ date, channel, mahnstufe, step }: CalendarRow): string[] => {
  const stage = `${formatDay(date)}: ${mahnstufe === 0 ? 'Zahlungserinnerung' : `Mahnstufe ${mahnstufe}`}`;
  if (step === 'phoneStart') return [`${stage}, Telefoninkasso`];
  return channel === 'email' || channel === 'sms' || channel === 'post' ? [`${stage} per ${CHANNEL[channel]}`] : [];
};
/**
 * What an undisturbed run has done by the day it is looked at, for every way a debtor can be reached: from the
 * simulator.
 */
const undisturbed = async (): Promise<string[][]> => {
  const ways = [true, false].flatMap((email) => [true, false].map((phone) => ({ email, phone })));
  const plans = ways.map((way) =>
    calendarOf({ procedure: STANDARD, from: day(START), land: null, plain: false, ...way }),
  );
  return (await Promise.all(plans)).map(({ rows }) =>
    rows
      .filter((row) => row.day <= SEEN_ON)
      .flatMap(inWords)
      .sort(),
  );
};
const isEqual = (a: readonly string[], b: readonly string[]): boolean => a.join('|') === b.join('|');
const twice = (list: readonly string[]): string[] => list.filter((x, i) => list.indexOf(x) !== i);

test('the restart loses every execution, the sweep brings each back, once', () => {
  expect(seen.failed).toBe(seen.claims);
  expect(seen.running).toEqual({ before: seen.claims, after: seen.claims });
  expect(seen.first).toMatchObject({ restarted: seen.claims, failed: 0, finished: true });
  expect(seen.second).toMatchObject({ running: seen.claims, restarted: 0, started: 0, failed: 0 });
});

test('every Akte goes on as if nothing had happened, to the day, and nothing was sent twice', async () => {
  const plans = await undisturbed();
  expect(seen.diaries.length).toBeGreaterThan(0);
  expect(
    seen.diaries.map((diary) => diary.toSorted()).filter((diary) => !plans.some((plan) => isEqual(plan, diary))),
  ).toEqual([]);
  expect(seen.diaries.filter((diary) => diary.some((line) => line.includes('Mahnstufe 2'))).length).toBeGreaterThan(0);
  expect({ mails: twice(seen.references), letters: twice(seen.letters) }).toEqual({ mails: [], letters: [] });
  expect(seen.diaries.flatMap((d) => twice(d))).toEqual([]);
});
