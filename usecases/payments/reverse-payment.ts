import type { Akte } from '../../domain/akte/akte.ts';
import { lineIdOf } from '../../domain/account/bank.ts';
import type { AkteId } from '../../domain/ids.ts';
import { NotFound, Rejected } from '../../domain/faults.ts';
import { formatEuro } from '../../domain/money.ts';
import { changeAkte } from '../akte/change-akte.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Workflows } from '../ports/workflows.ts';

export type Reversal = Readonly<{ akte: AkteId; payment: string; reason: string; by: string }>;

/** The same again changes nothing; but what of its line was booked anew has a name of its own, which is meant then. */
const refuseSinceBooked = ({ id, payments }: Akte, payment: string): void => {
  const line = lineIdOf(payment);
  const anew = line === null ? [] : payments.filter((p) => !p.reversed && lineIdOf(p.id) === line);
  if (anew.length === 0) return;
  const ways = anew.map((p) => `mahnwerk akte rueckbuchung ${id} --zahlung ${p.id} --grund "…"`).join('; ');
  throw new Rejected(
    'reversal.booked-anew',
    `Feld „payment“: ${payment} ist in der Akte ${id} schon zurückgebucht; seitdem ist von derselben Buchung gebucht: ${anew.map((p) => `${p.id} (${formatEuro(p.amount)})`).join(', ')}. Soll auch das zurück, bitte diese Kennung angeben (Befehl: ${ways}).`,
    { field: 'payment' },
  );
};

/**
 * Takes a payment back that the bank took back, or that was reported or booked by mistake, once: the same again changes
 * nothing. The money is owed again from today on, so the executions start anew.
 */
export const reversePayment =
  (ports: { akten: Akten; workflows: Workflows; clock: Clock }) =>
  async ({ akte: id, payment, reason, by }: Reversal): Promise<Akte> => {
    const on = ports.clock.today();
    if (reason.trim() === '')
      throw new Rejected(
        'reversal.reason',
        'Feld „reason“: Bitte den Grund der Rückbuchung angeben; er steht danach in der Akte, nie in Briefen und Aufstellungen.',
        { field: 'reason' },
      );
    return changeAkte(ports, id, by, (seen) => {
      const known = seen.payments.find((p) => p.id === payment);
      if (!known) throw new NotFound(`Feld „payment“: In der Akte ${id} gibt es keine Zahlung ${payment}.`);
      if (known.reversed) refuseSinceBooked(seen, payment);
      return known.reversed ? [] : [{ kind: 'reversed', payment, on, by, reason }];
    });
  };
