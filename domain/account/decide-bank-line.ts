import type { Akte, Payment } from '../akte/akte.ts';
import type { PaymentId } from '../ids.ts';
import { formatEuro } from '../money.ts';
import { bookingIdOf, restOf, type BankLine, type BankLineId, type Share } from './bank.ts';
import { bookingsOf, commandOf, placesOf, reversalsOf, shareOf, standingIn, type LineWish } from './line-wish.ts';
import { wrongField } from '../faults.ts';

/** The shares of a line whose payment still stands, and those whose payment was reversed. */
export type Standing = Readonly<Record<'held' | 'reversed', readonly Share[]>>;
/** `akten`: those that the line's shares are in. */
export const standingOf = ({ shares }: BankLine, akten: readonly Akte[]): Standing => {
  const isReversed = (share: Share): boolean =>
    akten.some((a) => a.id === share.akte && a.payments.some((p) => p.id === share.payment && p.reversed));
  return { held: shares.filter((s) => !isReversed(s)), reversed: shares.filter(isReversed) };
};

/** What stands of a line in an Akte, as people read it: `bank:… mit 20,00 € auf F1`. */
const bookedAs = (standing: readonly Payment[]): string =>
  standing
    .map(({ id, amount, claim }) => `${id} mit ${formatEuro(amount)}${claim ? ` auf ${claim}` : ' ohne Forderung'}`)
    .join(', ');

/** Says what stands in the Akte instead, how that is corrected, and how a further part is booked beside it. */
const refuseOther = ({ id: akte }: Akte, standing: readonly Payment[], next: PaymentId, wish: LineWish): never => {
  const back = reversalsOf(standing.map((p) => shareOf(akte, p)));
  const { payment: _, ...anew } = wish;
  const further = commandOf(akte, { ...wish, payment: next });
  throw wrongField(
    'payment.line-assigned',
    'line',
    [
      `In der Akte ${akte} ist von dieser Buchung schon gebucht: ${bookedAs(standing)}.`,
      `War das falsch, bitte zurückbuchen (${back}), dann mit „moved“ neu buchen (Befehl: ${commandOf(akte, { ...anew, moved: true })}).`,
      ...(wish.part ? [`Ist es ein weiterer Teil, bitte mit der Kennung ${next} buchen (Befehl: ${further}).`] : []),
    ].join(' '),
  );
};

/**
 * Another part of the transfer, without doubt: each of the parts says for which claim it is, and no two for the same.
 */
const isFurtherPart = (standing: readonly Payment[], { part, claim }: LineWish): boolean =>
  part && claim !== undefined && standing.every((p) => p.claim !== undefined && p.claim !== claim);

const refuseName = ({ id: akte }: Akte, given: PaymentId, next: PaymentId, wish: LineWish): never => {
  throw wrongField(
    'payment.line-name',
    'line',
    `Unter der Kennung ${given} ist in der Akte ${akte} nichts gebucht oder nichts mehr; die nächste freie ist ${next} (Befehl: ${commandOf(akte, { ...wish, payment: next })}).`,
  );
};

/**
 * What the payment is called in the Akte: the name of the same booking where it stands, so that whoever tries again
 * changes nothing; else the next free one, where what else stands there is no other wish for the same money. Throws
 * Rejected `payment.line-assigned` and `payment.line-name`.
 */
export const paymentIdIn = (akte: Akte, wish: LineWish): PaymentId => {
  const { line, payment: given, amount, claim } = wish;
  const standing = standingIn(akte, line);
  const next = bookingIdOf(line, bookingsOf(akte, line).length + 1);
  const meant = given === undefined ? standing : standing.filter((p) => p.id === given);
  const same = meant.find((p) => p.amount === amount && p.claim === claim);
  if (same) return same.id;
  if (given === undefined) {
    if (standing.length > 0 && !isFurtherPart(standing, wish)) refuseOther(akte, standing, next, wish);
  } else if (given !== next) {
    if (meant.length > 0) refuseOther(akte, meant, next, wish);
    refuseName(akte, given, next, wish);
  }
  return next;
};

const refuseShared = (held: readonly Share[], akte: Akte, wish: LineWish): void => {
  if (held.length === 0 || wish.part) return;
  throw wrongField(
    'payment.line-assigned',
    'line',
    `Diese Buchung ist schon zugeordnet: ${placesOf(held)}. Verteilt sich die Überweisung auf mehrere Akten, bitte je Akte ihren Teil mit „part“ (Befehl: --teil) angeben; war sie dort falsch gebucht, bitte sie dort zuerst zurückbuchen (${reversalsOf(held)}), dann hier mit „moved“ (Befehl: ${commandOf(akte.id, { ...wish, moved: true })}).`,
  );
};

const refuseReversed = (reversed: readonly Share[], akte: Akte, wish: LineWish): void => {
  if (reversed.length === 0 || wish.moved) return;
  throw wrongField(
    'payment.line-reversed',
    'line',
    `Diese Buchung wurde zurückgebucht: ${placesOf(reversed)}. Hat die Bank das Geld zurückgeholt, ist nichts mehr zuzuordnen; war sie nur falsch gebucht, bitte das mit „moved“ bestätigen (Befehl: ${commandOf(akte.id, { ...wish, moved: true })}).`,
  );
};

/** Never more than arrived: the whole line where nothing of it is booked, a part within what is left. */
const refuseAmount = (line: BankLine, held: readonly Share[], { amount, part }: LineWish): void => {
  const rest = restOf(line, held);
  const wrongly = `War sie dort falsch gebucht, bitte zuerst zurückbuchen (${reversalsOf(held)}), dann mit „moved“ (Befehl: --umgebucht) neu buchen.`;
  if (rest <= 0)
    throw wrongField(
      'payment.line-assigned',
      'line',
      `Diese Buchung ist schon ganz zugeordnet: ${placesOf(held)}. ${wrongly}`,
    );
  if (part && amount > rest)
    throw wrongField(
      'payment.line-amount',
      'amountCents',
      `Von dieser Buchung sind noch ${formatEuro(rest)} frei; angegeben sind ${formatEuro(amount)}. Bitte höchstens ${formatEuro(rest)} angeben.${held.length > 0 ? ` Schon zugeordnet ist sie: ${placesOf(held)}. ${wrongly}` : ''}`,
    );
  if (part || amount === line.entry.amount) return;
  throw wrongField(
    'payment.line-amount',
    'amountCents',
    `Die Buchung lautet über ${formatEuro(line.entry.amount)}; angegeben sind ${formatEuro(amount)}. Gehört nur ein Teil in diese Akte, bitte ihn mit „part“ (Befehl: --teil) angeben.`,
  );
};

/**
 * What was reversed and nobody has said why: anywhere since the last booking, and in the Akte that it comes back to.
 */
const unexplained = (akte: Akte, line: BankLineId, reversed: readonly Share[]): readonly Share[] => {
  if (standingIn(akte, line).length > 0) return reversed;
  const back = bookingsOf(akte, line).filter((p) => !reversed.some((s) => s.akte === akte.id && s.payment === p.id));
  return [...reversed, ...back.map((p) => shareOf(akte.id, p))];
};

/**
 * A line with one more Akte that its money went to, decided from what is kept now; what was reversed stands on it no
 * longer. Throws Rejected `payment.line-assigned`, `payment.line-reversed` and `payment.line-amount`, beside what the
 * name in the Akte refuses.
 */
export const decideShare = (
  wish: LineWish,
  akte: Akte,
  { line, standing: { held, reversed } }: Readonly<{ line: BankLine; standing: Standing }>,
): BankLine => {
  refuseShared(held, akte, wish);
  refuseReversed(unexplained(akte, wish.line, reversed), akte, wish);
  refuseAmount(line, held, wish);
  const share = { akte: akte.id, payment: paymentIdIn(akte, wish), amount: wish.amount };
  return { ...line, shares: [...held, share], version: line.version + 1 };
};
