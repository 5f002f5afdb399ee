import { accountOf, accountRunningOn, accountWithout, type Account } from '../../../domain/account/account.ts';
import type { Akte, Payment, Waiver } from '../../../domain/akte/akte.ts';
import type { Claim } from '../../../domain/akte/claim.ts';
import { termsIn } from '../../../domain/akte/terms.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, PlanId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { TERMS, aClaim } from '../../support/akte.ts';
import { F1, F2, M1, M2, DUNNED, akte, ask, at, feeOf, paid } from './cases.ts';

const F3 = ClaimId.parse('F3');
const one = aClaim(1, { dueByContract: true });
const two = aClaim(2, { dueByContract: true });
const elsewhere = aClaim(2, { dueByContract: true, matter: M2 });
const back = (payment: Payment): Payment => ({
  ...payment,
  reversed: { on: day('2026-03-18'), reason: 'Rücklastschrift' },
});
/** What is asked for the first claim alone on 20 March, the second stands apart. */
const without = (payments: Payment[], claims: Claim[] = [one, two], more: Partial<Akte> = {}): Account =>
  accountWithout(akte([DUNNED], payments, claims, more), day('2026-03-20'), [F2]);

describe('of a payment the account of some claims shows', () => {
  const shown = (...of: Parameters<typeof without>) =>
    without(...of).payments.map(({ payment, outer }) => [payment.id, payment.amount, outer.toFees, outer.overpaid]);
  test('all where it was for one of them', () => {
    expect(shown([paid('p', 100_00, '2026-03-15', F1)])[0]?.slice(0, 2)).toEqual(['p', 100_00]);
  });
  test('what it paid of the one fee of their matter, where it was for another claim', () => {
    const { openFee } = at(akte([DUNNED], [], [one, two]), '2026-03-15').matters[0]!;
    expect(shown([paid('p', 10_00, '2026-03-15', F2)])).toEqual([['p', 10_00, 10_00, 0]]);
    expect(shown([paid('p', 100_00, '2026-03-15', F2)])).toEqual([['p', openFee, openFee, 0]]);
  });
  test('nothing where it was for a claim of a matter that stands apart, its fee included', () => {
    expect(shown([paid('p', 100_00, '2026-03-15', F2)], [one, elsewhere])).toEqual([]);
  });
  test('what was too much: that is nobody’s in particular', () => {
    const { total } = at(akte([DUNNED], [], [one, elsewhere]), '2026-03-15');
    expect(shown([paid('p', total + 7_00, '2026-03-15')], [one, elsewhere])[0]?.[3]).toBe(7_00);
  });
});

describe('of what was taken back it shows', () => {
  const shown = (payments: Payment[], claims: Claim[] = [one, elsewhere]) =>
    without(payments, claims).reversed.map((p) => p.id);
  test('what had paid something of it', () => {
    expect(shown([back(paid('p', 10_00, '2026-03-15', F1))])).toEqual(['p']);
    expect(shown([back(paid('p', 10_00, '2026-03-15'))])).toEqual(['p']);
  });
  test('not what had paid another matter, whatever else has paid this one', () => {
    expect(shown([back(paid('p', 10_00, '2026-03-15', F2))])).toEqual([]);
    expect(shown([paid('a', 10_00, '2026-03-14', F1), back(paid('p', 10_00, '2026-03-15', F2))])).toEqual([]);
  });
  test('not what had come when all of it was paid already', () => {
    const { claims, matters } = at(akte([DUNNED], [], [one, elsewhere]), '2026-03-14');
    const first = paid('a', claims[0]!.open + matters[0]!.openFee, '2026-03-14', F1);
    expect(shown([first, back(paid('p', 10_00, '2026-03-15'))])).toEqual([]);
    const { total } = at(akte([DUNNED], [], [one, elsewhere]), '2026-03-14');
    expect(shown([paid('a', total, '2026-03-14'), back(paid('p', 10_00, '2026-03-15'))])).toEqual([]);
  });
});

describe('a matter stands apart with all it cost', () => {
  const third = aClaim(3, { dueByContract: true, matter: M2 });
  const matters = (payments: Payment[]) =>
    accountWithout(
      akte([DUNNED, ask('2026-03-12', 1, { matter: M2 })], payments, [one, elsewhere, third]),
      day('2026-03-20'),
      [F2, F3],
    ).matters.map((m) => m.matter);
  test('while anything of it is open, be it of one claim, or interest alone', () => {
    expect(matters([])).toEqual([M1]);
    expect(matters([paid('p', 120_00, '2026-03-15', F2)])).toEqual([M1]);
    expect(matters([paid('p', 120_00, '2026-03-15', F2), paid('q', 120_00, '2026-03-15', F3)])).toEqual([M1]);
  });
  // A day's interest on 20 € is less than half a cent.
  const young = aClaim(2, { dueByContract: true, matter: M2, principal: cents(20_00), dueOn: day('2026-03-11') });
  test('or a principal on which no interest has accrued yet', () => {
    const of = akte([ask('2026-03-12', 1, { matter: M2 })], [], [one, young]);
    expect(at(of, '2026-03-12').claims[1]).toMatchObject({ default: { since: '2026-03-12' }, costs: 0, interest: 0 });
    expect(accountWithout(of, day('2026-03-12'), [F2]).matters.map((m) => m.matter)).toEqual([M1]);
  });
  test('also where one of its claims is paid to the cent', () => {
    const payments = [paid('p', 20_00, '2026-03-12', F2)];
    const of = akte([ask('2026-03-12', 1, { matter: M2 })], payments, [one, young, third]);
    expect(at(of, '2026-03-12').claims[1]?.open).toBe(0);
    expect(accountWithout(of, day('2026-03-12'), [F2, F3]).matters.map((m) => m.matter)).toEqual([M1]);
  });
  test('or the own costs of the creditor; a fee alone belongs to whatever is asked', () => {
    // So little that no interest has accrued: the principal alone is paid.
    const small = { dueByContract: true, matter: M2, principal: cents(5_00), dueOn: day('2026-03-09') };
    const of = (ownCosts: number) => {
      const claims = [one, aClaim(2, { ...small, ownCosts: cents(ownCosts) })];
      const told = [DUNNED, ask('2026-03-12', 1, { matter: M2 })];
      const account = accountWithout(akte(told, [paid('p', 5_00, '2026-03-13', F2)], claims), day('2026-03-20'), [F2]);
      return account.matters.map((m) => m.matter);
    };
    expect([of(3_00), of(0)]).toEqual([[M1], [M1, M2]]);
  });
});

describe('what is charged apart', () => {
  // RE-1 and RE-3 with the demand of 12 March, RE-2 with that of 7 April.
  const claims = [one, two, aClaim(3, { dueByContract: true })];
  const story = (payments: Payment[] = []) =>
    akte(
      [ask('2026-03-12', 1, { claims: [F1, F3] }), ask('2026-04-07', 2, { claims: [F1, F2, F3] })],
      payments,
      claims,
    );
  const apart = (ids: ClaimId[], payments: Payment[] = []) => {
    const [matter] = accountWithout(story(payments), day('2026-04-10'), ids).matters;
    return [matter?.apart, matter?.apartCharged];
  };
  test('is a part none of whose claims is asked for; what was paid of it was charged all the same', () => {
    // RE-2 at 0.5 of 51.50 €, with 20 % expenses.
    expect(apart([F2])).toEqual([30_90, 30_90]);
    expect(apart([F2], [paid('p', 10_00, '2026-04-08', F2)])).toEqual([20_90, 30_90]);
    expect(apart([F1])).toEqual([0, 0]);
  });
  test('also where one of its claims is paid', () => {
    const small = aClaim(1, { dueByContract: true, principal: cents(5_00), dueOn: day('2026-03-09') });
    const asked = [ask('2026-03-12', 1, { claims: [F1, F3] }), ask('2026-03-14', 2, { claims: [F1, F2, F3] })];
    const of = akte(asked, [paid('p', 5_00, '2026-03-13', F1)], [small, two, aClaim(3, { dueByContract: true })]);
    expect(at(of, '2026-03-14').claims[0]?.open).toBe(0);
    // RE-1 and RE-3 together at 0.5 of 51.50 €, with 20 % expenses.
    expect(accountWithout(of, day('2026-03-14'), [F1, F3]).matters[0]?.apartCharged).toBe(30_90);
  });
  test.each<[string, ReturnType<typeof ask>[], string]>([
    [
      'of several claims of one part',
      [ask('2026-03-12', 1, { claims: [F1, F3] }), ask('2026-03-20', 2, { claims: [F1] })],
      '2026-03-22',
    ],
    [
      'of one of several parts',
      [ask('2026-03-12', 1, { claims: [F1] }), ask('2026-03-20', 2, { claims: [F3] })],
      '2026-03-14',
    ],
  ])('money upon a demand that asked for one %s has paid of what they cost', (_, asked, on) => {
    const left = (payments: Payment[]) => {
      const large = aClaim(2, { dueByContract: true, principal: cents(2_000_00) });
      const all = [one, large, aClaim(3, { dueByContract: true })];
      const of = akte([...asked, ask('2026-04-07', 3, { claims: [F2] })], payments, all);
      return accountWithout(of, day('2026-04-07'), [F1, F3]).matters[0]!.apart;
    };
    expect(left([]) - left([paid('p', 10_00, on)])).toBe(10_00);
  });
});

describe('what is waived', () => {
  const waiver = (on: string, reason: string, interest: string | null = null): Waiver => ({
    on: day(on),
    reason,
    interest: interest === null ? null : day(interest),
  });
  const claims = [
    aClaim(1, { dueByContract: true, ownCosts: cents(3_00) }),
    aClaim(2, { dueByContract: true, ownCosts: cents(4_00), matter: M2 }),
  ];
  const messages = [DUNNED, ask('2026-03-12', 1, { matter: M2 })];
  const waivedOn = (on: string, first: Waiver | null, second: Waiver | null) => {
    const of = akte(messages, [], claims);
    const waivers = [first, second];
    const matters = of.matters.map((m, i) => ({ ...m, ...(waivers[i] ? { waiver: waivers[i] } : {}) }));
    return at({ ...of, matters }, on);
  };
  test('is waived from its day on, in its own matter', () => {
    const own = waiver('2026-03-20', 'Kulanz');
    expect(waivedOn('2026-03-19', own, null).waived).toBeNull();
    const account = waivedOn('2026-03-20', own, null);
    expect(account.waived).toMatchObject({
      on: '2026-03-20',
      reason: 'Kulanz',
      interestOn: null,
      costs: 3_00,
      interest: 0,
    });
    expect(account.claims.map((c) => c.costs)).toEqual([0, 4_00]);
  });
  test('is told with the day and reason of the oldest, whichever matter it is of', () => {
    const early = waiver('2026-03-14', 'Härte');
    const late = waiver('2026-03-18', 'Kulanz');
    expect(waivedOn('2026-03-20', early, late).waived).toMatchObject({
      on: '2026-03-14',
      reason: 'Härte',
      costs: 7_00,
    });
    expect(waivedOn('2026-03-20', late, early).waived).toMatchObject({
      on: '2026-03-14',
      reason: 'Härte',
      costs: 7_00,
    });
  });
  test('of interest the first day that holds by then counts, also that of a later waiver', () => {
    const early = waiver('2026-03-14', 'a', '2026-03-19');
    const late = waiver('2026-03-15', 'b', '2026-03-16');
    expect(waivedOn('2026-03-20', early, late).waived?.interestOn).toBe('2026-03-16');
    expect(waivedOn('2026-03-18', early, late).waived?.interestOn).toBe('2026-03-16');
    expect(waivedOn('2026-03-18', early, null).waived?.interestOn).toBeNull();
    expect(waivedOn('2026-03-19', early, null).waived?.interestOn).toBe('2026-03-19');
    expect(waivedOn('2026-03-19', early, null).claims.map((c) => c.interest > 0)).toEqual([false, true]);
  });
  test('a person’s and the mandate’s waiver of one matter: the older one is told, of one day the person’s', () => {
    const terms = termsIn({ ...TERMS, waivesCosts: true });
    const of = akte([DUNNED], [paid('p', 120_00, '2026-03-16', F1)], [one], { terms });
    const waived = (on: string) => ({
      ...of,
      matters: of.matters.map((m) => ({ ...m, waiver: waiver(on, 'Kulanz') })),
    });
    expect(['2026-03-14', '2026-03-17'].map((on) => at(waived(on), '2026-03-20').waived?.on)).toEqual([
      '2026-03-14',
      '2026-03-16',
    ]);
    expect(at(waived('2026-03-16'), '2026-03-20').waived).toMatchObject({ on: '2026-03-16', reason: 'Kulanz' });
  });
});

test('for a plan of a matter nothing is owed where all of its claims were credited, whatever is owed elsewhere', () => {
  const plan = {
    id: PlanId.parse('R1'),
    matter: M1,
    on: day('2026-03-14'),
    first: day('2026-04-01'),
    rate: cents(40_00),
    fee: cents(21_42),
    toleranceDays: 0,
    toleranceCents: cents(0),
  };
  const credit = {
    id: 'G1',
    claim: F1,
    amount: cents(120_00),
    on: day('2026-03-16'),
    by: 'client:x' as const,
    reason: '',
  };
  const of = akte([DUNNED], [], [one, elsewhere], { plans: [{ plan, ended: null }] });
  expect(feeOf(of, '2026-03-20')?.agreed).toBe(21_42);
  expect(feeOf({ ...of, credits: [credit] }, '2026-03-20')?.agreed).toBe(0);
});

describe('an account that goes on', () => {
  const of = akte([DUNNED], [], [one]);
  const { total } = at(of, '2026-03-12');
  const asked = akte([ask('2026-03-12', 1, { total, payBy: '2026-03-31' })], [], [one]);
  const booked = (payments: Payment[], ...later: Payment[]) => {
    const running = accountRunningOn({ ...asked, payments }, day('2026-03-16'));
    for (const payment of later) running.pay(payment);
    return running.on(day('2026-04-20'));
  };
  const part = paid('a', 50_00, '2026-03-15');
  const second = paid('b', 50_00, '2026-03-18');
  test('a payment that with those before it answers a demand is booked as of its day, and they with it', () => {
    const rest = paid('c', total - 50_00, '2026-03-20');
    expect(booked([part], rest)).toMatchObject({ total: 0, overpaid: 0 });
    expect(booked([part], second, paid('c', total - 100_00, '2026-03-20'))).toMatchObject({ total: 0, overpaid: 0 });
    expect(booked([], second, paid('c', total - 50_00, '2026-03-20'))).toMatchObject({ total: 0, overpaid: 0 });
  });
  test('what was taken back stays so', () => {
    const reversed = back(part);
    const from = day('2026-03-19');
    const running = accountRunningOn({ ...asked, payments: [reversed, second] }, from);
    running.pay(paid('c', total - 50_00, '2026-03-20'));
    const account = running.on(day('2026-04-20'));
    expect([account.total, account.reversed.map((p) => p.id)]).toEqual([0, ['a']]);
    expect(account).toEqual(
      accountOf({ ...asked, payments: [reversed, second, paid('c', total - 50_00, '2026-03-20')] }, day('2026-04-20')),
    );
  });
});
