import middy from '@middy/core';
import { Unavailable } from '../../../domain/faults.ts';
import { beforeEachCall } from '../../../lambdas/middleware/each-call.ts';
import { logFault, observed } from '../../../lambdas/middleware/observed.ts';
import { written } from '../../support/written.ts';

const CONTEXT = { awsRequestId: 'r1' };
/** What the log holds of a call that ends so. */
const logOf = async (run: (event: unknown) => unknown, event: unknown = {}): Promise<readonly object[]> => {
  const handler = middy()
    .use(observed<unknown>('looked at', () => ({ found: 3 })))
    .handler(async (given: unknown) => run(given));
  return written(async () => {
    await handler(event, CONTEXT as never).catch(() => undefined);
  });
};
const boom = (error: Error) => () => {
  throw error;
};

test('a call is one line: what was done, what came of it, and which case it was', async () => {
  const event = { akte: 'MUS-4F7K-2QXR', claim: 'F1', generation: 2 };
  expect(await logOf(() => 'done', event)).toEqual([
    expect.objectContaining({ level: 'INFO', message: 'looked at', requestId: 'r1', found: 3, ...event }),
  ]);
});

test('what a debtor is called, owes or says stands in no log, whether it went well or not', async () => {
  const event = { akte: 'MUS-4F7K-2QXR', name: 'Erika Beispiel', key: { email: 'erika@example.com' }, body: 'Erika' };
  const lines = [...(await logOf(() => 'done', event)), ...(await logOf(boom(new Unavailable('Erika')), event))];
  expect(lines.length).toBeGreaterThan(1);
  expect(JSON.stringify(lines)).not.toMatch(/erika/i);
});

test('a fault is told and counted by its name; where it came from is told of a bug only', async () => {
  const [fault, ...counted] = await logOf(boom(new Unavailable('away')));
  expect(fault).toMatchObject({ level: 'ERROR', message: 'looked at: Unavailable', fault: 'Unavailable' });
  expect(fault).not.toHaveProperty('stack');
  expect(counted).toContainEqual(expect.objectContaining({ 'fault.Unavailable': 1 }));
  const [bug] = await logOf(boom(new Error('no such thing')));
  expect(bug).toMatchObject({ message: 'looked at: Error', stack: expect.stringContaining('observed.test') });
});

test('a fault that does not end its function is told all the same, whatever was thrown', async () => {
  expect(await written(() => logFault('a message', 'a text', CONTEXT))).toContainEqual(
    expect.objectContaining({ level: 'ERROR', message: 'a message: Error', requestId: 'r1' }),
  );
});

test('whatever a call needs is there before it begins', async () => {
  const order: string[] = [];
  beforeEachCall(async () => {
    order.push('prepared');
  });
  await logOf(() => order.push('called'));
  expect(order).toEqual(['prepared', 'called']);
});
