import type { Actor } from '../../domain/actor.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import type { AkteId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { Conflict } from '../../domain/faults.ts';
import type { Akten, Also } from '../ports/akten.ts';

const TRIES = 12;

/**
 * What is written into an Akte, and by whom. `facts` and `also` are decided afresh with each try, from the Akte as it
 * is then; no facts: nothing is written.
 */
type Entry = Readonly<{
  by: Actor;
  facts: (akte: Akte) => readonly Fact[];
  also?: (akte: Akte) => Promise<Also>;
}>;

/**
 * Appends facts that hold whatever else has happened meanwhile (money that came, a letter that went): reads and tries
 * again when somebody else was quicker.
 */
export const record = async (
  akten: Akten,
  id: AkteId,
  { by, facts: factsFor, also = () => Promise.resolve({}) }: Entry,
): Promise<Akte> => {
  for (let attempt = 1; ; attempt++) {
    const akte = await akten.get(id);
    const facts = factsFor(akte);
    if (facts.length === 0) return akte;
    try {
      return await akten.append(id, akte.version, { by, facts }, await also(akte));
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === TRIES) throw error;
    }
  }
};
