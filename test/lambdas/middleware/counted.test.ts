import { count, countFault, countHandOver, counted } from '../../../lambdas/middleware/counted.ts';
import { day } from '../../../domain/calendar.ts';
import { written } from '../../support/written.ts';
import { memoryPost } from '../../../simulator/agency/post.ts';

/** What was written into the log as metrics: name and value. */
const metricsOf = async (run: () => unknown): Promise<[string, unknown][]> =>
  (await written(run)).flatMap((line) => Object.entries(line).filter(([k]) => !['_aws', 'service'].includes(k)));
const message = {
  reference: 'MUS-4F7K-2QXR-M1-1-email',
  to: 'erika@example.com',
  text: 'Frau Beispiel, bitte zahlen Sie.',
};

test('a message is counted by its channel when the provider has taken it, and nothing else of it is written down', async () => {
  const post = memoryPost(() => day('2026-03-02'));
  post.next.push('ok', 'refused');
  const both = await metricsOf(async () => {
    const email = counted('email', post);
    await email.send(message);
    await email.send(message);
  });
  expect(both).toEqual([
    ['message.email', 1],
    ['message.refused', 1],
  ]);
});

test('a message whose outcome nobody knows is not counted', async () => {
  const post = memoryPost(() => day('2026-03-02'));
  post.next.push('lost');
  expect(
    await metricsOf(() =>
      counted('letter', post)
        .send(message)
        .catch(() => undefined),
    ),
  ).toEqual([]);
});

test('a list is counted once it is done; a fault under its name', async () => {
  expect(
    await metricsOf(() => {
      countHandOver({ state: 'running', rows: 500, accepted: 490, rejected: 10 });
    }),
  ).toEqual([]);
  expect(
    await metricsOf(() => {
      countHandOver({ state: 'done', rows: 500, accepted: 490, rejected: 10 });
    }),
  ).toEqual([
    ['handOver.rows', 500],
    ['handOver.accepted', 490],
    ['handOver.rejected', 10],
  ]);
  expect(
    await metricsOf(() => {
      countFault('Conflict');
      count('clarification.open', 0);
    }),
  ).toEqual([
    ['fault.Conflict', 1],
    ['clarification.open', 0],
  ]);
});
