import { answeredDemand } from '../../../domain/account/demands.ts';
import type { Akte, Payment } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { cents, type Cents } from '../../../domain/money.ts';
import { aClaim, erika } from '../../support/akte.ts';
import { F2, ask, REMINDED, DUNNED, akte, paid, at, feeOf } from './cases.ts';

const ANSWERED = 'Damit ist beglichen, was unsere Zahlungsaufforderung verlangt hat';
const answered = (of: Akte, on = '2026-12-01'): boolean[] =>
  at(of, on).payments.map((p) => p.ground.startsWith(ANSWERED));

describe('a demand that is answered', () => {
  const asked = (on: string, of = akte([REMINDED, DUNNED])): Cents => at(of, on).total;
  const total = asked('2026-03-12');
  const demand = ask('2026-03-12', 1, { total, payBy: '2026-03-31' });
  const of = (...payments: Payment[]): Akte => akte([REMINDED, demand], payments);
  test('from its day to the last one, not before and not after', () => {
    expect(['2026-03-12', '2026-03-31'].map((on) => answered(of(paid('p', total, on))))).toEqual([[true], [true]]);
    expect(['2026-03-11', '2026-04-01'].map((on) => answered(of(paid('p', total, on))))).toEqual([[false], [false]]);
    expect(at(of(paid('p', total, '2026-03-31')), '2026-12-01')).toMatchObject({ total: 0, overpaid: 0 });
    expect(at(of(paid('p', total, '2026-04-01')), '2026-12-01').total).toBeGreaterThan(0);
  });
  test('a cent less is no answer, a cent more is one and held', () => {
    expect(answered(of(paid('p', total - 1, '2026-03-20')))).toEqual([false]);
    expect(at(of(paid('p', total + 1, '2026-03-20')), '2026-12-01')).toMatchObject({ total: 0, overpaid: 1 });
  });
  test('one that never went out is not answered', () => {
    expect(
      answered(
        akte([REMINDED, { ...demand, state: 'refused', on: day('2026-03-12') }], [paid('p', total, '2026-03-20')]),
      ),
    ).toEqual([false]);
  });
  test('in parts: with the last one in time all of them are as of its day', () => {
    expect(answered(of(paid('a', 50_00, '2026-03-15'), paid('b', total - 50_00, '2026-03-31')))).toEqual([true, true]);
    expect(answered(of(paid('a', 50_00, '2026-03-15'), paid('b', total - 50_00, '2026-04-01')))).toEqual([
      false,
      false,
    ]);
    expect(answered(of(paid('a', total - 50_00, '2026-03-31'), paid('b', 50_00, '2026-03-31')))).toEqual([true, true]);
  });
  test('what was paid before it, or on its day already, is in its sum and not counted again', () => {
    for (const on of ['2026-03-05', '2026-03-12'])
      expect(answered(of(paid('a', 50_00, on), paid('b', total - 50_00, '2026-03-20')))).toEqual([false, false]);
  });
  test('half of it, once, is not all of it', () => {
    expect(answered(of(paid('p', Math.ceil(total / 2), '2026-03-20')))).toEqual([false]);
  });
  test('the newest of those that are met counts: nothing is held that was asked', () => {
    const later = asked('2026-03-25', akte([REMINDED, demand]));
    const two = akte(
      [
        REMINDED,
        ask('2026-03-12', 1, { total, payBy: '2026-04-20' }),
        ask('2026-03-25', 2, { total: later, payBy: '2026-04-20' }),
      ],
      [paid('p', later, '2026-04-01')],
    );
    expect(at(two, '2026-12-01')).toMatchObject({ total: 0, overpaid: 0 });
    expect(at({ ...two, messages: [...two.messages].reverse() }, '2026-12-01')).toMatchObject({
      total: 0,
      overpaid: 0,
    });
  });
  test('what came to be owed after it bears interest as before', () => {
    const young = aClaim(2, { invoiceDate: day('2026-03-13'), dueOn: day('2026-03-20'), dueByContract: true });
    const account = at(akte([REMINDED, demand], [paid('p', total, '2026-03-31')], [aClaim(), young]), '2026-06-01');
    expect(account.claims.map((c) => [c.claim.id, c.open > 0])).toEqual([
      ['F1', false],
      ['F2', true],
    ]);
    expect(account.claims[1]!.interest).toBeGreaterThan(0);
  });
  test('the named claim is first in it', () => {
    const both = akte([REMINDED], [], [aClaim(1), aClaim(2)]);
    expect(
      at(
        {
          ...both,
          messages: [ask('2026-03-02', 0, { total: 240_00, payBy: '2026-03-31' })],
          payments: [paid('p', 240_00, '2026-03-20', F2)],
        },
        '2026-12-01',
      ).payments[0]?.portions.map((p) => p.claim),
    ).toEqual(['F2', 'F1']);
  });
});

describe('which of several demands a payment answers', () => {
  // What each asked, and the interest and fees that grow after its day, are forgone with the demand that is answered.
  const MARCH = { payBy: '2026-03-31' };
  const REMINDER = ask('2026-03-02', 0, { total: 100_00, ...MARCH });
  const FIRST = ask('2026-03-12', 1, { total: 120_00, ...MARCH });
  const SECOND = ask('2026-03-20', 2, { total: 110_00, ...MARCH });
  const ALL = [REMINDER, FIRST, SECOND];
  const ORDERS = [ALL, [SECOND, FIRST, REMINDER], [FIRST, SECOND, REMINDER]];
  const answeredBy = (amount: number, on: string, messages = ALL): (number | null)[] => {
    const payment = paid('p', amount, on);
    return ORDERS.map((order) => order.filter((m) => messages.includes(m))).map(
      (order) => answeredDemand(akte(order), [payment], payment)?.total ?? null,
    );
  };
  const always = (total: number | null): (number | null)[] => [total, total, total];

  test('none where the money is less than any of them asked, or nothing was asked', () => {
    expect(answeredBy(99_99, '2026-03-25')).toEqual(always(null));
    expect(answeredBy(130_00, '2026-03-25', [])).toEqual(always(null));
  });
  test('the only one that it pays in full', () => {
    expect(answeredBy(109_99, '2026-03-25')).toEqual(always(100_00));
  });
  test('the one whose sum it is to the cent, though a later one is paid by it, too', () => {
    expect(answeredBy(120_00, '2026-03-25')).toEqual(always(120_00));
    expect(answeredBy(120_00, '2026-03-20')).toEqual(always(120_00));
  });
  test('that of the very day where its sum says so', () => {
    expect(answeredBy(110_00, '2026-03-20')).toEqual(always(110_00));
  });
  test('else the latest of the days before: what came on the day of a letter hardly came because of it', () => {
    expect(answeredBy(130_00, '2026-03-25')).toEqual(always(110_00));
    expect(answeredBy(130_00, '2026-03-21')).toEqual(always(110_00));
    expect(answeredBy(130_00, '2026-03-20')).toEqual(always(120_00));
  });
  test('else that of the very day: there is no other', () => {
    expect(answeredBy(130_00, '2026-03-20', [SECOND])).toEqual(always(110_00));
  });
  test('of two with the same sum the later one: the debtor is forgiven no more than the days since', () => {
    const again = ask('2026-03-20', 2, { total: 100_00, ...MARCH });
    const payment = paid('p', 100_00, '2026-03-25');
    for (const order of [
      [REMINDER, again],
      [again, REMINDER],
    ])
      expect(answeredDemand(akte(order), [payment], payment)?.asOf).toBe('2026-03-20');
  });
  test('of the messages of one stage, all as of one day, the one that went out last', () => {
    const letter = ask('2026-03-16', 1, { channel: 'letter', total: 90_00, ...MARCH });
    const asOfItsStage = { ...letter, demand: { ...letter.demand!, asOf: day('2026-03-12'), deducted: cents(30_00) } };
    const payments = [paid('a', 30_00, '2026-03-14'), paid('b', 95_00, '2026-03-25')];
    for (const order of [
      [FIRST, asOfItsStage],
      [asOfItsStage, FIRST],
    ])
      expect(answeredDemand(akte(order), payments, payments[1]!)?.total).toBe(90_00);
  });
});

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
