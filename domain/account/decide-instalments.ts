import type { Actor } from '../actor.ts';
import { runningMatterOf, type Akte, type Matter } from '../akte/akte.ts';
import type { Fact } from '../akte/facts.ts';
import type { Plan } from '../akte/plan.ts';
import { refuseClosed } from '../akte/refusals.ts';
import { isBefore, plusDays, type Day } from '../calendar.ts';
import { Rejected, wrongField } from '../faults.ts';
import { MatterId, PaymentId, PlanId } from '../ids.ts';
import { cents, formatEuro, least, minus, most, plus, sum, ZERO, type Cents } from '../money.ts';
import { accountOf, accountRunningOn, type Account } from './account.ts';
import { instalmentFee, vatOn } from './fees.ts';
import { dueDay } from './instalments.ts';

/** `withFee`: the fee of Nr. 1000 VV RVG is part of what is agreed; without it the plan costs nothing. */
export type Wish = Readonly<{ rate: Cents; first: Day; withFee: boolean }>;
/** The debtor's consent in text form; `total`: what the debtor was told that the plan costs in all. */
export type Consent = Wish & Readonly<{ total: Cents; by: Actor }>;
/**
 * What a debtor must be told before agreeing (§ 13a(3) RDG): every rate with its day, the fee of the plan, what the
 * collection fee rises by because the two weeks of the simple case end meanwhile, the interest until the end, and the
 * sum. `total` = `open` + `fee` + `collectionFee` + `interest`.
 */
export type Offer = Readonly<{
  plan: Plan;
  rates: readonly Readonly<{ due: Day; amount: Cents }>[];
  open: Cents;
  fee: Cents;
  collectionFee: Cents;
  interest: Cents;
  total: Cents;
}>;

/** Smaller rates would run for decades. */
const MOST_RATES = 120;
const LATEST_START_DAYS = 62;
const TOLERANCE_DAYS = 5;
const TOLERANCE = cents(100);

/** What is agreed belongs to the matter that runs, as far as something of it is open. */
const matterToAgreeIn = (akte: Akte, on: Day): Matter | undefined => {
  const open = new Set(accountOf(akte, on).claims.flatMap((c) => (c.open > 0 ? [c.claim.matter] : [])));
  return runningMatterOf({ ...akte, matters: akte.matters.filter((m) => open.has(m.id)) }) ?? runningMatterOf(akte);
};

const feeOf = (akte: Akte, on: Day): Cents => {
  const claim = sum(accountOf(akte, on).claims.map((c) => c.principal));
  if (claim === ZERO) return ZERO;
  const { fee } = instalmentFee({ orderedOn: matterToAgreeIn(akte, on)?.on ?? on, claim });
  return akte.terms.deductsInputTax ? fee : plus(fee, vatOn(fee, on));
};

const planFor = (akte: Akte, wish: Wish, on: Day): Plan => ({
  id: PlanId.parse(`R${akte.plans.length + 1}`),
  matter: matterToAgreeIn(akte, on)?.id ?? MatterId.parse('M1'),
  on,
  first: wish.first,
  rate: wish.rate,
  fee: wish.withFee ? feeOf(akte, on) : ZERO,
  toleranceDays: TOLERANCE_DAYS,
  toleranceCents: TOLERANCE,
});

const feesOf = ({ matters }: Account): Cents => sum(matters.map((m) => m.fee?.total ?? ZERO));

/**
 * Plays the plan through: each rate is paid on its day, the last one is what is left; interest runs on as the law has
 * it.
 */
const played = (akte: Akte, plan: Plan): Readonly<{ rates: Offer['rates']; feesInTheEnd: Cents }> => {
  const running = accountRunningOn({ ...akte, plans: [...akte.plans, { plan, ended: null }] }, plan.on);
  const rates: { due: Day; amount: Cents }[] = [];
  for (let n = 1; ; n++) {
    const due = dueDay(plan, n, akte);
    const account = running.on(due);
    if (account.total === ZERO) return { rates, feesInTheEnd: feesOf(account) };
    if (n > MOST_RATES) break;
    const amount = least(account.total, plan.rate);
    rates.push({ due, amount });
    running.pay({
      id: PaymentId.parse(`rate-${n}`),
      amount,
      valueDate: due,
      bookedOn: due,
      via: 'agency',
      source: 'plan',
    });
  }
  throw wrongField(
    'plan.rate-too-small',
    'rateCents',
    `Mit ${formatEuro(plan.rate)} im Monat wäre nach ${MOST_RATES} Raten noch nicht alles bezahlt. Bitte eine höhere Rate vereinbaren.`,
  );
};

const refuse = (akte: Akte, wish: Wish, on: Day): void => {
  refuseClosed(akte);
  if (!isBefore(on, wish.first) || isBefore(plusDays(on, LATEST_START_DAYS), wish.first))
    throw wrongField(
      'plan.first',
      'first',
      `Die erste Rate muss in den nächsten ${LATEST_START_DAYS} Tagen fällig sein.`,
    );
  if (wish.rate <= 0) throw wrongField('plan.rate', 'rateCents', 'Die Rate muss größer als null sein.');
  if (accountOf(akte, on).total === ZERO)
    throw new Rejected(
      'plan.nothing-open',
      `In der Akte ${akte.id} ist nichts mehr offen: Ein Ratenplan wird nicht gebraucht.`,
    );
};

/**
 * What a plan would cost, rate by rate. Throws Rejected `akte.closed`, `plan.first`, `plan.rate`, `plan.nothing-open`
 * and `plan.rate-too-small`.
 */
export const instalmentOffer = (wish: Wish, akte: Akte, on: Day): Offer => {
  refuse(akte, wish, on);
  const plan = planFor(akte, wish, on);
  const { rates, feesInTheEnd } = played(akte, plan);
  const today = accountOf(akte, on);
  const open = today.total;
  const total = sum(rates.map((r) => r.amount));
  const collectionFee = most(ZERO, minus(feesInTheEnd, feesOf(today)));
  return {
    plan,
    rates,
    open,
    fee: plan.fee,
    collectionFee,
    interest: minus(total, sum([open, plan.fee, collectionFee])),
    total,
  };
};

type Standing = Akte['plans'][number];
/** The Akte as it was before the same consent was noted today; null: another plan runs, or none. */
const beforeSame = (akte: Akte, running: Standing | undefined, wish: Wish, on: Day): Akte | null => {
  if (running?.plan.on !== on || running.plan.rate !== wish.rate || running.plan.first !== wish.first) return null;
  const before = { ...akte, plans: akte.plans.filter((p) => p !== running) };
  return planFor(before, wish, on).fee === running.plan.fee ? before : null;
};

/**
 * Agrees on a plan that the debtor has accepted, knowing `total`: another sum than today's is refused (`plan.total`,
 * beside what the offer refuses), so that nobody agrees to what was not told. An older plan ends with it; the same
 * consent again changes nothing, and is held to the same sum.
 */
export const decideInstalments = (consent: Consent, akte: Akte, on: Day): readonly Fact[] => {
  const { by } = consent;
  const running = akte.plans.find((p) => p.ended === null);
  const before = beforeSame(akte, running, consent, on);
  const { plan, total } = instalmentOffer(consent, before ?? akte, on);
  if (total !== consent.total)
    throw wrongField(
      'plan.total',
      'totalCents',
      `Heute kostet der Plan ${formatEuro(total)}; der Schuldner hat ${formatEuro(consent.total)} zugestimmt. Bitte ein neues Angebot machen.`,
    );
  if (before) return [];
  const agreed: Fact = { kind: 'planAgreed', plan, by };
  if (!running) return [agreed];
  const reason = 'durch einen neuen Ratenplan ersetzt';
  return [{ kind: 'planEnded', plan: running.plan.id, on, by, reason }, agreed];
};
