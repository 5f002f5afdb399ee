/** The procedures we ship, changed in what a test looks at. */

import { RECEIVABLES, STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { musterversand } from '../../support/akte.ts';

export type Levels = readonly object[];
export const standard = (more: object): object => ({ ...STANDARD, id: 'own', ...more });
export const levels = (n: number, more: object, of: Levels = STANDARD.levels): Levels =>
  of.map((l, i) => (i === n ? { ...l, ...more } : l));
export const receivables = (more: object): object => ({ ...RECEIVABLES, id: 'own', ...more });
export const mandate = { ...musterversand, id: 'MUS' as never, module: 'komfort' as const };
