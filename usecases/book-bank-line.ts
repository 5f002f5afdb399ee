import type { Akte } from '../domain/akte.ts';
import { bookingIdOf, restOf, type BankLine, type Share } from '../domain/bank.ts';
import { Rejected } from '../domain/faults.ts';
import { formatEuro } from '../domain/money.ts';
import type { Also, Akten, BankLines } from './ports.ts';
import { recordPayment, type Booking } from './record-payment.ts';

export type LinePorts = Parameters<typeof recordPayment>[0] & Readonly<{ bankLines: BankLines }>;
/**
 * `part`: one transfer is shared among several Akten; `moved`: what was reversed elsewhere had been booked there by
 * mistake.
 */
export type LineBooking = Omit<Booking, 'id' | 'via'> & Readonly<{ line: string; part: boolean; moved?: boolean }>;

/** Where a line's money went, as people read it: `MUS-4F7K-2QXR (45,00 €)`. */
export const placesOf = (shares: readonly Share[]): string =>
  shares.map(({ akte, amount }) => `${akte} (${formatEuro(amount)})`).join(', ');

/** The shares whose payment still stands, and those whose payment was reversed. */
const standingOf = async (akten: Akten, line: BankLine): Promise<Readonly<Record<'held' | 'reversed', Share[]>>> => {
  const [held, reversed]: [Share[], Share[]] = [[], []];
  for (const share of line.shares) {
    const payment = (await akten.get(share.akte)).payments.find((p) => p.id === bookingIdOf(line.entry.id));
    (payment?.reversed ? reversed : held).push(share);
  }
  return { held, reversed };
};

/** Refuses a booking for what stands in one field. */
export const refuse = (code: string, field: string, message: string): never => {
  throw new Rejected(code, `Feld „${field}“: ${message}`, { field });
};

/** Never more than arrived: the whole line where nothing of it is booked, a part within what is left. */
const checkAmount = (line: BankLine, held: readonly Share[], { amount, part }: LineBooking): void => {
  const rest = restOf({ ...line, shares: held });
  if (rest <= 0) refuse('payment.line-assigned', 'line', `Diese Buchung ist schon ganz zugeordnet: ${placesOf(held)}.`);
  if (part && amount > rest)
    refuse(
      'payment.line-amount',
      'amountCents',
      `Von dieser Buchung sind noch ${formatEuro(rest)} frei; angegeben sind ${formatEuro(amount)}.`,
    );
  if (part || amount === line.entry.amount) return;
  refuse(
    'payment.line-amount',
    'amountCents',
    `Die Buchung lautet über ${formatEuro(line.entry.amount)}; angegeben sind ${formatEuro(amount)}. Gehört nur ein Teil in diese Akte, bitte ihn mit „part“ (Befehl: --teil) angeben.`,
  );
};

const checkShared = (held: readonly Share[], { part }: LineBooking): void => {
  if (held.length === 0 || part) return;
  refuse(
    'payment.line-assigned',
    'line',
    `Diese Buchung ist schon zugeordnet: ${placesOf(held)}. Verteilt sich die Überweisung auf mehrere Akten, bitte je Akte ihren Teil mit „part“ (Befehl: --teil) angeben; war sie dort falsch gebucht, bitte sie dort zuerst zurückbuchen.`,
  );
};

const checkReversed = (reversed: readonly Share[], { moved }: LineBooking): void => {
  if (reversed.length === 0 || moved) return;
  refuse(
    'payment.line-reversed',
    'line',
    `Diese Buchung wurde zurückgebucht: ${placesOf(reversed)}. Hat die Bank das Geld zurückgeholt, ist nichts mehr zuzuordnen; stand es nur in der falschen Akte, bitte das mit „moved“ (Befehl: --umgebucht) bestätigen.`,
  );
};

/** The line with one more Akte that it went to, decided from what is kept now. */
const sharedOut = async (ports: LinePorts, booking: LineBooking): Promise<Also> => {
  const line = await ports.bankLines.find(booking.line);
  if (!line) throw new Error(`bank line ${booking.line} vanished`);
  const { held, reversed } = await standingOf(ports.akten, line);
  checkShared(held, booking);
  checkReversed(reversed, booking);
  checkAmount(line, held, booking);
  const share = { akte: booking.akte, amount: booking.amount };
  return { line: { ...line, shares: [...held, share], version: line.version + 1 } };
};

/**
 * Books money of a line that is kept, and on the line where it went, in one step: whoever books it, and however often,
 * never more than arrived (B5, B7).
 */
export const bookBankLine =
  (ports: LinePorts) =>
  (booking: LineBooking): Promise<Akte> => {
    const { line, part: _part, moved: _moved, ...paid } = booking;
    return recordPayment(ports)({ ...paid, id: bookingIdOf(line), via: 'agency' }, () => sharedOut(ports, booking));
  };
