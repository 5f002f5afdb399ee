import type { Account, MatterStanding } from '../../../domain/account/account.ts';
import type { FeePart } from '../../../domain/account/joint-fee.ts';
import type { Akte, Message } from '../../../domain/akte/akte.ts';
import type { CostsTold, Demand } from '../../../domain/akte/demand.ts';
import { day } from '../../../domain/calendar.ts';
import { PlanId, type ClaimId } from '../../../domain/ids.ts';
import { claimedIn, costsTold, feeFacts, planFees, risenSince } from '../../../domain/letters/charged.ts';
import { cents, ZERO } from '../../../domain/money.ts';
import { aClaim } from '../../support/akte.ts';
import { F1, F2, M1, M2, DUNNED, REMINDED, akte, ask, at } from '../account/cases.ts';

const OF = akte([REMINDED, DUNNED], [], [aClaim(1), aClaim(2)]);
const WHOLE = at(OF, '2026-03-20');
const MATTER = WHOLE.matters[0]!;
const FEE = MATTER.fee!;
const PART = FEE.parts[0]!;
/** What is charged, part by part, `total` for all of them. */
const charging = (total: number, ...parts: Partial<FeePart>[]): MatterStanding => ({
  ...MATTER,
  fee: { ...FEE, total: cents(total), parts: parts.map((part) => ({ ...PART, ...part })) },
});
const accountOf = (...matters: MatterStanding[]): Account => ({ ...WHOLE, matters });
type Part = CostsTold['parts'][number];
const told = (claims: ClaimId[], rate: number, more: Partial<Part> = {}): Part => ({
  claims,
  value: cents(100_00),
  rate,
  reduced: false,
  ...more,
});
/** A message that told of these costs, 30 € of them; none: it told of none. */
const letter = (parts: readonly Part[] | null, more: Partial<Demand> = {}): Message => ({
  ...DUNNED,
  demand: {
    ...DUNNED.demand!,
    ...more,
    ...(parts ? { costs: { total: cents(30_00), parts: [...parts] } } : {}),
  },
});

describe('why costs are higher than the last letter has said', () => {
  const risen = (parts: Partial<FeePart>[], ...messages: Message[]) =>
    risenSince(OF, accountOf(charging(50_00, ...parts)), messages);
  const both = { claims: [F1, F2], value: cents(100_00), rate: 90 };
  const one = { claims: [F1], value: cents(100_00), rate: 90, simpleUntil: day('2026-03-26') };
  const two = { claims: [F2], value: cents(100_00), rate: 90, simpleUntil: day('2026-03-24') };

  test('not all was paid in time: by the last day each part of them could be paid at the lower rate, the earliest first', () => {
    const found = risen([one, two], letter([told([F1], 50), told([F2], 50)]));
    expect(found).toEqual({
      from: 30_00,
      to: 50_00,
      late: ['2026-03-24', '2026-03-26'],
      again: [],
      invoiceNumbers: [],
      reduced: false,
      onMore: false,
    });
  });
  test('also where invoices that were charged for together are so apart by now', () => {
    expect(risen([one], letter([told([F1, F2], 50)]))).toMatchObject({ late: ['2026-03-26'], again: [] });
  });
  test('not where a part of it was told at that rate before', () => {
    expect(risen([both], letter([told([F1], 50), told([F2], 90)]))?.late).toEqual([]);
  });
  test('we had asked for less than the law gives, be it for one of the invoices: then nobody was late', () => {
    const less = letter([told([F1], 50, { reduced: true }), told([F2], 50)]);
    expect(risen([both], less)).toMatchObject({ late: [], reduced: true });
    const onlyOne = risen([one, two], letter([told([F1], 50, { reduced: true }), told([F2], 90)]));
    expect(onlyOne).toMatchObject({ late: [], reduced: true });
  });
  test('they are computed from more: of one of several parts is enough', () => {
    const parts = [
      { ...one, value: cents(100_01) },
      { ...two, value: cents(100_00) },
    ];
    expect(risen(parts, letter([told([F1], 90), told([F2], 90)]))).toMatchObject({ onMore: true, late: [] });
    expect(risen([one, two], letter([told([F1], 90), told([F2], 90)]))?.onMore).toBe(false);
  });
  test('a further invoice is charged for: that it is more then needs no other reason', () => {
    const found = risen([{ ...both, value: cents(200_00) }], letter([told([F1], 90)]));
    expect(found).toMatchObject({ invoiceNumbers: ['RE-2'], again: [], onMore: false });
    expect(risen([one, two], letter([told([F1], 90)]))).toMatchObject({ invoiceNumbers: ['RE-2'], again: [] });
  });
  test('an invoice that was paid when the last letter went out is open again', () => {
    const earlier = letter([told([F1], 90), told([F2], 90)]);
    expect(risen([one, two], earlier, letter([told([F1], 90)]))).toMatchObject({ again: ['RE-2'], invoiceNumbers: [] });
    expect(risen([one], letter([told([F1], 90)]), letter(null))).toMatchObject({ from: 0, again: ['RE-1'] });
  });
  test('not told where they are no higher, or none were charged before', () => {
    const same = letter([told([F1], 50)]);
    expect(risenSince(OF, accountOf(charging(30_00, one)), [same])).toBeNull();
    expect(risenSince(OF, accountOf(charging(30_01, one)), [same])).not.toBeNull();
    expect(risen([one], letter(null))).toBeNull();
    expect(risen([one])).toBeNull();
  });
});

describe('what a message says of collection costs', () => {
  const one = { claims: [F1] };
  test('what is charged, part by part, but for what was waived', () => {
    const waived: MatterStanding = { ...charging(20_00, { claims: [F2] }), matter: M2, isWaived: true };
    expect(costsTold(accountOf(charging(30_00, one), waived))).toEqual({
      total: 30_00,
      parts: [{ claims: [F1], value: PART.value, rate: PART.rate, reduced: PART.reduced }],
    });
    expect(costsTold(accountOf(waived))).toBeNull();
  });
  test('of a part only the claims that are asked for here; of others nothing, nor what is charged for them', () => {
    const account: Account = {
      ...accountOf({ ...charging(50_00, { claims: [F1, F2] }, { claims: [F2] }), apartCharged: cents(20_00) }),
      claims: WHOLE.claims.filter((c) => c.claim.id === F1),
    };
    expect(costsTold(account)).toMatchObject({ total: 30_00, parts: [{ claims: [F1] }] });
  });
  test('that the parts together are no more than one fee on their sum, where that takes effect', () => {
    const cap = { rate: 90, base: cents(51_50), fee: cents(46_35) };
    const capped = { ...charging(50_00, one), openFee: cents(1), fee: { ...charging(50_00, one).fee!, cap } };
    expect(feeFacts(OF, accountOf(capped), () => [])[0]?.cap).toEqual({ value: FEE.value, rate: '0,9', fee: 46_35 });
    expect(feeFacts(OF, WHOLE, () => [])[0]?.cap).toBeNull();
  });
  test('nothing of a fee that is paid, or that comes to nothing', () => {
    const open = (openFee: number, total: number) =>
      feeFacts(OF, accountOf({ ...charging(total, one), openFee: cents(openFee) }), () => []).length;
    expect([open(1, 30_00), open(0, 30_00), open(1, 0)]).toEqual([1, 0, 0]);
  });
});

describe('what an agreed plan costs', () => {
  const plan = (id: string, more: Partial<Akte['plans'][number]['plan']> = {}): Akte['plans'][number] => ({
    plan: {
      id: PlanId.parse(id),
      matter: M1,
      on: day('2026-03-20'),
      first: day('2026-04-01'),
      rate: cents(40_00),
      fee: cents(21_42),
      toleranceDays: 0,
      toleranceCents: cents(0),
      ...more,
    },
    ended: null,
  });
  const costs = (plans: Akte['plans'], openFee = 1) =>
    planFees({ ...OF, plans }, accountOf({ ...MATTER, openFee: cents(openFee) })).map((p) => p.fee);
  test('is told from its day on, while something is open in its matter, and not where it costs nothing', () => {
    expect(costs([plan('R1')])).toEqual([21_42]);
    expect(costs([plan('R1')], 0)).toEqual([]);
    expect(costs([plan('R1', { on: day('2026-03-21') })])).toEqual([]);
    expect(costs([plan('R1', { matter: M2 })])).toEqual([]);
    expect(costs([plan('R1', { fee: ZERO })])).toEqual([]);
  });
  test('is claimed with the plan, as interest is with its claim and a fee with those it is charged for', () => {
    const story = { ...akte([REMINDED, ask('2026-03-12', 1)], [], [aClaim(1), aClaim(2)]), plans: [plan('R1')] };
    expect(claimedIn(story, at(story, '2026-03-20'))).toEqual({ interest: [F1, F2], fees: [F1, F2], plans: ['R1'] });
    expect(claimedIn(story, at(story, '2026-03-02'))).toEqual({ interest: [], fees: [], plans: [] });
  });
});
