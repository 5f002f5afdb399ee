import { API } from '../../contracts/api.ts';
import { Refused, Unreadable, clientOf, pagesOf, type Answered, type Asked } from '../../contracts/client.ts';
import { musterversand } from '../support/akte.ts';

/** What goes over the wire, and a client that gets this answer. */
const answeredWith = (answered: Answered) => {
  const sent: Asked[] = [];
  const call = clientOf(async (asked) => {
    sent.push(asked);
    return answered;
  });
  return { sent, call };
};
const PAID = { akte: 'MUS-4F7K-2QXR', payment: 'api:1', paymentCount: 1 };
const payment = {
  path: { claim: 'MUS-4F7K-2QXR-F1' },
  body: { amountCents: 500, valueDate: '2026-03-02' },
  key: 'till-1',
};

test('a call is method, path, key and body as the contract has them; its reply is read with it', async () => {
  const { sent, call } = answeredWith({ status: 201, body: { ...PAID, more: 'than promised' } });
  expect(await call(API.payments.record, payment)).toEqual(PAID);
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/v1/claims/MUS-4F7K-2QXR-F1/payments',
      headers: { 'Idempotency-Key': 'till-1' },
      body: { amountCents: 500, valueDate: '2026-03-02' },
    },
  ]);
});

test('the version that was read goes along as a tag', async () => {
  const { sent, call } = answeredWith({ status: 201, body: { creditor: 'MUS', version: 4, proposal: null } });
  await call(API.creditors.save, { body: { creditor: musterversand }, match: 3 });
  expect(sent).toMatchObject([{ headers: { 'If-Match': '"3"' } }]);
});

test('what stands in a path stays in its place, whatever it is; a question has no body', async () => {
  const { sent, call } = answeredWith({ status: 200, body: { cases: [], next: null } });
  await call(API.clarifications.listIn, { path: { state: 'alle/$&?x' } });
  expect(sent).toEqual([{ method: 'GET', path: '/v1/clarifications/alle%2F%24%26%3Fx', headers: {} }]);
});

test('a list is asked for page by page, to its end or as far as somebody wants', async () => {
  const sent: string[] = [];
  const answers = [
    { akten: ['MUS-0000-0001'], next: 'b+/=.x' },
    { akten: [], next: 'c' },
    { akten: ['MUS-0000-0002'], next: null },
  ];
  const call = clientOf(async ({ path }) => {
    const body = answers[sent.length];
    sent.push(path);
    return { status: 200, body };
  });
  const read: unknown[] = [];
  for await (const { akten } of pagesOf(call)(API.akten.list, { query: { limit: 1 } })) read.push(akten);
  expect(read).toEqual([['MUS-0000-0001'], [], ['MUS-0000-0002']]);
  expect(sent).toEqual(['/v1/akten?limit=1', '/v1/akten?limit=1&cursor=b%2B%2F%3D.x', '/v1/akten?limit=1&cursor=c']);
  sent.length = 0;
  for await (const page of pagesOf(call)(API.akten.list, {})) {
    expect(page.next).toBe('b+/=.x');
    break;
  }
  expect(sent).toEqual(['/v1/akten']);
});

test('a refusal is thrown with its code; a gateway’s own has none', async () => {
  const problem = {
    type: 'urn:mahnwerk:fault:payment.future',
    title: 'The value date lies in the future.',
    status: 422,
    detail: 'Der 01.01.2030 liegt in der Zukunft.',
    code: 'payment.future',
    errors: [],
  };
  const refused = answeredWith({ status: 422, body: problem }).call(API.payments.record, payment);
  await expect(refused).rejects.toMatchObject({
    status: 422,
    code: 'payment.future',
    message: problem.detail,
    problem,
  });
  await expect(refused).rejects.toBeInstanceOf(Refused);
  const forbidden = answeredWith({ status: 403, body: { message: 'Forbidden' } }).call(API.akten.list, {});
  await expect(forbidden).rejects.toMatchObject({ code: null, message: 'Die API antwortet mit 403.' });
});

test('an answer that breaks the contract is not taken for one', async () => {
  const broken = answeredWith({ status: 200, body: { akten: 'MUS' } }).call(API.akten.list, {});
  await expect(broken).rejects.toBeInstanceOf(Unreadable);
});

/** Never called: the compiler says what a route is asked with, and what it is not. */
export const compiled = (call: ReturnType<typeof clientOf>) => [
  () => call(API.akten.list, {}),
  () => call(API.akten.list, { query: { limit: 100, cursor: 'x' } }),
  // @ts-expect-error one Akte has no pages
  () => call(API.akten.read, { path: { akte: 'x' }, query: { limit: 100 } }),
  () => call(API.akten.read, { path: { akte: 'x' } }),
  // @ts-expect-error whose Akte?
  () => call(API.akten.read, {}),
  // @ts-expect-error the list is of no Akte
  () => call(API.akten.list, { path: { akte: 'x' } }),
  () => call(API.steering.pause, { path: { akte: 'x' }, body: { reason: 'x', until: '2026-04-30' } }),
  // @ts-expect-error nobody closes until a day
  () => call(API.steering.close, { path: { akte: 'x' }, body: { reason: 'x', until: '2026-04-30' } }),
  // @ts-expect-error no reason
  () => call(API.steering.close, { path: { akte: 'x' } }),
  () => call(API.accesses.revoke, { path: { creditor: 'x', purpose: 'erp' } }),
  () => call(API.claims.submit, { body: { claims: [] } }),
  // @ts-expect-error a payment without a key might be booked twice
  () => call(API.payments.record, { path: payment.path, body: payment.body }),
  // @ts-expect-error nothing knows this call by a key
  () => call(API.akten.list, { key: 'x' }),
];
