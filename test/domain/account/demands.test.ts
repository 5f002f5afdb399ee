import {
  answeredDemand,
  cameSince,
  feeDemands,
  firstOfStage,
  isFirstDemanded,
  newestBefore,
  payableUntil,
  statedRate,
  written,
  type Asking,
} from '../../../domain/account/demands.ts';
import type { Akte, Message, Payment } from '../../../domain/akte/akte.ts';
import type { Demand } from '../../../domain/akte/demand.ts';
import { day, type Day } from '../../../domain/calendar.ts';
import type { ClaimId } from '../../../domain/ids.ts';
import { cents, type Cents } from '../../../domain/money.ts';
import { aClaim, erika } from '../../support/akte.ts';
import { F1, F2, M1, M2, ask, REMINDED, DUNNED, akte, paid, at, feeOf } from './cases.ts';

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
    const again = (on: string): Message => {
      const letter = ask(on, 1, { channel: 'letter', total: 90_00, ...MARCH });
      return { ...letter, demand: { ...letter.demand!, asOf: day('2026-03-12'), deducted: cents(30_00) } };
    };
    const payments = [paid('a', 30_00, '2026-03-14'), paid('b', 115_00, '2026-03-25')];
    const answered = (...messages: Message[]) => answeredDemand(akte(messages), payments, payments[1]!)?.total;
    const letter = again('2026-03-16');
    expect([answered(FIRST, letter), answered(letter, FIRST)]).toEqual([90_00, 90_00]);
    // Sent late it is no newer demand than that of the next stage.
    expect(answered(SECOND, again('2026-03-22'))).toBe(110_00);
  });
});

describe('what has asked for money', () => {
  const days = (messages: readonly Message[]): (string | null)[] => messages.map((m) => m.on);
  const LETTER = ask('2026-03-16', 1, { channel: 'letter' });
  const SECOND = ask('2026-03-26', 2);
  const of = akte([SECOND, LETTER, DUNNED, REMINDED]);
  test('is what went out with a demand, the oldest first, whatever order the log has', () => {
    expect(days(written(of))).toEqual(['2026-03-02', '2026-03-12', '2026-03-16', '2026-03-26']);
    const silent: Message = { ...SECOND, demand: null };
    expect(days(written(akte([silent, ask('2026-03-12', 1, { state: 'returned' }), REMINDED])))).toEqual([
      '2026-03-02',
    ]);
  });
  test('a fee is claimed by the first of each stage that asks one, for its own matter', () => {
    expect(days(feeDemands(of, M1))).toEqual(['2026-03-12', '2026-03-26']);
    expect(days(feeDemands(of, M2))).toEqual([]);
    expect(days(feeDemands(akte([ask('2026-03-12', 1, { fee: false }), LETTER]), M1))).toEqual(['2026-03-16']);
  });
  test('what a stage asks is fixed by its first message; a notice of its own stands for itself', () => {
    const notice: Message = { ...LETTER, key: { ...LETTER.key, occasion: 'joined' } };
    const story = akte([notice, DUNNED, SECOND]);
    expect(firstOfStage(story, { matter: M1, stage: 1 })).toBe(DUNNED);
    expect(firstOfStage(story, { matter: M1, stage: 1, occasion: 'joined' })).toBe(notice);
    expect(firstOfStage(story, { matter: M2, stage: 1 })).toBeUndefined();
    expect(firstOfStage(story, { matter: M1, stage: 3 })).toBeUndefined();
  });
  test('the rate that holds is that of the newest demand by then, and no limit before there is one', () => {
    const asked = written(
      akte([ask('2026-03-12', 1, { rate: 30 }), ask('2026-03-26', 2, { rate: 40 }), ask('2026-04-07', 3)]),
    );
    const on = ['2026-03-11', '2026-03-12', '2026-03-25', '2026-03-26', '2026-04-07'];
    expect(on.map((d) => statedRate(asked, day(d)))).toEqual([Infinity, 30, 30, 40, Infinity]);
  });
});

describe('whether a demand is the first that asks for a claim (§ 286(1) BGB: what brings default about costs nothing)', () => {
  const first = (asking: Pick<Asking, 'key' | 'on'>, ...messages: Message[]): boolean =>
    isFirstDemanded(akte(messages), F2, asking);
  const asking = { key: DUNNED.key, on: day('2026-03-12') };
  test('where nothing of the days before has asked for it', () => {
    expect(first(asking)).toBe(true);
    expect(first(asking, ask('2026-03-02', 0, { claims: [F1] }))).toBe(true);
    expect(first(asking, ask('2026-03-12', 0))).toBe(true);
    expect(first(asking, ask('2026-03-02', 0))).toBe(false);
  });
  test('the other messages of its stage are the same demand, but for a notice about what has joined', () => {
    const mail = ask('2026-03-10', 1);
    expect(first(asking, mail)).toBe(true);
    expect(first(asking, ask('2026-03-10', 1, { matter: M2 }))).toBe(false);
    expect(first(asking, { ...mail, key: { ...mail.key, occasion: 'joined' } })).toBe(false);
  });
});

describe('money upon a demand', () => {
  const one = ask('2026-03-12', 1, { claims: [F1], total: 100_00 });
  const both = ask('2026-03-20', 2, { total: 200_00 });
  const before = (payment: Payment): string | undefined => newestBefore(akte([both, one, REMINDED]), payment)?.asOf;
  test('came because of the newest of the days before that asked for what it is meant for', () => {
    const on = ['2026-03-02', '2026-03-03', '2026-03-12', '2026-03-13', '2026-03-20', '2026-03-21'];
    expect(on.map((d) => before(paid('p', 10_00, d)))).toEqual([
      undefined,
      '2026-03-02',
      '2026-03-02',
      '2026-03-12',
      '2026-03-12',
      '2026-03-20',
    ]);
    expect(before(paid('p', 10_00, '2026-03-15', F2))).toBe('2026-03-02');
    expect(before(paid('p', 10_00, '2026-03-15', F1))).toBe('2026-03-12');
  });
  test('by the day on which it came, where it is shown as of an earlier one', () => {
    expect(before({ ...paid('p', 10_00, '2026-03-12'), cameOn: day('2026-03-25') })).toBe('2026-03-20');
  });
  test('is what came after its day, by then, and for nothing else', () => {
    const payments = [
      paid('a', 1, '2026-03-12'),
      paid('b', 10, '2026-03-13'),
      paid('c', 100, '2026-03-20', F2),
      paid('d', 1_000, '2026-03-20', F1),
      paid('e', 10_000, '2026-03-21'),
    ];
    expect(cameSince(payments, one.demand!, day('2026-03-20'))).toBe(1_010);
  });
});

describe('until when a part can be paid at the lower rate', () => {
  const costs = (rate: number, ...claims: ClaimId[]) => ({
    total: cents(30_90),
    parts: [{ claims, value: cents(120_00), rate, reduced: false }],
  });
  const demand = (payBy: string, more: Partial<Demand> = {}): Demand => ({
    ...DUNNED.demand!,
    payBy: day(payBy),
    costs: costs(50, F1),
    ...more,
  });
  const until = (...demands: Demand[]): Day =>
    payableUntil({ claims: [F1], simpleUntil: day('2026-03-26') }, demands, 90);
  test('the end of the simple case, or a later deadline of a letter that asks for it at that rate', () => {
    expect([until(), until(demand('2026-03-20')), until(demand('2026-04-10'), demand('2026-04-02'))]).toEqual([
      '2026-03-26',
      '2026-03-26',
      '2026-04-10',
    ]);
  });
  test('also of a letter that asks the whole rate for another claim', () => {
    const both = { ...costs(50, F1), parts: [...costs(50, F1).parts, ...costs(90, F2).parts] };
    expect(until(demand('2026-04-10', { costs: both }))).toBe('2026-04-10');
  });
  test('not that of a letter that asks the whole rate, nothing of the fee, or for other claims', () => {
    const { costs: _, ...free } = demand('2026-04-10');
    for (const other of [
      demand('2026-04-10', { costs: costs(90, F1) }),
      demand('2026-04-10', { costs: costs(50, F2) }),
      demand('2026-04-10', { claims: [F2] }),
      free,
    ])
      expect(until(other)).toBe('2026-03-26');
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
