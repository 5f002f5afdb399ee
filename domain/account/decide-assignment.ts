import type { Akte } from '../akte/akte.ts';
import { formatDay, latest, type Day } from '../calendar.ts';
import type { PaymentId } from '../ids.ts';
import { bookingIdOf, lineIdOf, type BankLine, type BankLineId } from './bank.ts';
import { oldestInvoiceOf } from './decide-payment.ts';
import type { LineWish } from './line-wish.ts';
import { wrongField } from '../faults.ts';

/** A line that a person assigns. `id`: what the list of unmatched lines calls it, or its further booking in an Akte. */
export type Assignment = Omit<LineWish, 'line' | 'payment'> & Readonly<{ id: PaymentId }>;

const WHERE = 'sie steht in der letzten Spalte der Liste „….nicht-zugeordnet.csv“ neben dem Auszug';

/** The line that is meant; Rejected `payment.line` for what names none. Asked before anything is read. */
export const lineMeant = (id: PaymentId): BankLineId => {
  const line = lineIdOf(id);
  if (line !== null) return line;
  throw wrongField(
    'payment.line',
    'line',
    `„${id}“ ist keine Kennung einer Buchung; ${WHERE} und beginnt mit „bank:“.`,
  );
};

/**
 * Only what arrived can be assigned: a line of a statement that has been read, with which money came in. Throws
 * Rejected `payment.line` and `payment.line-outgoing`.
 */
export const arrived = (line: BankLine | null, id: PaymentId): BankLine => {
  if (!line)
    throw wrongField(
      'payment.line',
      'line',
      `Auf keinem eingelesenen Kontoauszug steht die Buchung „${id}“; ${WHERE}.`,
    );
  if (line.entry.amount > 0) return line;
  throw wrongField(
    'payment.line-outgoing',
    'line',
    'Mit dieser Buchung ist kein Geld in Euro eingegangen. Hat die Bank eine Zahlung zurückgeholt, bitte diese in ihrer Akte zurückbuchen („mahnwerk akte rueckbuchung“); lautet sie auf eine andere Währung, bitte mit der Bank klären, wann sie in Euro gutgeschrieben wird.',
  );
};

/** The bank says from when money counts; what came before the oldest invoice counts from that invoice on. */
const dayIn = (akte: Akte, { entry }: BankLine): Day => {
  const oldest = oldestInvoiceOf(akte);
  return oldest ? latest(oldest, entry.valueDate) : entry.valueDate;
};

/**
 * What is to be booked of the line: under the line's own name, or under that of a further booking of it. Throws
 * Rejected `payment.line-day` for another day than the money counts from in this Akte.
 */
export const decideAssignment = ({ id, ...wish }: Assignment, akte: Akte, line: BankLine): LineWish => {
  const right = dayIn(akte, line);
  if (wish.valueDate !== right)
    throw wrongField(
      'payment.line-day',
      'valueDate',
      `Das Geld dieser Buchung zählt in der Akte ${akte.id} vom ${formatDay(right)} an; angegeben ist der ${formatDay(wish.valueDate)}. Bitte diesen Tag angeben.`,
    );
  const { id: name } = line.entry;
  return { ...wish, line: name, ...(id === bookingIdOf(name) ? {} : { payment: id }) };
};
