import { createHash } from 'node:crypto';
import { BankLineId, type BankEntry } from '../../domain/account/bank.ts';

/**
 * What tells one statement of our account from another; pages of one have their numbers. `seen`: the lines of the file
 * so far, so that equal ones are told apart, also where a statement comes in several pieces.
 */
export type Statement = Readonly<{ account: string; names: readonly string[]; seen: Map<string, number> }>;
/** A line as it is read, without its id; `says`: all that the bank's file says of it. */
export type Line = Omit<BankEntry, 'id'> & Readonly<{ says: unknown }>;

const hashOf = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);

/**
 * B1: account, statement and line. What the line says stands first, so that the same line on another statement can be
 * seen to be alike.
 */
export const named = (statement: Statement, { says, ...line }: Line): BankEntry => {
  const { account, bookedOn, valueDate, amount, reversal } = line;
  const ofLine = hashOf([account, bookedOn, valueDate, amount, reversal, says]);
  const ofStatement = hashOf([statement.account, statement.names]).slice(0, 8);
  const id = `${ofLine}.${ofStatement}`;
  const n = (statement.seen.get(id) ?? 0) + 1;
  statement.seen.set(id, n);
  return { id: BankLineId.parse(n === 1 ? id : `${id}.${n}`), ...line };
};
