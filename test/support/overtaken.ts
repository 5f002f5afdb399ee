import type { Fact } from '../../domain/akte/facts.ts';
import type { Akten } from '../../usecases/ports/akten.ts';

/** Akten in which somebody else adds these facts before each of our next `times` acts: we come second so often. */
export const overtaken = (akten: Akten, times: number, facts: readonly Fact[]): Akten => {
  let left = times;
  return {
    ...akten,
    append: async (id, ...mine) => {
      if (left-- > 0) await akten.append(id, (await akten.get(id)).version, { by: 'operator:quick', facts });
      return akten.append(id, ...mine);
    },
  };
};
