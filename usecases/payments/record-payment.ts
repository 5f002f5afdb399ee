import type { Actor } from '../../domain/actor.ts';
import { checkPayment, decidePayment, openedAgain, type Received } from '../../domain/account/decide-payment.ts';
import { generationOf, type Akte } from '../../domain/akte/akte.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import type { AkteId, PaymentId } from '../../domain/ids.ts';
import { record } from '../akte/record.ts';
import type { Akten, Also } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Timers } from '../ports/timers.ts';

/** `id`: what the payment is called; a function where that depends on what the Akte holds already. */
export type Booking = Omit<Received, 'id'> &
  Readonly<{ akte: AkteId; id: PaymentId | ((akte: Akte) => PaymentId); by: Actor }>;

/**
 * Books money that came, once. The dunning sees it at its next decision, a sender at its reservation; for claims that
 * it opens again the sweep begins an execution, whose line is noted here. `also`: what is written with the payment or
 * not at all.
 */
export const recordPayment =
  (ports: Readonly<{ akten: Akten; clock: Clock; timers: Pick<Timers, 'note'> }>) =>
  async (booking: Booking, also?: (akte: Akte) => Promise<Also>): Promise<Akte> => {
    const { akte: id, by, id: name, ...paid } = booking;
    const on = ports.clock.today();
    checkPayment(paid, on);
    let before: Akte | null = null;
    const facts = (akte: Akte): readonly Fact[] => {
      before = akte;
      return decidePayment({ ...paid, id: typeof name === 'string' ? name : name(akte) }, akte, on);
    };
    const after = await record(ports.akten, id, { by, facts, ...(also ? { also } : {}) });
    if (before)
      for (const claim of openedAgain(before, after, on))
        await ports.timers.note({ akte: id, claim: claim.id, generation: generationOf(after, claim.id) });
    return after;
  };
