import type { Stage } from '../../domain/procedure/states.ts';
import { LAENDER, type Land } from '../../domain/calendar.ts';
import { CALL_OUTCOMES, type CallOutcome } from '../../domain/akte/call-words.ts';
import {
  CHANNEL_NAMES,
  RETURNING_CHANNELS,
  type Channel,
  type ReturningChannel,
} from '../../domain/procedure/channels.ts';
import {
  DISPUTES,
  HOLD_GROUNDS,
  SITUATIONS,
  type DisputeReason,
  type HoldGround,
} from '../../domain/procedure/holds.ts';
import {
  RECEIVABLES,
  STANDARD,
  STANDARD_LETTER_ANCHORED,
  STANDARD_NO_PHASE_1,
} from '../../domain/procedure/shipped-procedures.ts';
import { type Procedure } from '../../domain/procedure/procedure.ts';
import type { Action } from '../../domain/akte/steering.ts';
import { BEHAVIOURS, type Behaviour } from '../agency/post.ts';
import { randomOf, type Random } from './random.ts';

/**
 * A row of a list that is handed in: a new invoice of the customer of the first Akte (`old`: older than what may have
 * been paid since; `young`: not due yet), one of another customer, one that was handed in before, the same with another
 * amount, the row above once more, or one whose invoice lies in the future.
 */
export const ROWS = ['new', 'old', 'young', 'other', 'again', 'conflict', 'twin', 'broken'] as const;
export type Row = (typeof ROWS)[number];
/** What an execution calls, except for reporting its own trouble. */
export const TASKS = [
  'Decide',
  'SendEmail',
  'SendSms',
  'SendLetter',
  'OpenCalls',
  'PresentToCourt',
  'HandToCollection',
] as const;
/**
 * What can happen to an Akte, as data: a sequence that fails can be printed and played again. `twice`: the same event
 * is delivered a second time; `other`: it happens to the creditor's other customer, where there is one; `late`: the
 * money came so many days ago.
 */
export type Command = Readonly<
  /** Time passes: to the next instant at which an execution wants to run, or some days. */
  | { do: 'next' }
  | { do: 'days'; n: number }
  /** A task is called again, by an execution that is current or by one that has been replaced. */
  | { do: 'redeliver'; stale: boolean; task: (typeof TASKS)[number] }
  | { do: 'provider'; channel: Channel; behaves: Behaviour }
  | {
      do: 'pay';
      how: 'exact' | 'part' | 'over' | 'principal' | 'cent';
      via: 'agency' | 'creditor';
      late?: number;
      other?: boolean;
      twice: boolean;
    }
  | { do: 'reverse'; nth: number; other?: boolean; twice: boolean }
  /** The creditor credits a part of a claim, or all that is left of it, with a note of so many days ago. */
  | { do: 'credit'; nth: number; all: boolean; late: number; other?: boolean; twice: boolean }
  | { do: 'refund'; twice: boolean }
  /**
   * The creditors are paid out for the month before, or one `back`; `wait`: on the first of the next month, as the
   * schedule does; `dies`: after so many writes the function does, and only `twice` runs it again.
   */
  | { do: 'payout'; back: 0 | 1 | 2; wait: boolean; dies: number | null; twice: boolean }
  /**
   * A creditor hands a further list in. `dies`: after so many writes the function does, and the list is delivered
   * again. `redelivered`: not a new list, the one so many before.
   */
  | { do: 'handOver'; rows: readonly Row[]; dies: number | null; redelivered: number | null; twice: boolean }
  | { do: 'steer'; action: Action; until: number | null; stage: Stage; twice: boolean }
  | { do: 'dispute'; reason: DisputeReason; twice: boolean }
  | { do: 'proof'; twice: boolean }
  | { do: 'promise'; days: number; twice: boolean }
  | { do: 'deferral'; days: number; twice: boolean }
  | { do: 'situation'; ground: HoldGround; twice: boolean }
  | { do: 'over'; ground: HoldGround; twice: boolean }
  | { do: 'contact'; channel: Channel; twice: boolean }
  | { do: 'returned'; channel: ReturningChannel; twice: boolean }
  | { do: 'instalments'; rate: number; first: number; twice: boolean }
  | { do: 'call'; outcome: CallOutcome; days: number }
  /** All executions are lost; the sweep looks for claims that ought to run. */
  | { do: 'lose' }
  | { do: 'sweep' }
>;

export type CommandOf<D extends Command['do']> = Extract<Command, { do: D }>;

export type Stranger = 'none' | 'still' | 'runs';
export type Scene = Readonly<{
  procedure: Procedure;
  land: Land | null;
  email: boolean;
  phone: boolean;
  business: boolean;
  claims: 1 | 2;
  start: number;
  /** The creditor: whether it pays a commission, and whether its debtors owe the VAT on fees. */
  komfort: boolean;
  deductsInputTax: boolean;
  /**
   * Another creditor's Akte of the same person: there is none, or one with money in it that stands still or is under
   * way.
   */
  stranger: Stranger;
  /** To stop an execution that has been replaced is tidying up: here nobody tidies, and it wakes at its time. */
  stopsNothing: boolean;
}>;
/** What a scene turns on. `money`: what is rare in a life (paying out, reversing, handing in more) comes often. */
type Theme = 'life' | 'money';
export type Sequence = Readonly<{ seed: number; scene: Scene; commands: readonly Command[] }>;

const PROCEDURES = [STANDARD, STANDARD, STANDARD_NO_PHASE_1, STANDARD_LETTER_ANCHORED, RECEIVABLES] as const;
const LANDS = [null, ...LAENDER] as const;
const strangerOf = (r: Random): Stranger => {
  const n = r.below(100);
  if (n < 8) return 'runs';
  return n < 30 ? 'still' : 'none';
};
const sceneOf = (r: Random): Scene => ({
  procedure: r.pick(PROCEDURES),
  land: r.pick(LANDS),
  email: r.chance(80),
  phone: r.chance(70),
  business: r.chance(20),
  claims: r.chance(25) ? 2 : 1,
  start: r.below(400),
  komfort: r.chance(40),
  deductsInputTax: r.chance(70),
  stranger: strangerOf(r),
  stopsNothing: r.chance(20),
});

type Draw = (r: Random) => Command;
const SPECIAL = SITUATIONS as [HoldGround, ...HoldGround[]];
type Draws = readonly (readonly [weight: number, draw: Draw])[];
/** Time has the largest share: without it nothing becomes of the rest. */
const OFTEN: Draws = [
  [40, () => ({ do: 'next' })],
  [9, (r) => ({ do: 'days', n: r.pick([1, 1, 2, 3, 5, 8, 14, 30]) })],
  [6, (r) => ({ do: 'redeliver', stale: r.chance(50), task: r.pick(TASKS) })],
  [12, (r) => ({ do: 'provider', channel: r.pick(CHANNEL_NAMES), behaves: r.pick(BEHAVIOURS) })],
  [
    7,
    (r) => ({
      do: 'steer',
      action: r.pick([
        'pause',
        'pause',
        'resume',
        'resume',
        'clarify',
        'clarify',
        'close',
        'reopen',
        'waive',
        'skip',
        'trace',
        'untraceable',
      ]),
      until: r.chance(40) ? r.below(30) + 1 : null,
      stage: r.pick([0, 1, 2, 3] as const),
      twice: r.chance(40),
    }),
  ],
  [2, (r) => ({ do: 'dispute', reason: r.pick(DISPUTES), twice: r.chance(40) })],
  [1, (r) => ({ do: 'proof', twice: r.chance(40) })],
  [2, (r) => ({ do: 'promise', days: r.below(50) + 1, twice: r.chance(40) })],
  [1, (r) => ({ do: 'deferral', days: r.below(60) + 1, twice: r.chance(40) })],
  [2, (r) => ({ do: 'situation', ground: r.pick(SPECIAL), twice: r.chance(40) })],
  [4, (r) => ({ do: 'over', ground: r.pick(HOLD_GROUNDS), twice: r.chance(40) })],
  [2, (r) => ({ do: 'contact', channel: r.pick(CHANNEL_NAMES), twice: r.chance(40) })],
  [2, (r) => ({ do: 'returned', channel: r.pick(RETURNING_CHANNELS), twice: r.chance(40) })],
  [1, (r) => ({ do: 'instalments', rate: (r.below(5) + 2) * 1_000, first: r.below(40) + 1, twice: r.chance(40) })],
  [3, (r) => ({ do: 'call', outcome: r.pick(CALL_OUTCOMES), days: r.pick([1, 1, 3]) })],
  [1, () => ({ do: 'lose' })],
  [3, () => ({ do: 'sweep' })],
];
const MONEY: Draws = [
  [
    11,
    (r) => ({
      do: 'pay',
      how: r.pick(['exact', 'part', 'part', 'over', 'principal', 'cent']),
      via: r.chance(75) ? 'agency' : 'creditor',
      late: r.chance(20) ? r.below(40) : 0,
      other: r.chance(15),
      twice: r.chance(40),
    }),
  ],
  [4, (r) => ({ do: 'reverse', nth: r.below(4), other: r.chance(15), twice: r.chance(40) })],
  [1, (r) => ({ do: 'refund', twice: r.chance(40) })],
  [
    2,
    (r) => ({
      do: 'credit',
      nth: r.below(3),
      all: r.chance(30),
      late: r.chance(30) ? r.below(20) : 0,
      other: r.chance(15),
      twice: r.chance(40),
    }),
  ],
];
const rowsOf = (r: Random): Row[] => Array.from({ length: r.below(4) + 1 }, () => r.pick(ROWS));
const RARE: Draws = [
  [
    1,
    (r) => ({
      do: 'payout',
      back: r.pick([0, 0, 0, 0, 1, 2]),
      wait: r.chance(35),
      dies: r.chance(20) ? r.below(8) + 1 : null,
      twice: r.chance(40),
    }),
  ],
  [
    1,
    (r) => ({
      do: 'handOver',
      rows: rowsOf(r),
      dies: r.chance(30) ? r.below(5) + 1 : null,
      redelivered: r.chance(25) ? r.below(3) : null,
      twice: r.chance(40),
    }),
  ],
];
const times = (n: number, draws: Draws): Draws => draws.map(([weight, draw]) => [weight * n, draw]);
/** How often each command comes, out of the sum of all weights. */
const THEMES: Readonly<Record<Theme, Draws>> = {
  life: [...OFTEN, ...MONEY, ...RARE],
  money: [...OFTEN, ...times(4, MONEY), ...times(20, RARE)],
};
const totalOf = (draws: Draws): number => draws.reduce((sum, [weight]) => sum + weight, 0);
const TOTALS: Readonly<Record<Theme, number>> = { life: totalOf(THEMES.life), money: totalOf(THEMES.money) };
const commandOf = (r: Random, theme: Theme): Command => {
  let at = r.below(TOTALS[theme]);
  for (const [weight, draw] of THEMES[theme]) {
    if (at < weight) return draw(r);
    at -= weight;
  }
  return { do: 'next' };
};

/**
 * The sequence of a seed: a scene and one to `most` commands; where it turns on money at least half as many, for it
 * takes several to move what was paid out.
 */
export const sequenceOf = (seed: number, most = 20): Sequence => {
  const r = randomOf(seed);
  const scene = sceneOf(r);
  const theme = r.chance(6) ? 'money' : 'life';
  const least = theme === 'money' ? Math.floor(most / 2) : 0;
  // What is paid out is paid to every creditor.
  const stranger = theme === 'money' && scene.stranger === 'none' ? 'still' : scene.stranger;
  return {
    seed,
    scene: { ...scene, stranger },
    commands: Array.from({ length: least + r.below(most - least) + 1 }, () => commandOf(r, theme)),
  };
};
