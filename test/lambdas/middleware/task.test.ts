import * as z from 'zod';
import { taskHandler } from '../../../lambdas/middleware/task.ts';
import { task } from '../../../statemachines/contract.ts';
import { written } from '../../support/written.ts';

const contract = task(z.strictObject({ akte: z.string() }), z.strictObject({ step: z.enum(['Ende', 'Ruht']) }));
/** Calls a task that answers so. */
const called = async (input: unknown, answers: unknown) => {
  const handler = taskHandler('step decided', contract, async () => answers as { step: 'Ende' });
  let answer: unknown;
  const log = await written(async () => {
    try {
      answer = await handler(input, { awsRequestId: 'r1' } as never, undefined as never);
    } catch (error) {
      answer = (error as Error).name;
    }
  });
  return { answer, log };
};

test('what comes next is answered and stands in the log as `next`, with the Akte', async () => {
  const { answer, log } = await called({ akte: 'MUS-4F7K-2QXR' }, { step: 'Ende' });
  expect(answer).toEqual({ step: 'Ende' });
  expect(log).toContainEqual(expect.objectContaining({ message: 'step decided', next: 'Ende', akte: 'MUS-4F7K-2QXR' }));
});
test.each([
  ['an input', { akte: 5 }, { step: 'Ende' }],
  ['an answer', { akte: 'MUS-4F7K-2QXR' }, { step: 'Irgendwo' }],
])('%s that the contract does not know is a fault', async (_, input, answers) => {
  const { answer, log } = await called(input, answers);
  expect(answer).toBe('ZodError');
  expect(log).toContainEqual(expect.objectContaining({ 'fault.ZodError': 1 }));
});
