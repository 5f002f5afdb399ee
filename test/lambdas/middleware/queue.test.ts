import * as z from 'zod';
import { Conflict } from '../../../domain/faults.ts';
import { queueHandler } from '../../../lambdas/middleware/queue.ts';
import { written } from '../../support/written.ts';

const context = { awsRequestId: 'r1' };
/** Hands messages to a queue's function; gives what it answers, what it did, and its log. */
const handed = async (...bodies: readonly string[]) => {
  const done: number[] = [];
  const handler = queueHandler('lots begun', z.strictObject({ n: z.int() }), async ({ n }) => {
    if (n === 13) throw new Conflict('somebody was quicker');
    done.push(n);
  });
  const event = { Records: bodies.map((body, i) => ({ body, messageId: `m${i + 1}` })) };
  let answer: unknown;
  const log = await written(async () => {
    answer = await handler(event as never, context as never, undefined as never);
  });
  return { answer, done, log };
};

test('all are done one after the other, none comes again', async () => {
  const { answer, done } = await handed('{"n":1}', '{"n":2}');
  expect([answer, done]).toEqual([{ batchItemFailures: [] }, [1, 2]]);
});

test('one that fails comes again alone; those behind it are done', async () => {
  const { answer, done, log } = await handed('{"n":1}', '{"n":13}', '{"n":3}');
  expect([answer, done]).toEqual([{ batchItemFailures: [{ itemIdentifier: 'm2' }] }, [1, 3]]);
  expect(log).toContainEqual(expect.objectContaining({ message: 'lots begun: Conflict', fault: 'Conflict' }));
  expect(log).toContainEqual(expect.objectContaining({ 'fault.Conflict': 1 }));
  expect(log).toContainEqual(expect.objectContaining({ message: 'lots begun', failed: 1 }));
});

test.each(['no JSON', '{"n":"1"}', '{"n":1,"more":2}'])('what is not as agreed fails by itself: %s', async (body) => {
  const { answer, done } = await handed(body, '{"n":2}');
  expect([answer, done]).toEqual([{ batchItemFailures: [{ itemIdentifier: 'm1' }] }, [2]]);
});
