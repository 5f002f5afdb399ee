import type { Actor } from '../actor.ts';
import type { Akte } from '../akte/akte.ts';
import type { Fact } from '../akte/facts.ts';
import type { Day } from '../calendar.ts';
import { NotFound, inField, wrongField } from '../faults.ts';
import type { PaymentId } from '../ids.ts';
import { formatEuro } from '../money.ts';
import { lineIdOf } from './bank.ts';

/** A payment that the bank took back, or that was reported or booked by mistake. */
export type Reversal = Readonly<{ payment: PaymentId; reason: string; by: Actor }>;

/** Refuses a reversal that says no reason: Rejected `reversal.reason`. Asked before the Akte is read, too. */
export const checkReversal = ({ reason }: Pick<Reversal, 'reason'>): void => {
  if (reason.trim() === '')
    throw wrongField(
      'reversal.reason',
      'reason',
      'Bitte den Grund der Rückbuchung angeben; er steht danach in der Akte, nie in Briefen und Aufstellungen.',
    );
};

/** The same again changes nothing; but what of its line was booked anew has a name of its own, which is meant then. */
const refuseSinceBooked = ({ id, payments }: Akte, payment: PaymentId): void => {
  const line = lineIdOf(payment);
  const anew = line === null ? [] : payments.filter((p) => !p.reversed && lineIdOf(p.id) === line);
  if (anew.length === 0) return;
  const ways = anew.map((p) => `mahnwerk akte rueckbuchung ${id} --zahlung ${p.id} --grund "…"`).join('; ');
  throw wrongField(
    'reversal.booked-anew',
    'payment',
    `${payment} ist in der Akte ${id} schon zurückgebucht; seitdem ist von derselben Buchung gebucht: ${anew.map((p) => `${p.id} (${formatEuro(p.amount)})`).join(', ')}. Soll auch das zurück, bitte diese Kennung angeben (Befehl: ${ways}).`,
  );
};

/**
 * A payment is taken back once: the same again adds nothing. Throws Rejected `reversal.reason` and
 * `reversal.booked-anew`, and NotFound for a payment that is not in the Akte.
 */
export const decideReversal = (reversal: Reversal, akte: Akte, on: Day): readonly Fact[] => {
  checkReversal(reversal);
  const { payment, reason, by } = reversal;
  const known = akte.payments.find((p) => p.id === payment);
  if (!known) throw new NotFound(inField('payment', `In der Akte ${akte.id} gibt es keine Zahlung ${payment}.`));
  if (!known.reversed) return [{ kind: 'reversed', payment, on, by, reason }];
  refuseSinceBooked(akte, payment);
  return [];
};
