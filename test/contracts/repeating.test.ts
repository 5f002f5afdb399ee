import { API } from '../../contracts/api.ts';
import { asked, clientOf, type Answered, type Asked } from '../../contracts/client.ts';
import { typeOf } from '../../contracts/problem.ts';
import { isNoneYet, keyed, repeating } from '../../contracts/repeating.ts';

const problem = (status: number, code: string): Answered => ({
  status,
  body: { type: typeOf(code), title: 'x', status, detail: 'x', code, errors: [] },
});
const gateway = (status: number): Answered => ({ status, body: { message: 'x' } });
const STEERED: Answered = { status: 200, body: { akte: 'MUS-4F7K-2QXR', holds: [], closed: false } };
const PAUSE = { path: { akte: 'MUS-4F7K-2QXR' }, body: { reason: 'x' } };
class NobodyThere extends Error {}

/** A client whose calls are answered so, one after the other; an error is thrown. */
const answeredWith = (...answers: readonly (Answered | Error)[]) => {
  const sent: Asked[] = [];
  const slept: number[] = [];
  let keys = 0;
  const send = async (call: Asked): Promise<Answered> => {
    const answer = answers[sent.push(call) - 1];
    if (answer === undefined) throw new Error('asked once too often');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const world = {
    newKey: () => `key-${++keys}`,
    sleep: async (ms: number) => slept.push(ms),
    isUnreached: (error: unknown) => error instanceof NobodyThere,
  };
  const keysSent = () => sent.map(({ headers }) => headers['Idempotency-Key']);
  return { sent, slept, keysSent, call: clientOf(repeating(send, world)) };
};

test('each call that does something has a key of its own; a question has none, and who names a call is not overruled', async () => {
  const { keysSent, call } = answeredWith(STEERED, STEERED, { status: 200, body: { cases: [], next: null } });
  await call(API.steering.pause, PAUSE);
  await call(API.steering.pause, PAUSE);
  await call(API.clarifications.list, {});
  expect(keysSent()).toEqual(['key-1', 'key-2', undefined]);
  expect(keyed(asked(API.steering.pause, { ...PAUSE, key: 'mine' }), () => 'new').headers).toEqual({
    'Idempotency-Key': 'mine',
  });
});

test('where nobody answers, or nobody can yet, the same is asked again under the same key', async () => {
  const { keysSent, slept, call } = answeredWith(new NobodyThere(), gateway(503), problem(409, 'in-progress'), STEERED);
  expect(await call(API.steering.pause, PAUSE)).toEqual(STEERED.body);
  expect(keysSent()).toEqual(['key-1', 'key-1', 'key-1', 'key-1']);
  expect(slept).toEqual([500, 1_000, 2_000]);
});

test('the fourth answer is the last, whatever it is', async () => {
  const busy = answeredWith(...[1, 2, 3, 4].map(() => problem(503, 'unavailable')));
  await expect(busy.call(API.steering.pause, PAUSE)).rejects.toMatchObject({ status: 503, code: 'unavailable' });
  const away = answeredWith(...[1, 2, 3, 4].map(() => new NobodyThere()));
  await expect(away.call(API.steering.pause, PAUSE)).rejects.toBeInstanceOf(NobodyThere);
  expect([busy.sent, away.sent].map(({ length }) => length)).toEqual([4, 4]);
});

test('what is refused, and a mistake of whoever sends, is not asked again', async () => {
  const refused = answeredWith(problem(422, 'akte.closed'));
  await expect(refused.call(API.steering.pause, PAUSE)).rejects.toMatchObject({ code: 'akte.closed' });
  const broken = answeredWith(new TypeError('x'));
  await expect(broken.call(API.steering.pause, PAUSE)).rejects.toBeInstanceOf(TypeError);
});

test.each([
  [true, gateway(429)],
  [true, gateway(500)],
  [true, gateway(504)],
  [true, problem(503, 'unavailable')],
  [false, problem(500, 'internal')],
  [false, problem(409, 'conflict')],
  [false, problem(422, 'key.other-body')],
  [false, gateway(403)],
  [false, STEERED],
])('that it is no answer yet: %s of %j', (expected, answered) => {
  expect(isNoneYet(answered)).toBe(expected);
});
