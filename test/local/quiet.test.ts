import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { watchExecutions, type Busy } from '../../local/quiet.ts';

type Event = Readonly<{ id: number; type: string; state?: string; frist?: string }>;
/**
 * Step Functions as far as looking goes: what runs, and the last event of each. `onAsked`: what happens while somebody
 * is asked.
 */
const running = new Map<string, Event>();
let onAsked: (name: string) => void;
let asked: string[];
let service: Server;

const answerTo = (target: string, body: string): unknown => {
  if (target.endsWith('ListExecutions'))
    return {
      executions: [...running.keys()].map((name) => ({
        name,
        executionArn: `arn:${name}`,
        status: 'RUNNING',
        startDate: 0,
      })),
    };
  const name = z.object({ executionArn: z.string() }).parse(JSON.parse(body)).executionArn.slice('arn:'.length);
  const last = running.get(name);
  asked.push(name);
  onAsked(name);
  const input = JSON.stringify(last?.frist ? { step: last.state, frist: last.frist } : { akte: name });
  return {
    events: [{ id: last?.id, type: last?.type, timestamp: 0, stateEnteredEventDetails: { name: last?.state, input } }],
  };
};
beforeAll(async () => {
  service = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = answerTo(String(request.headers['x-amz-target']), Buffer.concat(chunks).toString('utf8'));
      response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((ready) => {
    service.listen(0, '127.0.0.1', ready);
  });
});
beforeEach(() => {
  running.clear();
  asked = [];
  onAsked = () => undefined;
});
afterAll(() => {
  service.closeAllConnections();
  service.close();
});

const watched = (): ((today: string) => Promise<Busy | null>) => {
  const endpoint = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  return watchExecutions({ cloud: { endpoint }, outputs: { StateMachineArn: 'arn:machine' } });
};
const asleep = (id: number, frist: string): Event => ({ id, type: 'WaitStateEntered', state: 'Ruht', frist });

test('the day was over by the clock while a mail was still being sent: now it is over when everybody sleeps until a later day', async () => {
  const busyOn = watched();
  running.set('A', asleep(4, '12.03.2026'));
  running.set('B', { id: 7, type: 'TaskStateEntered', state: 'Mahnung per E-Mail' });
  expect(await busyOn('2026-03-02')).toEqual({ name: 'B', doing: 'Mahnung per E-Mail', event: 7 });
  running.set('B', asleep(12, '03.03.2026'));
  expect(await busyOn('2026-03-02')).toBeNull();
});

test('whose day has come is busy although it has not woken yet', async () => {
  const busyOn = watched();
  running.set('A', asleep(4, '12.03.2026'));
  expect(await busyOn('2026-03-11')).toBeNull();
  expect(await busyOn('2026-03-12')).toMatchObject({ name: 'A' });
  running.delete('A');
  expect(await busyOn('2026-03-12')).toBeNull();
});

test('an execution that another one began while it was asked is not overlooked', async () => {
  const busyOn = watched();
  running.set('A', asleep(4, '12.03.2026'));
  onAsked = () => {
    running.set('B', { id: 1, type: 'ExecutionStarted' });
    onAsked = () => undefined;
  };
  expect(await busyOn('2026-03-02')).toMatchObject({ name: 'B', doing: 'ExecutionStarted' });
});

test('who sleeps is asked once, not every day', async () => {
  const busyOn = watched();
  running.set('A', asleep(4, '12.03.2026'));
  for (const today of ['2026-03-02', '2026-03-03', '2026-03-04']) await busyOn(today);
  expect(asked).toEqual(['A']);
});

test('who waits minutes to learn what became of a message is at work: such a wait has no day', async () => {
  const busyOn = watched();
  running.set('A', { id: 9, type: 'WaitStateEntered', state: 'Wartet auf Versandbestätigung' });
  expect(await busyOn('2026-03-02')).toMatchObject({ name: 'A', doing: 'Wartet auf Versandbestätigung' });
});
