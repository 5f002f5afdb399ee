import type { Akte } from '../domain/akte.ts';
import { monthOf } from '../domain/calendar.ts';
import type { AkteId } from '../domain/claim.ts';
import { NotFound, Rejected } from '../domain/faults.ts';
import type { Akten, Clock, Workflows } from './ports.ts';
import { record } from './record.ts';
import { restarted, startAnew } from './restart.ts';

export type Reversal = Readonly<{ akte: AkteId; payment: string; reason: string; by: string }>;

/**
 * Takes a payment back that the bank took back, once: the same again changes nothing. The money is owed again from today on, so the
 * executions start anew; the journal leads the month's payout to the Akte.
 */
export const reversePayment = (ports: { akten: Akten; workflows: Workflows; clock: Clock }) => async ({ akte: id, payment, reason, by }: Reversal): Promise<Akte> => {
  const on = ports.clock.today();
  if (reason.trim() === '') throw new Rejected('reversal.reason', 'Feld „reason“: Bitte den Grund der Rückbuchung angeben; er steht danach in der Akte und in der Abrechnung.', { field: 'reason' });
  let changed = false;
  const akte = await record(ports.akten, id, by, (seen) => {
    const known = seen.payments.find((p) => p.id === payment);
    if (!known) throw new NotFound(`Feld „payment“: In der Akte ${id} gibt es keine Zahlung ${payment}.`);
    changed = known.reversed === undefined;
    return changed ? [{ kind: 'reversed', payment, on, by, reason }, restarted(seen)] : [];
  }, { month: monthOf(on), akte: id });
  await startAnew(ports.workflows, akte, changed);
  return akte;
};
