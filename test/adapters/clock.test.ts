import { systemClock, turnedClock } from '../../adapters/clock.ts';
import { day } from '../../domain/calendar.ts';
import { virtualClock } from '../../simulator/engine/clock.ts';

const on = day('2026-03-02');

test.each(['Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Auckland', 'UTC'])(
  'the hour in %s is the one the zone has',
  (zone) => {
    const shown = (): number =>
      Number(
        new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', hour: 'numeric' }).format(new Date()),
      );
    // Asked on both sides of the clock, so that a full hour in between does not fail it.
    const before = shown();
    const hour = systemClock(zone).hour();
    const after = shown();
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

const hung = (leaf: { day: string; since: string } | null, now: () => string) =>
  turnedClock(
    {
      start: on,
      msPerDay: 1_000,
      read: async () => leaf && { day: day(leaf.day), since: new Date(leaf.since) },
    },
    () => new Date(now()),
  );

test('a slow machine is given its time: however late it is, the day is over only when the calendar is turned', async () => {
  let at = '2026-11-01T00:00:00Z';
  const leaf = { day: '2026-03-09', since: at };
  const clock = hung(leaf, () => at);
  expect(clock.today()).toBe('2026-03-02');
  await clock.look();
  expect(clock.today()).toBe('2026-03-09');
  at = '2026-11-01T02:00:00Z';
  await clock.look();
  expect(clock.today()).toBe('2026-03-09');
  Object.assign(leaf, { day: '2026-03-10', since: at });
  // One call of a function knows one day, whatever the calendar shows by the time it ends.
  expect(clock.today()).toBe('2026-03-09');
  await clock.look();
  expect(clock.today()).toBe('2026-03-10');
});

test('a calendar that nobody has hung up yet shows its first day', async () => {
  const clock = hung(null, () => '2026-11-01T00:00:00Z');
  await clock.look();
  expect([clock.today(), clock.hour()]).toEqual(['2026-03-02', null]);
});

test('who sleeps until a coming day wakes when it begins at the earliest, never after it began', async () => {
  const since = '2026-11-01T00:00:00Z';
  const at = '2026-11-01T00:00:00.400Z';
  const clock = hung({ day: '2026-03-09', since }, () => at);
  await clock.look();
  expect([day('2026-03-10'), day('2026-03-12')].map((d) => clock.instantOf(d))).toEqual([
    '2026-11-01T00:00:01Z',
    '2026-11-01T00:00:03Z',
  ]);
});

test('a day that is held is asked for ever more seldom, not each second, and never in the past', async () => {
  let at = Date.parse('2026-11-01T00:00:00Z');
  const clock = hung({ day: '2026-03-09', since: new Date(at).toISOString() }, () => new Date(at).toISOString());
  await clock.look();
  let wakes = 0;
  for (const end = at + 600_000; at < end; wakes++) {
    const next = Date.parse(clock.instantOf(day('2026-03-10')));
    expect(next).toBeGreaterThan(at);
    at = next;
  }
  expect(wakes).toBeLessThan(20);
});

test('days of a second have no hours; one that has begun is named by its own morning, the same at every call', async () => {
  let at = '2026-11-01T00:00:07Z';
  const clock = hung({ day: '2026-03-09', since: '2026-11-01T00:00:00Z' }, () => at);
  await clock.look();
  const named = (): readonly unknown[] => [clock.hour(), clock.instantOf(on), clock.instantOf(day('2026-03-09'), 10)];
  const first = named();
  at = '2026-11-01T00:09:00Z';
  await clock.look();
  expect(first).toEqual([null, '2026-03-02T07:00:00.000Z', '2026-03-09T09:00:00.000Z']);
  expect(named()).toEqual(first);
});
