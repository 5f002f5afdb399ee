import { LAENDER, type Land } from '../domain/calendar.ts';
import { CALL_OUTCOMES, type CallOutcome } from '../domain/call-words.ts';
import { CHANNELS, type Channel } from '../domain/facts.ts';
import { DISPUTES, HOLD_GROUNDS, SITUATIONS, type DisputeReason, type HoldGround } from '../domain/holds.ts';
import { RECEIVABLES, STANDARD, STANDARD_LETTER_ANCHORED, STANDARD_NO_PHASE_1, type Procedure } from '../domain/procedure.ts';
import type { STEERINGS } from '../usecases/steer-akte.ts';
import { BEHAVIOURS, type Behaviour } from './post.ts';
import { randomOf, type Random } from './random.ts';

/** What can happen to an Akte, as data: a sequence that fails can be printed and played again. `twice`: the same event is delivered a second time. */
export type Command = Readonly<
  /** Time passes: to the next instant at which an execution wants to run, or some days. */
  | { do: 'next' } | { do: 'days'; n: number }
  /** Providers are asked again, by an execution that is current or by one that has been replaced. */
  | { do: 'redeliver'; stale: boolean }
  | { do: 'provider'; channel: Channel; behaves: Behaviour }
  | { do: 'pay'; how: 'exact' | 'part' | 'over' | 'principal' | 'cent'; via: 'agency' | 'creditor'; twice: boolean }
  | { do: 'reverse'; nth: number; twice: boolean } | { do: 'refund'; twice: boolean }
  | { do: 'steer'; action: (typeof STEERINGS)[number]; until: number | null; stage: number; twice: boolean }
  | { do: 'dispute'; reason: DisputeReason; twice: boolean } | { do: 'proof'; twice: boolean } | { do: 'promise'; days: number; twice: boolean } | { do: 'deferral'; days: number; twice: boolean }
  | { do: 'situation'; ground: HoldGround; twice: boolean } | { do: 'over'; ground: HoldGround; twice: boolean } | { do: 'contact'; channel: Channel; twice: boolean }
  | { do: 'returned'; channel: 'email' | 'letter'; twice: boolean } | { do: 'instalments'; rate: number; first: number; twice: boolean } | { do: 'call'; outcome: CallOutcome; days: number }
  /** All executions are lost; the sweep looks for claims that ought to run. */
  | { do: 'lose' } | { do: 'sweep' }>;

export type Scene = Readonly<{ procedure: Procedure; land: Land | null; email: boolean; phone: boolean; business: boolean; claims: 1 | 2; start: number }>;
export type Sequence = Readonly<{ seed: number; scene: Scene; commands: readonly Command[] }>;

const PROCEDURES = [STANDARD, STANDARD, STANDARD_NO_PHASE_1, STANDARD_LETTER_ANCHORED, RECEIVABLES] as const;
const LANDS = [null, ...LAENDER] as const;
const sceneOf = (r: Random): Scene => ({ procedure: r.pick(PROCEDURES), land: r.pick(LANDS), email: r.chance(80), phone: r.chance(70), business: r.chance(20), claims: r.chance(25) ? 2 : 1, start: r.below(400) });

type Draw = (r: Random) => Command;
const SPECIAL = SITUATIONS as [HoldGround, ...HoldGround[]];
/** How often each comes, out of the sum of all weights. Time has the largest share: without it nothing becomes of the rest. */
const DRAWS: readonly (readonly [weight: number, draw: Draw])[] = [
  [40, () => ({ do: 'next' })], [9, (r) => ({ do: 'days', n: r.pick([1, 1, 2, 3, 5, 8, 14, 30]) })], [6, (r) => ({ do: 'redeliver', stale: r.chance(50) })],
  [12, (r) => ({ do: 'provider', channel: r.pick(CHANNELS), behaves: r.pick(BEHAVIOURS) })],
  [11, (r) => ({ do: 'pay', how: r.pick(['exact', 'part', 'part', 'over', 'principal', 'cent']), via: r.chance(75) ? 'agency' : 'creditor', twice: r.chance(40) })],
  [4, (r) => ({ do: 'reverse', nth: r.below(4), twice: r.chance(40) })], [1, (r) => ({ do: 'refund', twice: r.chance(40) })],
  [7, (r) => ({ do: 'steer', action: r.pick(['pause', 'pause', 'resume', 'resume', 'clarify', 'clarify', 'close', 'waive', 'skip', 'trace']), until: r.chance(40) ? r.below(30) + 1 : null, stage: r.below(4), twice: r.chance(40) })],
  [2, (r) => ({ do: 'dispute', reason: r.pick(DISPUTES), twice: r.chance(40) })], [1, (r) => ({ do: 'proof', twice: r.chance(40) })], [2, (r) => ({ do: 'promise', days: r.below(50) + 1, twice: r.chance(40) })], [1, (r) => ({ do: 'deferral', days: r.below(60) + 1, twice: r.chance(40) })],
  [2, (r) => ({ do: 'situation', ground: r.pick(SPECIAL), twice: r.chance(40) })], [4, (r) => ({ do: 'over', ground: r.pick(HOLD_GROUNDS), twice: r.chance(40) })], [2, (r) => ({ do: 'contact', channel: r.pick(CHANNELS), twice: r.chance(40) })],
  [2, (r) => ({ do: 'returned', channel: r.pick(['email', 'letter']), twice: r.chance(40) })], [1, (r) => ({ do: 'instalments', rate: (r.below(5) + 2) * 1_000, first: r.below(40) + 1, twice: r.chance(40) })], [3, (r) => ({ do: 'call', outcome: r.pick(CALL_OUTCOMES), days: r.pick([1, 1, 3]) })],
  [1, () => ({ do: 'lose' })], [3, () => ({ do: 'sweep' })],
];
const TOTAL = DRAWS.reduce((sum, [weight]) => sum + weight, 0);
const commandOf = (r: Random): Command => {
  let at = r.below(TOTAL);
  for (const [weight, draw] of DRAWS) { if (at < weight) return draw(r); at -= weight; }
  return { do: 'next' };
};

/** The sequence of a seed: a scene and one to `most` commands. */
export const sequenceOf = (seed: number, most = 20): Sequence => {
  const r = randomOf(seed);
  const scene = sceneOf(r);
  return { seed, scene, commands: Array.from({ length: r.below(most) + 1 }, () => commandOf(r)) };
};
