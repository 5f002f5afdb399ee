import { systemClock } from '../../../adapters/clock.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import { virtualClock } from '../../../simulator/engine/clock.ts';

const real = systemClock('Europe/Berlin');
const berlinDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

test("eight o'clock is eight o'clock in Berlin on every day of ten years, as the zone's own rules say", () => {
  const clock = virtualClock('2026-01-01');
  const wrong: string[] = [];
  for (let on = day('2026-01-01'); on < '2036-12-31'; on = plusDays(on, 1))
    if (Date.parse(clock.instantOf(on)) !== Date.parse(real.instantOf(on))) wrong.push(on);
  expect(wrong).toEqual([]);
});

test.each(['2026-03-29', '2026-10-25', '2028-03-26', '2035-10-28'])(
  'around midnight and the change of the hour on %s it is the day that Berlin has',
  (change) => {
    for (let minutes = -26 * 60; minutes <= 26 * 60; minutes += 30) {
      const clock = virtualClock(plusDays(day(change), -2));
      clock.jumpTo(new Date(Date.parse(`${change}T01:00:00Z`) + minutes * 60_000).toISOString());
      expect([clock.now().toISOString(), clock.today()]).toEqual([
        clock.now().toISOString(),
        berlinDay.format(clock.now()),
      ]);
    }
  },
);

test('a wait over the change of the hour ends at eight, a day of 23 or 25 hours later', () => {
  const hours = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / 3_600_000;
  const { instantOf } = virtualClock('2026-03-28');
  expect([
    hours(instantOf(day('2026-03-28')), instantOf(day('2026-03-29'))),
    hours(instantOf(day('2026-10-24')), instantOf(day('2026-10-25'))),
  ]).toEqual([23, 25]);
});

test('it never goes back', () => {
  const clock = virtualClock('2026-03-02');
  clock.jumpTo('2026-03-01T08:00:00Z');
  expect(clock.today()).toBe('2026-03-02');
});
