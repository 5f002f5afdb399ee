import * as z from 'zod';
import { Day, Instant } from '../calendar.ts';
import { AkteId, HandOverId } from '../ids.ts';
import { CreditorId } from '../parties/parties.ts';
import { Tally } from './tally.ts';

/** What a creditor wants done with a list: take the good rows, take all rows or none, or only say what would happen. */
export const HandOverMode = z.enum(['good-rows', 'all-or-nothing', 'check-only']);
export type HandOverMode = z.infer<typeof HandOverMode>;

const Nothing = z.null();
const NoClaims = z.tuple([]).readonly();
const NoStarts = z.literal(false);

const Shared = {
  id: HandOverId,
  creditor: CreditorId,
  on: Day,
  ...Tally.shape,
  receivedAt: Instant,
  updatedAt: Instant,
};
/** An uploaded list, and where it lies. */
const Listed = { ...Shared, source: z.literal('file'), file: z.string(), mode: HandOverMode };
/**
 * How the list was written: text, not one of today's ENCODINGS, for the Abgabehistorie outlives them; a workbook has no
 * delimiter.
 */
const Read = { encoding: z.string(), delimiter: z.string().nullable() };
/** Where the error report (CSV; JSON beside it) and the file of refused rows to be mended lie; null where none is. */
const Reports = { report: z.string().nullable(), correction: z.string().nullable() };
/** What was taken. */
const Taken = {
  /** ‹Akte›-‹claim›, the first thousand; all of them stand in its lots. */
  claims: z.array(z.string()).readonly(),
  /** Some execution may not have been started yet; the reconciler asks again until all are. */
  startsPending: z.boolean(),
};
const NothingTaken = { claims: NoClaims, startsPending: NoStarts };
const NoFile = { encoding: Nothing, delimiter: Nothing, problem: Nothing, report: Nothing, correction: Nothing };

/** A hand-over in each of its states. */
export const HAND_OVER = {
  /** A list is being read: its counts grow, nothing else is known. */
  running: z.object({ ...Listed, ...NoFile, ...NothingTaken, state: z.literal('running'), finishedAt: Nothing }),
  /** A list was taken; `problem`: though none of its rows was good. */
  taken: z.object({
    ...Listed,
    ...Read,
    ...Reports,
    ...Taken,
    state: z.literal('done'),
    problem: z.string().nullable(),
    finishedAt: Instant,
  }),
  /** The claims of an API call: there is no file, and nothing that could be wrong with one. */
  called: z.object({
    ...Shared,
    ...NoFile,
    ...Taken,
    source: z.literal('api'),
    file: Nothing,
    mode: z.literal('good-rows'),
    state: z.literal('done'),
    finishedAt: Instant,
  }),
  /** A list was looked at and nothing taken, as wanted. */
  checked: z.object({
    ...Listed,
    ...Read,
    ...Reports,
    ...NothingTaken,
    mode: z.literal('check-only'),
    state: z.literal('checked'),
    problem: Nothing,
    finishedAt: Instant,
  }),
  /** Nothing of a list was taken, and why; one that could not be read at all has no encoding. */
  refused: z.object({
    ...Listed,
    ...Reports,
    ...NothingTaken,
    encoding: Read.encoding.nullable(),
    delimiter: Read.delimiter,
    state: z.literal('refused'),
    problem: z.string(),
    finishedAt: Instant,
  }),
} as const;

/**
 * A hand-over as it stands in the Abgabehistorie, and as it is stored: what it has depends on its state. rows =
 * accepted + rejected + duplicates; `codes` counts each kind of issue; instants are real time.
 */
export const HandOver = z.discriminatedUnion('state', [
  HAND_OVER.running,
  z.discriminatedUnion('source', [HAND_OVER.taken, HAND_OVER.called]),
  HAND_OVER.checked,
  HAND_OVER.refused,
]);
export type HandOver = Readonly<z.infer<typeof HandOver>>;
/** A list that is being read. */
export type RunningList = Extract<HandOver, { state: 'running' }>;
/** A list that is over, in whatever way: its creditor is told. */
export type EndedList = Exclude<Extract<HandOver, { source: 'file' }>, { state: 'running' }>;

/** What came through the API. */
export type CalledHandOver = Extract<HandOver, { source: 'api' }>;

/**
 * Rows are taken in lots of this size: small enough to lose little in a crash, large enough that a checkpoint costs
 * next to nothing per row.
 */
export const LOT_ROWS = 500;

/**
 * Up to `LOT_ROWS` consecutive rows of a hand-over and what became of them: written when they are done, so that a
 * second try begins behind them.
 */
export const Lot = z.object({
  ...Tally.shape,
  n: z.int().positive(),
  claims: z.array(z.string()).readonly(),
  /** Akten whose claims its rows have completed: their executions go on anew. */
  woken: z.array(AkteId).readonly(),
  started: z.boolean(),
});
export type Lot = Readonly<z.infer<typeof Lot>>;
