import type { Akte } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { cents, minus, plus, type Cents } from '../../../domain/money.ts';
import { aClaim, erika } from '../../support/akte.ts';
import { M2, F1, ask, REMINDED, DUNNED, akte, paid, at, feeOf } from './cases.ts';

describe('a dispute and the two weeks of the simple case', () => {
  const simpleUntil = (from: string, to: string | null, more: Partial<Akte> = {}, messages = [REMINDED, DUNNED]) =>
    feeOf(
      akte(messages, [], [aClaim()], { disputes: [{ from: day(from), to: to ? day(to) : null }], ...more }),
      '2026-12-01',
    )?.fee?.parts[0]?.simpleUntil;
  test('one that was settled before the demand, or came after the two weeks, moves nothing; one of their last day does', () => {
    expect([
      simpleUntil('2026-02-01', '2026-03-05'),
      simpleUntil('2026-03-27', '2026-04-20'),
      simpleUntil('2026-03-27', null),
      simpleUntil('2026-03-26', '2026-04-01'),
    ]).toEqual(['2026-03-26', '2026-03-26', '2026-03-26', '2026-04-01']);
  });
  test('what is left of them ends on a working day of the Land', () => {
    const asked = [REMINDED, ask('2026-05-07', 1)];
    expect([
      simpleUntil('2026-05-10', '2026-05-24', {}, asked),
      simpleUntil('2026-05-10', '2026-05-24', { debtor: { ...erika, land: 'BE' } }, asked),
    ]).toEqual(['2026-06-05', '2026-06-04']);
  });
});

describe('the simple case ends with its payment', () => {
  const one = aClaim(1, { dueByContract: true });
  const two = aClaim(2, { dueByContract: true, principal: cents(700_00) });
  const rates = (of: Akte): (number | undefined)[] => at(of, '2026-12-01').matters.map((m) => m.fee?.parts[0]?.rate);
  const open = (of: Akte, on: string): Cents => at(of, on).total;
  test('all claims of the matter must be paid, in time', () => {
    const of = akte([DUNNED], [], [one, two]);
    expect(rates({ ...of, payments: [paid('p', open(of, '2026-03-20'), '2026-03-20')] })).toEqual([50]);
    expect(rates({ ...of, payments: [paid('p', 120_00, '2026-03-20', F1)] })).toEqual([90]);
    expect(rates({ ...of, payments: [paid('p', 820_00, '2026-03-20')] })).toEqual([90]);
    expect(rates({ ...of, payments: [paid('p', minus(open(of, '2026-03-20'), cents(5_00)), '2026-03-20')] })).toEqual([
      90,
    ]);
  });
  test('the principal alone is not all: while the fee, or the interest, is open the two weeks run out', () => {
    const small = aClaim(1, { principal: cents(10_00) });
    expect(rates(akte([REMINDED, DUNNED], [paid('p', 10_00, '2026-03-20')], [small]))).toEqual([90]);
    const fee = feeOf(akte([REMINDED, DUNNED]), '2026-03-20')!.openFee;
    const feePaid = akte([REMINDED, DUNNED], [paid('a', 120_00, '2026-03-20'), paid('b', fee, '2026-03-21')]);
    expect(at(feePaid, '2026-03-21')).toMatchObject({
      matters: [{ openFee: 0 }],
      claims: [{ principal: 0, interest: 37 }],
    });
    expect(rates({ ...feePaid, terms: { ...feePaid.terms, leastAmount: cents(0) } })).toEqual([90]);
  });
  test('a matter of its own is judged by itself', () => {
    const of = akte([DUNNED, ask('2026-03-12', 1, { matter: M2 })], [], [one, { ...two, matter: M2 }]);
    const first = plus(at(of, '2026-03-20').claims[0]!.open, feeOf(of, '2026-03-20')!.openFee);
    expect(rates({ ...of, payments: [paid('p', first, '2026-03-20', F1)] })).toEqual([50, 90]);
  });
});
