import { pauseMs } from '../../adapters/pauses.ts';

const LIMITS = { firstMs: 50, mostMs: 2_000 };

test('a pause is drawn by lot, so that those refused together do not come back together', () => {
  expect([0, 0.5, 1].map((lot) => pauseMs(3, LIMITS, lot))).toEqual([0, 200, 400]);
});
test('each is twice as long as the one before, up to the longest', () => {
  expect([0, 1, 2, 5, 6, 40].map((attempt) => pauseMs(attempt, LIMITS, 1))).toEqual([50, 100, 200, 1600, 2000, 2000]);
});
