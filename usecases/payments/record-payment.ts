import { accountOf, isDone, mayBeOver } from '../../domain/account/account.ts';
import { generationOf, type Akte, type Payment } from '../../domain/akte/akte.ts';
import { earliest, formatDay, isBefore, type Day } from '../../domain/calendar.ts';
import type { AkteId, ClaimId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { NotFound, Rejected } from '../../domain/faults.ts';
import { formatEuro, type Cents } from '../../domain/money.ts';
import type { Akten, Also } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import { record } from '../akte/record.ts';
import type { Timers } from '../ports/timers.ts';

/** The day of the oldest invoice; undefined where nothing was handed over. */
export const oldestInvoiceOf = (akte: Akte): Day | undefined => {
  const [first, ...more] = akte.claims.map((c) => c.invoiceDate);
  return first && more.reduce(earliest, first);
};

/** Money from before the first invoice cannot have been meant for it: a wrong date, or somebody else's Akte. */
const refuseBefore = (akte: Akte, valueDate: Day): void => {
  const oldest = oldestInvoiceOf(akte);
  if (oldest && isBefore(valueDate, oldest))
    throw new Rejected(
      'payment.before-claim',
      `Feld „valueDate“: Der Wertstellungstag ${formatDay(valueDate)} liegt vor der ältesten Rechnung der Akte (${formatDay(oldest)}). Bitte den Tag prüfen; galt das Geld einer anderen Akte, bitte dort buchen.`,
      { field: 'valueDate' },
    );
};

/** The same key may say the same again, never something else: what differs would be lost in silence. */
const refuseOther = (known: Payment, told: Readonly<{ amount: Cents; valueDate: Day }>): void => {
  if (known.amount === told.amount && known.valueDate === told.valueDate) return;
  throw new Rejected(
    'payment.key-reused',
    `Unter diesem Idempotency-Key wurde schon eine andere Zahlung gemeldet: ${formatEuro(known.amount)}, Wertstellung ${formatDay(known.valueDate)}. Bitte für jede Zahlung einen eigenen verwenden; war die erste Meldung falsch, nehmen wir sie auf Ihre Nachricht zurück, und Sie melden die richtige unter einem neuen Schlüssel.`,
  );
};

/** `id`: what the payment is called; a function where that depends on what the Akte holds already. */
export type Booking = Readonly<{
  akte: AkteId;
  claim?: ClaimId;
  id: string | ((akte: Akte) => string);
  amount: Cents;
  valueDate: Day;
  via: 'agency' | 'creditor';
  source: string;
  by: string;
}>;

/**
 * A payment that is booked late shares the later ones out afresh, and may open a claim that was settled and that no
 * execution leads any more.
 */
const reopened = (before: Akte, after: Akte, on: Day): Akte['claims'] => {
  const candidates = after.claims.filter(({ id }) => mayBeOver(before, id));
  if (candidates.length === 0) return [];
  const then = accountOf(before, on);
  const now = accountOf(after, on);
  return candidates.filter(({ id }) => isDone(before, then, id) && !isDone(after, now, id));
};

/**
 * Books money that came, once: the same id again changes nothing. The dunning sees it at its next decision, a sender at
 * its reservation; for claims that it opens again the sweep begins an execution, whose line is noted here. `also`: what
 * is written with the payment or not at all.
 */
export const recordPayment =
  (ports: Readonly<{ akten: Akten; clock: Clock; timers: Pick<Timers, 'note'> }>) =>
  async (booking: Booking, also?: (akte: Akte) => Promise<Also>): Promise<Akte> => {
    const { akte: id, by, id: name, ...paid } = booking;
    const bookedOn = ports.clock.today();
    if (paid.amount <= 0)
      throw new Rejected('payment.amount', 'Feld „amountCents“: Der Betrag muss größer als null sein.');
    if (paid.valueDate > bookedOn)
      throw new Rejected(
        'payment.future',
        `Feld „valueDate“: Der Wertstellungstag ${paid.valueDate} liegt in der Zukunft. Bitte an dem Tag buchen, an dem das Geld da ist, oder den Tag berichtigen.`,
      );
    let before: Akte | null = null;
    const pay = (akte: Akte): readonly Fact[] => {
      before = akte;
      const payment = typeof name === 'string' ? name : name(akte);
      const known = akte.payments.find((p) => p.id === payment);
      if (known) refuseOther(known, paid);
      if (paid.claim && !akte.claims.some((c) => c.id === paid.claim))
        throw new NotFound(`In der Akte ${id} gibt es keine Forderung ${paid.claim}.`);
      if (known) return [];
      refuseBefore(akte, paid.valueDate);
      return [{ kind: 'paid', id: payment, ...paid, bookedOn }];
    };
    const after = await record(ports.akten, id, { by, facts: pay, ...(also ? { also } : {}) });
    if (before)
      for (const claim of reopened(before, after, bookedOn))
        await ports.timers.note({ akte: id, claim: claim.id, generation: generationOf(after, claim.id) });
    return after;
  };
