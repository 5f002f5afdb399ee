import { aktenIn } from '../../domain/akte/aktenzeichen.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import { restOf, type BankEntry, type BankLine, type Share, type Unmatched } from '../../domain/account/bank.ts';
import { Rejected } from '../../domain/faults.ts';
import { formatEuro } from '../../domain/money.ts';
import { unmatchedMail } from '../../domain/letters/reports.ts';
import type { Agency } from '../../domain/parties/parties.ts';
import { bookBankLine, placesOf, standingOf, type LinePorts, type Standing } from './book-bank-line.ts';
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

/** Whose money is it? Exactly one Akte must be meant: a wrong guess would show one debtor's payment to another. */
type Owner = Readonly<{ akte: Akte } | { reason: string }>;
const ownerOf = async (akten: Akten, entry: BankEntry): Promise<Owner> => {
  if (entry.doubt) return { reason: entry.doubt };
  if (entry.amount <= 0 || entry.reversal) return { reason: 'Abgang oder Rückbuchung: bitte von Hand zuordnen' };
  const named: Akte[] = [];
  for (const id of aktenIn(entry.reference, entry.remittance)) {
    const akte = await akten.find(id);
    if (akte) named.push(akte);
  }
  const [akte, ...more] = named;
  if (!akte) return { reason: 'Kein bekanntes Aktenzeichen im Verwendungszweck' };
  if (more.length > 0) return { reason: 'Mehrere Aktenzeichen im Verwendungszweck' };
  return { akte };
};

/**
 * Some of a line was booked before: what is left, or was taken back, is for a person, too. Why it was taken back we do
 * not know. Null: nothing is left.
 */
const leftOf = (line: BankLine, { held, reversed }: Standing): string | null => {
  const rest = restOf(line, held);
  if (rest <= 0) return null;
  const part = held.length > 0 ? ' --teil' : '';
  return [
    ...(held.length > 0 ? [`Davon schon zugeordnet: ${placesOf(held)}`] : []),
    ...(reversed.length > 0 ? [`Zurückgebucht: ${placesOf(reversed)}`] : []),
    reversed.length > 0
      ? `offen sind ${formatEuro(rest)}, wenn sie nur falsch gebucht war (Befehl: --umgebucht${part}); hat die Bank das Geld zurückgeholt, ist nichts mehr zuzuordnen`
      : `offen sind ${formatEuro(rest)} (Befehl:${part})`,
  ].join('; ');
};

/**
 * The very same line was booked from another statement, whatever became of it since: a file sent twice under two
 * numbers, or two payments. A person decides.
 */
const bookedElsewhere = async ({ bankLines, akten }: Ports, entry: BankEntry): Promise<string | null> => {
  const held: Share[] = [];
  const reversed: Share[] = [];
  for (const line of await bankLines.alike(entry.id)) {
    const standing = await standingOf(akten, line);
    held.push(...standing.held);
    reversed.push(...standing.reversed);
  }
  const seen = [
    ...(held.length > 0 ? [`ist gebucht: ${placesOf(held)}`] : []),
    ...(reversed.length > 0 ? [`war gebucht und ist zurückgebucht: ${placesOf(reversed)}`] : []),
  ];
  return seen.length === 0
    ? null
    : `Dieselbe Buchung steht schon in einem anderen Auszug und ${seen.join('; sie ')}. Bitte prüfen, ob es zwei Zahlungen sind`;
};

/**
 * Keeps a line and books it, or says why a person must. What has been booked, by hand or by an earlier try, stays
 * booked; what was taken back is not booked again by itself.
 */
const bookLine = async (ports: Ports, key: string, entry: BankEntry): Promise<string | null> => {
  const line = await ports.bankLines.keep(entry);
  if (line.shares.length > 0) return leftOf(line, await standingOf(ports.akten, line));
  const elsewhere = await bookedElsewhere(ports, entry);
  if (elsewhere !== null) return elsewhere;
  const owner = await ownerOf(ports.akten, entry);
  if ('reason' in owner) return owner.reason;
  try {
    await bookBankLine(ports)({
      akte: owner.akte.id,
      line: entry.id,
      amount: entry.amount,
      valueDate: entry.valueDate,
      source: key,
      by: 'system:bank',
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
