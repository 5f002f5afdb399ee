import type { Akte } from '../domain/akte.ts';
import type { Day } from '../domain/calendar.ts';
import type { AkteId, ClaimId } from '../domain/claim.ts';
import type { Channel, Fact } from '../domain/facts.ts';
import type { CreditorId, Creditor } from '../domain/parties.ts';
import type { Payout, PayoutStatement } from '../domain/payout.ts';
import type { Procedure } from '../domain/procedure.ts';
import type { Notice } from '../domain/notice.ts';
import type { TransferOrder } from '../domain/bank.ts';

/** What day it is and when a day begins scale together; `now` is real time, for the age of a reservation. */
export interface Clock { today(): Day; instantOf(day: Day): string; now(): Date }

/** Who did it: `system`, `client:‹creditor›`, `operator:‹name›`. */
export type Act = Readonly<{ by: string; facts: readonly Fact[] }>;
/** What a payment leaves in the creditor's journal, in the same transaction as the act. */
export type JournalLine = Readonly<{ month: string; akte: AkteId }>;

export interface Akten {
  /** NotFound where there is none. */
  get(id: AkteId): Promise<Akte>;
  find(id: AkteId): Promise<Akte | null>;
  /** Appends one act behind the version it was decided from; Conflict when somebody else was quicker. `invoices`: put if absent in the same transaction. */
  append(id: AkteId, version: number, act: Act, also?: Readonly<{ journal?: JournalLine; invoices?: readonly string[] }>): Promise<Akte>;
  /** The acts with their instants, for the timeline. */
  history(id: AkteId): Promise<readonly Readonly<{ at: string; by: string; facts: readonly Fact[] }>[]>;
  listOf(creditor: CreditorId): Promise<readonly AkteId[]>;
  paidIn(creditor: CreditorId, month: string): Promise<readonly AkteId[]>;
  /** The Akte an invoice number stands in, if the creditor has handed it over before. */
  withInvoice(creditor: CreditorId, invoice: string): Promise<AkteId | null>;
}

export interface Creditors { get(id: CreditorId): Promise<Creditor>; list(): Promise<readonly Creditor[]>; save(creditor: Creditor): Promise<void> }
export interface Procedures { get(of: { id: string; version: number }): Promise<Procedure>; save(procedure: Procedure): Promise<void> }

export type HandOver = Readonly<{
  id: string; creditor: CreditorId; source: 'file' | 'api'; file: string | null; on: Day; state: 'running' | 'done' | 'refused';
  rows: number; accepted: number; rejected: number; duplicates: number; warnings: number; problem: string | null; report: string | null; claims: readonly string[];
}>;
export interface HandOvers { save(handOver: HandOver): Promise<void>; find(creditor: CreditorId, id: string): Promise<HandOver | null>; list(creditor: CreditorId): Promise<readonly HandOver[]> }

export interface Workflows { start(akte: AkteId, claim: ClaimId, generation: number): Promise<void>; stop(akte: AkteId, claim: ClaimId, generation: number): Promise<void> }

/** What a provider says about one message. Unavailable thrown: certainly not taken. Any other error: nobody knows. */
export type Delivery = Readonly<{ outcome: 'accepted'; providerId: string } | { outcome: 'refused'; reason: string }>;
/** What is known afterwards: `unknown` where the channel keeps no record of what it never took. */
export type KnownOutcome = Readonly<{ outcome: 'accepted'; providerId: string } | { outcome: 'absent' } | { outcome: 'unknown' }>;
export type Outgoing = Readonly<{ reference: string; to: string; subject?: string; text: string; html?: string; pdf?: Uint8Array; pdfName?: string; enclosures?: readonly Readonly<{ name: string; content: Uint8Array }>[] }>;
export interface Post { send(message: Outgoing): Promise<Delivery>; outcome(reference: string): Promise<KnownOutcome> }
export type Posts = Readonly<Record<Channel, Post>>;

/** Turns content into what is sent. */
export interface Press {
  letter(notice: Notice): Promise<Uint8Array>;
  mail(notice: Notice): { subject: string; text: string; html: string };
  statement(statement: PayoutStatement): Promise<Uint8Array>;
  statementCsv(statement: PayoutStatement): string;
  transfers(order: TransferOrder): string;
}
export interface Archive { put(key: string, content: Uint8Array | string, type: string): Promise<void>; get(key: string): Promise<Uint8Array>; find(key: string): Promise<Uint8Array | null> }
/** Mail to creditors and staff: nothing legal hangs on it. */
export interface Mailbox { send(mail: Readonly<{ to: string; subject: string; text: string; attachments?: readonly Readonly<{ name: string; content: Uint8Array; type: string }>[] }>): Promise<void> }
export interface Payouts { find(creditor: CreditorId, month: string): Promise<Payout | null>; latest(creditor: CreditorId, before: string): Promise<Payout | null>; put(payout: Payout): Promise<Payout> }
/** True the first time something happens, false ever after. */
export interface Once { first(what: string): Promise<boolean> }
export interface Hashes { sha256(text: string): string }
