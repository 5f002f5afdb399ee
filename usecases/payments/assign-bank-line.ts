import type { Akte, Payment } from '../../domain/akte/akte.ts';
import { bookingIdOf, lineIdOf, type BankLine } from '../../domain/account/bank.ts';
import { oldestInvoiceOf } from '../../domain/account/decide-payment.ts';
import { formatDay, latest, type Day } from '../../domain/calendar.ts';
import { bookBankLine, bookingsOf, paymentIdIn, refuse, type LineBooking, type LinePorts } from './book-bank-line.ts';

/** `id`: what the list of unmatched lines calls the line. */
export type Assignment = Omit<LineBooking, 'line' | 'source'> & Readonly<{ id: string }>;

/** Only what arrived can be assigned: a line of a statement that has been read. */
const lineOf = async ({ bankLines }: LinePorts, id: string): Promise<BankLine> => {
  const where = 'sie steht in der letzten Spalte der Liste „….nicht-zugeordnet.csv“ neben dem Auszug';
  const name = lineIdOf(id);
  if (name === null)
    return refuse('payment.line', 'line', `„${id}“ ist keine Kennung einer Buchung; ${where} und beginnt mit „bank:“.`);
  return (
    (await bankLines.find(name)) ??
    refuse('payment.line', 'line', `Auf keinem eingelesenen Kontoauszug steht die Buchung „${id}“; ${where}.`)
  );
};

/** The bank says from when money counts; what came before the oldest invoice counts from that invoice on. */
const dayOf = (akte: Akte, line: BankLine): Day => {
  const oldest = oldestInvoiceOf(akte);
  return oldest ? latest(oldest, line.entry.valueDate) : line.entry.valueDate;
};

const checkLine = ({ entry }: BankLine): void => {
  if (entry.amount > 0) return;
  refuse(
    'payment.line-outgoing',
    'line',
    'Mit dieser Buchung ist kein Geld in Euro eingegangen. Hat die Bank eine Zahlung zurückgeholt, bitte diese in ihrer Akte zurückbuchen („mahnwerk akte rueckbuchung“); lautet sie auf eine andere Währung, bitte mit der Bank klären, wann sie in Euro gutgeschrieben wird.',
  );
};

const checkDay = (akte: Akte, line: BankLine, valueDate: Day): void => {
  const right = dayOf(akte, line);
  if (valueDate === right) return;
  refuse(
    'payment.line-day',
    'valueDate',
    `Das Geld dieser Buchung zählt in der Akte ${akte.id} vom ${formatDay(right)} an; angegeben ist der ${formatDay(valueDate)}. Bitte diesen Tag angeben.`,
  );
};

/** What became of it: the Akte, what the payment is called in it, and all that stands in it of the line. */
export type Assigned = Readonly<{ akte: Akte; payment: string; booked: readonly Payment[] }>;

/**
 * Books a line of a bank statement that a person has assigned to an Akte (B7). The same amount for the same claim of
 * the same Akte is the same payment, whoever books it. Anything else of the line is refused with the way on, unless it
 * is said to be a part: for another Akte, for another claim, or under the next free name (`bank:…#2`); never more of it
 * than arrived. What was reversed is booked anew, there or elsewhere, where somebody says that it had been booked by
 * mistake.
 */
export const assignBankLine =
  (ports: LinePorts) =>
  async (given: Assignment): Promise<Assigned> => {
    const { id, ...of } = given;
    const line = await lineOf(ports, id);
    checkLine(line);
    checkDay(await ports.akten.get(of.akte), line, of.valueDate);
    const own = id === bookingIdOf(line.entry.id) ? {} : { payment: id };
    const booking = { ...of, ...own, line: line.entry.id, source: 'von Hand zugeordnet' };
    const akte = await bookBankLine(ports)(booking);
    const booked = bookingsOf(akte, line.entry.id).filter((p) => !p.reversed);
    return { akte, payment: paymentIdIn(akte, booking), booked };
  };
