import { InProgress, Rejected } from '../faults.ts';
import type { Begun, KeptRequest, KeptIn } from './kept-request.ts';

/** How long a key is known. */
export const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
/**
 * Longer than a function behind the API may run, thirty seconds: who has not ended by then never will. A test holds the
 * functions to it.
 */
export const LEASE_SECONDS = 60;
/** Most calls end within a second. */
const ASK_AGAIN_SECONDS = 2;

/** `body`: a hash of what is asked. */
type Asked = Readonly<{ body: string; now: Date }>;
/**
 * `run`: it is done now; `redo`: it was done, and only its answer is made again; `replay`: this is its answer. `next`:
 * what is kept from now on.
 */
export type Todo = Readonly<
  | { todo: 'run'; next: KeptIn<'running'> }
  | { todo: 'redo'; next: KeptIn<'written'> }
  | { todo: 'replay'; reply: string }
>;

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();
const isOver = (instant: string, now: Date): boolean => Date.parse(instant) <= now.getTime();

const begun = ({ body, now }: Asked, expires: string): Todo => ({
  todo: 'run',
  next: { state: 'running', body, expires, until: later(now, LEASE_SECONDS * 1000) },
});

const checkBody = (seen: Exclude<KeptRequest, KeptIn<'free'>>, { body }: Asked): void => {
  if (seen.body === body) return;
  throw new Rejected(
    'key.other-body',
    'Unter diesem Idempotency-Key wurde schon etwas anderes verlangt. Bitte jedem Vorgang einen eigenen Schlüssel geben und ihn nur für genau dieselbe Anfrage wiederholen.',
  );
};
const checkNobodyIsAtIt = ({ until }: Begun, now: Date): void => {
  if (isOver(until, now)) return;
  throw new InProgress(
    'Ein Aufruf mit diesem Idempotency-Key läuft gerade. Bitte gleich noch einmal fragen: Dann kommt dessen Antwort.',
    ASK_AGAIN_SECONDS,
  );
};

/**
 * What is done with a call whose key was seen before, or was not (null). What has expired counts as not seen, whether
 * or not it is still there: the table deletes when it likes. Throws Rejected `key.other-body`, or InProgress.
 */
export const decideRepeat = (seen: KeptRequest | null, asked: Asked): Todo => {
  const { now } = asked;
  if (!seen || isOver(seen.expires, now)) return begun(asked, later(now, KEPT_DAYS * DAY_MS));
  if (seen.state === 'free') return begun(asked, seen.expires);
  checkBody(seen, asked);
  if (seen.state === 'done') return { todo: 'replay', reply: seen.reply };
  checkNobodyIsAtIt(seen, now);
  if (seen.state === 'running') return begun(asked, seen.expires);
  return { todo: 'redo', next: { ...seen, until: later(now, LEASE_SECONDS * 1000) } };
};
