import type { Akte } from '../domain/akte.ts';
import { isBankLine } from '../domain/bank.ts';
import { Rejected } from '../domain/faults.ts';
import type { Once } from './ports.ts';
import { recordPayment, type Booking } from './record-payment.ts';

type Ports = Parameters<typeof recordPayment>[0] & Readonly<{ once: Once }>;
/** `id`: what the list of unmatched lines calls the line; `part`: one transfer is shared among several Akten. */
export type Assignment = Pick<Booking, 'akte' | 'claim' | 'id' | 'amount' | 'valueDate' | 'by'> &
  Readonly<{ part: boolean }>;

/**
 * Books a line of a bank statement that a person has assigned to an Akte (B7). The same line in the same Akte is the same payment,
 * whoever books it; in another Akte it is refused, unless it is said to be a part.
 */
export const assignBankLine =
  (ports: Ports) =>
  async ({ part, ...of }: Assignment): Promise<Akte> => {
    if (!isBankLine(of.id))
      throw new Rejected(
        'payment.line',
        `Feld „line“: „${of.id}“ ist keine Kennung einer Buchung; sie steht in der letzten Spalte der Liste „….nicht-zugeordnet.csv“ neben dem Auszug und beginnt mit „bank:“.`,
        { field: 'line' },
      );
    const mark = `bank-line:${of.id}`;
    const known = (await ports.akten.get(of.akte)).payments.some((p) => p.id === of.id);
    if (!known && !part && (await ports.once.isDone(mark)))
      throw new Rejected(
        'payment.line-assigned',
        'Feld „line“: Diese Buchung ist schon einer anderen Akte zugeordnet. Verteilt sich die Überweisung auf mehrere Akten, bitte je Akte ihren Teil mit „part“ (Befehl: --teil) angeben.',
        { field: 'line' },
      );
    const akte = await recordPayment(ports)({ ...of, via: 'agency', source: 'von Hand zugeordnet' });
    await ports.once.done(mark);
    return akte;
  };
