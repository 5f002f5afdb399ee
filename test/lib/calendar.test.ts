import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import * as z from 'zod';
import { LEAF_KEY } from '../../config/calendar.ts';
import { settingsOf } from '../support/settings.ts';
import { aTemplate, mentions } from '../support/template.ts';

const demo = aTemplate('demo');

/** A table that shows one leaf to whoever asks for it, and counts. */
const Asked = z.object({ TableName: z.string(), Key: z.object({ PK: z.object({ S: z.string() }) }) });
let table: Server;
let looks = 0;
beforeAll(async () => {
  table = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = Asked.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      const isLeaf = asked.success && asked.data.Key.PK.S === LEAF_KEY.PK;
      if (isLeaf) looks += 1;
      const Item = {
        PK: { S: LEAF_KEY.PK },
        SK: { S: LEAF_KEY.SK },
        day: { S: '2026-03-09' },
        since: { S: '2026-11-01T00:00:00.000Z' },
      };
      response
        .writeHead(200, { 'Content-Type': 'application/x-amz-json-1.0' })
        .end(JSON.stringify(isLeaf ? { Item } : {}));
    });
  });
  await new Promise<void>((ready) => {
    table.listen(0, '127.0.0.1', ready);
  });
});
afterAll(() => {
  table.closeAllConnections();
  table.close();
});

/** Whether a token has run out is asked of the real clock: Cognito has made it by that. */
const goesByADay = ({ node }: (typeof demo.handlers)[number]): boolean => node.id !== 'Authorize';

test('no function of the demo goes by the day it was started on: each looks at the calendar before every call', async () => {
  const before = { ...process.env };
  const silent: string[] = [];
  for (const handler of demo.handlers.filter(goesByADay)) {
    process.env = {
      ...before,
      AWS_REGION: 'eu-central-1',
      AWS_ENDPOINT_URL: `http://127.0.0.1:${(table.address() as AddressInfo).port}`,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      POWERTOOLS_DEV: 'false',
      POWERTOOLS_LOG_LEVEL: 'SILENT',
      POWERTOOLS_METRICS_DISABLED: 'true',
      ...settingsOf(handler),
    };
    await jest.isolateModulesAsync(async () => {
      const { handler: call } = (await import(handler.source)) as {
        handler: (event: unknown, context: unknown) => Promise<unknown>;
      };
      const seen = looks;
      // What it makes of an event that is none does not matter here.
      for (let n = 1; n <= 2; n++) {
        await call({ rubbish: n }, { awsRequestId: 'test', getRemainingTimeInMillis: () => 1000 }).catch(() => null);
        if (looks !== seen + n) silent.push(`${handler.node.id}: call ${n}`);
      }
    });
  }
  process.env = before;
  expect(demo.handlers.length).toBeGreaterThan(15);
  expect(silent).toEqual([]);
});

test('each function of the demo may read its calendar', () => {
  const [calendar = ''] = demo
    .all('AWS::DynamoDB::Table')
    .map(({ id }) => id)
    .filter((id) => id.startsWith('Calendar'));
  const policies = demo.all('AWS::IAM::Policy').filter(({ properties }) => mentions(properties).includes(calendar));
  expect(calendar).not.toBe('');
  expect(policies).toHaveLength(demo.handlers.length);
});

test('a function of the demo was killed after thirty seconds on a machine that needed fifty: each has minutes', () => {
  const timeouts = demo
    .all('AWS::Lambda::Function')
    .map(({ properties }) => z.object({ Timeout: z.int() }).parse(properties).Timeout);
  expect(timeouts.length).toBeGreaterThanOrEqual(demo.handlers.length);
  expect(timeouts.filter((seconds) => seconds < 300)).toEqual([]);
});
