import { createHash } from 'node:crypto';
import { addressOf, answerTo, newAttempt } from '../../../cli/sign-in/attempt.ts';

const PAGE = { signIn: 'https://team.example.com', client: 'command' };

test('the page is asked for a code that is worth nothing without what only we know (RFC 7636)', () => {
  const attempt = newAttempt();
  const { origin, pathname, searchParams } = new URL(addressOf(PAGE, attempt, 'http://localhost:8765/'));
  expect(`${origin}${pathname}`).toBe('https://team.example.com/oauth2/authorize');
  expect(Object.fromEntries(searchParams)).toEqual({
    response_type: 'code',
    client_id: 'command',
    redirect_uri: 'http://localhost:8765/',
    scope: 'openid',
    state: attempt.state,
    code_challenge: createHash('sha256').update(attempt.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  expect(searchParams.toString()).not.toContain(attempt.verifier);
});

test('no two tries are alike, and nobody guesses one: 256 bits each', () => {
  const tries = Array.from({ length: 20 }, newAttempt).flatMap(({ state, verifier }) => [state, verifier]);
  expect(new Set(tries).size).toBe(40);
  for (const secret of tries) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
});

const attempt = newAttempt();
test.each([
  ['a code', `/?code=c1&state=${attempt.state}`, { code: 'c1' }],
  ['a refusal', `/?error=access_denied&state=${attempt.state}`, { refused: 'access_denied' }],
  ['neither', `/?state=${attempt.state}`, { refused: 'ohne Angabe' }],
  ['somebody else’s code', '/?code=c1&state=other', null],
  ['a code without a state', '/?code=c1', null],
  ['the browser’s question for an icon', '/favicon.ico', null],
])('an answer is read: %s', (_, path, read) => {
  expect(answerTo(attempt, path)).toEqual(read);
});
