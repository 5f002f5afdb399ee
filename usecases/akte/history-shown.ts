import { isCreditor } from '../../domain/actor.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { discreet, factInWords, isOpenToCreditor } from '../../domain/akte/history.ts';
import type { Reader } from './akte-shown.ts';
import type { Akten } from '../ports/akten.ts';

type Act = Awaited<ReturnType<Akten['history']>>[number];

const told = (fact: Fact, { forCreditor }: Reader) => ({
  kind: fact.kind,
  words: factInWords(forCreditor ? discreet(fact) : fact),
  fact: forCreditor && !isOpenToCreditor(fact) ? null : fact,
});

/** Who of our own people did something is not a creditor's to know; what its own access did, it may. */
const doneBy = (by: string, { forCreditor }: Reader): string | null => (forCreditor && !isCreditor(by) ? null : by);

/** What happened, act by act. A creditor is told what has words; an act of which nothing is left it does not see. */
export const historyShown = (acts: readonly Act[], reader: Reader) =>
  acts.flatMap(({ at, by, facts }) => {
    const shown = facts.map((fact) => told(fact, reader)).filter(({ words }) => !reader.forCreditor || words !== null);
    return shown.length > 0 ? [{ at, by: doneBy(by, reader), facts: shown }] : [];
  });
