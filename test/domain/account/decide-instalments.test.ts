import {
  decideInstalments,
  instalmentOffer,
  type Consent,
  type Wish,
} from '../../../domain/account/decide-instalments.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import type { Plan } from '../../../domain/akte/plan.ts';
import { HandOverId, MatterId, PlanId } from '../../../domain/ids.ts';
import { cents, sum, ZERO } from '../../../domain/money.ts';
import { AKTE, MATTER, TERMS, aClaim, after, demandedTwice, erika, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

const R2 = PlanId.parse('R2');

const BY = 'operator:test';
const TODAY = after(12);
/** Demanded twice, the second time with the collection fee of 30 €. */
const CASE = [...opened(erika, aClaim()), ...demandedTwice(MATTER, cents(200_00))];
const wish: Wish = { rate: cents(60_00), first: after(20), withFee: true };
const offerOf = (facts: readonly Fact[], of: Wish, on = TODAY) => instalmentOffer(of, fold(AKTE, [facts]), on);
const consentTo = (of: Wish, facts: readonly Fact[] = CASE): Consent => ({
  ...of,
  total: offerOf(facts, of).total,
  by: BY,
});
const plan = (more: Partial<Plan> = {}): Plan => ({
  id: PlanId.parse('R1'),
  matter: MATTER,
  on: TODAY,
  first: wish.first,
  rate: wish.rate,
  fee: cents(36_05),
  toleranceDays: 5,
  toleranceCents: cents(1_00),
  ...more,
});
const agreed = (more: Partial<Plan> = {}): Fact => ({ kind: 'planAgreed', plan: plan(more), by: BY });
const ended = (id: string): Fact => ({
  kind: 'planEnded',
  plan: PlanId.parse(id),
  on: TODAY,
  by: BY,
  reason: 'durch einen neuen Ratenplan ersetzt',
});
const given = deciding(decideInstalments);
/** The same case, with other terms of the mandate. */
const withTerms = (more: Partial<typeof TERMS>): Fact[] =>
  CASE.map((fact) => (fact.kind === 'opened' ? { ...fact, terms: { ...TERMS, ...more } } : fact));
const closed: Fact = { kind: 'closed', on: after(11), by: BY, reason: 'Kulanz' };
const credited: Fact = {
  kind: 'credited',
  id: 'G-1',
  claim: aClaim().id,
  amount: cents(120_00),
  on: after(11),
  by: BY,
  reason: 'Rücksendung',
};

describe('what a plan would cost', () => {
  test('every rate with its day, the last is what is left; the sum is what is open, the fee and the interest', () => {
    expect(offerOf(CASE, wish)).toEqual({
      plan: plan(),
      rates: [
        { due: '2026-03-23', amount: 60_00 },
        { due: '2026-04-22', amount: 60_00 },
        { due: '2026-05-22', amount: 60_00 },
        { due: '2026-06-22', amount: 8_40 },
      ],
      open: 151_15,
      fee: 36_05,
      collectionFee: 0,
      interest: 1_20,
      total: 188_40,
    });
  });
  test('without the fee of Nr. 1000 VV RVG the plan costs the interest only', () => {
    expect(offerOf(CASE, { ...wish, withFee: false })).toMatchObject({ fee: 0, interest: 82, total: 151_97 });
  });
  test('who cannot deduct the input tax has it in the fee', () => {
    expect(offerOf(withTerms({ deductsInputTax: false }), wish).fee).toBe(42_90);
  });
  test('where the mandate does not keep the fee of the simple case, it rises when its two weeks are over', () => {
    const { open, fee, collectionFee, interest, total } = offerOf(withTerms({ simpleFeeWhilePlanKept: false }), wish);
    expect(collectionFee).toBeGreaterThan(0);
    expect(open + fee + collectionFee + interest).toBe(total);
  });
  test('of costs alone there is no principal that a fee could be taken of', () => {
    const costsOnly = opened(erika, aClaim(1, { principal: ZERO, ownCosts: cents(90_00) }));
    expect(offerOf(costsOnly, wish)).toMatchObject({ open: 90_00, fee: 0, total: 90_00 });
  });
  test('it is agreed in the matter that is open, not in one that is paid', () => {
    const M2 = MatterId.parse('M2');
    const second: Fact = {
      kind: 'handedOver',
      handOver: HandOverId.parse('h2'),
      on: after(12),
      matter: M2,
      procedure: { id: 'standard', version: 1 },
      claims: [aClaim(2, { matter: M2 })],
    };
    expect(offerOf([...CASE, second], wish).plan.matter).toBe('M1');
    expect(offerOf([...CASE, credited, second], wish).plan.matter).toBe('M2');
  });
});

describe('what is agreed is what was told', () => {
  test('the consent to the very sum agrees on the plan', () => {
    given(...CASE)
      .when(consentTo(wish), TODAY)
      .then([agreed()]);
  });
  test('another plan ends the one that runs', () => {
    const other = { ...wish, rate: cents(80_00) };
    const facts = [...CASE, agreed()];
    given(...facts)
      .when(consentTo(other, facts), TODAY)
      .then([ended('R1'), agreed({ id: R2, rate: cents(80_00) })]);
  });
  test('the same rate from the same day, with another fee, is another plan', () => {
    const free = { ...wish, withFee: false };
    const facts = [...CASE, agreed()];
    given(...facts)
      .when(consentTo(free, facts), TODAY)
      .then([ended('R1'), agreed({ id: R2, fee: ZERO })]);
  });
  test('so is the same rate from another day on', () => {
    const later = { ...wish, first: after(21) };
    const facts = [...CASE, agreed()];
    given(...facts)
      .when(consentTo(later, facts), TODAY)
      .then([ended('R1'), agreed({ id: R2, first: after(21) })]);
  });
  test('the same consent again is held to the sum it was told, in which an older plan has its price', () => {
    const before = [...CASE, agreed({ on: after(11) }), ended('R1')];
    given(...before, agreed({ id: R2 }))
      .when(consentTo(wish, before), TODAY)
      .then([]);
  });
  test('a plan that has ended is not ended again', () => {
    const facts = [...CASE, agreed(), ended('R1')];
    given(...facts)
      .when(consentTo(wish, facts), TODAY)
      .then([agreed({ id: R2 })]);
  });
  test('the same consent again changes nothing, and is held to the same sum', () => {
    const consent = consentTo(wish);
    const again = given(...CASE, agreed());
    again.when(consent, TODAY).then([]);
    again.when({ ...consent, total: cents(1) }, TODAY).thenRefuses('plan.total');
  });
  test('the same consent on another day is a new plan', () => {
    const facts = [...CASE, agreed({ on: after(11) })];
    given(...facts)
      .when(consentTo(wish, facts), TODAY)
      .then([ended('R1'), agreed({ id: R2 })]);
  });
  test('what the debtor was not told is refused', () => {
    given(...CASE)
      .when({ ...consentTo(wish), total: cents(1) }, TODAY)
      .thenRefuses('plan.total');
  });
});

describe('what is refused', () => {
  const consent: Consent = { ...wish, total: cents(188_40), by: BY };
  test.each<[Partial<Wish>, string]>([
    [{ first: TODAY }, 'plan.first'],
    [{ first: after(12 + 63) }, 'plan.first'],
    [{ rate: ZERO }, 'plan.rate'],
    [{ rate: cents(1) }, 'plan.rate-too-small'],
  ])('%j', (change, code) => {
    given(...CASE)
      .when({ ...consent, ...change }, TODAY)
      .thenRefuses(code);
  });
  test('as many as 120 rates may pay everything, and no smaller one is agreed', () => {
    const isEnough = (rate: number): boolean => {
      try {
        return offerOf(CASE, { ...wish, rate: cents(rate) }).rates.length > 0;
      } catch {
        return false;
      }
    };
    let tooSmall = 1;
    let enough = 60_00;
    while (enough - tooSmall > 1) {
      const between = Math.floor((tooSmall + enough) / 2);
      if (isEnough(between)) enough = between;
      else tooSmall = between;
    }
    const { rates, total } = offerOf(CASE, { ...wish, rate: cents(enough) });
    expect(rates).toHaveLength(120);
    expect(sum(rates.map(({ amount }) => amount))).toBe(total);
  });
  test('the first rate may be due tomorrow, and 62 days from now', () => {
    expect(offerOf(CASE, { ...wish, first: after(13) }).rates[0]?.due).toBe(after(14));
    expect(offerOf(CASE, { ...wish, first: after(12 + 62) }).rates[0]?.due).toBe(after(12 + 62));
  });
  test('rates for ten years are refused, a few less are not', () => {
    const costsOnly = opened(erika, aClaim(1, { principal: ZERO, ownCosts: cents(120_00) }));
    const inRatesOf = (rate: number) => offerOf(costsOnly, { ...wish, rate: cents(rate), withFee: false });
    expect(inRatesOf(1_01).rates).toHaveLength(119);
    expect(() => inRatesOf(99)).toThrow('nach 120 Raten noch nicht alles bezahlt');
  });
  test('a closed Akte, and one in which nothing is open', () => {
    given(...CASE, closed)
      .when(consent, TODAY)
      .thenRefuses('akte.closed');
    given(...CASE, credited)
      .when(consent, TODAY)
      .thenRefuses('plan.nothing-open');
  });
});
