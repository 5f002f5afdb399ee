import type { Akte } from '../../domain/akte/akte.ts';
import { othersCount, type Call, type CallMoment } from '../../domain/dunning/decide-call.ts';
import type { Creditor } from '../../domain/parties/parties.ts';
import { proceduresOf } from '../akte/procedures-of.ts';
import { othersOf } from '../akte/same-person.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Procedures } from '../ports/creditors.ts';
import type { People } from '../ports/people.ts';

/** What must be read to know who may be called. */
export type Looking = Readonly<{ akten: Akten; people: People; procedures: Procedures; clock: Clock }>;

/** What is known at this moment of the Akte itself. */
export const byItself = async (
  { clock, procedures }: Pick<Looking, 'clock' | 'procedures'>,
  akte: Akte,
  { module }: Pick<Creditor, 'module'>,
): Promise<Omit<CallMoment, 'others'>> => ({
  procedures: await proceduresOf(procedures, akte),
  module,
  today: clock.today(),
  hour: clock.hour(),
  now: clock.now(),
});

/** The same with the person's other Akten; they are read only where they count. */
export const momentOf = async (ports: Looking, akte: Akte, creditor: Creditor, call?: Call): Promise<CallMoment> => {
  const day = await byItself(ports, akte, creditor);
  return { ...day, others: othersCount(akte, day, call) ? await othersOf(ports, akte) : [] };
};
