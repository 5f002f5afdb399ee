import * as z from 'zod';
import { MAY } from '../../../contracts/may.ts';
import { post, postOnce, type Change } from '../../../contracts/route.ts';
import type { Caller } from '../../../domain/access/caller.ts';
import { Rejected } from '../../../domain/faults.ts';
import { answering } from '../../../lambdas/middleware/answering.ts';
import { doing } from '../../../lambdas/middleware/doing.ts';
import { aKeeper } from './a-keeper.ts';

const Body = z.strictObject({ n: z.int(), more: z.int().default(1) });
const reply = z.object({ n: z.int(), times: z.int() });
const count = post({ path: '/v1/count', may: MAY.CASES, again: 'state', status: 202, body: Body, reply });
const permit = post({ path: '/v1/permit', may: MAY.CASES, again: 'permission', body: Body, reply });
const pay = postOnce({ path: '/v1/pay', may: MAY.CASES, again: 'state', body: Body, reply });
const open = post({
  path: '/v1/open',
  may: MAY.CASES,
  again: 'secret',
  body: Body,
  reply: z.object({ clientSecret: z.string().nullable(), times: z.int() }),
});

const DESK: Caller = { side: 'operator', role: 'leitung', who: 'desk' };
/** A function that counts how often it has done something. `fails`: what it throws, while there is something. */
const aCounter = () => {
  let times = 0;
  const fails: Error[] = [];
  const does = doing(aKeeper());
  const counted = ({ body: { n } }: { body: { n: number } }) => {
    const error = fails.pop();
    if (error) throw error;
    return { n, times: ++times };
  };
  const handler = answering(
    does(count, counted),
    does(permit, counted),
    does(pay, counted),
    does(open, () => ({ clientSecret: 'geheim', times: ++times })),
  );
  const asked = async (route: Change, key: string | null, body: unknown = { n: 1 }) => {
    const event = {
      routeKey: `POST ${route.path}`,
      requestContext: { authorizer: { lambda: DESK } },
      headers: key === null ? {} : { 'IDEMPOTENCY-key': key },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    };
    const { statusCode, headers = {}, body: text } = await handler(event as never, { awsRequestId: 'test' });
    const { 'idempotency-replayed': replayed, 'retry-after': after } = headers;
    return { status: statusCode, body: JSON.parse(text ?? ''), replayed, after };
  };
  return { asked, fails, times: () => times };
};

test('a call with a key is done once, and answered the same with the status of the first, which says so', async () => {
  const { asked, times } = aCounter();
  const body = { n: 1, times: 1 };
  expect(await asked(count, 'k')).toEqual({ status: 202, body, replayed: undefined, after: undefined });
  expect(await asked(count, 'k')).toEqual({ status: 202, body, replayed: 'true', after: undefined });
  expect(times()).toBe(1);
});
test('one without a key is done as often as it is made', async () => {
  const { asked, times } = aCounter();
  await asked(count, null);
  expect(await asked(count, null)).toMatchObject({ body: { times: 2 }, replayed: undefined });
  expect(times()).toBe(2);
});
test('blanks and the order of fields make no other body; what is left away and its default are not the same', async () => {
  const { asked, times } = aCounter();
  await asked(count, 'k', '{ "n": 1, "more": 1 }');
  expect(await asked(count, 'k', '{"more":1,"n":1}')).toMatchObject({ status: 202, replayed: 'true' });
  expect(await asked(count, 'k', { n: 2 })).toMatchObject({ status: 422, body: { code: 'key.other-body' } });
  expect(times()).toBe(1);
});
test('of two at once the second is told to ask again in a moment', async () => {
  const { asked, times } = aCounter();
  const both = await Promise.all([asked(count, 'k'), asked(count, 'k')]);
  expect(both.map(({ status, body, after }) => [status, body.code, after])).toEqual([
    [202, undefined, undefined],
    [409, 'in-progress', '1'],
  ]);
  expect(times()).toBe(1);
});
test('what was refused is not kept: mended, it is done under the same key', async () => {
  const { asked, fails } = aCounter();
  expect(await asked(count, 'k', { n: 'x' })).toMatchObject({ status: 400 });
  fails.push(new Rejected('akte.closed', 'x'));
  expect(await asked(count, 'k')).toMatchObject({ status: 422, body: { code: 'akte.closed' } });
  expect(await asked(count, 'k', { n: 2 })).toMatchObject({ status: 202, body: { n: 2 }, replayed: undefined });
});
test('a mistake of ours is not kept either', async () => {
  const { asked, fails } = aCounter();
  fails.push(new TypeError('x'));
  expect(await asked(count, 'k')).toMatchObject({ status: 500 });
  expect(await asked(count, 'k')).toMatchObject({ status: 202, replayed: undefined });
});
test('a permission is given afresh, for the one before may have run out', async () => {
  const { asked } = aCounter();
  await asked(permit, 'k');
  expect(await asked(permit, 'k')).toMatchObject({ status: 200, body: { times: 2 }, replayed: undefined });
  expect(await asked(permit, 'k', { n: 2 })).toMatchObject({ status: 422 });
});
test('a secret is told once; whoever repeats the call is told that there is one, and not which', async () => {
  const { asked } = aCounter();
  expect(await asked(open, 'k')).toMatchObject({ body: { clientSecret: 'geheim', times: 1 } });
  expect(await asked(open, 'k')).toMatchObject({ body: { clientSecret: null, times: 1 }, replayed: 'true' });
});
test('a route that needs a key says which header is missing', async () => {
  const { asked } = aCounter();
  expect(await asked(pay, null)).toMatchObject({
    status: 400,
    body: { code: 'input', errors: [{ field: 'Idempotency-Key', code: 'missing' }] },
  });
  expect(await asked(pay, 'k')).toMatchObject({ status: 200 });
});
test('nobody learns by a key what they may not ask', async () => {
  const { asked } = aCounter();
  await asked(count, 'k');
  const theirs = post({ path: '/v1/count', may: MAY.MONEY, again: 'state', body: Body, reply });
  const handler = answering(doing(aKeeper())(theirs, () => ({ n: 1, times: 1 })));
  const event = {
    routeKey: 'POST /v1/count',
    requestContext: { authorizer: { lambda: { ...DESK, role: 'telefon' } } },
    headers: { 'idempotency-key': 'k' },
    body: '{"n":1}',
  };
  expect(await handler(event as never, { awsRequestId: 'test' })).toMatchObject({ statusCode: 404 });
});
