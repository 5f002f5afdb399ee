import { fold } from '../../domain/akte/fold.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { AKTE } from './akte.ts';

/** `Today`: the day, or what else is known of the moment. */
type Decider<C, Today> = (command: C, akte: Akte, today: Today) => readonly Fact[];

/**
 * given(facts) · when(command, on a day) · then(facts), or thenRefuses(a Rejected's code and field, another fault's
 * name).
 */
export const deciding =
  <C, Today = Day>(decide: Decider<C, Today>) =>
  (...facts: readonly Fact[]) => ({
    when: (command: C, today: Today) => {
      const decided = () => decide(command, fold(AKTE, [facts]), today);
      return {
        then: (expected: readonly Fact[]): void => expect(decided()).toStrictEqual(expected),
        thenRefuses: (fault: string, field?: string): void => {
          const found = /^[A-Z]/.test(fault) ? { name: fault } : { name: 'Rejected', code: fault };
          expect(decided).toThrow(expect.objectContaining({ ...found, ...(field ? { field } : {}) }));
        },
      };
    },
  });
