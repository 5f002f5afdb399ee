/** Chance that can be had again: the same seed draws the same (mulberry32). */
export type Random = Readonly<{
  below(n: number): number;
  pick<T>(of: readonly T[]): T;
  chance(percent: number): boolean;
}>;

export const randomOf = (seed: number): Random => {
  let state = seed | 0;
  const below = (n: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * n);
  };
  const pick = <T>(of: readonly T[]): T => {
    const drawn = of[below(of.length)];
    if (drawn === undefined) throw new Error('nothing to pick from');
    return drawn;
  };
  return { below, pick, chance: (percent) => below(100) < percent };
};
