import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { whyNot } from '../files.ts';
import { Misuse, answerIn } from '../misuse.ts';
import { Session } from './session.ts';

const refused = (path: string, error: unknown): unknown => {
  const why = whyNot(error);
  return why === undefined ? error : new Misuse(`Die Anmeldung lässt sich unter ${path} nicht aufbewahren: ${why}.`);
};

/** Who is signed in; null where nobody is, and where what lies there is no sign-in of ours. */
export const readSession = (path: string): Session | null => {
  try {
    return Session.safeParse(answerIn(readFileSync(path, 'utf8'))).data ?? null;
  } catch (error) {
    if (whyNot(error) === undefined) throw error;
    return null;
  }
};

/** Whoever has the file is signed in: nobody but its owner may read it, also where an older one could be read. */
export const keepSession = (path: string, session: Session): void => {
  const aside = `${path}.neu`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    rmSync(aside, { force: true });
    writeFileSync(aside, JSON.stringify(session), { mode: 0o600, flag: 'wx' });
    renameSync(aside, path);
  } catch (error) {
    throw refused(path, error);
  }
};

export const forgetSession = (path: string): void => {
  rmSync(path, { force: true });
};
