/** A series that has begun, and its letters as people read them. */

import { afterSending, anAkte } from '../../support/letters.ts';

export const plain = (texts: readonly string[]): string => texts.join('\n').replaceAll('\u00a0', ' ');
/** A reminder, and the 1st Mahnung once its deadline is over: the first demand that claims costs. */
export const reminded = afterSending(anAkte(), 0, '2026-03-02');
