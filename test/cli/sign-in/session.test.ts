import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { renewed, revoked, sessionFor } from '../../../cli/sign-in/session.ts';

const NOW = new Date('2026-03-02T08:00:00Z');
type Asked = Readonly<{ path: string; form: Record<string, string> }>;
let asked: Asked[] = [];
let answer: Readonly<{ status: number; body: string }> = { status: 200, body: '{}' };
const page = createServer((request, response) => {
  let body = '';
  request
    .on('data', (part: Buffer) => {
      body += part.toString('utf8');
    })
    .on('end', () => {
      asked.push({ path: request.url ?? '', form: Object.fromEntries(new URLSearchParams(body)) });
      response.writeHead(answer.status, { connection: 'close' }).end(answer.body);
    });
});
let signIn = '';
beforeAll(async () => {
  page.listen(0, '127.0.0.1');
  await once(page, 'listening');
  signIn = `http://127.0.0.1:${(page.address() as AddressInfo).port}`;
});
afterAll(() => {
  page.close();
});
beforeEach(() => {
  asked = [];
  answer = { status: 200, body: '{"access_token":"a2","refresh_token":"r2","expires_in":3600}' };
});
const CODE = { code: 'c1', back: 'http://localhost:8765/', verifier: 'v' };
const until = (minutes: number): string => new Date(NOW.getTime() + minutes * 60_000).toISOString();
const session = (minutes: number) => ({
  signIn,
  client: 'command',
  access: 'a1',
  refresh: 'r1',
  until: until(minutes),
});

test('for the code, and what only we know, the page gives a token and what renews it', async () => {
  expect(await sessionFor({ signIn, client: 'command' }, CODE, NOW)).toEqual({
    ...session(60),
    access: 'a2',
    refresh: 'r2',
  });
  expect(asked).toEqual([
    {
      path: '/oauth2/token',
      form: {
        grant_type: 'authorization_code',
        client_id: 'command',
        code: 'c1',
        redirect_uri: 'http://localhost:8765/',
        code_verifier: 'v',
      },
    },
  ]);
});

test.each([
  ['a refusal', 400, '{"error":"invalid_grant"}'],
  ['a token that nothing renews', 200, '{"access_token":"a2","expires_in":3600}'],
  ['a page that speaks no JSON', 200, '<html>'],
  ['a token with a refusal’s status', 500, '{"access_token":"a2","refresh_token":"r2","expires_in":3600}'],
])('%s signs nobody in', async (_, status, body) => {
  answer = { status, body };
  await expect(sessionFor({ signIn, client: 'command' }, CODE, NOW)).rejects.toMatchObject({ name: 'Misuse' });
});

test('a token that still lives is used as it is', async () => {
  const kept = session(2);
  expect(await renewed(kept, NOW)).toBe(kept);
  expect(asked).toEqual([]);
});

test.each([1, 0, -600])('a token with %d minutes to live is renewed first', async (minutes) => {
  answer = { status: 200, body: '{"access_token":"a2","expires_in":3600}' };
  expect(await renewed(session(minutes), NOW)).toEqual({ ...session(60), access: 'a2' });
  expect(asked[0]?.form).toEqual({ grant_type: 'refresh_token', client_id: 'command', refresh_token: 'r1' });
});

test('whose sign-in is over is told to sign in again', async () => {
  answer = { status: 400, body: '{"error":"invalid_grant"}' };
  await expect(renewed(session(-1), NOW)).rejects.toThrow('mahnwerk anmelden');
});

test('a sign-in is taken back by what renews it; whether the page has heard is told', async () => {
  expect(await revoked(session(5))).toBe(true);
  expect(asked).toEqual([{ path: '/oauth2/revoke', form: { token: 'r1', client_id: 'command' } }]);
  answer = { status: 404, body: '' };
  expect(await revoked(session(5))).toBe(false);
});

test('where nobody answers, the setting is named', async () => {
  const nowhere = { ...session(-1), signIn: 'http://127.0.0.1:1' };
  await expect(renewed(nowhere, NOW)).rejects.toThrow(/^MAHNWERK_SIGN_IN: .*niemand zu erreichen/);
});
