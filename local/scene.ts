import type { Running } from './stage.ts';
import { akteOf, apiOf, readAkte, type Told } from './told.ts';

/**
 * Everything a chapter of the story works with: who is there, the claims they have handed over, and what has been told
 * so far.
 */
export type Scene = Readonly<{
  running: Running;
  short: boolean;
  say: (text: string) => void;
  told: Told;
  claims: Readonly<{ MUS: string[]; STW: string[]; LAD: string[] }>;
}>;
export const akteAt = ({ claims }: Scene, creditor: keyof Scene['claims'], i: number): string => {
  const claim = claims[creditor][i];
  if (!claim) throw new Error(`${creditor} has no claim ${i}`);
  return akteOf(claim);
};
export const openOf = async (scene: Scene, akte: string): Promise<number> =>
  (await readAkte(apiOf(scene.told, akte), akte)).openCents;

export const refused = async (
  { told }: Scene,
  what: string,
  expected: number,
  call: Promise<{ status: number }>,
): Promise<void> => {
  told.refusals.push({ what, expected, status: (await call).status });
};
