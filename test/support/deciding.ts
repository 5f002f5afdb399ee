import { fold } from '../../domain/akte/fold.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { AKTE } from './akte.ts';

type Decider<C> = (command: C, akte: Akte, today: Day) => readonly Fact[];

/**
 * given(facts) · when(command, on a day) · then(facts), or thenRefuses(a Rejected's code and field, another fault's
 * name).
 */
export const deciding =
  <C>(decide: Decider<C>) =>
  (...facts: readonly Fact[]) => ({
    when: (command: C, on: Day) => {
      const decided = () => decide(command, fold(AKTE, [facts]), on);
      return {
        then: (expected: readonly Fact[]): void => expect(decided()).toEqual(expected),
        thenRefuses: (fault: string, field?: string): void => {
          const found = /^[A-Z]/.test(fault) ? { name: fault } : { name: 'Rejected', code: fault };
          expect(decided).toThrow(expect.objectContaining({ ...found, ...(field ? { field } : {}) }));
        },
      };
    },
  });
