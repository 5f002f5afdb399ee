import type { Credit, Message, Payment } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { cents } from '../../../domain/money.ts';
import { aClaim, erika } from '../../support/akte.ts';
import { M2, F1, F2, business, ask, REMINDED, DUNNED, akte, paid, at, feeOf } from './cases.ts';

describe('which demand brings the fee', () => {
  test('the first, in whatever order the log has them', () => {
    expect(feeOf(akte([ask('2026-03-20', 2), DUNNED, REMINDED]), '2026-03-21')?.fee?.parts[0]?.demandedOn).toBe(
      '2026-03-12',
    );
    expect(feeOf(akte([REMINDED, DUNNED, ask('2026-03-20', 2)]), '2026-03-21')?.fee?.parts[0]?.demandedOn).toBe(
      '2026-03-12',
    );
  });
  test('not one of another matter, nor one that did not go out, nor one that claims no fee', () => {
    for (const no of [
      ask('2026-03-12', 1, { matter: M2 }),
      ask('2026-03-12', 1, { state: 'refused' }),
      ask('2026-03-12', 1, { state: 'unclear' }),
      ask('2026-03-12', 1, { fee: false }),
    ])
      expect(feeOf(akte([REMINDED, no]), '2026-04-01')).toMatchObject({
        fee: null,
      });
  });
  test('each matter has its own value and fee', () => {
    const of = akte(
      [REMINDED, DUNNED, ask('2026-03-02', 0, { matter: M2 }), ask('2026-03-12', 1, { matter: M2 })],
      [],
      [aClaim(1), aClaim(2, { matter: M2, principal: cents(700_00) })],
    );
    expect([feeOf(of, '2026-03-20')?.fee?.value, feeOf(of, '2026-03-20', M2)?.fee?.value]).toEqual([120_00, 700_00]);
  });
  test('its value is what was open on that day: what was paid the day before does not count, what is paid on it does', () => {
    expect(feeOf(akte([REMINDED, DUNNED], [paid('p', 20_00, '2026-03-11')]), '2026-03-20')?.fee?.value).toBe(100_19);
    expect(feeOf(akte([REMINDED, DUNNED], [paid('p', 20_00, '2026-03-12')]), '2026-03-20')?.fee?.value).toBe(120_00);
  });
  test('a claim of up to 50 € has the small base', () => {
    expect(
      feeOf(akte([REMINDED, DUNNED], [], [aClaim(1, { principal: cents(50_00) })]), '2026-03-20')?.fee,
    ).toMatchObject({ parts: [{ base: 31_50 }] });
  });
  test('by post the two weeks begin three days later; they end on a working day of the Land', () => {
    expect(
      feeOf(akte([REMINDED, ask('2026-03-12', 1, { channel: 'letter' })]), '2026-03-20')?.fee?.parts[0]?.simpleUntil,
    ).toBe('2026-03-30');
    expect(feeOf(akte([REMINDED, ask('2026-05-21', 1)]), '2026-05-21')?.fee?.parts[0]?.simpleUntil).toBe('2026-06-05');
    expect(
      feeOf(akte([REMINDED, ask('2026-05-21', 1)], [], [aClaim()], { debtor: { ...erika, land: 'BE' } }), '2026-05-21')
        ?.fee?.parts[0]?.simpleUntil,
    ).toBe('2026-06-04');
  });
  test('only the lump sums of the claims it was computed on are set off', () => {
    const of = akte(
      [DUNNED],
      [paid('p', 120_00, '2026-02-10', F1)],
      [aClaim(1, { dueByContract: true }), aClaim(2, { dueByContract: true, principal: cents(1000_00) })],
      { debtor: business },
    );
    expect(feeOf(of, '2026-03-20')?.fee).toMatchObject({ value: 1000_00, credited: 40_00, total: 15_80 });
  });
});

describe('a level that asks for less of the fee', () => {
  const rates = (first?: number, second?: number): (number | undefined)[] =>
    ['2026-03-19', '2026-03-20'].map(
      (on) =>
        feeOf(
          akte([
            REMINDED,
            ask('2026-03-12', 1, first ? { rate: first } : {}),
            ask('2026-03-20', 2, second ? { rate: second } : {}),
          ]),
          on,
        )?.fee?.parts[0]?.rate,
    );
  test('holds from the day of its demand until the day of the next', () => {
    expect([rates(30), rates(undefined, 30), rates(30, 40)]).toEqual([
      [30, 50],
      [50, 30],
      [30, 40],
    ]);
  });
});

describe('a Mahngebühr', () => {
  const one = aClaim(1, { dueByContract: true });
  const two = aClaim(2, { dueByContract: true });
  const charged = (messages: Message[], payments: Payment[] = [], on = '2026-04-01') =>
    at(akte(messages, payments, [one, two]), on).claims.map((c) => c.flatFees.map((f) => f.on));
  test('is borne by the claim it was charged for, and owed with it', () => {
    const of = akte([ask('2026-03-12', 1, { fee: false, flat: F2 })], [], [one, two]);
    expect(charged(of.messages as Message[])).toEqual([[], ['2026-03-12']]);
    expect(at(of, '2026-03-11').claims.map((c) => c.costs)).toEqual([0, 0]);
    expect(at(of, '2026-03-12').claims.map((c) => c.costs)).toEqual([0, 2_50]);
  });
  test('is none of a message that did not go out, or came back', () => {
    const asking = ask('2026-03-12', 1, { flat: F1 });
    expect(charged([{ ...asking, state: 'open', on: null }])).toEqual([[], []]);
    for (const state of ['refused', 'unclear', 'returned'] as const)
      expect(charged([ask('2026-03-12', 1, { flat: F1, state })])).toEqual([[], []]);
  });
  test('is one for each stage, of the day it was first charged, in whatever order the log has them', () => {
    const messages = [
      ask('2026-03-12', 1, { flat: F1 }),
      ask('2026-03-20', 1, { flat: F1, channel: 'letter' }),
      ask('2026-03-28', 2, { flat: F1 }),
    ];
    expect(charged(messages)).toEqual([['2026-03-12', '2026-03-28'], []]);
    expect(charged([...messages].reverse()).map((days) => [...days].sort())).toEqual([
      ['2026-03-12', '2026-03-28'],
      [],
    ]);
  });
  test('is none where all was paid the day before; what is paid on the day, or later, keeps it', () => {
    const demand = [ask('2026-03-12', 1, { flat: F1, fee: false })];
    expect(
      ['2026-03-11', '2026-03-12', '2026-03-20'].map((on) => charged(demand, [paid('p', 120_00, on, F1)])[0]),
    ).toEqual([[], ['2026-03-12'], ['2026-03-12']]);
  });
});

/** A credit note over all 120 € of the first claim. */
const ALL_OF_IT: Credit = {
  id: 'G-1',
  claim: F1,
  amount: cents(120_00),
  on: day('2026-03-10'),
  by: 'operator:x',
  reason: 'Rücksendung',
};

test('the lump sum of § 288(5) BGB is owed for no claim that was credited in full', () => {
  const claims = [1, 2].map((n) => aClaim(n, { dueByContract: true }));
  const of = akte([], [], claims, { debtor: business, credits: [ALL_OF_IT] });
  expect(at(of, '2026-03-20').claims.map((c) => c.lumpSum)).toEqual([0, 40_00]);
});
