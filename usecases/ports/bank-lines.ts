import type { BankEntry, BankLine, BankLineId, Unmatched } from '../../domain/account/bank.ts';

/**
 * The lines of our account's statements, each kept once, whichever file says it. Where its money goes is written with
 * the payment (`Also`).
 */
export interface BankLines {
  /** Keeps a line that has not been seen; what is kept stands. Answers with what is kept. */
  keep(entry: BankEntry): Promise<BankLine>;
  find(id: BankLineId): Promise<BankLine | null>;
  /** Lines of other statements that say the very same, day and bank references included. */
  alike(id: BankLineId): Promise<readonly BankLine[]>;
}

/** Writes the lines that a person must book as a file for a spreadsheet. Text only. */
export type UnmatchedWriter = (unmatched: readonly Unmatched[]) => string;
