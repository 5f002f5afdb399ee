import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { awaitedCode } from '../../../cli/sign-in/loopback.ts';
import { answerTo, newAttempt } from '../../../cli/sign-in/attempt.ts';

const attempt = newAttempt();
const ANY = [0];
const LONG = 60_000;
/** What the page sends, call by call, and what it is answered. */
const after = async (calls: readonly string[], ports: readonly number[] = ANY) => {
  const statuses: number[] = [];
  const waiting = awaitedCode({
    ports,
    read: (path) => answerTo(attempt, path),
    ready: async (back) => {
      for (const call of calls) statuses.push((await fetch(`${back}${call}`)).status);
    },
    giveUpAfterMs: LONG,
  });
  return { statuses, answer: await waiting.catch((error: unknown) => error) };
};

test('the code is taken from the answer to this try; whatever else calls is refused and waited past', async () => {
  const { statuses, answer } = await after(['favicon.ico', '?code=x&state=other', `?code=c1&state=${attempt.state}`]);
  expect(statuses).toEqual([400, 400, 200]);
  expect(answer).toEqual({ code: 'c1', back: expect.stringMatching(/^http:\/\/localhost:\d+\/$/) });
});

test('what the page refuses is told in its own word', async () => {
  const { answer } = await after([`?error=access_denied&state=${attempt.state}`]);
  expect(answer).toMatchObject({ name: 'Misuse', message: 'Die Anmeldung wurde abgelehnt (access_denied).' });
});

describe('a port that somebody else has', () => {
  const taken = createServer();
  let port = 0;
  beforeAll(async () => {
    taken.listen(0, '127.0.0.1');
    await once(taken, 'listening');
    ({ port } = taken.address() as AddressInfo);
  });
  afterAll(() => {
    taken.close();
  });
  test('is passed over', async () => {
    const { answer } = await after([`?code=c1&state=${attempt.state}`], [port, 0]);
    expect(answer).toMatchObject({ code: 'c1' });
  });
  test('is named where there is no other', async () => {
    const { answer } = await after([], [port]);
    expect(answer).toMatchObject({ name: 'Misuse', message: expect.stringContaining(`${port}`) });
  });
});

test('where nobody signs in, the waiting ends', async () => {
  const waiting = awaitedCode({ ports: ANY, read: () => null, ready: () => undefined, giveUpAfterMs: 0 });
  await expect(waiting).rejects.toMatchObject({ name: 'Misuse', message: expect.stringMatching(/niemand angemeldet/) });
});
