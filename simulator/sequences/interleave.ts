/** Waits for its turn: each call is one step of a handler. */
export type Turn = () => Promise<void>;
export type Handler = (turn: Turn) => Promise<unknown>;

/** A port whose every call waits for a turn first; what the call does, it does in one go. */
export const inTurns = <T extends object>(port: T, turn: Turn): T =>
  // Casts: the same names with functions of the same form, which Object.entries cannot say.
  Object.fromEntries(
    Object.entries(port).map(([name, part]: [string, unknown]) => [
      name,
      typeof part === 'function'
        ? async (...args: unknown[]) => {
            await turn();
            return (part as (...args: unknown[]) => unknown)(...args);
          }
        : part,
    ]),
  ) as T;

/** At which points there was a choice, and what was chosen. */
type Point = Readonly<{ able: readonly number[]; chosen: number }>;

/** Which of the handlers that can go on does so; `n` choices have been made before. */
export type Choose = (able: readonly [number, ...number[]], n: number) => number;

/** Plays handlers in the order that is chosen; nothing runs that has not got its turn. */
export const playChosen = async (handlers: readonly Handler[], choose: Choose): Promise<readonly Point[]> => {
  const waiting = handlers.map((): (() => void) | null => null);
  const rested = handlers.map((): (() => void) => () => undefined);
  /** Lets a handler run until it waits for its next turn, or is done: whatever it throws is its own affair. */
  const run = (i: number, go: () => void): Promise<void> =>
    new Promise((resolve) => {
      rested[i] = resolve;
      go();
    });
  for (const [i, handler] of handlers.entries()) {
    const turn: Turn = () =>
      new Promise((go) => {
        waiting[i] = go;
        rested[i]?.();
      });
    await run(i, () => {
      void handler(turn)
        .catch(() => undefined)
        .then(() => rested[i]?.());
    });
  }
  const points: Point[] = [];
  for (;;) {
    const [first, ...more] = waiting.flatMap((go, i) => (go ? [i] : []));
    if (first === undefined) return points;
    const able = [first, ...more] as const;
    const chosen = choose(able, points.length);
    points.push({ able, chosen });
    const go = waiting[chosen];
    waiting[chosen] = null;
    await run(chosen, () => {
      go?.();
    });
  }
};

/** The choices that come after these, in the order of a tree that is searched to its end; null: all have been made. */
const following = (points: readonly Point[]): readonly number[] | null => {
  for (let n = points.length - 1; n >= 0; n--) {
    const { able, chosen } = points[n] ?? { able: [], chosen: 0 };
    const next = able[able.indexOf(chosen) + 1];
    if (next !== undefined) return [...points.slice(0, n).map((p) => p.chosen), next];
  }
  return null;
};

/**
 * Plays every order of the handlers' steps, each in a world of its own, and lets `after` look at it; how many there
 * were. `order`: `ABBA`.
 */
export const everyOrder = async (
  make: () => Promise<Readonly<{ handlers: readonly Handler[]; after: (order: string) => Promise<void> }>>,
): Promise<number> => {
  let choices: readonly number[] | null = [];
  let orders = 0;
  while (choices) {
    const { handlers, after } = await make();
    const made: readonly number[] = choices;
    const points: readonly Point[] = await playChosen(handlers, (able, n) => made[n] ?? able[0]);
    await after(points.map((p) => 'ABCDEFGH'[p.chosen]).join(''));
    orders++;
    choices = following(points);
  }
  return orders;
};
