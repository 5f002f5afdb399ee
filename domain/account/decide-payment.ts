import type { Akte, Payment } from '../akte/akte.ts';
import type { Fact } from '../akte/facts.ts';
import { earliest, formatDay, isBefore, type Day } from '../calendar.ts';
import { NotFound, Rejected, wrongField } from '../faults.ts';
import type { ClaimId, PaymentId } from '../ids.ts';
import { MOST_OF_A_TRANSFER, formatEuro, type Cents } from '../money.ts';
import { accountOf, isDone, mayBeOver } from './account.ts';

/** Money that came. `id`: what the payment is called, once in an Akte; `claim`: the one that it is said to be for. */
export type Received = Readonly<{
  id: PaymentId;
  claim?: ClaimId;
  amount: Cents;
  valueDate: Day;
  via: 'agency' | 'creditor';
  source: string;
}>;

/** The day of the oldest invoice; undefined where nothing was handed over. */
export const oldestInvoiceOf = (akte: Akte): Day | undefined => {
  const [first, ...more] = akte.claims.map((c) => c.invoiceDate);
  return first && more.reduce(earliest, first);
};

/**
 * Refuses what is no payment whatever the Akte holds: Rejected `payment.amount`, `payment.future`. Asked before the
 * Akte is read, too.
 */
export const checkPayment = ({ amount, valueDate }: Pick<Received, 'amount' | 'valueDate'>, on: Day): void => {
  if (amount <= 0) throw wrongField('payment.amount', 'amountCents', 'Der Betrag muss größer als null sein.');
  if (amount > MOST_OF_A_TRANSFER)
    throw wrongField(
      'payment.amount',
      'amountCents',
      `${formatEuro(amount)} sind mehr, als eine Überweisung trägt (${formatEuro(MOST_OF_A_TRANSFER)}). Bitte den Betrag in Cent prüfen.`,
    );
  if (isBefore(on, valueDate))
    throw wrongField(
      'payment.future',
      'valueDate',
      `Der Wertstellungstag ${formatDay(valueDate)} liegt in der Zukunft. Bitte an dem Tag buchen, an dem das Geld da ist, oder den Tag berichtigen.`,
    );
};

/** Money from before the first invoice cannot have been meant for it: a wrong date, or somebody else's Akte. */
const refuseBefore = (akte: Akte, valueDate: Day): void => {
  const oldest = oldestInvoiceOf(akte);
  if (oldest && isBefore(valueDate, oldest))
    throw wrongField(
      'payment.before-claim',
      'valueDate',
      `Der Wertstellungstag ${formatDay(valueDate)} liegt vor der ältesten Rechnung der Akte (${formatDay(oldest)}). Bitte den Tag prüfen; galt das Geld einer anderen Akte, bitte dort buchen.`,
    );
};

/** The same key may say the same again, never something else: what differs would be lost in silence. */
const refuseOther = (known: Payment, told: Received): void => {
  if (known.amount === told.amount && known.valueDate === told.valueDate) return;
  throw new Rejected(
    'payment.key-reused',
    `Unter diesem Idempotency-Key wurde schon eine andere Zahlung gemeldet: ${formatEuro(known.amount)}, Wertstellung ${formatDay(known.valueDate)}. Bitte für jede Zahlung einen eigenen verwenden; war die erste Meldung falsch, nehmen wir sie auf Ihre Nachricht zurück, und Sie melden die richtige unter einem neuen Schlüssel.`,
  );
};

/**
 * Money is booked once: the same id again adds nothing. Throws, beside what is no payment at all, Rejected
 * `payment.key-reused` and `payment.before-claim`, and NotFound for a claim that is not in the Akte.
 */
export const decidePayment = (received: Received, akte: Akte, on: Day): readonly Fact[] => {
  checkPayment(received, on);
  const { id, claim, valueDate } = received;
  const known = akte.payments.find((p) => p.id === id);
  if (known) refuseOther(known, received);
  if (claim && !akte.claims.some((c) => c.id === claim))
    throw new NotFound(`In der Akte ${akte.id} gibt es keine Forderung ${claim}.`);
  if (known) return [];
  refuseBefore(akte, valueDate);
  return [{ kind: 'paid', ...received, bookedOn: on }];
};

/**
 * The claims that a payment opens again: one that is booked late shares the later ones out afresh, and may open a claim
 * that was done and that no execution leads any more.
 */
export const openedAgain = (before: Akte, after: Akte, on: Day): Akte['claims'] => {
  const candidates = after.claims.filter(({ id }) => mayBeOver(before, id));
  if (candidates.length === 0) return [];
  const then = accountOf(before, on);
  const now = accountOf(after, on);
  return candidates.filter(({ id }) => isDone(before, then, id) && !isDone(after, now, id));
};
