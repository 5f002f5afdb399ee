import { aktenIn } from '../domain/aktenzeichen.ts';
import type { BankEntry } from '../domain/bank.ts';
import type { AkteId } from '../domain/claim.ts';
import { Rejected } from '../domain/faults.ts';
import { formatEuro } from '../domain/money.ts';
import { formatDay } from '../domain/calendar.ts';
import { unmatchedMail } from '../domain/letters/reports.ts';
import type { Agency } from '../domain/parties.ts';
import type { Akten, Archive, Clock, Mailbox, Once } from './ports.ts';
import { recordPayment } from './record-payment.ts';
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
const ownerOf = async (akten: Akten, entry: BankEntry): Promise<AkteId | string> => {
  if (entry.amount <= 0 || entry.reversal) return 'Abgang oder Rückbuchung: bitte von Hand zuordnen';
  const named: AkteId[] = [];
  for (const id of aktenIn(entry.reference, entry.remittance)) if (await akten.find(id)) named.push(id);
  if (named.length > 1) return 'Mehrere Aktenzeichen im Verwendungszweck';
  return named[0] ?? 'Kein bekanntes Aktenzeichen im Verwendungszweck';
};

const escape = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
const listOf = (unmatched: readonly Unmatched[]): string =>
  `\uFEFF${[
    ['Buchungstag', 'Wertstellung', 'Betrag', 'Zahler', 'Verwendungszweck', 'Grund'],
    ...unmatched.map(({ entry, reason }) => [
      formatDay(entry.bookedOn),
      formatDay(entry.valueDate),
      formatEuro(entry.amount),
      entry.payerName ?? '',
      entry.remittance,
      reason,
    ]),
  ]
    .map((row) => row.map(escape).join(';'))
    .join('\r\n')}\r\n`;

/** Books every line of a bank statement that names one Akte and can be its; lists the others for a person beside the file. Twice changes nothing. */
export const bookBankStatement =
  (ports: Ports) =>
  async (statement: {
    key: string;
    entries: readonly BankEntry[];
  }): Promise<{ booked: number; unmatched: readonly Unmatched[] }> => {
    const unmatched: Unmatched[] = [];
    let booked = 0;
    for (const entry of statement.entries) {
      const owner = await ownerOf(ports.akten, entry);
      if (owner.includes(' ')) {
        unmatched.push({ entry, reason: owner });
        continue;
      }
      const [akte] = aktenIn(entry.reference, entry.remittance).filter((id) => id === owner);
      if (!akte) continue;
      try {
        await recordPayment(ports)({
          akte,
          id: `bank:${entry.id}`,
          amount: entry.amount,
          valueDate: entry.valueDate,
          via: 'agency',
          source: statement.key,
          by: 'system:bank',
        });
        booked++;
      } catch (error) {
        // One line that cannot be booked must not keep the others from it.
        if (!(error instanceof Rejected)) throw error;
        unmatched.push({ entry, reason: error.message });
      }
    }
    if (unmatched.length > 0) {
      const report = `${statement.key}.nicht-zugeordnet.csv`;
      await ports.archive.put(report, listOf(unmatched), 'text/csv; charset=utf-8');
      // Once per file: the same file again lists the same lines.
      if (await ports.once.first(`unmatched:${statement.key}`))
        await ports.mailbox.send({
          to: ports.finance,
          ...unmatchedMail({ agency: ports.agency, statement: statement.key, entries: unmatched.map((u) => u.entry) }),
        });
    }
    return { booked, unmatched };
  };
