import { AkteId } from '../../../domain/ids.ts';
import { checkChains, isItsHour } from '../../../usecases/operations/check-chains.ts';

const ids = ['MUS-0000-0001', 'MUS-0000-0002', 'STW-7K2Q-4F9Z'].map((id) => AkteId.parse(id));
const [first, second, third] = ids as [AkteId, AkteId, AkteId];

test('every Akte has its hour once a week, and not all have the same', () => {
  const hours = ids.map((id) =>
    Array.from({ length: 14 * 24 }, (_, h) => h).filter((h) => isItsHour(id, new Date(h * 3_600_000))),
  );
  for (const [one, two, ...more] of hours) {
    expect(more).toEqual([]);
    expect((two ?? 0) - (one ?? 0)).toBe(7 * 24);
  }
  expect(new Set(hours.map(([h]) => h)).size).toBeGreaterThan(1);
});

test('an Akte whose log does not fit is named, each is looked at once', async () => {
  const looked: AkteId[] = [];
  const akten = {
    verify: async (id: AkteId) => {
      looked.push(id);
      return { acts: 3, brokenAt: id === second ? 2 : null };
    },
  };
  const check = checkChains({ akten });
  expect(await check([first, second, third, first])).toEqual({ checked: 3, broken: [second] });
  expect(looked).toEqual([first, second, third]);
});
