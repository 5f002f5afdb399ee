import { MessageReference } from '../../../domain/ids.ts';
import {
  countFault,
  countHandOver,
  countLawDue,
  countMail,
  countStarted,
  countSweep,
  counted,
} from '../../../lambdas/middleware/counted.ts';
import { mailTold } from '../../../lambdas/events/mail-told.ts';
import { METRICS } from '../../../config/metrics.ts';
import { CHANNEL_NAMES } from '../../../domain/procedure/channels.ts';
import { day } from '../../../domain/calendar.ts';
import { written } from '../../support/written.ts';
import { memoryPost } from '../../../simulator/agency/post.ts';

/** What was written into the log as metrics: name and value. */
const metricsOf = async (run: () => unknown): Promise<[string, unknown][]> =>
  (await written(run)).flatMap((line) => Object.entries(line).filter(([k]) => !['_aws', 'service'].includes(k)));
const message = {
  reference: MessageReference.parse('MUS-4F7K-2QXR-M1-1-email'),
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

test('a list is counted once it is done', async () => {
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
});

test('a fault is counted under its name', async () => {
  expect(
    await metricsOf(() => {
      countFault('Conflict');
    }),
  ).toEqual([['fault.Conflict', 1]]);
});

test('the sweep counts what it found, also that it was nothing', async () => {
  expect(
    await metricsOf(() => {
      countSweep({ running: 40, restarted: 2, waiting: 0, broken: 1 });
    }),
  ).toEqual([
    ['execution.running', 40],
    ['execution.restarted', 2],
    ['clarification.open', 0],
    ['chain.broken', 1],
  ]);
});

/** SES tells that a mail came back for good, and that its reader has complained. */
const tellOfMails = async (): Promise<void> => {
  const hear = mailTold({
    referenceOf: () => MessageReference.parse(message.reference),
    save: async () => undefined,
    bounced: async () => undefined,
    count: countMail,
  });
  const mail = { source: 'akte@example.com', messageId: 'p1' };
  const tell = (what: object) => ({ Sns: { Message: JSON.stringify({ mail, ...what }) } });
  const Records = [
    tell({ eventType: 'Bounce', bounce: { bounceType: 'Permanent' } }),
    tell({ eventType: 'Complaint' }),
  ];
  await hear({ Records } as Parameters<typeof hear>[0]);
};

test('a name stood in the table that nobody counted: each of them is counted when its time comes, and nothing else', async () => {
  const found = await metricsOf(async () => {
    const post = memoryPost(() => day('2026-03-02'));
    for (const channel of CHANNEL_NAMES) await counted(channel, post).send(message);
    post.next.push('refused');
    await counted('email', post).send(message);
    await tellOfMails();
    countHandOver({ state: 'done', rows: 1, accepted: 1, rejected: 0 });
    countStarted(1);
    countSweep({ running: 1, restarted: 0, waiting: 0, broken: 0 });
    countLawDue(1);
  });
  expect(found.map(([name]) => name).sort()).toEqual(Object.keys(METRICS).sort());
});
