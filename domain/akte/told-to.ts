import { isCreditor, type Actor } from '../actor.ts';
import { HOLDS } from '../procedure/holds.ts';
import type { Fact, FactOf } from './facts.ts';
import { factInWords } from './history.ts';

/** Who reads: the creditor of an Akte, or our own people. */
export type Reader = Readonly<{ forCreditor: boolean }>;

const NOT_SHOWN = 'Näheres geben wir nicht weiter';
/**
 * What a person has told of illness, death or a guardian is for our own people; a creditor learns that the case rests,
 * and why in one word.
 */
const reasonForCreditor = ({ ground, reason }: Pick<FactOf<'held'>, 'ground' | 'reason'>): string =>
  HOLDS[ground].special ? NOT_SHOWN : reason;

/** A fact as a creditor may read it. */
const discreet = (fact: Fact): Fact => {
  if (fact.kind !== 'held' && fact.kind !== 'resumed') return fact;
  return HOLDS[fact.ground].special ? { ...fact, reason: NOT_SHOWN } : fact;
};

/**
 * Of these a creditor may have the fact itself: all that stands in them it has told us, or reads in their words. Any
 * other names one of our own people, or holds more than its words say: a note, a message, an address that somebody has
 * found. A new kind is closed until somebody has looked at it.
 */
const OPEN_TO_CREDITOR: ReadonlySet<Fact['kind']> = new Set<Fact['kind']>([
  'handedOver',
  'joined',
  'handedToCollection',
  'callsOpened',
  'courtDecisionDue',
]);
export const isOpenToCreditor = ({ kind }: Pick<Fact, 'kind'>): boolean => OPEN_TO_CREDITOR.has(kind);

/** One fact as it is told: its words, null where nobody would read any; itself, where whoever reads may have it. */
export type Told = Readonly<{ kind: Fact['kind']; words: string | null; fact: Fact | null }>;
const told = (fact: Fact, { forCreditor }: Reader): Told => ({
  kind: fact.kind,
  words: factInWords(forCreditor ? discreet(fact) : fact),
  fact: forCreditor && !isOpenToCreditor(fact) ? null : fact,
});

/** Why an Akte rests, as far as whoever reads may know it. */
export const reasonTold = (hold: Pick<FactOf<'held'>, 'ground' | 'reason'>, { forCreditor }: Reader): string =>
  forCreditor ? reasonForCreditor(hold) : hold.reason;

/** Who of our own people did something is not a creditor's to know; what its own access did, it may. */
const doneBy = (by: Actor, { forCreditor }: Reader): Actor | null => (forCreditor && !isCreditor(by) ? null : by);

/** Facts that were written together: when, and by whom. */
type Act = Readonly<{ at: string; by: Actor; facts: readonly Fact[] }>;
/** What happened, act by act. A creditor is told what has words; an act of which nothing is left it does not see. */
export const historyTold = (
  acts: readonly Act[],
  reader: Reader,
): readonly Readonly<{ at: string; by: Actor | null; facts: readonly Told[] }>[] =>
  acts.flatMap(({ at, by, facts }) => {
    const shown = facts.map((fact) => told(fact, reader)).filter(({ words }) => !reader.forCreditor || words !== null);
    return shown.length > 0 ? [{ at, by: doneBy(by, reader), facts: shown }] : [];
  });
