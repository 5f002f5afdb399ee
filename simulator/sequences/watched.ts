import { SYSTEM, byCreditor, isCreditor, isSweep, type Actor } from '../../domain/actor.ts';
import { creditorOf, generationOf, type Akte } from '../../domain/akte/akte.ts';
import type { Fact, FactOf } from '../../domain/akte/facts.ts';
import { apply } from '../../domain/akte/fold.ts';
import type { AkteId, ClaimId } from '../../domain/ids.ts';
import type { Act } from '../../usecases/ports/akten.ts';
import { brokenByAsking, brokenByReserving, type Broken } from './invariants.ts';
import type { World } from '../agency/world.ts';

/** Whose Akte the command that is being done is about; null while only time passes. */
export type Target = { akte: AkteId | null };

/**
 * What a hand-over may bring: claims, what a row completes or says anew of the debtor, and the executions that go on
 * with it.
 */
const HANDED_OVER: readonly Fact['kind'][] = [
  'opened',
  'handedOver',
  'joined',
  'renamed',
  'alsoNamed',
  'contactChanged',
  'particularsGiven',
  'restarted',
];

/** Whether somebody has a say in an Akte at all, and which kinds of facts are theirs to write; null: any. */
type Say = Readonly<{ rightly: boolean; kinds: readonly Fact['kind'][] | null }>;
const sayOf = (by: Actor, id: AkteId, target: AkteId | null): Say => {
  if (isSweep(by)) return { rightly: true, kinds: ['restarted'] };
  if (by === SYSTEM.payout) return { rightly: true, kinds: ['paidOut'] };
  if (isCreditor(by)) return { rightly: by === byCreditor(creditorOf(id)), kinds: HANDED_OVER };
  return { rightly: id === target, kinds: null };
};

const kindsIn = (facts: readonly Fact[]): string => facts.map((f) => f.kind).join(', ');

/** An execution acts on its own Akte, and only in the generation that leads its claim. */
const brokenByExecution = (id: AkteId, before: Akte | null, { by, facts }: Act): Broken[] => {
  const [claim = '', generation = ''] = by.slice(id.length + 1).split('-');
  if (!by.startsWith(`${id}-`)) return [`I8 ${by} changed ${id}`];
  return before && `g${generationOf(before, claim as ClaimId)}` !== generation
    ? [`an older execution, ${by}, acted: ${kindsIn(facts)}`]
    : [];
};

/**
 * I8, and that only the youngest execution acts: an Akte is changed by its own executions of the generation that leads
 * the claim, by the sweep, by the payout of its creditor, by its creditor's list, or by the command that is about it.
 * What a client may ask for at all the lambdas decide (ownAkte); the story refuses a foreign Akte at every door
 * (local/story.ts, test/e2e).
 */
const changedByNobodyElse = (id: AkteId, before: Akte | null, act: Act, target: AkteId | null): Broken[] => {
  const { by, facts } = act;
  if (!by.includes(':')) return brokenByExecution(id, before, act);
  const { rightly, kinds } = sayOf(by, id, target);
  return rightly && facts.every((f) => !kinds || kinds.includes(f.kind))
    ? []
    : [`I8 ${by} changed ${id} with ${kindsIn(facts)}; it was about ${target ?? 'no Akte'}`];
};

/** What leads to Klärung may be a provider's or an input's doing; an error without a name of ours is a bug. */
const isOurFault = (reason: string): boolean => /: (Error|TypeError|RangeError|ZodError)$/.test(reason);

/** The Akten of the world, every act looked at as it is written. */
export const watched = (world: World, broken: Broken[], target: Target): World['akten'] => {
  const {
    clock,
    ports: { akten, procedures },
  } = world;
  const brokenBy = async (seen: Akte, { message, demand }: FactOf<'reserved'>): Promise<Broken[]> => {
    const matter = seen.matters.find((m) => m.id === message.matter);
    if (!matter) return [];
    const procedure = await procedures.get(matter.procedure);
    return [
      ...(demand ? brokenByAsking(seen, message, demand) : []),
      ...brokenByReserving(seen, message, { today: clock.today(), procedure, everybody: world.akten.all() }),
    ];
  };
  const lookedAt = async (before: Akte, facts: readonly Fact[]): Promise<void> => {
    let seen = before;
    for (const fact of facts) {
      if (fact.kind === 'trouble' && isOurFault(fact.reason))
        broken.push(`a step failed by a fault of our own: ${fact.reason}`);
      if (fact.kind === 'reserved') broken.push(...(await brokenBy(seen, fact)));
      seen = apply(seen, fact, seen.id);
    }
  };
  return {
    ...akten,
    append: async (id, version, act, also) => {
      const before = await akten.find(id);
      const after = await akten.append(id, version, act, also);
      broken.push(...changedByNobodyElse(id, before, act, target.akte));
      if (before) await lookedAt(before, act.facts);
      return after;
    },
  };
};
