import type { Akte } from '../../../domain/akte/akte.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { aWorld, handOver } from '../../../simulator/agency/world.ts';
import { record } from '../../../usecases/akte/record.ts';
import { AKTE, after, musterversand } from '../../support/akte.ts';
import { overtaken } from '../../support/overtaken.ts';

const paused: Fact = { kind: 'held', ground: 'paused', on: after(0), by: 'operator:quick', reason: 'Rückfrage' };
const traced: Fact = { kind: 'tracingOrdered', on: after(0), by: 'operator:test' };
/** An Akte, and what is to be written into it while somebody else is quicker so often. */
const anEntry = async (times: number) => {
  const { akten, ...world } = aWorld({ start: after(0) });
  await handOver({ akten, ...world }, { procedure: STANDARD });
  const ours = overtaken(akten, times, [paused]);
  const kinds = async (): Promise<readonly string[]> =>
    (await akten.history(AKTE)).slice(1).flatMap(({ facts }) => facts.map((fact) => fact.kind));
  const write = (facts: (akte: Akte) => readonly Fact[]) => record(ours, AKTE, { by: 'operator:test', facts });
  return { akten, ours, kinds, write };
};

test('what is written stands in the Akte that comes back, under the name of whoever did it', async () => {
  const { akten, write } = await anEntry(0);
  const akte = await write(() => [traced]);
  expect(akte).toMatchObject({ version: 2, tracing: after(0) });
  expect((await akten.history(AKTE)).at(-1)).toMatchObject({ by: 'operator:test', facts: [traced] });
});

test('where nothing follows nothing is written, and the Akte comes back as it is', async () => {
  const { akten, write } = await anEntry(0);
  expect(await write(() => [])).toEqual(await akten.get(AKTE));
  expect(await akten.history(AKTE)).toHaveLength(1);
});

test('somebody else was quicker: it is decided afresh from what is there now, and written once', async () => {
  const { kinds, write } = await anEntry(2);
  const seen: number[] = [];
  await write((akte) => {
    seen.push(akte.holds.length, akte.version);
    return [traced];
  });
  expect(seen).toEqual([0, 1, 1, 2, 1, 3]);
  expect(await kinds()).toEqual(['held', 'held', 'tracingOrdered']);
});

test('what the other one wrote may leave nothing to write', async () => {
  const { kinds, write } = await anEntry(1);
  const akte = await write(({ holds }) => (holds.length > 0 ? [] : [traced]));
  expect([akte.holds.length, await kinds()]).toEqual([1, ['held']]);
});

test('what is written beside the Akte is decided anew with each try', async () => {
  const { akten, ours } = await anEntry(1);
  const versions: number[] = [];
  await record(ours, AKTE, {
    by: 'operator:test',
    facts: () => [traced],
    also: async ({ version }) => {
      versions.push(version);
      return { invoices: [`2026 RE-${version}`] };
    },
  });
  expect(versions).toEqual([1, 2]);
  expect([...(await akten.withInvoices(musterversand.id, ['2026 RE-1', '2026 RE-2'])).keys()]).toEqual(['2026 RE-2']);
});

test('who is overtaken for ever gives up as a Conflict, and has written nothing', async () => {
  const { kinds, write } = await anEntry(Infinity);
  await expect(write(() => [traced])).rejects.toMatchObject({ name: 'Conflict' });
  expect(new Set(await kinds())).toEqual(new Set(['held']));
});

test('what is refused is refused at once: it is not asked again', async () => {
  const { ours } = await anEntry(0);
  let asked = 0;
  const refused = record(ours, AKTE, {
    by: 'operator:test',
    facts: () => {
      asked++;
      throw new RangeError('refused');
    },
  });
  await expect(refused).rejects.toThrow('refused');
  expect(asked).toBe(1);
});
