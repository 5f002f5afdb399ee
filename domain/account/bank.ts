import * as z from 'zod';
import { Day } from '../calendar.ts';
import { AkteId, PaymentId } from '../ids.ts';
import { Cents, formatEuro, minus, sum } from '../money.ts';

/**
 * `‹content›.‹statement›`: our account, the bank's statement and the line on it, two equal ones on one statement apart
 * (`….2`). Never the bank's own reference alone: some banks write NONREF, some use a number again.
 */
export const BankLineId = z.string().brand<'BankLineId'>();
export type BankLineId = z.infer<typeof BankLineId>;

/** One booked line of a bank statement, as far as a collection agency needs it. */
export const BankEntry = z.strictObject({
  id: BankLineId,
  /** IBAN of our account. */
  account: z.string(),
  bookedOn: Day,
  /** The day the money counts from: interest ends here. */
  valueDate: Day,
  /** Positive: money came in; negative: money went out. */
  amount: Cents,
  /** ISO 11649 (`RF…`) where the payer gave one as a structured reference. */
  reference: z.string().exactOptional(),
  /** All unstructured remittance text, joined without gaps that the file's line breaks made. */
  remittance: z.string(),
  payerName: z.string().exactOptional(),
  payerIban: z.string().exactOptional(),
  /** Why this line is for a person, in German; absent: it may be booked. */
  doubt: z.string().exactOptional(),
  /** What the statement says where it is no amount in euro (`9.00 USD`); `amount` is zero then. */
  stated: z.string().exactOptional(),
  /**
   * A booking that takes another one back (returned direct debit, corrected booking): for a person, never matched by
   * itself.
   */
  reversal: z.boolean(),
});
export type BankEntry = Readonly<z.infer<typeof BankEntry>>;
/** A line that could not be booked by itself, and why: a person must. */
export type Unmatched = Readonly<{ entry: BankEntry; reason: string }>;

/** What a person reads as the amount. */
export const amountInWords = ({ amount, stated }: Pick<BankEntry, 'amount' | 'stated'>): string =>
  stated ?? formatEuro(amount);

/** What of a line was booked to which Akte, as which payment. */
export const Share = z.strictObject({ akte: AkteId, payment: PaymentId, amount: Cents });
export type Share = Readonly<z.infer<typeof Share>>;
/** A line of a statement as it is kept: what arrived, and where it went. `version` counts its changes. */
export const BankLine = z.strictObject({
  entry: BankEntry,
  shares: z.array(Share).readonly(),
  version: z.int().nonnegative(),
});
export type BankLine = Readonly<z.infer<typeof BankLine>>;
/** What of a line is booked nowhere, given the shares whose payments stand. */
export const restOf = ({ entry }: BankLine, held: readonly Share[]): Cents =>
  minus(entry.amount, sum(held.map((s) => s.amount)));

/**
 * The id of the payment a line becomes in an Akte, `bank:‹content›.‹statement›`: whoever books it, it is one. What is
 * booked of it there again, once it was reversed or as another part, is `…#2`, `…#3`, in the order of the Akte.
 */
export const bookingIdOf = (line: BankLineId, n = 1): PaymentId =>
  PaymentId.parse(n === 1 ? `bank:${line}` : `bank:${line}#${n}`);
const BOOKING = /^bank:([^#]+)(?:#(?:[2-9]|[1-9]\d+))?$/;
/** The line behind a payment, null where it is no line of a bank statement: those we have named ourselves. */
export const lineIdOf = (payment: PaymentId): BankLineId | null => {
  const [, line] = BOOKING.exec(payment) ?? [];
  return line === undefined ? null : BankLineId.parse(line);
};
/** What a line says, whatever statement it stands on. */
export const contentOf = (line: BankLineId): string => line.split('.')[0] ?? line;
/** The statement a line stands on. */
export const statementOf = (line: BankLineId): string => line.split('.')[1] ?? '';

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
