import { Conflict, InProgress, Rejected, Unavailable, isRefusal } from '../../domain/faults.ts';
import { decideRepeat, type Todo } from '../../domain/repeat/decide-repeat.ts';
import {
  answered,
  freed,
  letGo,
  wrote,
  type Begun,
  type KeptRequest,
  type RequestId,
  type Written,
} from '../../domain/repeat/kept-request.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { KeptRequests } from '../ports/kept-requests.ts';
import { asItWas, type Replaced } from './as-it-was.ts';

type Ports = Readonly<{ keptRequests: KeptRequests; clock: Clock }>;
/** A call by its key, and a hash of what it asks. */
export type Named = Readonly<{ id: RequestId; body: string }>;
/**
 * The ports that a call works over, in place of those of its function: what it appends to an Akte is written together
 * with its key.
 */
export type Over = <P extends Replaced>(ports: P) => P;
/** What a call answers, as text. `kept`: what whoever repeats it is told; null: nothing, it is done again. */
export type Answer = Readonly<{ text: string; kept: string | null }>;
/** `isRepeated`: it had been done before. */
export type Told = Readonly<{ text: string; isRepeated: boolean }>;

/** An item of the table takes 400 KB, its names and keys included. */
const MOST_KEPT = 300_000;
const fits = (text: string): boolean => new TextEncoder().encode(text).length <= MOST_KEPT;

/** What is kept of the call that is being answered, and how it goes on. */
const held = ({ keptRequests, clock }: Ports, id: RequestId, begun: Begun) => {
  let request = begun;
  const replace = (next: KeptRequest) => keptRequests.replace({ id, seen: request, next });
  return {
    change: (written: Written) => {
      const next = wrote(request, written);
      return { id, seen: request, next };
    },
    isNow: (next: Begun): void => {
      request = next;
    },
    end: async ({ kept }: Answer): Promise<void> => {
      await replace(kept !== null && fits(kept) ? answered(request, kept) : letGo(request, clock.now()));
    },
    broken: async (error: unknown): Promise<void> => {
      await replace(isRefusal(error) && request.state === 'running' ? freed(request) : letGo(request, clock.now()));
    },
  };
};
type Held = ReturnType<typeof held>;

/** What is appended to an Akte is written together with what is kept of the call. */
const marking = (akten: Akten, clock: Clock, request: Held): Akten => ({
  ...akten,
  append: async (akte, version, act, also = {}) => {
    const moment = { on: clock.today(), hour: clock.hour(), at: clock.now().toISOString() };
    const change = request.change({ akte, version: version + 1, ...moment, line: also.line ?? null });
    const after = await akten.append(akte, version, act, { ...also, request: change });
    request.isNow(change.next);
    return after;
  },
});

/**
 * What became of the call is kept as well as may be: where the table is away, or somebody else has begun it meanwhile,
 * the answer is told all the same. Whoever repeats the call is answered by what the Akte says, or waits until nobody
 * can be at it any more.
 */
const asWellAsMayBe = async (keeping: Promise<void>): Promise<void> => {
  try {
    await keeping;
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Unavailable)) throw error;
  }
};

const begin = async (ports: Ports, id: RequestId, seen: KeptRequest | null, next: Begun): Promise<void> => {
  try {
    await ports.keptRequests.replace({ id, seen, next });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    throw new InProgress(
      'Ein zweiter Aufruf mit diesem Idempotency-Key war schneller. Bitte gleich noch einmal fragen.',
      1,
    );
  }
};

/** It is done and cannot be refused any more: whoever asks is told where it stands. */
const answerLost = ({ akte, version }: Written, cause: unknown): Rejected =>
  new Rejected(
    'key.answer-lost',
    `Was mit diesem Idempotency-Key verlangt war, ist geschehen (Eintrag ${version} der Akte ${akte}); die Antwort von damals lässt sich nicht mehr geben. Bitte die Akte lesen.`,
    { cause },
  );
const doneAgain = async (written: Written, run: (over: Over) => Promise<Answer>): Promise<Answer> => {
  try {
    return await run((ports) => asItWas(ports, written));
  } catch (error) {
    throw isRefusal(error) ? answerLost(written, error) : error;
  }
};

type Doing = Exclude<Todo, { todo: 'replay' }>;
const answerOf = (doing: Doing, request: Held, run: (over: Over) => Promise<Answer>): Promise<Answer> =>
  doing.todo === 'redo'
    ? doneAgain(doing.next.written, run)
    : run((ports) => ({ ...ports, akten: marking(ports.akten, ports.clock, request) }));

/**
 * Answers a call that names itself by a key: done once, answered the same whenever it is made again. Its deed must go
 * over the ports it is given, or be safe to repeat by itself. Throws Rejected `key.other-body` and `key.answer-lost`,
 * InProgress where somebody is at it, and what the call throws: then the key is free again where it was refused.
 */
export const doOnce =
  (ports: Ports) =>
  async ({ id, body }: Named, run: (over: Over) => Promise<Answer>): Promise<Told> => {
    const seen = await ports.keptRequests.find(id);
    const todo = decideRepeat(seen, { body, now: ports.clock.now() });
    if (todo.todo === 'replay') return { text: todo.reply, isRepeated: true };
    await begin(ports, id, seen, todo.next);
    const request = held(ports, id, todo.next);
    try {
      const answer = await answerOf(todo, request, run);
      await asWellAsMayBe(request.end(answer));
      return { text: answer.text, isRepeated: todo.todo === 'redo' };
    } catch (error) {
      await asWellAsMayBe(request.broken(error));
      throw error;
    }
  };
