import type * as z from 'zod';
import { GivenDay, givenLine, givenProse } from '../../domain/given-text.ts';

const takes = (schema: z.ZodType, given: string): boolean => schema.safeParse(given).success;

test.each([
  ['a word', 'Kulanz', true, true],
  ['several lines', 'erstens\nzweitens\t2', false, true],
  ['nothing', ' ', false, false],
  ['a control character', 'Ku\u0000lanz', false, false],
  ['half a character', 'Ku\ud800lanz', false, false],
  ['a mark that turns the direction', 'Ku\u202elanz', false, false],
  ['a line separator of its own', 'Ku\u2028lanz', false, false],
])('%s', (_, given, asLine, asProse) => {
  expect([takes(givenLine(20), given), takes(givenProse(20), given)]).toEqual([asLine, asProse]);
});
test('a text loses the blanks around it and is no longer than it may be', () => {
  expect(givenLine(6).parse(' Kulanz ')).toBe('Kulanz');
  expect([takes(givenLine(6), 'Kulanzen'), takes(givenProse(6), 'Kulanzen')]).toEqual([false, false]);
});
test('a day is one of the years in which people live, no placeholder', () => {
  expect(['2026-03-02', '9999-12-31', '0001-01-01', '2026-02-30'].map((on) => takes(GivenDay, on))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
