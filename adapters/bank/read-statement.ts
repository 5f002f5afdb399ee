import type { BankEntry } from '../../domain/account/bank.ts';
import { Rejected } from '../../domain/faults.ts';
import { readCamt053 } from './camt.ts';

type Reader = (text: string) => readonly BankEntry[];

/**
 * How a bank's file is read, by the end of its name. For the same ends an upload raises an event (lib/functions.ts,
 * `BankStatementArrived`); a test holds both together. What could not be booked is listed beside its statement, in a
 * file that ends in `.nicht-zugeordnet.csv`: no bank's format may end so.
 */
export const READERS: Readonly<Record<`.${string}`, Reader>> = { '.xml': readCamt053 };

/**
 * The lines of a bank's statement, whatever its format; `name`: of its file. Throws Rejected `bank.*` where it is none.
 */
export const readStatement = (name: string, bytes: Uint8Array): readonly BankEntry[] => {
  const reader = Object.entries(READERS).find(([end]) => name.endsWith(end))?.[1];
  if (!reader)
    throw new Rejected(
      'bank.format',
      `Die Datei ${name} hat kein Format, das gelesen wird; ihr Name endet auf ${Object.keys(READERS).join(' oder ')}.`,
    );
  return reader(new TextDecoder().decode(bytes));
};
