import type { Day } from './calendar.ts';
import type { Cents } from './money.ts';

/** One booked line of a bank statement, as far as a collection agency needs it. */
export type BankEntry = Readonly<{
  /** The same line has the same id in every file it stands in; two equal payments on one statement have two. */
  id: string;
  /** IBAN of our account. */
  account: string;
  bookedOn: Day;
  /** The day the money counts from: interest ends here. */
  valueDate: Day;
  /** Positive: money came in; negative: money went out. */
  amount: Cents;
  /** ISO 11649 (`RF…`) where the payer gave one as a structured reference. */
  reference?: string;
  /** All unstructured remittance text, joined without gaps that the file's line breaks made. */
  remittance: string;
  payerName?: string;
  payerIban?: string;
  /** A booking that takes another one back (returned direct debit, corrected booking): for a person, never matched by itself. */
  reversal: boolean;
}>;

/** One credit transfer in a payment order to our bank (SEPA, EUR). */
export type Transfer = Readonly<{
  endToEndId: string;
  amount: Cents;
  payee: string;
  iban: string;
  bic?: string;
  remittance: string;
}>;

/** A payment order: everything in it is decided before it is written, so that writing it twice gives the same file. */
export type TransferOrder = Readonly<{
  messageId: string;
  /** ISO instant of creation. */
  createdAt: string;
  executionDay: Day;
  payer: Readonly<{ name: string; iban: string; bic?: string }>;
  transfers: readonly Transfer[];
}>;
