import { homedir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { SIGN_IN_PORTS } from '../config/sign-in.ts';
import { Misuse, needed } from './misuse.ts';
import { addressOf, answerTo, newAttempt } from './sign-in/attempt.ts';
import { awaitedCode } from './sign-in/loopback.ts';
import { forgetSession, keepSession, readSession } from './sign-in/session-file.ts';
import { renewed, revoked, sessionFor } from './sign-in/session.ts';

/** How long somebody may take on the page. */
const FIVE_MINUTES = 5 * 60_000;

const file = (): string => join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'mahnwerk', 'anmeldung.json');

/** Has somebody sign in on the page, which opens in their browser, and keeps what they may do with it. */
export const signIn = async (say: (text: string) => Promise<void>): Promise<void> => {
  const page = { signIn: needed('MAHNWERK_SIGN_IN').replace(/\/$/, ''), client: needed('MAHNWERK_CLIENT') };
  const attempt = newAttempt();
  const { code, back } = await awaitedCode({
    ports: SIGN_IN_PORTS,
    read: (path) => answerTo(attempt, path),
    ready: (address) => say(`Bitte im Browser öffnen:\n\n${addressOf(page, attempt, address)}\n\n`),
    giveUpAfterMs: FIVE_MINUTES,
  });
  keepSession(file(), await sessionFor(page, { code, back, verifier: attempt.verifier }, new Date()));
  await say('Sie sind angemeldet. Abmelden: mahnwerk abmelden\n');
};

/** Takes the sign-in back at the page, and forgets it here whatever the page says. */
export const signOut = async (say: (text: string) => Promise<void>): Promise<void> => {
  const session = readSession(file());
  if (session === null) {
    await say('Es ist niemand angemeldet.\n');
    return;
  }
  forgetSession(file());
  await say(
    (await revoked(session))
      ? 'Sie sind abgemeldet.\n'
      : 'Sie sind an diesem Rechner abgemeldet; die Anmeldeseite hat es nicht bestätigt.\n',
  );
};

/** The access token of whoever is signed in, renewed where it runs out. Throws Misuse where nobody is. */
export const accessToken = async (): Promise<string> => {
  const kept = readSession(file());
  if (kept === null) throw new Misuse('Sie sind nicht angemeldet. Bitte zuerst: mahnwerk anmelden');
  const session = await renewed(kept, new Date());
  if (session !== kept) keepSession(file(), session);
  return session.access;
};
