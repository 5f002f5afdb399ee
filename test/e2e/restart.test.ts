import { join } from 'node:path';
import { day } from '../../domain/calendar.ts';
import { STANDARD } from '../../domain/procedure.ts';
import { playRestart, type Outcome } from '../../local/restart.ts';
import { START } from '../../local/stage.ts';
import { calendarOf, type CalendarRow } from '../../simulator/calendar.ts';

const folder = join(import.meta.dirname, '../../out/e2e-restart');
let seen: Outcome;
beforeAll(async () => {
  seen = await playRestart({ folder, say: () => undefined });
}, 240_000);

const CHANNEL = { email: 'E-Mail', sms: 'SMS', post: 'Brief' } as const;
const inWords = ({ channel, mahnstufe, step }: CalendarRow): string[] => {
  const stage = mahnstufe === 0 ? 'Zahlungserinnerung' : `Mahnstufe ${mahnstufe}`;
  if (step === 'phoneStart') return [`${stage}, Telefoninkasso`];
  return channel === 'email' || channel === 'sms' || channel === 'post' ? [`${stage} per ${CHANNEL[channel]}`] : [];
};
/** What an undisturbed run does, for every way a debtor can be reached: from the simulator. */
const undisturbed = async (): Promise<string[]> =>
  Promise.all(
    [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ].map(async ([email = true, phone = true]) =>
      (await calendarOf({ procedure: STANDARD, from: day(START), land: null, email, phone, plain: false })).rows
        .flatMap(inWords)
        .join(' · '),
    ),
  );
const twice = (list: readonly string[]): string[] => list.filter((x, i) => list.indexOf(x) !== i);

test('the restart loses every execution, the sweep brings each back, once', () => {
  expect(seen.failed).toBe(seen.claims);
  expect(seen.running).toEqual({ before: seen.claims, after: seen.claims });
  expect(seen.first).toMatchObject({ restarted: seen.claims, failed: 0, finished: true });
  expect(seen.second).toMatchObject({ running: seen.claims, restarted: 0, started: 0, failed: 0 });
});

test('every Akte goes on as if nothing had happened, and nothing was sent twice', async () => {
  const plans = await undisturbed();
  expect(seen.diaries.filter((diary) => !plans.some((plan) => plan.startsWith(diary)))).toEqual([]);
  // A busy machine may lag some days behind its own calendar; most Akten have come to the second Mahnung.
  expect(seen.diaries.filter((diary) => diary.includes('Mahnstufe 2')).length).toBeGreaterThan(seen.diaries.length / 2);
  expect({ mails: twice(seen.references), letters: twice(seen.letters) }).toEqual({ mails: [], letters: [] });
  expect(seen.diaries.flatMap((d) => twice(d.split(' · ')))).toEqual([]);
});
