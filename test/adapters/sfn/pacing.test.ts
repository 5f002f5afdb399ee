import { paced, type Time } from '../../../adapters/sfn/pacing.ts';
import { AkteId, ClaimId } from '../../../domain/ids.ts';
import { Unavailable } from '../../../domain/faults.ts';
import { inParallel } from '../../../usecases/in-parallel.ts';

const F1 = ClaimId.parse('F1');
const akte = (n: number): AkteId =>
  AkteId.parse(
    `MUS-0000-${n
      .toString(32)
      .toUpperCase()
      .padStart(4, '0')
      .replace(/[ILOU]/g, (c) => ({ I: 'W', L: 'X', O: 'Y', U: 'Z' })[c] ?? c)}`,
  );
/** Time that passes only while somebody sleeps. */
const virtual = (): Time => {
  let ms = 0;
  return {
    now: () => ms,
    random: () => 0.5,
    sleep: async (more) => {
      const until = ms + more;
      await Promise.resolve();
      ms = Math.max(ms, until);
    },
  };
};
/**
 * StartExecution as AWS counts it: a bucket of one second's quota, refilled steadily; a call without a token is
 * refused.
 */
const quota = (perSecond: number, time: Time, others = 0) => {
  let tokens = perSecond;
  let at = time.now();
  let calls = 0;
  const started = new Map<string, number>();
  return {
    started,
    calls: () => calls,
    start: async (id: AkteId): Promise<void> => {
      calls++;
      const now = time.now();
      tokens = Math.min(perSecond, tokens + ((now - at) * (perSecond - others)) / 1000);
      at = now;
      if (tokens < 1) throw new Unavailable('busy');
      tokens--;
      started.set(id, (started.get(id) ?? 0) + 1);
    },
  };
};
const offer = async (perSecond: number, allowed: number, others = 0) => {
  const time = virtual();
  const aws = quota(allowed, time, others);
  const { start } = paced(aws, perSecond, time);
  await inParallel(
    Array.from({ length: 10_000 }, (_, n) => akte(n)),
    8,
    (id) => start(id, F1, 1),
  );
  return { aws, seconds: time.now() / 1000 };
};

test('10,000 starts at a quota of 150 a second: all of it used, none lost, none doubled, none refused', async () => {
  const { aws, seconds } = await offer(150, 150);
  expect([aws.started.size, [...aws.started.values()].every((n) => n === 1)]).toEqual([10_000, true]);
  expect(aws.calls() / 10_000).toBeLessThanOrEqual(1.05);
  // The first second's worth comes from a full bucket.
  expect((10_000 - 150) / 150 / seconds).toBeGreaterThanOrEqual(0.95);
});
test('somebody else uses a third of the quota: a little slower, nothing lost or doubled', async () => {
  const { aws } = await offer(120, 150, 50);
  expect([aws.started.size, [...aws.started.values()].every((n) => n === 1)]).toEqual([10_000, true]);
  expect(aws.calls() / 10_000).toBeLessThanOrEqual(1.25);
});
test('what stays busy becomes a fault of the caller, what is broken at once', async () => {
  const time = virtual();
  let calls = 0;
  await expect(
    paced(
      {
        start: async () => {
          calls++;
          throw new Unavailable('busy');
        },
      },
      10,
      time,
    ).start(akte(1), F1, 1),
  ).rejects.toMatchObject({ name: 'Unavailable' });
  expect(calls).toBe(8);
  await expect(
    paced({ start: () => Promise.reject(new Error('no such machine')) }, 10, time).start(akte(1), F1, 1),
  ).rejects.toThrow('no such machine');
});
