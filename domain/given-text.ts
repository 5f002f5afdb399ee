import * as z from 'zod';
import { Day } from './calendar.ts';
import { FIRST_YEAR, LAST_YEAR } from './parse.ts';

/**
 * Control characters, halves of a character, and marks that turn the direction of what follows: no one writes them, and
 * on paper they hide or change what stands there.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const UNPRINTABLE_IN_LINES = /(?![\n\r\t])[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const WITHOUT = 'ein Text ohne Steuerzeichen';

/** One line that a person has written: not blank, printable. */
export const givenLine = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !UNPRINTABLE.test(text), `${WITHOUT} und ohne Zeilenumbruch`);
/** The same over several lines: a note, a reason. */
export const givenProse = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !UNPRINTABLE_IN_LINES.test(text), WITHOUT);

/**
 * A day that somebody names: beyond these years are slips and placeholders (`9999-12-31`), and no calendar reaches
 * there.
 */
export const GivenDay = Day.refine(
  (on) => Number(on.slice(0, 4)) >= FIRST_YEAR && Number(on.slice(0, 4)) <= LAST_YEAR,
  `ein Tag in den Jahren ${FIRST_YEAR} bis ${LAST_YEAR}`,
);
