import type { Akte, Payment } from '../../domain/akte/akte.ts';
import { bookingIdOf, lineIdOf, restOf, type BankLine, type Share } from '../../domain/account/bank.ts';
import { formatDay } from '../../domain/calendar.ts';
import type { AkteId } from '../../domain/ids.ts';
import type { FaultCode } from '../../domain/fault-codes.ts';
import { Rejected } from '../../domain/faults.ts';
import { formatDecimal, formatEuro } from '../../domain/money.ts';
import type { Also, Akten } from '../ports/akten.ts';
import type { BankLines } from '../ports/bank-lines.ts';
import { recordPayment, type Booking } from './record-payment.ts';

export type LinePorts = Parameters<typeof recordPayment>[0] & Readonly<{ bankLines: BankLines }>;
/**
 * `part`: one transfer is shared among several Akten or claims; `moved`: what was reversed had been booked by mistake,
 * the bank did not take it back; `payment`: the name it is to have in the Akte, where several of its bookings stand
 * there.
 */
export type LineBooking = Omit<Booking, 'id' | 'via'> &
  Readonly<{ line: string; payment?: string; part: boolean; moved?: boolean }>;

/** Where a line's money went, as people read it: `MUS-4F7K-2QXR (45,00 €)`. */
export const placesOf = (shares: readonly Share[]): string =>
  shares.map(({ akte, amount }) => `${akte} (${formatEuro(amount)})`).join(', ');

/** The shares whose payment still stands, and those whose payment was reversed. */
export type Standing = Readonly<Record<'held' | 'reversed', readonly Share[]>>;
export const standingOf = async (akten: Akten, { shares }: BankLine): Promise<Standing> => {
  const held: Share[] = [];
  const reversed: Share[] = [];
  for (const share of shares) {
    const payment = (await akten.get(share.akte)).payments.find((p) => p.id === share.payment);
    (payment?.reversed ? reversed : held).push(share);
  }
  return { held, reversed };
};

/** What an Akte has ever had booked of a line, reversed or not. */
export const bookingsOf = (akte: Akte, line: string): readonly Payment[] =>
  akte.payments.filter((p) => lineIdOf(p.id) === line);
const shareOf = (akte: AkteId, { id, amount }: Payment): Share => ({ akte, payment: id, amount });

/** Refuses a booking for what stands in one field. */
export const refuse = (code: FaultCode, field: string, message: string): never => {
  throw new Rejected(code, `Feld „${field}“: ${message}`, { field });
};

/** How what stands of a line is taken back, one command for each share. */
const reversalsOf = (shares: readonly Share[]): string =>
  shares
    .map(
      ({ akte, payment }) =>
        `POST /v1/akten/${akte}/reversals; Befehl: mahnwerk akte rueckbuchung ${akte} --zahlung ${payment} --grund "…"`,
    )
    .join('; ');
/** The command that books as wished, with what it lacks. */
const commandOf = (
  { akte, line, payment = bookingIdOf(line), amount, valueDate, claim, part, moved }: LineBooking,
  more: Readonly<{ moved?: true }>,
): string =>
  [
    `mahnwerk akte zahlung ${akte} --kennung ${payment} --betrag ${formatDecimal(amount)}`,
    `--wertstellung ${formatDay(valueDate)}`,
    ...(claim ? [`--forderung ${claim}`] : []),
    ...(part ? ['--teil'] : []),
    ...(moved || more.moved ? ['--umgebucht'] : []),
  ].join(' ');

/** What stands of a line in an Akte, as people read it: `bank:… mit 20,00 € auf F1`. */
const bookedAs = (standing: readonly Payment[]): string =>
  standing
    .map(({ id, amount, claim }) => `${id} mit ${formatEuro(amount)}${claim ? ` auf ${claim}` : ' ohne Forderung'}`)
    .join(', ');

/** Says what stands in the Akte instead, how that is corrected, and how a further part is booked beside it. */
const refuseOther = (standing: readonly Payment[], next: string, booking: LineBooking): never => {
  const { akte } = booking;
  const back = reversalsOf(standing.map((p) => shareOf(akte, p)));
  const { payment: _, ...anew } = booking;
  const further = commandOf({ ...booking, payment: next }, {});
  return refuse(
    'payment.line-assigned',
    'line',
    [
      `In der Akte ${akte} ist von dieser Buchung schon gebucht: ${bookedAs(standing)}.`,
      `War das falsch, bitte zurückbuchen (${back}), dann mit „moved“ neu buchen (Befehl: ${commandOf(anew, { moved: true })}).`,
      ...(booking.part ? [`Ist es ein weiterer Teil, bitte mit der Kennung ${next} buchen (Befehl: ${further}).`] : []),
    ].join(' '),
  );
};

/**
 * Another part of the transfer, without doubt: each of the parts says for which claim it is, and no two for the same.
 */
const isFurtherPart = (standing: readonly Payment[], { part, claim }: LineBooking): boolean =>
  part && claim !== undefined && standing.every((p) => p.claim !== undefined && p.claim !== claim);

const refuseName = (akte: Akte, given: string, next: string, booking: LineBooking): never =>
  refuse(
    'payment.line-name',
    'line',
    `Unter der Kennung ${given} ist in der Akte ${akte.id} nichts gebucht oder nichts mehr; die nächste freie ist ${next} (Befehl: ${commandOf({ ...booking, payment: next }, {})}).`,
  );

/**
 * What the payment is called in the Akte: the name of the same booking where it stands, so that whoever tries again
 * changes nothing; else the next free one, where what else stands there is no other wish for the same money.
 */
export const paymentIdIn = (akte: Akte, booking: LineBooking): string => {
  const { line, payment: given, amount, claim } = booking;
  const bookings = bookingsOf(akte, line);
  const standing = bookings.filter((p) => !p.reversed);
  const next = bookingIdOf(line, bookings.length + 1);
  const meant = given === undefined ? standing : standing.filter((p) => p.id === given);
  const same = meant.find((p) => p.amount === amount && p.claim === claim);
  if (same) return same.id;
  if (given === undefined) {
    if (standing.length > 0 && !isFurtherPart(standing, booking)) refuseOther(standing, next, booking);
  } else if (given !== next) {
    if (meant.length > 0) refuseOther(meant, next, booking);
    refuseName(akte, given, next, booking);
  }
  return next;
};

/** Never more than arrived: the whole line where nothing of it is booked, a part within what is left. */
const checkAmount = (line: BankLine, held: readonly Share[], booking: LineBooking): void => {
  const { amount, part } = booking;
  const rest = restOf(line, held);
  const wrongly = `War sie dort falsch gebucht, bitte zuerst zurückbuchen (${reversalsOf(held)}), dann mit „moved“ (Befehl: --umgebucht) neu buchen.`;
  if (rest <= 0)
    refuse('payment.line-assigned', 'line', `Diese Buchung ist schon ganz zugeordnet: ${placesOf(held)}. ${wrongly}`);
  if (part && amount > rest)
    refuse(
      'payment.line-amount',
      'amountCents',
      `Von dieser Buchung sind noch ${formatEuro(rest)} frei; angegeben sind ${formatEuro(amount)}. Bitte höchstens ${formatEuro(rest)} angeben.${held.length > 0 ? ` Schon zugeordnet ist sie: ${placesOf(held)}. ${wrongly}` : ''}`,
    );
  if (part || amount === line.entry.amount) return;
  refuse(
    'payment.line-amount',
    'amountCents',
    `Die Buchung lautet über ${formatEuro(line.entry.amount)}; angegeben sind ${formatEuro(amount)}. Gehört nur ein Teil in diese Akte, bitte ihn mit „part“ (Befehl: --teil) angeben.`,
  );
};

const checkShared = (held: readonly Share[], booking: LineBooking): void => {
  if (held.length === 0 || booking.part) return;
  refuse(
    'payment.line-assigned',
    'line',
    `Diese Buchung ist schon zugeordnet: ${placesOf(held)}. Verteilt sich die Überweisung auf mehrere Akten, bitte je Akte ihren Teil mit „part“ (Befehl: --teil) angeben; war sie dort falsch gebucht, bitte sie dort zuerst zurückbuchen (${reversalsOf(held)}), dann hier mit „moved“ (Befehl: ${commandOf(booking, { moved: true })}).`,
  );
};

const checkReversed = (reversed: readonly Share[], booking: LineBooking): void => {
  if (reversed.length === 0 || booking.moved) return;
  refuse(
    'payment.line-reversed',
    'line',
    `Diese Buchung wurde zurückgebucht: ${placesOf(reversed)}. Hat die Bank das Geld zurückgeholt, ist nichts mehr zuzuordnen; war sie nur falsch gebucht, bitte das mit „moved“ bestätigen (Befehl: ${commandOf(booking, { moved: true })}).`,
  );
};

/**
 * What was reversed and nobody has said why: anywhere since the last booking, and in the Akte that it comes back to.
 */
const unexplained = (akte: Akte, line: string, reversed: readonly Share[]): readonly Share[] => {
  const here = bookingsOf(akte, line);
  if (here.some((p) => !p.reversed)) return reversed;
  const back = here.filter((p) => !reversed.some((s) => s.akte === akte.id && s.payment === p.id));
  return [...reversed, ...back.map((p) => shareOf(akte.id, p))];
};

/** The line with one more Akte that it went to, decided from what is kept now. */
const sharedOut = async (ports: LinePorts, booking: LineBooking, akte: Akte): Promise<Also> => {
  const line = await ports.bankLines.find(booking.line);
  if (!line) throw new Error(`bank line ${booking.line} vanished`);
  const { held, reversed } = await standingOf(ports.akten, line);
  checkShared(held, booking);
  checkReversed(unexplained(akte, booking.line, reversed), booking);
  checkAmount(line, held, booking);
  const share = { akte: akte.id, payment: paymentIdIn(akte, booking), amount: booking.amount };
  return { line: { ...line, shares: [...held, share], version: line.version + 1 } };
};

/**
 * Books money of a line that is kept, and on the line where it went, in one step: whoever books it, and however often,
 * never more than arrived (B5, B7).
 */
export const bookBankLine =
  (ports: LinePorts) =>
  (booking: LineBooking): Promise<Akte> => {
    const { line: _line, payment: _payment, part: _part, moved: _moved, ...paid } = booking;
    return recordPayment(ports)({ ...paid, id: (akte) => paymentIdIn(akte, booking), via: 'agency' }, (akte) =>
      sharedOut(ports, booking, akte),
    );
  };
