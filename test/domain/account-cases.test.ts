import fc from 'fast-check';
import { accountOf, isSettled, type Account } from '../../domain/account.ts';
import type { Akte, Message, Payment } from '../../domain/akte.ts';
import { fold } from '../../domain/fold.ts';
import { day, plusDays, type Day } from '../../domain/calendar.ts';
import { ClaimId, MatterId, type Claim } from '../../domain/claim.ts';
import type { Channel } from '../../domain/facts.ts';
import { cents, minus, plus, type Cents } from '../../domain/money.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, erika } from '../support/akte.ts';

const M1 = MatterId.parse('M1');
const M2 = MatterId.parse('M2');
const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const business = { ...erika, kind: 'business' as const };
type Ask = Readonly<{
  channel?: Channel;
  matter?: MatterId;
  fee?: boolean;
  total?: number;
  payBy?: string;
  state?: Message['state'];
  rate?: number;
  flat?: ClaimId;
}>;
const ask = (
  on: string,
  stage: number,
  {
    channel = 'email',
    matter = M1,
    fee = stage > 0,
    total = 9_999_99,
    payBy = on,
    state = 'sent',
    rate,
    flat,
  }: Ask = {},
): Message => ({
  key: { matter, stage, channel },
  reference: 'r',
  state,
  reservedAt: '',
  by: '',
  on: day(on),
  document: null,
  demand: {
    total: cents(total),
    asOf: day(on),
    payBy: day(payBy),
    claims: EVERY_CLAIM,
    collectionFee: fee,
    ...(rate ? { feeRate: rate } : {}),
    ...(flat ? { flatFee: { amount: cents(2_50), basis: 'contract' as const, claim: flat } } : {}),
  },
});
const REMINDED = ask('2026-03-02', 0);
const DUNNED = ask('2026-03-12', 1);
const akte = (
  messages: Message[],
  payments: Payment[] = [],
  claims: Claim[] = [aClaim()],
  more: Partial<Akte> = {},
): Akte => {
  const handedOver = [...new Set(claims.map((c) => c.matter))].map((matter) => ({
    kind: 'handedOver' as const,
    handOver: 'h',
    on: day('2026-03-02'),
    matter,
    procedure: { id: 'standard', version: 1 },
    claims: claims.filter((c) => c.matter === matter),
  }));
  return {
    ...fold(AKTE, [[{ kind: 'opened', debtor: erika, terms: TERMS }, ...handedOver]]),
    messages,
    payments,
    ...more,
  };
};
const paid = (id: string, amount: number, on: string, claim?: ClaimId): Payment => ({
  id,
  amount: cents(amount),
  valueDate: day(on),
  bookedOn: day(on),
  via: 'agency',
  source: '',
  ...(claim ? { claim } : {}),
});
const at = (of: Akte, on: string): Account => accountOf(of, day(on));
const feeOf = (of: Akte, on: string, matter = M1) => at(of, on).matters.find((m) => m.matter === matter);
const ANSWERED = 'Damit ist beglichen, was unsere Zahlungsaufforderung verlangt hat';
const answered = (of: Akte, on = '2026-12-01'): boolean[] =>
  at(of, on).payments.map((p) => p.ground.startsWith(ANSWERED));

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
    for (const state of ['open', 'refused', 'unclear', 'returned'] as const)
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

test('the lump sum of § 288(5) BGB is owed where default begins with something open, not where all was paid the day before', () => {
  const lump = (on: string) =>
    at(
      akte([], [paid('p', 120_00, on, F1)], [aClaim(1, { dueOn: day('2026-02-04'), dueByContract: true })], {
        debtor: business,
      }),
      '2026-03-20',
    ).claims[0]?.lumpSum;
  expect(['2026-02-04', '2026-02-05'].map(lump)).toEqual([0, 40_00]);
});

describe('two matters', () => {
  const of = akte(
    [DUNNED, ask('2026-03-12', 1, { matter: M2 })],
    [],
    [aClaim(1, { dueByContract: true }), aClaim(2, { matter: M2, dueByContract: true, principal: cents(700_00) })],
  );
  test('a payment for a claim pays the fee of its own matter', () => {
    const account = at({ ...of, payments: [paid('p', 60_00, '2026-03-20', F2)] }, '2026-03-20');
    expect(account.payments[0]?.outer.toFees).toBe(55_80);
    expect(account.matters.map((m) => m.openFee)).toEqual([30_90, 0]);
  });
  test('a plan costs the matter it was agreed for', () => {
    const plan = {
      id: 'R1',
      matter: M2,
      on: day('2026-03-20'),
      first: day('2026-04-20'),
      rate: cents(50_00),
      fee: cents(36_05),
      toleranceDays: 0,
      toleranceCents: cents(0),
    };
    expect(at({ ...of, plans: [{ plan, ended: null }] }, '2026-03-20').matters.map((m) => m.agreed)).toEqual([
      0, 36_05,
    ]);
  });
});

test('a mandate that waives costs with the last principal does not do so with the first', () => {
  const of = akte([REMINDED, DUNNED], [paid('a', 120_00, '2026-03-20', F1)], [aClaim(1), aClaim(2)], {
    terms: { ...TERMS, waivesCosts: true },
  });
  expect(at(of, '2026-03-25').waived).toBeNull();
  expect(at(of, '2026-03-25').total).toBeGreaterThan(120_00);
  expect(at({ ...of, payments: [...of.payments, paid('b', 120_00, '2026-03-25', F2)] }, '2026-03-25')).toMatchObject({
    total: 0,
    waived: { on: '2026-03-25' },
  });
});

describe('a claim that was handed over later shared in money that had been booked before', () => {
  const OLDER = aClaim(1);
  const LATER = aClaim(2, { matter: M2, principal: cents(700_00), invoiceDate: day('2025-06-01') });
  type Later = Readonly<{ terms?: typeof TERMS; claims?: Claim[]; on?: Day }>;
  /** Also the later claim, which came with a hand-over of its own, by itself on 11 May. */
  const withLater = (payments: Payment[], more: Later = {}): Akte => {
    const { terms = TERMS, claims = [OLDER], on = day('2026-05-11') } = more;
    const both = akte([REMINDED, DUNNED], payments, [...claims, LATER], { terms });
    return { ...both, arrivals: { ...both.arrivals, F2: { handOver: 'h2', on, joinedOn: null } } };
  };
  test('what came before is booked as if there were only the older one', () => {
    const payments = [paid('a', 50_00, '2026-04-01'), paid('b', 70_00, '2026-05-10')];
    const before = at(akte([REMINDED, DUNNED], payments, [OLDER]), '2026-06-01');
    const after = at(withLater(payments), '2026-06-01');
    expect(after.payments).toEqual(before.payments);
    expect(after.claims[1]).toMatchObject({ principal: 700_00 });
  });
  test('money moved to an invoice handed over after it, where the amount happened to be its principal', () => {
    const exactly = [paid('a', 700_00, '2026-05-10')];
    const large = aClaim(1, { principal: cents(900_00) });
    const account = at(withLater(exactly, { claims: [large] }), '2026-06-01');
    expect(account.payments[0]?.portions).toMatchObject([{ claim: 'F1' }]);
    expect(account.claims[1]).toMatchObject({ principal: 700_00 });
  });
  test('what comes on the day of the hand-over and later is meant for both', () => {
    expect(at(withLater([paid('a', 50_00, '2026-05-11')]), '2026-06-01').payments[0]?.portions).toMatchObject([
      { claim: 'F2' },
    ]);
  });
  test('an overpayment goes on to the later one', () => {
    const account = at(withLater([paid('a', 500_00, '2026-04-01')]), '2026-06-01');
    expect(account.overpaid).toBe(0);
    expect(account.payments[0]?.portions.map((p) => p.claim)).toEqual(['F1', 'F2']);
    expect(account.claims[0]).toMatchObject({ open: 0 });
  });
  test('a second list of the same day took an overpayment from the claim whose letter had deducted it', () => {
    const first = withLater([paid('a', 500_00, '2026-04-01')]);
    const older = aClaim(3, { matter: M2, principal: cents(900_00), invoiceDate: day('2024-06-01') });
    const again = { handOver: 'h3', on: day('2026-05-11'), joinedOn: null };
    const second = { ...first, claims: [...first.claims, older], arrivals: { ...first.arrivals, F3: again } };
    const account = at(second, '2026-06-01');
    expect(account.payments[0]?.portions).toEqual(at(first, '2026-06-01').payments[0]?.portions);
    expect(account.claims[2]).toMatchObject({ principal: 900_00 });
  });
  test('the sum of the principals that there were is still the sum that pays them', () => {
    const two = [aClaim(1), aClaim(3, { principal: cents(30_00) })];
    const payments = [paid('a', 150_00, '2026-04-01')];
    expect(at(withLater(payments, { claims: two }), '2026-06-01').payments[0]?.outer).toMatchObject({
      toPrincipal: 150_00,
      toFees: 0,
    });
  });
  test('the costs that the mandate had waived with the last principal came back with the next hand-over', () => {
    const terms = { ...TERMS, waivesCosts: true };
    const account = at(withLater([paid('a', 120_00, '2026-03-20')], { terms }), '2026-06-01');
    expect(account.waived).toMatchObject({ on: '2026-03-20' });
    expect(account.claims[0]).toMatchObject({ open: 0 });
    expect(account.total).toBe(account.claims[1]?.open);
  });
  test('and what the mandate had waived of one matter it had not waived of another', () => {
    const terms = { ...TERMS, waivesCosts: true };
    const charged = [REMINDED, DUNNED, ask('2026-06-01', 0, { matter: M2 }), ask('2026-06-15', 1, { matter: M2 })];
    const account = at({ ...withLater([paid('a', 120_00, '2026-03-20')], { terms }), messages: charged }, '2026-07-15');
    expect(account.matters.map((m) => [m.isWaived, m.openFee > 0])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
  test('for any money and any day of the hand-over', () => {
    const dayNumber = fc.integer({ min: 0, max: 120 });
    const money = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 60_00 }), after: dayNumber }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(money, dayNumber, fc.boolean(), (list, handedOver, waivesCosts) => {
        const terms = { ...TERMS, waivesCosts };
        const payments = list.map(({ amount, after }, i) => paid(`p${i}`, amount, plusDays(day('2026-03-02'), after)));
        const alone = akte([REMINDED, DUNNED], payments, [OLDER], { terms });
        const on = plusDays(day('2026-03-02'), handedOver);
        const later = withLater(payments, { terms, on });
        const without = at(alone, '2026-08-01');
        const withIt = at(later, '2026-08-01');
        const early = without.payments.filter((p) => p.payment.valueDate < on && p.outer.overpaid === 0);
        expect(withIt.payments.filter((p) => early.some((e) => e.payment.id === p.payment.id))).toEqual(early);
      }),
    );
  });
});

test('a payment on costs alone leaves the interest one line', () => {
  expect(
    at(akte([REMINDED, DUNNED], [paid('p', 10_00, '2026-03-20')]), '2026-04-20').claims[0]?.accrued.periods,
  ).toHaveLength(1);
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
    expect(answered(akte([REMINDED, { ...demand, state: 'refused' }], [paid('p', total, '2026-03-20')]))).toEqual([
      false,
    ]);
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

describe('where a payment goes', () => {
  test("the creditor's own costs before our fee; the fee before the shares of equal claims", () => {
    expect(
      at(
        akte([REMINDED, DUNNED], [paid('p', 10_00, '2026-03-20')], [aClaim(1, { ownCosts: cents(5_00) })]),
        '2026-03-20',
      ).payments[0]?.outer,
    ).toEqual({ toOwnCosts: 5_00, toFees: 5_00, toInterest: 0, toPrincipal: 0, overpaid: 0 });
    expect(
      at(
        akte([REMINDED, DUNNED], [paid('p', 10_00, '2026-03-20')], [aClaim(1, { ownCosts: cents(5_00) }), aClaim(2)]),
        '2026-03-20',
      ).payments[0]?.outer,
    ).toEqual({ toOwnCosts: 0, toFees: 10_00, toInterest: 0, toPrincipal: 0, overpaid: 0 });
  });
  test('a claim that is paid is no debt to choose from', () => {
    expect(
      at(
        akte([], [paid('a', 120_00, '2026-03-10', F1), paid('b', 10_00, '2026-03-20')], [aClaim(1), aClaim(2)]),
        '2026-03-20',
      ).payments[1]?.ground,
    ).toBe('Verrechnet in der gesetzlichen Reihenfolge.');
  });
  test('money for a claim that is not there yet is held, in both views', () => {
    const of = akte(
      [],
      [paid('p', 128_00, '2026-02-02')],
      [
        aClaim(1, { ownCosts: cents(5_00) }),
        aClaim(2, { invoiceDate: day('2026-02-20'), dueOn: day('2026-03-06'), principal: cents(50_00) }),
      ],
    );
    expect(at(of, '2026-03-20').payments[0]).toMatchObject({
      outer: { toOwnCosts: 5_00, toPrincipal: 120_00, overpaid: 3_00 },
      inner: { toOwnCosts: 5_00, toPrincipal: 120_00, overpaid: 3_00 },
    });
  });
});

describe('a claim is settled', () => {
  const settled = (of: Akte, on: string): boolean[] => [F1, F2].map((f) => isSettled(at(of, on), f));
  const one = aClaim(1, { dueByContract: true });
  const two = aClaim(2, { dueByContract: true });
  const pay = (of: Akte, on: string, ...who: number[]): Payment[] =>
    who.map((n) => paid(`p${n}`, at(of, on).claims[n - 1]!.principal, on, [F1, F2][n - 1]));
  const noInterest = [aClaim(1), aClaim(2)];
  test('when nothing of it is open and another claim of its matter carries the fee', () => {
    const of = akte([], [], noInterest);
    expect(settled({ ...of, payments: pay(of, '2026-03-20', 1) }, '2026-03-20')).toEqual([true, false]);
    const dunned = akte([DUNNED], [], [one, two]);
    const account = at(dunned, '2026-03-20');
    expect(
      settled(
        {
          ...dunned,
          payments: [paid('p', plus(account.claims[0]!.open, account.matters[0]!.openFee), '2026-03-20', F1)],
        },
        '2026-03-20',
      ),
    ).toEqual([true, false]);
  });
  test('not while the fee of its matter is open and nothing else of it is', () => {
    const of = akte([DUNNED], [paid('a', 120_00, '2026-03-12', F1), paid('b', 120_00, '2026-03-12', F2)], [one, two]);
    const account = at(of, '2026-03-12');
    expect(account.claims.map((c) => c.principal)).toEqual([0, 0]);
    expect(account.matters[0]!.openFee).toBeGreaterThan(0);
    const paidUp: Account = { ...account, claims: account.claims.map((c) => ({ ...c, open: cents(0) })) };
    expect([isSettled(paidUp, F1), isSettled(paidUp, F2)]).toEqual([false, false]);
    expect(
      isSettled({ ...paidUp, claims: paidUp.claims.map((c, i) => (i === 1 ? { ...c, open: cents(1) } : c)) }, F1),
    ).toBe(true);
  });
  test('the fee, and the open claims, of another matter do not matter', () => {
    const account = at(
      akte([DUNNED, ask('2026-03-12', 1, { matter: M2 })], [], [one, { ...two, matter: M2 }]),
      '2026-03-12',
    );
    const a = account.claims[0]!;
    const b = account.claims[1]!;
    const free = (m: MatterId): Account['matters'] =>
      account.matters.map((x) => (x.matter === m ? { ...x, openFee: cents(0) } : x));
    expect(isSettled({ ...account, claims: [{ ...a, open: cents(0) }, b], matters: free(M1) }, F1)).toBe(true);
    expect(isSettled({ ...account, claims: [{ ...a, open: cents(0) }, b], matters: free(M2) }, F1)).toBe(false);
    expect(isSettled({ ...account, claims: [a, { ...b, open: cents(0) }], matters: free(M2) }, F2)).toBe(true);
    expect(isSettled({ ...account, claims: [a, { ...b, open: cents(0) }], matters: free(M1) }, F2)).toBe(false);
  });
  test('one that is not there is not', () => {
    expect(isSettled(at(akte([]), '2026-03-20'), ClaimId.parse('F9'))).toBe(false);
  });
});

test('the account of a day does not know what comes later', () => {
  const on: Day = day('2026-03-20');
  const of = akte([REMINDED, DUNNED], [paid('p', 50_00, '2026-03-21')], [aClaim()], {
    refunds: [{ id: 'r', amount: cents(1_00), on: day('2026-03-21'), by: '' }],
  });
  expect(accountOf(of, on)).toMatchObject({ payments: [], refunded: 0, refundedTooMuch: 0 });
  expect(accountOf({ ...of, payments: [paid('p', 50_00, '2026-03-20')] }, on).payments).toHaveLength(1);
});
