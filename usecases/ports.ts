import type { Akte } from '../domain/akte.ts';
import type { Day } from '../domain/calendar.ts';
import type { AkteId, ClaimId } from '../domain/claim.ts';
import type { Channel, Fact } from '../domain/facts.ts';
import type { Tally } from '../domain/intake/tally.ts';
import type { CreditorId, Creditor } from '../domain/parties.ts';
import type { Payout, PayoutStatement } from '../domain/payout.ts';
import type { Procedure } from '../domain/procedure.ts';
import type { Notice } from '../domain/notice.ts';
import type { BankEntry, BankLine, TransferOrder } from '../domain/bank.ts';

/**
 * What day it is and when a day begins (at 8 o'clock, or at another hour of it) scale together; `now` is real time, for
 * the age of a reservation. `hour`: 0–23, local time, of the day that it is; null where days are too short to have
 * hours.
 */
export interface Clock {
  today(): Day;
  hour(): number | null;
  instantOf(day: Day, hour?: number): string;
  now(): Date;
}

/** Who did it: `system`, `client:‹creditor›`, `operator:‹name›`. */
export type Act = Readonly<{ by: string; facts: readonly Fact[] }>;

/** What is written in one transaction with an act, or not at all. */
export type Also = Readonly<{
  /** Put if absent: an invoice is handed over once. */
  invoices?: readonly string[];
  /** Other Akten the act was decided from, Conflict when one of them has moved on (at most ninety). */
  unmoved?: readonly Pick<Akte, 'id' | 'version'>[];
  /**
   * The line of a statement whose money the act books, as it stands then; Conflict when it has changed since the
   * version before.
   */
  line?: BankLine;
}>;

export interface Akten {
  /** NotFound where there is none. */
  get(id: AkteId): Promise<Akte>;
  find(id: AkteId): Promise<Akte | null>;
  /** Appends one act behind the version it was decided from; Conflict when somebody else was quicker. */
  append(id: AkteId, version: number, act: Act, also?: Also): Promise<Akte>;
  /** The Akten that have a phone window which ends after this day: noted with the act that opens it. */
  withOpenCalls(creditor: CreditorId, on: Day): Promise<readonly AkteId[]>;
  /** The acts with their instants, for the timeline. */
  /**
   * Whether the log of an Akte is whole: how many acts it has, and the first whose hash does not fit; null: all do.
   * NotFound where there is none.
   */
  verify(id: AkteId): Promise<Readonly<{ acts: number; brokenAt: number | null }>>;
  history(id: AkteId): Promise<readonly Readonly<{ at: string; by: string; facts: readonly Fact[] }>[]>;
  listOf(creditor: CreditorId): Promise<readonly AkteId[]>;
  /** The Akten that normalised invoice numbers stand in; one that was never handed over is missing. */
  withInvoices(creditor: CreditorId, invoices: readonly string[]): Promise<ReadonlyMap<string, AkteId>>;
}

/**
 * The lines of our account's statements, each kept once, whichever file says it. Where its money goes is written with
 * the payment (`Also`).
 */
export interface BankLines {
  /** Keeps a line that has not been seen; what is kept stands. Answers with what is kept. */
  keep(entry: BankEntry): Promise<BankLine>;
  find(id: BankEntry['id']): Promise<BankLine | null>;
  /** Lines of other statements that say the very same, day and bank references included. */
  alike(id: BankEntry['id']): Promise<readonly BankLine[]>;
}

export interface Creditors {
  get(id: CreditorId): Promise<Creditor>;
  list(): Promise<readonly Creditor[]>;
  save(creditor: Creditor): Promise<void>;
}
export interface Procedures {
  get(of: { id: string; version: number }): Promise<Procedure>;
  save(procedure: Procedure): Promise<void>;
}

/** What a creditor wants done with a list: take the good rows, take all rows or none, or only say what would happen. */
export type HandOverMode = 'good-rows' | 'all-or-nothing' | 'check-only';
/**
 * A hand-over as it stands in the Abgabehistorie. rows = accepted + rejected + duplicates; `codes` counts each kind of
 * issue; instants are real time.
 */
export type HandOver = Tally &
  Readonly<{
    id: string;
    creditor: CreditorId;
    source: 'file' | 'api';
    file: string | null;
    on: Day;
    mode: HandOverMode;
    /** `checked`: looked at and nothing taken, as wanted. `refused`: nothing taken, `problem` says why. */
    state: 'running' | 'done' | 'checked' | 'refused';
    encoding: string | null;
    delimiter: string | null;
    problem: string | null;
    /** Where the error report (CSV; JSON beside it) and the file of refused rows to be mended lie. */
    report: string | null;
    correction: string | null;
    /** ‹Akte›-‹claim›, the first thousand; all of them stand in its lots. */
    claims: readonly string[];
    /** Some execution may not have been started yet; the reconciler asks again until all are. */
    startsPending: boolean;
    receivedAt: string;
    updatedAt: string;
    finishedAt: string | null;
  }>;
/**
 * Some hundred consecutive rows of a hand-over and what became of them: written when they are done, so that a second
 * try begins behind them.
 */
export type Lot = Tally &
  Readonly<{
    n: number;
    claims: readonly string[];
    /** Akten whose claims its rows have completed: their executions go on anew. */
    woken: readonly AkteId[];
    started: boolean;
  }>;
export interface HandOvers {
  save(handOver: HandOver): Promise<void>;
  find(creditor: CreditorId, id: string): Promise<HandOver | null>;
  /** Newest first. */
  list(creditor: CreditorId): Promise<readonly HandOver[]>;
  saveLot(creditor: CreditorId, id: string, lot: Lot): Promise<void>;
  findLot(creditor: CreditorId, id: string, n: number): Promise<Lot | null>;
  /** In order. A million rows have thousands of lots: they are read one after the other. */
  lots(creditor: CreditorId, id: string): AsyncIterable<Lot>;
}

export type Upload = Readonly<{ creditor: CreditorId; id: string; key: string }>;
export type LotKey = Readonly<{ creditor: CreditorId; handOver: string; lot: number }>;
/** Work that is done elsewhere, soon, at least once. */
export interface Work {
  goOn(upload: Upload): Promise<void>;
  startLots(lots: readonly LotKey[]): Promise<void>;
}

export interface Workflows {
  start(akte: AkteId, claim: ClaimId, generation: number): Promise<void>;
  stop(akte: AkteId, claim: ClaimId, generation: number): Promise<void>;
}

/** What a provider says about one message. Unavailable thrown: certainly not taken. Any other error: nobody knows. */
export type Delivery = Readonly<{ outcome: 'accepted'; providerId: string } | { outcome: 'refused'; reason: string }>;
/** What is known afterwards: `unknown` where the channel keeps no record of what it never took. */
export type KnownOutcome = Readonly<
  { outcome: 'accepted'; providerId: string } | { outcome: 'absent' } | { outcome: 'unknown' }
>;
/**
 * In whose name a message goes out where that is not the agency's: what a mail program or a phone shows. The address it
 * comes from stays ours, so that bounces lead back.
 */
export type ShownAs = Readonly<{ name: string; replyTo?: string; smsSender?: string }>;
export type Outgoing = Readonly<{
  reference: string;
  to: string;
  subject?: string;
  text: string;
  html?: string;
  pdf?: Uint8Array;
  pdfName?: string;
  enclosures?: readonly Readonly<{ name: string; content: Uint8Array }>[];
  shownAs?: ShownAs;
}>;
export interface Post {
  send(message: Outgoing): Promise<Delivery>;
  outcome(reference: string): Promise<KnownOutcome>;
}
export type Posts = Readonly<Record<Channel, Post>>;

/** Turns content into what is sent. */
export interface Press {
  letter(notice: Notice): Promise<Uint8Array>;
  mail(notice: Notice): { subject: string; text: string; html: string };
  statement(statement: PayoutStatement): Promise<Uint8Array>;
  statementCsv(statement: PayoutStatement): string;
  transfers(order: TransferOrder): string;
}
export interface Archive {
  put(key: string, content: Uint8Array | string, type: string): Promise<void>;
  get(key: string): Promise<Uint8Array>;
  find(key: string): Promise<Uint8Array | null>;
  /** Bytes as they come, for what may be too large for the memory. NotFound where there is none. */
  open(key: string): Promise<Readonly<{ size: number; bytes: AsyncIterable<Uint8Array> }>>;
  /** Writes text as it comes; whoever reads meanwhile sees nothing of it, or the object before. */
  write(key: string, content: AsyncIterable<string>, type: string): Promise<void>;
}
/** Mail to creditors and staff: nothing legal hangs on it. */
export interface Mailbox {
  send(
    mail: Readonly<{
      to: string;
      subject: string;
      text: string;
      attachments?: readonly Readonly<{ name: string; content: Uint8Array; type: string }>[];
    }>,
  ): Promise<void>;
}
export interface Payouts {
  find(creditor: CreditorId, month: string): Promise<Payout | null>;
  latest(creditor: CreditorId, before: string): Promise<Payout | null>;
  put(payout: Payout): Promise<Payout>;
}
/** What has been done, so that a repetition leaves it. Marked after the deed: what failed is tried again. */
export interface Once {
  isDone(what: string): Promise<boolean>;
  done(what: string): Promise<void>;
}
export interface Hashes {
  sha256(text: string): string;
}
