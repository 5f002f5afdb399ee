import type { Akte } from '../domain/akte.ts';
import type { AkteId } from '../domain/claim.ts';
import type { Fact } from '../domain/facts.ts';
import { Conflict } from '../domain/faults.ts';
import type { Akten, Also } from './ports.ts';

const TRIES = 12;

/**
 * Appends facts that hold whatever else has happened meanwhile (money that came, a letter that went): reads and tries
 * again when somebody else was quicker. `factsFor` sees the Akte each time; nothing to add means nothing is written.
 * `also`: decided afresh each time, too, from the same Akte.
 */
export const record = async (
  akten: Akten,
  id: AkteId,
  by: string,
  factsFor: (akte: Akte) => readonly Fact[],
  also: (akte: Akte) => Promise<Also> = () => Promise.resolve({}),
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
