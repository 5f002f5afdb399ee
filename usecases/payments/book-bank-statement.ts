import { SYSTEM } from '../../domain/actor.ts';
import { aktenIn } from '../../domain/akte/aktenzeichen.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import type { BankEntry, Unmatched } from '../../domain/account/bank.ts';
import type { Standing } from '../../domain/account/decide-bank-line.ts';
import { alikeInWords, leftInWords, ownerAmong, whyByHand } from '../../domain/account/match-bank-line.ts';
import { Rejected } from '../../domain/faults.ts';
import { unmatchedMail } from '../../domain/letters/reports.ts';
import type { Agency } from '../../domain/parties/parties.ts';
import { bookBankLine, standingNow, type LinePorts } from './book-bank-line.ts';
import type { Akten } from '../ports/akten.ts';
import type { UnmatchedWriter } from '../ports/bank-lines.ts';
import type { Archive } from '../ports/archive.ts';
import type { Mailbox } from '../ports/posts.ts';
import type { Once } from '../ports/once.ts';
import { tellOnce } from '../tell-once.ts';

type Ports = LinePorts &
  Readonly<{
    archive: Archive;
    mailbox: Mailbox;
    once: Once;
    agency: Agency;
    finance: string;
    unmatchedList: UnmatchedWriter;
  }>;

/** The Akten that there are of those a line names. */
const namedIn = async (akten: Akten, { reference, remittance }: BankEntry): Promise<readonly Akte[]> => {
  const named: Akte[] = [];
  for (const id of aktenIn(reference, remittance)) {
    const akte = await akten.find(id);
    if (akte) named.push(akte);
  }
  return named;
};

/** What became of the lines of other statements that say the very same. */
const alikeNow = async ({ bankLines, akten }: Ports, entry: BankEntry): Promise<readonly Standing[]> => {
  const standings: Standing[] = [];
  for (const line of await bankLines.alike(entry.id)) standings.push(await standingNow(akten, line));
  return standings;
};

/**
 * Keeps a line and books it, or says why a person must. What has been booked, by hand or by an earlier try, stays
 * booked; what was taken back is not booked again by itself.
 */
const bookLine = async (ports: Ports, key: string, entry: BankEntry): Promise<string | null> => {
  const line = await ports.bankLines.keep(entry);
  if (line.shares.length > 0) return leftInWords(line, await standingNow(ports.akten, line));
  const byHand = alikeInWords(await alikeNow(ports, entry)) ?? whyByHand(entry);
  if (byHand !== null) return byHand;
  const owner = ownerAmong(await namedIn(ports.akten, entry));
  if ('reason' in owner) return owner.reason;
  try {
    await bookBankLine(ports)({
      akte: owner.akte.id,
      line: entry.id,
      amount: entry.amount,
      valueDate: entry.valueDate,
      source: key,
      by: SYSTEM.bank,
      part: false,
    });
    return null;
  } catch (error) {
    // One line that cannot be booked must not keep the others from it.
    if (!(error instanceof Rejected)) throw error;
    return error.message;
  }
};

/**
 * Books every line of a bank statement that names one Akte and can be its; lists the others for a person beside the
 * file. Twice changes nothing.
 */
export const bookBankStatement =
  (ports: Ports) =>
  async (statement: {
    key: string;
    entries: readonly BankEntry[];
  }): Promise<{ booked: number; unmatched: readonly Unmatched[] }> => {
    const unmatched: Unmatched[] = [];
    for (const entry of statement.entries) {
      const reason = await bookLine(ports, statement.key, entry);
      if (reason !== null) unmatched.push({ entry, reason });
    }
    if (unmatched.length > 0) {
      await ports.archive.put(
        `${statement.key}.nicht-zugeordnet.csv`,
        ports.unmatchedList(unmatched),
        'text/csv; charset=utf-8',
      );
      // Once per file: the same file again lists the same lines.
      await tellOnce(ports, `unmatched:${statement.key}`, () => ({
        to: ports.finance,
        ...unmatchedMail({ agency: ports.agency, statement: statement.key, lines: unmatched }),
      }));
    }
    return { booked: statement.entries.length - unmatched.length, unmatched };
  };
