import { sequenceOf } from '../../../simulator/sequences/commands.ts';
import { reduced } from '../../../simulator/sequences/reduce.ts';
import { playSequence, type Engine } from '../../../simulator/sequences/sequence.ts';
import { FOUND } from './found-sequences.ts';

/** `npm run bench -- sequences` plays 200,000 and 5,000 of them. */
const brokenOf = async (engine: Engine, from: number, count: number): Promise<string[]> => {
  const broken: string[] = [];
  for (let seed = from; seed < from + count; seed++) broken.push(...(await playSequence(sequenceOf(seed), engine)));
  return broken;
};

test('whatever happens to an Akte in whatever order, the invariants hold: random sequences on the use cases', async () => {
  expect(await brokenOf('direct', 0, 2_000)).toEqual([]);
});
test('and through the file of the state machine', async () => {
  expect(await brokenOf('asl', 0, 300)).toEqual([]);
});

test.each(FOUND)('$what', async (sequence) => {
  expect([...(await playSequence(sequence)), ...(await playSequence(sequence, 'asl'))]).toEqual([]);
});

test('a sequence that fails is reduced to what it takes', async () => {
  const { seed, scene, commands } = sequenceOf(1, 40);
  const least = await reduced(
    { seed, scene, commands },
    async (of) => of.commands.filter((c) => c.do === 'next').length >= 2,
  );
  expect(least.commands).toEqual([{ do: 'next' }, { do: 'next' }]);
});

test('the loop and the state machine lead to the same diary', async () => {
  for (let seed = 50_000; seed < 50_060; seed++) {
    const diaries: string[] = [];
    for (const engine of ['direct', 'asl'] as const) {
      const { commands, ...rest } = sequenceOf(seed);
      // Without faults of providers: the loop waits for other seconds than the machine's Retry.
      await playSequence(
        { ...rest, commands: commands.filter((c) => c.do !== 'provider') },
        engine,
        ({ world, finished }) => {
          finished.push(async () => {
            diaries.push(JSON.stringify(await world.akten.history([...world.akten.log.keys()][0]!)));
          });
        },
      );
    }
    expect([seed, diaries[1]]).toEqual([seed, diaries[0]]);
  }
});
