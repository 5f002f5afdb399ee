import type { Day } from './calendar.ts';
import type { Cents } from './money.ts';

/** One booked line of a bank statement, as far as a collection agency needs it. */
export type BankEntry = Readonly<{
  /**
   * `‹content›.‹statement›`: our account, the bank's statement and the line on it, two equal ones on one statement apart (`….2`).
   * Never the bank's own reference alone: some banks write NONREF, some use a number again.
   */
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
  /** Why this line is for a person, in German; absent: it may be booked. */
  doubt?: string;
  /** A booking that takes another one back (returned direct debit, corrected booking): for a person, never matched by itself. */
  reversal: boolean;
}>;

/** The id of the payment a line becomes, `bank:‹content›.‹statement›`: whoever books it, it is one. */
export const bookingIdOf = (line: BankEntry['id']): string => `bank:${line}`;
/** Whether a payment is a line of a bank statement: then we have named it ourselves. */
export const isBankLine = (payment: string): boolean => payment.startsWith('bank:');
/** What the line behind a payment says, whatever statement it stands on. */
export const contentOf = (payment: string): string => payment.split('.')[0] ?? payment;
/** The statement the line behind a payment stands on. */
export const statementOf = (payment: string): string => payment.split('.')[1] ?? '';

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
