import { termsIn } from '../../../domain/akte/terms.ts';
import type { Stage } from '../../../domain/procedure/states.ts';
import fc from 'fast-check';
import { accountOf } from '../../../domain/account/account.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day, plusDays, type Day } from '../../../domain/calendar.ts';
import { HandOverId, MatterId, MessageReference, PaymentId, PlanId, ProviderId } from '../../../domain/ids.ts';
import type { Fact, FactOf } from '../../../domain/akte/facts.ts';
import { dueDay, inWordsOf, planOf, standingOf } from '../../../domain/account/instalments.ts';
import { cents, sum, type Cents } from '../../../domain/money.ts';
import type { Plan } from '../../../domain/akte/plan.ts';
import { statementOf } from '../../../domain/statement/statement.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, erika } from '../../support/akte.ts';

const R2 = PlanId.parse('R2');

const M1 = MatterId.parse('M1');
const plan = (more: Partial<Plan> = {}): Plan => ({
  id: PlanId.parse('R1'),
  matter: M1,
  on: day('2026-03-02'),
  first: day('2026-03-31'),
  rate: cents(40_00),
  fee: cents(0),
  toleranceDays: 5,
  toleranceCents: cents(100),
  ...more,
});
const paid = (id: string, amount: number, on: string): Fact => ({
  kind: 'paid',
  id: PaymentId.parse(id),
  amount: cents(amount),
  valueDate: day(on),
  bookedOn: day(on),
  via: 'agency',
  source: '',
});
const mailed = (stage: Stage, reference: string, on: Day, demand: FactOf<'reserved'>['demand']): Fact[] => {
  const message = { matter: M1, stage, channel: 'email' as const };
  return [
    {
      kind: 'reserved',
      message,
      reference: MessageReference.parse(reference),
      at: `${on}T08:00:00Z`,
      by: 'operator:x',
      demand,
    },
    {
      kind: 'sent',
      message,
      reference: MessageReference.parse(reference),
      on,
      providerId: ProviderId.parse(''),
      document: null,
    },
  ];
};
const akte = (...facts: Fact[]): Akte =>
  fold(AKTE, [
    [
      { kind: 'opened', debtor: erika, terms: TERMS },
      {
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: day('2026-03-02'),
        matter: M1,
        procedure: { id: 'standard', version: 1 },
        claims: [aClaim()],
      },
      { kind: 'planAgreed', plan: plan(), by: 'operator:x' },
      ...facts,
    ],
  ]);

test('rates are due monthly, on the last of a shorter month, and on a working day', () => {
  expect([1, 2, 3, 9, 12].map((n) => dueDay(plan(), n, akte()))).toEqual([
    '2026-03-31',
    '2026-04-30',
    '2026-06-01',
    '2026-11-30',
    '2027-03-01',
  ]);
});
test('a plan is kept until the last day of grace of the next rate', () => {
  expect(standingOf(akte(), plan(), day('2026-03-20'))).toEqual({
    kept: true,
    next: 1,
    due: '2026-03-31',
    until: '2026-04-07',
  });
  expect(standingOf(akte(paid('a', 40_00, '2026-03-30')), plan(), day('2026-04-08'))).toMatchObject({
    kept: true,
    next: 2,
    due: '2026-04-30',
  });
});
test('a rate that comes on the last day of grace, or falls a euro short, is a rate; a cent less is none', () => {
  const standing = (amount: number, on: string) =>
    standingOf(akte(paid('a', amount, on)), plan(), day('2026-04-08')).kept;
  expect([
    standing(40_00, '2026-04-07'),
    standing(40_00, '2026-04-08'),
    standing(39_00, '2026-04-07'),
    standing(38_99, '2026-04-07'),
  ]).toEqual([true, false, true, false]);
});
test('who pays ahead has paid the later rates too', () => {
  expect(standingOf(akte(paid('a', 80_00, '2026-03-05')), plan(), day('2026-05-20'))).toMatchObject({
    kept: true,
    next: 3,
  });
});
test('who pays ahead waits for the first rate that is not there yet, to the cent of the tolerance', () => {
  expect(standingOf(akte(paid('a', 80_00, '2026-03-05')), plan(), day('2026-03-20'))).toEqual({
    kept: true,
    next: 3,
    due: '2026-06-01',
    until: '2026-06-08',
  });
  expect(
    [39_00, 38_99].map((amount) => standingOf(akte(paid('a', amount, '2026-03-05')), plan(), day('2026-03-20'))),
  ).toMatchObject([{ next: 2 }, { next: 1 }]);
});
test("a holiday of the debtor's Land moves the rate, and the end of its grace", () => {
  const inBerlin = { ...akte(), debtor: { ...erika, land: 'BE' as const } };
  expect([akte(), inBerlin].map((a) => dueDay(plan({ first: day('2026-06-04') }), 1, a))).toEqual([
    '2026-06-05',
    '2026-06-04',
  ]);
  expect(
    [akte(), inBerlin].map((a) =>
      standingOf(a, plan({ first: day('2026-05-29'), toleranceDays: 6 }), day('2026-05-20')),
    ),
  ).toMatchObject([{ until: '2026-06-05' }, { until: '2026-06-04' }]);
});
test('the plan that runs is the last one agreed, from its day on', () => {
  const second: Fact = { kind: 'planAgreed', plan: plan({ id: R2, on: day('2026-04-01') }), by: 'operator:x' };
  expect(
    ['2026-03-01', '2026-03-02', '2026-03-31', '2026-04-01'].map((on) => planOf(akte(second), day(on))?.id),
  ).toEqual([undefined, 'R1', 'R1', 'R2']);
});
test('how it stands, in words', () => {
  expect(inWordsOf(plan(), standingOf(akte(), plan(), day('2026-03-20')))).toBe('1. Rate fällig am 31.03.2026');
  expect(inWordsOf(plan(), standingOf(akte(), plan(), day('2026-04-08')))).toBe(
    '1. Rate vom 31.03.2026 blieb aus; der Ratenplan R1 ist gescheitert',
  );
});
test('a reversed rate never came, from the day of its reversal on', () => {
  const back = akte(paid('a', 40_00, '2026-03-30'), {
    kind: 'reversed',
    payment: PaymentId.parse('a'),
    on: day('2026-04-10'),
    by: 'operator:x',
    reason: 'y',
  });
  expect([standingOf(back, plan(), day('2026-04-09')).kept, standingOf(back, plan(), day('2026-04-10')).kept]).toEqual([
    true,
    false,
  ]);
});
test('money from before the plan is no rate; an ended plan is none', () => {
  expect(standingOf(akte(paid('a', 40_00, '2026-03-01')), plan(), day('2026-04-08'))).toEqual({
    kept: false,
    missed: 1,
    due: '2026-03-31',
    since: '2026-04-08',
  });
  expect(
    planOf(
      akte({ kind: 'planEnded', plan: PlanId.parse('R1'), on: day('2026-03-05'), by: 'operator:x', reason: 'y' }),
      day('2026-03-20'),
    ),
  ).toBeNull();
  expect(planOf(akte(), day('2026-03-01'))).toBeNull();
});

describe('what a plan and a waiver do to the account', () => {
  const total = (a: Akte, on: string): Cents => accountOf(a, day(on)).total;
  const counted = (a: Akte, on: Day): Cents =>
    sum(
      statementOf(a, accountOf(a, on))
        .sections.filter((s) => s.counts)
        .map((s) => s.sum),
    );
  test('the fee that was agreed is owed from the day of the agreement, stands on the statement, and is paid like the others', () => {
    const a = akte(
      { kind: 'planAgreed', plan: plan({ id: R2, on: day('2026-03-10'), fee: cents(36_05) }), by: 'operator:x' },
      paid('a', 36_05, '2026-03-31'),
    );
    expect([total(a, '2026-03-09'), total(a, '2026-03-10'), total(a, '2026-04-01')]).toEqual([120_00, 156_05, 120_00]);
    expect(
      statementOf(a, accountOf(a, day('2026-03-10')))
        .sections.find((s) => s.id === 'fees')
        ?.lines.map((l) => [l.label, l.amount]),
    ).toEqual([['Ratenzahlungsvereinbarung vom 10.03.2026', 36_05]]);
  });
  const dunned = (...facts: Fact[]): Akte =>
    akte(
      ...mailed(0, 'r', day('2026-03-02'), null),
      ...mailed(1, 's', day('2026-03-12'), {
        total: cents(99_999_99),
        asOf: day('2026-03-12'),
        payBy: day('2026-03-17'),
        claims: EVERY_CLAIM,
        collectionFee: true,
      }),
      ...facts,
    );
  test('waived costs are not asked for; what was paid on them before stays paid', () => {
    const a = dunned(paid('a', 10_00, '2026-03-13'), {
      kind: 'waived',
      on: day('2026-03-20'),
      by: 'operator:x',
      interest: true,
      reason: 'Kulanz',
    });
    expect(total(a, '2026-03-19')).toBeGreaterThan(140_00);
    expect(total(a, '2026-03-20')).toBe(120_00);
    expect(total(a, '2026-12-31')).toBe(120_00);
    expect(
      statementOf(a, accountOf(a, day('2026-12-31')))
        .sections.find((s) => s.id === 'payments')
        ?.lines.at(-1),
    ).toMatchObject({ id: 'waived', label: 'Erlassen am 20.03.2026' });
  });
  test('without the interest, interest is still owed', () => {
    expect(
      total(
        dunned({ kind: 'waived', on: day('2026-03-20'), by: 'operator:x', interest: false, reason: 'Kulanz' }),
        '2026-12-31',
      ),
    ).toBeGreaterThan(124_00);
  });
  test('a mandate that waives costs once the principal is paid: then nothing is open', () => {
    const a = { ...dunned(paid('a', 120_00, '2026-03-20')), terms: termsIn({ ...TERMS, waivesCosts: true }) };
    expect([
      total(a, '2026-03-19') > 120_00,
      total(a, '2026-03-20'),
      total(dunned(paid('a', 120_00, '2026-03-20')), '2026-03-20') > 0,
    ]).toEqual([true, 0, true]);
  });
  test('while a claim is disputed the clock of the simple case stands still', () => {
    const dispute: Fact[] = [{ kind: 'held', ground: 'dispute', on: day('2026-03-20'), by: 'operator:x', reason: 'y' }];
    const settled: Fact = { kind: 'resumed', ground: 'dispute', on: day('2026-04-20'), by: 'operator:x' };
    const rate = (a: Akte, on: string) => accountOf(a, day(on)).matters[0]?.fee?.parts[0]?.rate;
    expect([rate(dunned(), '2026-03-26'), rate(dunned(), '2026-03-27')]).toEqual([50, 90]);
    expect(rate(dunned(...dispute), '2026-12-31')).toBe(50);
    // Six days of the two weeks were left when it was disputed.
    expect([rate(dunned(...dispute, settled), '2026-04-27'), rate(dunned(...dispute, settled), '2026-04-28')]).toEqual([
      50, 90,
    ]);
  });
  test('for any of these facts the lines of the statement add up to the balance', () => {
    const anyDay = fc.integer({ min: 0, max: 300 }).map((n) => plusDays(day('2026-03-02'), n));
    const facts = fc.array(
      fc.oneof(
        fc
          .record({ n: fc.integer({ min: 1, max: 20_000 }), on: anyDay })
          .map(({ n, on }): Fact => paid(`p${n}${on}`, n, on)),
        anyDay.map((on): Fact => ({ kind: 'waived', on, by: 'operator:x', interest: on > '2026-06-01', reason: 'y' })),
        anyDay.map((on): Fact => ({
          kind: 'planAgreed',
          plan: plan({ id: R2, on, fee: cents(36_05) }),
          by: 'operator:x',
        })),
        anyDay.map((on): Fact => ({ kind: 'held', ground: 'dispute', on, by: 'operator:x', reason: 'y' })),
        anyDay.map((on): Fact => ({ kind: 'resumed', ground: 'dispute', on, by: 'operator:x' })),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(facts, anyDay, fc.boolean(), (more, on, waives) => {
        const a = { ...dunned(...more), terms: termsIn({ ...TERMS, waivesCosts: waives }) };
        const account = accountOf(a, on);
        expect(counted(a, on)).toBe(account.total);
        expect(account.total).toBeGreaterThanOrEqual(0);
        for (const p of account.payments) {
          expect(sum(Object.values(p.outer))).toBe(p.payment.amount);
          expect(sum(Object.values(p.inner))).toBe(p.payment.amount);
        }
      }),
      { numRuns: 300 },
    );
  });
});
