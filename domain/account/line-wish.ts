import type { Akte, Payment } from '../akte/akte.ts';
import { formatDay, type Day } from '../calendar.ts';
import type { AkteId, ClaimId, PaymentId } from '../ids.ts';
import { formatDecimal, formatEuro, type Cents } from '../money.ts';
import { bookingIdOf, lineIdOf, type BankLineId, type Share } from './bank.ts';

/**
 * Money of a line of a bank statement that is to stand in an Akte. `part`: one transfer is shared among several Akten
 * or claims; `moved`: what was reversed had been booked by mistake, the bank did not take it back; `payment`: the name
 * it is to have in the Akte, where several of its bookings stand there.
 */
export type LineWish = Readonly<{
  line: BankLineId;
  payment?: PaymentId;
  claim?: ClaimId;
  amount: Cents;
  valueDate: Day;
  part: boolean;
  moved?: boolean;
}>;

/** What an Akte has ever had booked of a line, reversed or not. */
export const bookingsOf = (akte: Akte, line: BankLineId): readonly Payment[] =>
  akte.payments.filter((p) => lineIdOf(p.id) === line);
/** What of a line stands in an Akte. */
export const standingIn = (akte: Akte, line: BankLineId): readonly Payment[] =>
  bookingsOf(akte, line).filter((p) => !p.reversed);
/** A payment as the share of its line. */
export const shareOf = (akte: AkteId, { id, amount }: Payment): Share => ({ akte, payment: id, amount });

/** Where a line's money went, as people read it: `MUS-4F7K-2QXR (45,00 €)`. */
export const placesOf = (shares: readonly Share[]): string =>
  shares.map(({ akte, amount }) => `${akte} (${formatEuro(amount)})`).join(', ');

/** How what stands of a line is taken back, one command for each share. */
export const reversalsOf = (shares: readonly Share[]): string =>
  shares
    .map(
      ({ akte, payment }) =>
        `POST /v1/akten/${akte}/reversals; Befehl: mahnwerk akte rueckbuchung ${akte} --zahlung ${payment} --grund "…"`,
    )
    .join('; ');

/** The command that books as wished. */
export const commandOf = (
  akte: AkteId,
  { line, payment = bookingIdOf(line), amount, valueDate, claim, part, moved }: LineWish,
): string =>
  [
    `mahnwerk akte zahlung ${akte} --kennung ${payment} --betrag ${formatDecimal(amount)}`,
    `--wertstellung ${formatDay(valueDate)}`,
    ...(claim ? [`--forderung ${claim}`] : []),
    ...(part ? ['--teil'] : []),
    ...(moved ? ['--umgebucht'] : []),
  ].join(' ');
