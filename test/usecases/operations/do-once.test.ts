import { day } from '../../../domain/calendar.ts';
import { Conflict, NotFound, Rejected, Unavailable } from '../../../domain/faults.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { recordedWorkflows } from '../../../simulator/agency/stores.ts';
import { aWorld, handOver } from '../../../simulator/agency/world.ts';
import type { Steering } from '../../../domain/akte/steering.ts';
import { steerAkte } from '../../../usecases/akte/steer-akte.ts';
import { doOnce, type Named, type Over } from '../../../usecases/operations/do-once.ts';
import { START } from '../../support/akte.ts';

const MUS = CreditorId.parse('MUS');
const CALL: Named = { id: { creditor: MUS, hash: 'h' }, body: 'a' };
const inProgress = { name: 'InProgress' };

/** An Akte that is steered by calls with a key. `dies`: what happens after an entry is written, and not before. */
const aDesk = async (dies: () => void = () => undefined) => {
  const { ports: world, clock, akten } = aWorld({ start: day(START) });
  const akte = await handOver(world, { procedure: STANDARD });
  const workflows = recordedWorkflows();
  const ports = { ...world, workflows, keptRequests: akten.keptRequests };
  const steering =
    (does: Steering) =>
    async (over: Over): Promise<{ text: string; kept: string }> => {
      const now = over(ports);
      const { version, holds } = await steerAkte(now)({ akte, by: 'client:MUS', ...does });
      dies();
      const text = JSON.stringify({ version, holds: holds.length, on: now.clock.today() });
      return { text, kept: text };
    };
  const asked = (does: Steering, named = CALL) => doOnce(ports)(named, steering(does));
  return { ports, clock, akten, akte, workflows, asked, entries: () => akten.log.get(akte)?.length };
};
const PAUSE = { action: 'pause', reason: 'Rückfrage' } as const;
const RESUME = { action: 'resume', reason: 'geklärt' } as const;
const PAUSED = `{"version":2,"holds":1,"on":"${START}"}`;

test('a call is done once and answered the same, a month long, whatever has happened since', async () => {
  const desk = await aDesk();
  expect(await desk.asked(PAUSE)).toEqual({ text: PAUSED, isRepeated: false });
  await desk.asked(RESUME, { ...CALL, id: { creditor: MUS, hash: 'other' } });
  desk.clock.jumpTo('2026-04-01T05:00:00Z');
  expect(await desk.asked(PAUSE)).toEqual({ text: PAUSED, isRepeated: true });
  expect(desk.entries()).toBe(3);
  desk.clock.jumpTo('2026-04-01T07:00:00Z');
  expect(await desk.asked(PAUSE)).toMatchObject({ text: expect.stringContaining('"version":4'), isRepeated: false });
});

test('of two at once one does it; the other waits, and then has the same answer', async () => {
  const desk = await aDesk();
  const both = await Promise.allSettled([desk.asked(PAUSE), desk.asked(PAUSE)]);
  expect(both).toEqual([
    { status: 'fulfilled', value: { text: PAUSED, isRepeated: false } },
    { status: 'rejected', reason: expect.objectContaining(inProgress) },
  ]);
  expect(await desk.asked(PAUSE)).toEqual({ text: PAUSED, isRepeated: true });
  expect(desk.entries()).toBe(2);
});

test('another body under the same key is refused, and nothing is done', async () => {
  const desk = await aDesk();
  await desk.asked(PAUSE);
  await expect(desk.asked(RESUME, { ...CALL, body: 'b' })).rejects.toMatchObject({ code: 'key.other-body' });
  expect(desk.entries()).toBe(2);
});

test('the same key of somebody else is another call', async () => {
  const desk = await aDesk();
  await desk.asked(PAUSE);
  const ours = { ...CALL, id: { creditor: null, hash: 'h' } };
  expect(await desk.asked(RESUME, ours)).toMatchObject({ isRepeated: false });
  expect(desk.entries()).toBe(3);
});

describe('who dies between the entry and the answer', () => {
  const died = async (error: Error) => {
    let lives = false;
    const desk = await aDesk(() => {
      if (!lives) throw error;
    });
    await expect(desk.asked(PAUSE)).rejects.toBe(error);
    lives = true;
    return desk;
  };
  test('has done it: a day later the answer is that of then, and nothing is written', async () => {
    const desk = await died(new Error('out of memory'));
    desk.clock.jumpTo('2026-03-03T09:00:00Z');
    expect(await desk.asked(PAUSE)).toEqual({ text: PAUSED, isRepeated: true });
    expect(await desk.asked(PAUSE)).toEqual({ text: PAUSED, isRepeated: true });
    expect(desk.entries()).toBe(2);
  });
  test('and what somebody else has done since stays: it is not done again', async () => {
    const desk = await died(new Error('out of memory'));
    await desk.asked(RESUME, { ...CALL, id: { creditor: MUS, hash: 'other' } });
    expect(await desk.asked(PAUSE)).toEqual({ text: PAUSED, isRepeated: true });
    expect((await desk.akten.get(desk.akte)).holds).toEqual([]);
    expect(desk.entries()).toBe(3);
  });
  test.each([
    ['by a refusal of something else', new Rejected('akte.closed', 'x')],
    ['because something is away', new Unavailable('x')],
  ])('%s: it is done all the same', async (_, error) => {
    const desk = await died(error);
    expect(await desk.asked(PAUSE)).toEqual({ text: PAUSED, isRepeated: true });
    expect(desk.entries()).toBe(2);
  });
  test('an answer that cannot be made again says so, and where what was done stands', async () => {
    const desk = await aDesk();
    const dying = doOnce(desk.ports)(CALL, async (over) => {
      await steerAkte(over(desk.ports))({ akte: desk.akte, by: 'client:MUS', ...PAUSE });
      throw new Error('out of memory');
    });
    await expect(dying).rejects.toThrow('out of memory');
    const refusing = doOnce(desk.ports)(CALL, () => Promise.reject(new NotFound('x')));
    await expect(refusing).rejects.toMatchObject({
      code: 'key.answer-lost',
      message: expect.stringContaining(`Eintrag 2 der Akte ${desk.akte}`),
    });
  });
});

describe('who dies before anything is written', () => {
  test.each([
    ['was refused', new Rejected('akte.closed', 'x')],
    ['asked for what is not there', new NotFound('x')],
    ['was overtaken', new Conflict('x')],
  ])('because it %s, leaves the key free for what is mended', async (_, error) => {
    const desk = await aDesk();
    await expect(doOnce(desk.ports)(CALL, () => Promise.reject(error))).rejects.toBe(error);
    expect(await desk.asked(PAUSE, { ...CALL, body: 'mended' })).toMatchObject({ isRepeated: false });
  });
  test.each([
    ['something is away', new Unavailable('x')],
    ['of a mistake of ours', new TypeError('x')],
  ])('because %s, may have done something: the same is done at once, another is not', async (_, error) => {
    const desk = await aDesk();
    await expect(doOnce(desk.ports)(CALL, () => Promise.reject(error))).rejects.toBe(error);
    await expect(desk.asked(PAUSE, { ...CALL, body: 'b' })).rejects.toMatchObject({ code: 'key.other-body' });
    expect(await desk.asked(PAUSE)).toEqual({ text: PAUSED, isRepeated: false });
  });
  test('without a word: the same waits until nobody can be at it any more, and is done then', async () => {
    const desk = await aDesk();
    const silent = doOnce(desk.ports)(CALL, () => new Promise(() => undefined));
    await expect(Promise.race([silent, desk.asked(PAUSE)])).rejects.toMatchObject(inProgress);
    desk.clock.pass(61);
    expect(await desk.asked(PAUSE)).toEqual({ text: PAUSED, isRepeated: false });
  });
});

test('who was thought dead and was slow writes nothing, once somebody else has begun', async () => {
  const desk = await aDesk();
  let goOn = (): void => undefined;
  const slow = doOnce(desk.ports)(CALL, async (over) => {
    const now = over(desk.ports);
    await new Promise<void>((go) => {
      goOn = go;
    });
    await now.akten.append(desk.akte, 1, { by: 'client:MUS', facts: [] });
    return { text: 'slow', kept: 'slow' };
  });
  await expect(desk.asked(PAUSE)).rejects.toMatchObject(inProgress);
  desk.clock.pass(61);
  await expect(
    doOnce(desk.ports)(CALL, async () => {
      goOn();
      await slow;
      return { text: '', kept: null };
    }),
  ).rejects.toMatchObject({ name: 'Conflict' });
  expect(desk.entries()).toBe(1);
});

test('an answer that is not to be kept, or is too long, is made again, and its deed with it', async () => {
  for (const kept of [null, 'ä'.repeat(150_001)]) {
    const desk = await aDesk();
    let n = 0;
    const asked = () => doOnce(desk.ports)(CALL, async () => ({ text: `${++n}`, kept }));
    expect([await asked(), await asked()]).toEqual([
      { text: '1', isRepeated: false },
      { text: '2', isRepeated: false },
    ]);
    const other = doOnce(desk.ports)({ ...CALL, body: 'b' }, async () => ({ text: '3', kept }));
    await expect(other).rejects.toMatchObject({ code: 'key.other-body' });
  }
});

test('whoever repeats is told what was kept, which need not be all that was said', async () => {
  const { ports } = await aDesk();
  const asked = () => doOnce(ports)(CALL, async () => ({ text: 'with its secret', kept: 'without' }));
  expect([(await asked()).text, (await asked()).text]).toEqual(['with its secret', 'without']);
});

test('where the answer cannot be kept it is told all the same; a mistake of ours is not hidden', async () => {
  const { ports } = await aDesk();
  const keeping = (error: Error) => ({
    ...ports,
    keptRequests: {
      ...ports.keptRequests,
      replace: (change: Parameters<typeof ports.keptRequests.replace>[0]) =>
        change.seen ? Promise.reject(error) : ports.keptRequests.replace(change),
    },
  });
  const run = async () => ({ text: 'x', kept: 'x' });
  expect(await doOnce(keeping(new Unavailable('x')))(CALL, run)).toMatchObject({ text: 'x' });
  const other = { ...CALL, id: { creditor: null, hash: 'other' } };
  await expect(doOnce(keeping(new TypeError('x')))(other, run)).rejects.toBeInstanceOf(TypeError);
  const away = {
    ...ports,
    keptRequests: { ...ports.keptRequests, replace: () => Promise.reject(new Unavailable('x')) },
  };
  const third = { ...CALL, id: { creditor: null, hash: 'third' } };
  await expect(doOnce(away)(third, run)).rejects.toMatchObject({ name: 'Unavailable' });
});
