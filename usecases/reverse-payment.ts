import type { Akte } from '../domain/akte.ts';
import type { AkteId } from '../domain/claim.ts';
import { NotFound, Rejected } from '../domain/faults.ts';
import { changeAkte } from './change-akte.ts';
import type { Akten, Clock, Workflows } from './ports.ts';

export type Reversal = Readonly<{ akte: AkteId; payment: string; reason: string; by: string }>;

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
      return known.reversed ? [] : [{ kind: 'reversed', payment, on, by, reason }];
    });
  };
