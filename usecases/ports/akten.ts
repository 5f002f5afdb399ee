import type { Actor } from '../../domain/actor.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import type { Day } from '../../domain/calendar.ts';
import type { AkteId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import type { Page, Part } from '../../domain/page.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import type { BankLine } from '../../domain/account/bank.ts';
import type { RequestChange } from './kept-requests.ts';

/** Who did it: `system`, `client:‹creditor›`, `operator:‹name›`. */
export type Act = Readonly<{ by: Actor; facts: readonly Fact[] }>;

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
  /** What is kept of the call that the act answers; Conflict where somebody else has begun it meanwhile. */
  request?: RequestChange;
}>;

export interface Akten {
  /** NotFound where there is none. */
  get(id: AkteId): Promise<Akte>;
  find(id: AkteId): Promise<Akte | null>;
  /** Appends one act behind the version it was decided from; Conflict when somebody else was quicker. */
  append(id: AkteId, version: number, act: Act, also?: Also): Promise<Akte>;
  /** The Akten that have a phone window which ends after this day: noted with the act that opens it. */
  withOpenCalls(creditor: CreditorId, on: Day): Promise<readonly AkteId[]>;
  /**
   * Whether the log of an Akte is whole: how many acts it has, and the first whose hash does not fit; null: all do.
   * NotFound where there is none.
   */
  verify(id: AkteId): Promise<Readonly<{ acts: number; brokenAt: number | null }>>;
  /** The acts with their instants, for the timeline. */
  history(id: AkteId): Promise<readonly Readonly<{ at: string; by: Actor; facts: readonly Fact[] }>[]>;
  /** A creditor's Akten by the day on which they were opened; one of the last second may still be missing. */
  list(creditor: CreditorId, page: Page): Promise<Part<AkteId>>;
  /** All of them in that order, one after the other: there may be a million. */
  each(creditor: CreditorId): AsyncIterable<AkteId>;
  /** The Akten that normalised invoice numbers stand in; one that was never handed over is missing. */
  withInvoices(creditor: CreditorId, invoices: readonly string[]): Promise<ReadonlyMap<string, AkteId>>;
}
