import * as z from 'zod';
import { Misuse, answerIn, askedAt } from '../misuse.ts';
import type { Page } from './attempt.ts';

/** Somebody who is signed in. `until`: when the access token runs out, an instant; `refresh`: what renews it. */
export const Session = z.strictObject({
  signIn: z.string(),
  client: z.string(),
  access: z.string().min(1),
  refresh: z.string().min(1),
  until: z.iso.datetime(),
});
export type Session = z.infer<typeof Session>;

/** A token that lives no longer than this is renewed first. */
const MARGIN_MS = 60_000;
const Told = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.int().positive(),
});

const asked = ({ signIn }: Page, path: string, form: Readonly<Record<string, string>>): Promise<Response> =>
  askedAt('MAHNWERK_SIGN_IN', `${signIn}${path}`, { method: 'POST', body: new URLSearchParams(form) });
/** What the page gives for what was asked; null where it gives nothing. */
const told = async (page: Page, form: Readonly<Record<string, string>>): Promise<z.infer<typeof Told> | null> => {
  const reply = await asked(page, '/oauth2/token', { ...form, client_id: page.client });
  const body = Told.safeParse(answerIn(await reply.text()));
  return reply.ok && body.success ? body.data : null;
};
const instant = (now: Date, seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString();

/** Whoever comes back from the page with a code. Throws Misuse where the page does not take it. */
export const sessionFor = async (
  page: Page,
  of: Readonly<{ code: string; back: string; verifier: string }>,
  now: Date,
): Promise<Session> => {
  const form = { grant_type: 'authorization_code', code: of.code, redirect_uri: of.back, code_verifier: of.verifier };
  const given = await told(page, form);
  if (!given?.refresh_token)
    throw new Misuse('Die Anmeldung wurde nicht angenommen. Bitte noch einmal: mahnwerk anmelden');
  const { signIn, client } = page;
  const until = instant(now, given.expires_in);
  return { signIn, client, access: given.access_token, refresh: given.refresh_token, until };
};

/** The same as long as its token lives, else with a new one. Throws Misuse where the sign-in is over. */
export const renewed = async (session: Session, now: Date): Promise<Session> => {
  if (Date.parse(session.until) - now.getTime() > MARGIN_MS) return session;
  const given = await told(session, { grant_type: 'refresh_token', refresh_token: session.refresh });
  if (!given) throw new Misuse('Die Anmeldung ist abgelaufen. Bitte neu anmelden: mahnwerk anmelden');
  return {
    ...session,
    access: given.access_token,
    refresh: given.refresh_token ?? session.refresh,
    until: instant(now, given.expires_in),
  };
};

/** Whether the page has taken the sign-in back; no token can be had by it then. */
export const revoked = async (session: Session): Promise<boolean> =>
  (await asked(session, '/oauth2/revoke', { token: session.refresh, client_id: session.client })).ok;
