import { aktenIn } from '../domain/aktenzeichen.ts';
import type { Akte } from '../domain/akte.ts';
import { bookingIdOf, contentOf, statementOf, type BankEntry } from '../domain/bank.ts';
import { Rejected } from '../domain/faults.ts';
import { formatEuro } from '../domain/money.ts';
import { formatDay } from '../domain/calendar.ts';
import { unmatchedMail } from '../domain/letters/reports.ts';
import type { Agency } from '../domain/parties.ts';
import type { Akten, Archive, Clock, Mailbox, Once } from './ports.ts';
import { recordPayment } from './record-payment.ts';
import { tellOnce } from './tell-once.ts';
import type { Timers } from './timer-ports.ts';

export type Unmatched = Readonly<{ entry: BankEntry; reason: string }>;
type Ports = Readonly<{
  akten: Akten;
  timers: Pick<Timers, 'note'>;
  clock: Clock;
  archive: Archive;
  mailbox: Mailbox;
  once: Once;
  agency: Agency;
  finance: string;
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
  return isAlike(akte, entry)
    ? {
        reason:
          'Dieselbe Buchung steht schon in einem anderen Auszug und ist gebucht: bitte prüfen, ob es zwei Zahlungen sind',
      }
    : { akte };
};

/** The very same line, day and bank references included, was booked from another statement: a file sent twice under two numbers, or two payments. A person decides. */
const isAlike = (akte: Akte, entry: BankEntry): boolean =>
  akte.payments.some(
    ({ id }) =>
      id !== bookingIdOf(entry.id) &&
      contentOf(id) === contentOf(bookingIdOf(entry.id)) &&
      statementOf(id) !== statementOf(bookingIdOf(entry.id)),
  );

const escape = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
const listOf = (unmatched: readonly Unmatched[]): string =>
  `\uFEFF${[
    ['Buchungstag', 'Wertstellung', 'Betrag', 'Zahler', 'Verwendungszweck', 'Grund', 'Kennung der Buchung'],
    ...unmatched.map(({ entry, reason }) => [
      formatDay(entry.bookedOn),
      formatDay(entry.valueDate),
      formatEuro(entry.amount),
      entry.payerName ?? '',
      entry.remittance,
      reason,
      bookingIdOf(entry.id),
    ]),
  ]
    .map((row) => row.map(escape).join(';'))
    .join('\r\n')}\r\n`;

/** Books one line, or says why a person must. */
const bookLine = async (ports: Ports, key: string, entry: BankEntry): Promise<string | null> => {
  // What a person has booked by hand, or an earlier try of this file, is booked.
  const owner = await ownerOf(ports.akten, entry);
  if ('reason' in owner) return owner.reason;
  try {
    await recordPayment(ports)({
      akte: owner.akte.id,
      id: bookingIdOf(entry.id),
      amount: entry.amount,
      valueDate: entry.valueDate,
      via: 'agency',
      source: key,
      by: 'system:bank',
    });
    return null;
  } catch (error) {
    // One line that cannot be booked must not keep the others from it.
    if (!(error instanceof Rejected)) throw error;
    return error.message;
  }
};

/** Books every line of a bank statement that names one Akte and can be its; lists the others for a person beside the file. Twice changes nothing. */
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
      await ports.archive.put(`${statement.key}.nicht-zugeordnet.csv`, listOf(unmatched), 'text/csv; charset=utf-8');
      // Once per file: the same file again lists the same lines.
      await tellOnce(ports, `unmatched:${statement.key}`, () => ({
        to: ports.finance,
        ...unmatchedMail({ agency: ports.agency, statement: statement.key, lines: unmatched }),
      }));
    }
    return { booked: statement.entries.length - unmatched.length, unmatched };
  };
