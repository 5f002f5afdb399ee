import { scaledClock, systemClock } from '../../adapters/clock.ts';
import { day } from '../../domain/calendar.ts';
import { virtualClock } from '../../simulator/clock.ts';

const on = day('2026-03-02');

test.each(['Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Auckland', 'UTC'])(
  'the hour in %s is the one the zone has',
  (zone) => {
    const shown = (): number =>
      Number(
        new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', hour: 'numeric' }).format(new Date()),
      );
    // Asked on both sides of the clock, so that a full hour in between does not fail it.
    const [before, hour, after] = [shown(), systemClock(zone).hour(), shown()];
    expect([before, after]).toContain(hour);
  },
);

test('a day begins at eight, or at the hour that is asked for; summer and winter', () => {
  const { instantOf } = systemClock('Europe/Berlin');
  expect([instantOf(on), instantOf(on, 10), instantOf(day('2026-07-01'), 10)]).toEqual([
    '2026-03-02T07:00:00.000Z',
    '2026-03-02T09:00:00.000Z',
    '2026-07-01T08:00:00.000Z',
  ]);
  const virtual = virtualClock('2026-03-02');
  expect([virtual.instantOf(on, 10), virtual.instantOf(day('2026-07-01'), 10), virtual.hour()]).toEqual([
    '2026-03-02T09:00:00Z',
    '2026-07-01T08:00:00Z',
    8,
  ]);
  virtual.jumpTo(virtual.instantOf(day('2026-10-25'), 19));
  expect([virtual.today(), virtual.hour()]).toEqual(['2026-10-25', 19]);
});

test('days of a second have no hours', () => {
  const clock = scaledClock(
    { start: on, epoch: new Date('2026-11-01T00:00:00Z'), msPerDay: 1_000 },
    () => new Date('2026-11-01T00:00:07Z'),
  );
  expect([clock.hour(), clock.today(), clock.instantOf(on, 10)]).toEqual([null, '2026-03-09', '2026-11-01T00:00:00Z']);
});
