import * as z from 'zod';
import { GivenDay, givenLine, givenProse } from '../../domain/given-text.ts';
import { WrongInput, readInput } from '../../domain/read-input.ts';

const said = (schema: z.ZodType, given: unknown): string => {
  try {
    readInput(schema, given);
    return '';
  } catch (error) {
    return error instanceof WrongInput ? error.message : 'another fault';
  }
};
const Body = z.strictObject({
  name: givenLine(5),
  note: givenProse(9).optional(),
  cents: z.int().positive(),
  on: GivenDay.optional(),
  levels: z.array(z.strictObject({ stage: z.enum(['a', 'b']) })).max(2),
  email: z.email().optional(),
});
const RIGHT = { name: 'Ada', cents: 5, levels: [{ stage: 'a' }] };

test.each([
  [{ ...RIGHT, name: 5 }, 'Feld „name“: Erwartet wird: ein Text.'],
  [{ ...RIGHT, name: undefined }, 'Feld „name“: Diese Angabe fehlt. Erwartet wird: ein Text.'],
  [{ ...RIGHT, name: ' ' }, 'Feld „name“: Erwartet wird: mindestens 1 Zeichen.'],
  [{ ...RIGHT, name: 'Adalbert' }, 'Feld „name“: Erwartet wird: höchstens 5 Zeichen.'],
  [{ ...RIGHT, name: 'A\nB' }, 'Feld „name“: Erwartet wird: ein Text ohne Steuerzeichen und ohne Zeilenumbruch.'],
  [{ ...RIGHT, name: '\u202eA' }, 'Feld „name“: Erwartet wird: ein Text ohne Steuerzeichen und ohne Zeilenumbruch.'],
  [{ ...RIGHT, note: 'A\nB' }, ''],
  [{ ...RIGHT, note: 'A\u0000B' }, 'Feld „note“: Erwartet wird: ein Text ohne Steuerzeichen.'],
  [{ ...RIGHT, cents: 0.5 }, 'Feld „cents“: Erwartet wird: eine ganze Zahl.'],
  [{ ...RIGHT, cents: 0 }, 'Feld „cents“: Erwartet wird: mehr als 0.'],
  [{ ...RIGHT, cents: 1e21 }, 'Feld „cents“: Erwartet wird: eine Zahl, die sich genau rechnen lässt.'],
  [{ ...RIGHT, on: '2026-02-30' }, 'Feld „on“: Erwartet wird: ein Tag wie "2026-03-31".'],
  [{ ...RIGHT, on: '9999-12-31' }, 'Feld „on“: Erwartet wird: ein Tag in den Jahren 1800 bis 2199.'],
  [{ ...RIGHT, levels: [{ stage: 'c' }] }, 'Feld „levels[0].stage“: Erwartet wird: eines von a, b.'],
  [{ ...RIGHT, levels: {} }, 'Feld „levels“: Erwartet wird: eine Liste.'],
  [{ ...RIGHT, email: 'x' }, 'Feld „email“: Erwartet wird: eine E-Mail-Adresse wie "buchhaltung@example.com".'],
  [{ ...RIGHT, nme: 'x' }, 'Feld „nme“: Diese Angabe gibt es hier nicht.'],
  [null, 'Erwartet wird: ein Objekt.'],
])('what is wrong was said in zod’s words, half of them English: %j', (given, expected) => {
  expect(said(Body, given)).toBe(expected);
});

test('a union said "Ungültige Eingabe" and no field: the branch that was meant says what is wrong', () => {
  const One = z.strictObject({ a: z.string(), b: z.string() });
  const Many = z.union([z.strictObject({ all: z.array(One).min(1) }), One]);
  expect(said(Many, { all: [{ a: 'x', b: 5 }] })).toBe('Feld „all[0].b“: Erwartet wird: ein Text.');
  expect(said(Many, { a: 'x', b: 5 })).toBe('Feld „b“: Erwartet wird: ein Text.');
});

test('what we stored and cannot read is not the fault of whoever asks', () => {
  expect(() => z.string().parse(5)).toThrow(z.ZodError);
  expect(() => readInput(z.string(), 5)).toThrow(WrongInput);
});
