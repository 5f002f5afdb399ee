import { createHash, randomBytes } from 'node:crypto';

/** Where somebody signs in: the page's address without a path, and the id of this command there. */
export type Page = Readonly<{ signIn: string; client: string }>;
/**
 * One try to sign in. `state`: an answer without it is none to us; `verifier`: whoever has only the code from the
 * answer gets no token for it (PKCE, RFC 7636).
 */
export type Attempt = Readonly<{ state: string; verifier: string }>;

const secret = (): string => randomBytes(32).toString('base64url');
export const newAttempt = (): Attempt => ({ state: secret(), verifier: secret() });

/** What is opened in the browser. `back`: where the page sends its answer. */
export const addressOf = ({ signIn, client }: Page, { state, verifier }: Attempt, back: string): string => {
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: client,
    redirect_uri: back,
    scope: 'openid',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  return `${signIn}/oauth2/authorize?${asked.toString()}`;
};

/** The page's answer: a code, a refusal in its own word, or nothing that was meant for this try. */
export type Answer = Readonly<{ code: string }> | Readonly<{ refused: string }> | null;
export const answerTo = ({ state }: Attempt, path: string): Answer => {
  const told = new URL(path, 'http://localhost').searchParams;
  if (told.get('state') !== state) return null;
  const code = told.get('code');
  return code ? { code } : { refused: told.get('error') ?? 'ohne Angabe' };
};
