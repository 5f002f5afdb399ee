import type { Fact } from '../../../domain/akte/facts.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { recordedWorkflows } from '../../../simulator/agency/stores.ts';
import { aWorld, handOver } from '../../../simulator/agency/world.ts';
import { changeAkte } from '../../../usecases/akte/change-akte.ts';
import { AKTE, aClaim, after } from '../../support/akte.ts';
import { overtaken } from '../../support/overtaken.ts';

const paused: Fact = { kind: 'held', ground: 'paused', on: after(0), by: 'operator:test', reason: 'Rückfrage' };
const traced: Fact = { kind: 'tracingOrdered', on: after(0), by: 'operator:quick' };
/** An Akte of two claims whose executions run in their first generation. */
const anAkte = async (times = 0) => {
  const { akten, ...world } = aWorld({ start: after(0) });
  await handOver({ akten, ...world }, { procedure: STANDARD, claims: [aClaim(1), aClaim(2)] });
  const workflows = recordedWorkflows();
  const ports = { akten: overtaken(akten, times, [traced]), workflows };
  return { akten, workflows, change: (...facts: Fact[]) => changeAkte(ports, AKTE, 'operator:test', () => facts) };
};

test('what changes what comes next is one act with the new generation of every claim, and replaces the executions', async () => {
  const { akten, workflows, change } = await anAkte();
  const akte = await change(paused);
  expect(akte.generations).toEqual({ F1: 2, F2: 2 });
  expect((await akten.history(AKTE)).slice(1)).toMatchObject([
    { by: 'operator:test', facts: [paused, { kind: 'restarted', claims: ['F1', 'F2'], generation: 2 }] },
  ]);
  expect(workflows.started).toEqual([`${AKTE}-F1-g2`, `${AKTE}-F2-g2`]);
  expect(workflows.stopped).toEqual([`${AKTE}-F1-g1`, `${AKTE}-F2-g1`]);
});

test('where nothing follows nothing is written and nobody is stopped; an execution that got lost is started', async () => {
  const { akten, workflows, change } = await anAkte();
  await change();
  expect(await akten.history(AKTE)).toHaveLength(1);
  expect([workflows.started, workflows.stopped]).toEqual([[`${AKTE}-F1-g1`, `${AKTE}-F2-g1`], []]);
});

test('somebody else was quicker: the change is written once, behind theirs', async () => {
  const { akten, workflows, change } = await anAkte(1);
  await change(paused);
  const kinds = (await akten.history(AKTE)).slice(1).map(({ facts }) => facts.map((fact) => fact.kind));
  expect(kinds).toEqual([['tracingOrdered'], ['held', 'restarted']]);
  expect(workflows.stopped).toEqual([`${AKTE}-F1-g1`, `${AKTE}-F2-g1`]);
});

test('the start failed after the change was written: whoever tries again changes nothing more and starts what is missing', async () => {
  const { akten, workflows } = await anAkte();
  const pause = (over: Partial<typeof workflows>) =>
    changeAkte({ akten, workflows: { ...workflows, ...over } }, AKTE, 'operator:test', ({ holds }) =>
      holds.length > 0 ? [] : [paused],
    );
  await expect(pause({ start: () => Promise.reject(new Error('lost')) })).rejects.toThrow('lost');
  expect((await pause({})).version).toBe(2);
  expect(workflows.started).toEqual([`${AKTE}-F1-g2`, `${AKTE}-F2-g2`]);
});
