import type { Stage } from '../../../domain/procedure/states.ts';
import { accountOf } from '../../../domain/account/account.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day, type Day } from '../../../domain/calendar.ts';
import { ClaimId, HandOverId, MatterId, PaymentId, PlanId } from '../../../domain/ids.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import type { Demand } from '../../../domain/akte/demand.ts';
import { ZERO, cents } from '../../../domain/money.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, demandedBy, erika } from '../../support/akte.ts';

const M1 = MatterId.parse('M1');
const M2 = MatterId.parse('M2');
const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const inDefault = { dueByContract: true };

const handedOver = (on: string, matter: MatterId, ...claims: ReturnType<typeof aClaim>[]): Fact => ({
  kind: 'handedOver',
  handOver: HandOverId.parse(`h-${matter}`),
  on: day(on),
  matter,
  procedure: { id: 'standard', version: 1 },
  claims: claims.map((c) => ({ ...c, matter })),
});
const asked = (on: string, stage: Stage, claims: readonly ClaimId[], more: Partial<Demand> = {}): Fact[] => {
  const demand: Demand = {
    total: cents(99_999_99),
    asOf: day(on),
    payBy: day(on),
    claims: [...claims],
    collectionFee: stage > 0,
    ...more,
  };
  return demandedBy(on, { matter: M1, stage }, demand);
};
const joined = (on: string, ...claims: ClaimId[]): Fact => ({ kind: 'joined', matter: M1, claims, on: day(on) });
const paid = (amount: number, on: string, claim?: ClaimId): Fact => ({
  kind: 'paid',
  id: PaymentId.parse(`p-${on}`),
  amount: cents(amount),
  valueDate: day(on),
  bookedOn: day(on),
  via: 'agency',
  ...(claim ? { claim } : {}),
  source: 't',
});
const plan = (on: string, more: Partial<{ rate: number; first: string }> = {}): Fact => ({
  kind: 'planAgreed',
  by: 'operator:x',
  plan: {
    id: PlanId.parse('R1'),
    matter: M1,
    on: day(on),
    first: day(more.first ?? '2026-04-01'),
    rate: cents(more.rate ?? 40_00),
    fee: ZERO,
    toleranceDays: 0,
    toleranceCents: ZERO,
  },
});
const akte = (facts: readonly Fact[], terms = TERMS): Akte =>
  fold(AKTE, [
    [{ kind: 'opened', debtor: erika, terms }, handedOver('2026-03-02', M1, aClaim(1, inDefault)), ...facts],
  ]);
const feeOn = (of: Akte, on: string) => accountOf(of, day(on)).matters[0]?.fee ?? null;
const ratesOn = (of: Akte, on: string): number[] => feeOn(of, on)?.parts.map((p) => p.rate) ?? [];

describe('a newcomer', () => {
  const second = aClaim(2, { ...inDefault, principal: cents(100_00) });
  const grown = [
    ...asked('2026-03-12', 1, [F1]),
    handedOver('2026-03-14', M2, second),
    joined('2026-03-14', F2),
    ...asked('2026-04-07', 2, [F1, F2]),
  ];
  test('was charged for with the very demand that asked for it first: now it is asked for once without a fee', () => {
    expect(feeOn(akte(grown), '2026-04-07')).toMatchObject({ value: 120_00, parts: [{ claims: [F1] }] });
  });
  test('is charged for with the demand after that, with its own two weeks', () => {
    const of = akte([...grown, ...asked('2026-05-04', 3, [F1, F2])]);
    expect(feeOn(of, '2026-05-04')).toMatchObject({
      value: 220_00,
      parts: [
        { claims: [F1], rate: 90, demandedOn: '2026-03-12' },
        { claims: [F2], rate: 50, demandedOn: '2026-05-04', simpleUntil: '2026-05-18' },
      ],
    });
    expect(ratesOn(of, '2026-05-19')).toEqual([90, 90]);
  });
  test('paid in its two weeks stays at the half rate although the older claim is open', () => {
    const of = akte([...grown, ...asked('2026-05-04', 3, [F1, F2])]);
    const open = accountOf(of, day('2026-05-06'));
    const own = open.claims.find((c) => c.claim.id === F2)?.open ?? ZERO;
    const fee = open.matters[0]?.openFee ?? ZERO;
    const settled = akte([...grown, ...asked('2026-05-04', 3, [F1, F2]), paid(own + fee, '2026-05-06', F2)]);
    expect(ratesOn(settled, '2026-12-01')).toEqual([90, 50]);
  });
  test('does not keep an older claim, paid on its first demand, from staying at the half rate', () => {
    const before = akte(grown.slice(0, 4));
    const { claims, matters } = accountOf(before, day('2026-03-20'));
    const whole = (claims.find((c) => c.claim.id === F1)?.open ?? 0) + (matters[0]?.openFee ?? 0);
    expect(ratesOn(akte([...grown, paid(whole, '2026-03-20', F1)]), '2026-12-01')).toEqual([50]);
  });
});

test('the letter of a stage charges nothing that its mail did not: our own delay would be the debtor’s cost (R10)', () => {
  const letter = asked('2026-04-02', 1, [F1]).map((f) =>
    f.kind === 'reserved' || f.kind === 'sent' ? { ...f, message: { ...f.message, channel: 'letter' as const } } : f,
  );
  // The mail itself brought default about, so it could claim no fee; its letter does not claim one either.
  const brought = fold(AKTE, [
    [
      { kind: 'opened', debtor: erika, terms: TERMS },
      handedOver('2026-03-02', M1, aClaim(1)),
      ...asked('2026-03-12', 1, [F1]),
      ...letter,
    ],
  ]);
  expect(feeOn(brought, '2026-04-30')).toBeNull();
});

describe('the collection order', () => {
  test('takes effect with default, not with the hand-over before it', () => {
    const of = fold(AKTE, [
      [
        { kind: 'opened', debtor: erika, terms: TERMS },
        handedOver('2026-03-02', M1, aClaim(1)),
        ...asked('2026-03-02', 0, [F1], { payBy: day('2026-03-09') }),
        ...asked('2026-03-16', 1, [F1]),
      ],
    ]);
    expect(feeOn(of, '2026-03-16')?.orderedOn).toBe('2026-03-10');
  });
  test('stated as of a day before default brings no fee', () => {
    const of = (on: Day) => akte(asked('2026-03-12', 1, [F1], { collectionOrderedOn: on }));
    expect(feeOn(of(day('2026-03-02')), '2026-03-12')).not.toBeNull();
    expect(feeOn(of(day('2026-01-20')), '2026-03-12')).toBeNull();
  });
});

describe('a plan agreed on the first demand (R6)', () => {
  const demanded = asked('2026-03-12', 1, EVERY_CLAIM);
  const kept = [paid(40_00, '2026-04-01'), paid(40_00, '2026-05-01')];
  test('raised the fee from 0.5 to 0.9 although it was kept: it stays', () => {
    const of = akte([...demanded, plan('2026-03-20'), ...kept]);
    expect(ratesOn(of, '2026-03-27')).toEqual([50]);
    expect(ratesOn(of, '2026-05-20')).toEqual([50]);
    expect(feeOn(of, '2026-05-20')?.parts[0]?.byPlan).toBe(true);
  });
  test('keeps it until the day on which a rate fails to come', () => {
    const of = akte([...demanded, plan('2026-03-20'), paid(40_00, '2026-04-01')]);
    expect(ratesOn(of, '2026-05-04')).toEqual([50]);
    expect(ratesOn(of, '2026-05-05')).toEqual([90]);
  });
  test('agreed after the two weeks changes nothing, nor does one where the mandate says so', () => {
    expect(ratesOn(akte([...demanded, plan('2026-03-30'), ...kept]), '2026-05-20')).toEqual([90]);
    const strict = akte([...demanded, plan('2026-03-20'), ...kept], { ...TERMS, simpleFeeWhilePlanKept: false });
    expect(ratesOn(strict, '2026-05-20')).toEqual([90]);
  });
});
