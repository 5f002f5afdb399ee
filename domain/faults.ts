import type { FaultCode } from './fault-codes.ts';

/**
 * What can go wrong, told apart by what the caller should do about it. The names are literals because a minified
 * bundle renames classes, and the state machines match on `name`.
 */

/** One of the things that are wrong: in which field (null: in none), in one word, and in German. */
export type Reason = Readonly<{ field: string | null; code: string; message: string }>;

/**
 * Change the request: `code` says in one word what is wrong (domain/fault-codes.ts), the message says it in German to
 * whoever asked.
 */
export class Rejected extends Error {
  override readonly name = 'Rejected';
  readonly code: FaultCode;
  /** The input field that is wrong, where there is one: `principal`. */
  readonly field: string | undefined;
  /** All that is wrong, one by one, where that is known. */
  readonly reasons: readonly Reason[];
  constructor(
    code: FaultCode,
    message: string,
    options: ErrorOptions & Readonly<{ field?: string; reasons?: readonly Reason[] }> = {},
  ) {
    super(message, options);
    const { field } = options;
    this.code = code;
    this.field = field;
    this.reasons = options.reasons ?? (field === undefined ? [] : [{ field, code, message }]);
  }
}
/** `Feld „payBy“: …`: which field of what was given a sentence is about. */
export const inField = (field: string, message: string): string => `Feld „${field}“: ${message}`;
/** What is wrong with one field of what was given; the sentence names it, too. */
export const wrongField = (code: FaultCode, field: string, message: string): Rejected =>
  new Rejected(code, inField(field, message), { field });
/** Look elsewhere: there is no such thing, or not for whoever asked. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}
/** Read again and retry: somebody else was quicker. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}
/** Read again, then decide anew: what was to be changed is another than the one that was read. */
export class Stale extends Error {
  override readonly name = 'Stale';
}
/** Wait and retry: nothing has been done. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** Ask again in so many seconds: somebody is at this very call, and its answer is not there yet. */
export class InProgress extends Error {
  override readonly name = 'InProgress';
  readonly seconds: number;
  constructor(message: string, seconds: number) {
    super(message);
    this.seconds = seconds;
  }
}

/** Whether something was refused: nothing is done, and whoever asked is told why. Everything else has failed. */
export const isRefusal = (error: unknown): error is Rejected | NotFound | Conflict | Stale =>
  [Rejected, NotFound, Conflict, Stale].some((fault) => error instanceof fault);

/** What was thrown, as far as anything is known of it. */
type Thrown = Readonly<{ name?: unknown; message?: unknown }>;
const thrown = (error: unknown): Thrown => (typeof error === 'object' && error !== null ? error : {});
/** What a fault says; what is no fault, as text. */
export const messageIn = (error: unknown): string => {
  const { message } = thrown(error);
  return typeof message === 'string' ? message : String(error);
};
/** What a fault is called: the state machines match on it. `Error`: it has no name. */
export const nameIn = (error: unknown): string => {
  const { name } = thrown(error);
  return typeof name === 'string' ? name : 'Error';
};

export type Fault = Rejected | NotFound | Conflict | Stale | Unavailable | InProgress;
