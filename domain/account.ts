import type { Akte, Matter, Message, Payment } from './akte.ts';
import { earliest, isBefore, latest, plusDays, type Day } from './calendar.ts';
import type { Claim, ClaimId, MatterId } from './claim.ts';
import { endOfPeriod } from './deadlines.ts';
import { POSTAL_DAYS, defaultOf, type Default } from './default.ts';
import { collectionFee, type CollectionFee } from './fees.ts';
import { BUSINESS, CONSUMER, interestOverTime, type Interest, type PrincipalStep } from './interest.ts';
import { ZERO, least, minus, most, plus, sum, type Cents } from './money.ts';

/** What one claim stands at: open amounts in cents. */
export type ClaimStanding = Readonly<{ claim: Claim; default: Default | null; principal: Cents; ownCosts: Cents; interest: Cents; accrued: Interest; open: Cents }>;
export type MatterStanding = Readonly<{ matter: MatterId; fee: CollectionFee | null; openFee: Cents }>;
/** One payment in both views: outer § 367 BGB towards the debtor, inner creditor first (reading 12); totals are equal. */
export type Split = Readonly<{ toPrincipal: Cents; toInterest: Cents; toOwnCosts: Cents; toFees: Cents; overpaid: Cents }>;
export type PaymentSplit = Readonly<{ payment: Payment; outer: Split; inner: Split }>;
export type Account = Readonly<{ asOf: Day; claims: readonly ClaimStanding[]; matters: readonly MatterStanding[]; payments: readonly PaymentSplit[]; total: Cents; overpaid: Cents }>;

type Running = { claim: Claim; steps: PrincipalStep[]; principal: Cents; interestPaid: Cents; ownCosts: Cents; interestUntil: Day | null };
type RunningMatter = { matter: Matter; feePaid: Cents; feeUntil: Day | null; settledOn: Day | null };
const NOTHING: Split = { toPrincipal: ZERO, toInterest: ZERO, toOwnCosts: ZERO, toFees: ZERO, overpaid: ZERO };

const feeDemand = (akte: Akte, matter: MatterId): Message | undefined =>
  akte.messages.filter((m) => m.key.matter === matter && m.state === 'sent' && m.demand?.collectionFee).sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1))[0];

/** The demand a payment answers in full and in time: it settles what was asked, whatever has grown since (decision 0007). */
const answeredDemand = (akte: Akte, payment: Payment): Message | undefined =>
  akte.messages.filter((m) => m.state === 'sent' && m.demand && m.demand.asOf <= payment.valueDate && payment.valueDate <= m.demand.payBy
    && plus(...akte.payments.filter((p) => m.demand && p !== payment && p.valueDate > m.demand.asOf && p.valueDate <= payment.valueDate).map((p) => p.amount), payment.amount) >= m.demand.total)
    .sort((a, b) => ((a.demand?.asOf ?? '') < (b.demand?.asOf ?? '') ? 1 : -1))[0];

/** Derives the account of an Akte as of any day from its facts. Payments after that day do not count. */
export const accountOf = (akte: Akte, asOf: Day): Account => {
  const rate = akte.debtor.kind === 'business' ? BUSINESS : CONSUMER;
  const running: Running[] = [...akte.claims].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : Number(a.id.slice(1)) - Number(b.id.slice(1))))
    .map((claim) => ({ claim, steps: [{ from: claim.invoiceDate, principal: claim.principal }], principal: claim.principal, interestPaid: ZERO, ownCosts: claim.ownCosts, interestUntil: null }));
  const matters: RunningMatter[] = akte.matters.map((matter) => ({ matter, feePaid: ZERO, feeUntil: null, settledOn: null }));
  const inner = { principal: sum(akte.claims.map((c) => c.principal)), interest: ZERO, ownCosts: sum(akte.claims.map((c) => c.ownCosts)), fees: ZERO, interestSeen: ZERO, feesSeen: ZERO };

  const accrued = (r: Running, on: Day): Interest => {
    const inDefault = defaultOf(akte, r.claim, on);
    const until = r.interestUntil ? earliest(r.interestUntil, on) : on;
    const steps = inDefault ? r.steps.filter((s, i) => { const next = r.steps[i + 1]; return !next || next.from > inDefault.since; }).map((s) => (s.from < inDefault.since ? { ...s, from: inDefault.since } : s)) : [];
    return interestOverTime(steps.filter((s) => !isBefore(until, s.from)), until, rate);
  };
  const interestOpen = (r: Running, on: Day): Cents => most(ZERO, minus(accrued(r, on).total, r.interestPaid));
  const feeOf = (m: RunningMatter, on: Day): CollectionFee | null => {
    const demand = feeDemand(akte, m.matter.id);
    if (!demand?.on || isBefore(on, demand.on)) return null;
    const demandDay = demand.on;
    const value = sum(running.filter((r) => r.claim.matter === m.matter.id && isInDefaultBefore(akte, r.claim, demandDay)).map((r) => r.steps.findLast((s) => s.from <= demandDay)?.principal ?? ZERO));
    if (value <= 0) return null;
    const limit = endOfPeriod(plusDays(demandDay, demand.key.channel === 'letter' ? POSTAL_DAYS : 0), 'P2W', akte.debtor.land ?? null);
    const judged = m.feeUntil ? earliest(m.feeUntil, on) : on;
    const simple = !isBefore(limit, judged) || (m.settledOn !== null && !isBefore(limit, m.settledOn));
    return collectionFee({ value, rate: simple ? 50 : 90, orderedOn: m.matter.on, undisputed: true, debtorOwesVat: !akte.deductsInputTax });
  };
  const feeOpen = (m: RunningMatter, on: Day): Cents => most(ZERO, minus(feeOf(m, on)?.total ?? ZERO, m.feePaid));

  /** § 367(1) BGB within each debt, debts by age (§ 366(2)); a payment that names its claim goes there first (§ 366(1)). */
  const allocate = (payment: Payment, on: Day): Split => {
    let rest = payment.amount;
    const split = { ...NOTHING };
    const take = (open: Cents, to: keyof Split): Cents => { const part = least(most(open, ZERO), rest); rest = minus(rest, part); split[to] = plus(split[to], part); return part; };
    const order = payment.claim ? [...running.filter((r) => r.claim.id === payment.claim), ...running.filter((r) => r.claim.id !== payment.claim)] : running;
    for (const r of order) {
      const m = matters.find((x) => x.matter.id === r.claim.matter);
      r.ownCosts = minus(r.ownCosts, take(r.ownCosts, 'toOwnCosts'));
      if (m) m.feePaid = plus(m.feePaid, take(feeOpen(m, on), 'toFees'));
      r.interestPaid = plus(r.interestPaid, take(interestOpen(r, on), 'toInterest'));
      const toPrincipal = take(r.principal, 'toPrincipal');
      if (toPrincipal > 0) { r.principal = minus(r.principal, toPrincipal); r.steps.push({ from: plusDays(payment.valueDate, 1), principal: r.principal }); }
    }
    split.overpaid = rest;
    return split;
  };
  /** Creditor first: what the creditor is owed by then, and only then the agency's fees (reading 12). */
  const allocateInside = (payment: Payment, outer: Split, on: Day): Split => {
    const interestSeen = plus(...running.map((r) => accrued(r, on).total));
    const feesSeen = plus(...matters.map((m) => feeOf(m, on)?.total ?? ZERO));
    inner.interest = plus(inner.interest, minus(interestSeen, inner.interestSeen));
    inner.fees = plus(inner.fees, minus(feesSeen, inner.feesSeen));
    Object.assign(inner, { interestSeen, feesSeen });
    let rest = minus(payment.amount, outer.overpaid);
    const take = (pool: 'principal' | 'interest' | 'ownCosts' | 'fees'): Cents => { const part = least(most(inner[pool], ZERO), rest); rest = minus(rest, part); inner[pool] = minus(inner[pool], part); return part; };
    const [toPrincipal, toInterest, toOwnCosts, toFees] = [take('principal'), take('interest'), take('ownCosts'), take('fees')];
    return { toPrincipal, toInterest, toOwnCosts, toFees: plus(toFees, rest), overpaid: outer.overpaid };
  };

  // Days only go forward: what an earlier payment has already paid in interest or fees is not judged away by a later one.
  let judgedOn: Day | null = null;
  const payments = akte.payments.filter((p) => p.valueDate <= asOf).map((payment, i) => ({ payment, i })).sort((a, b) => (a.payment.valueDate < b.payment.valueDate ? -1 : a.payment.valueDate > b.payment.valueDate ? 1 : a.i - b.i))
    .map(({ payment }): PaymentSplit => {
      const demand = answeredDemand(akte, payment)?.demand;
      const on: Day = demand ? (judgedOn ? latest(demand.asOf, judgedOn) : demand.asOf) : payment.valueDate;
      judgedOn = on;
      const outer = allocate(payment, on);
      const split = { payment, outer, inner: allocateInside(payment, outer, on) };
      if (demand) for (const r of running) if (r.principal === ZERO) r.interestUntil ??= on;
      for (const m of matters) {
        const own = running.filter((r) => r.claim.matter === m.matter.id);
        if (m.settledOn === null && own.every((r) => r.principal === ZERO && interestOpen(r, on) === ZERO) && feeOpen(m, on) === ZERO) Object.assign(m, { settledOn: on, feeUntil: on });
      }
      return split;
    });

  const claims = running.map((r): ClaimStanding => {
    const interest = interestOpen(r, asOf);
    return { claim: r.claim, default: defaultOf(akte, r.claim, asOf), principal: r.principal, ownCosts: r.ownCosts, interest, accrued: accrued(r, asOf), open: plus(r.principal, r.ownCosts, interest) };
  });
  const standing = matters.map((m): MatterStanding => ({ matter: m.matter.id, fee: feeOf(m, asOf), openFee: feeOpen(m, asOf) }));
  return { asOf, claims, matters: standing, payments, total: plus(...claims.map((c) => c.open), ...standing.map((m) => m.openFee)), overpaid: plus(...payments.map((p) => p.outer.overpaid)) };
};

/** Reading 7: the demand that itself brings default about cannot be charged for. */
const isInDefaultBefore = (akte: Akte, claim: Claim, demandDay: Day): boolean => {
  const d = defaultOf(akte, claim, demandDay);
  return d !== null && !isBefore(demandDay, d.since);
};

/** What a demand sent today may claim: the same facts, with today's demand already among them. */
export const withDemand = (akte: Akte, message: Message): Akte => ({ ...akte, messages: [...akte.messages, message] });

/** A claim is settled when nothing of it is open, and its matter's fee is paid or another claim of the matter still carries it. */
export const isSettled = (account: Account, id: ClaimId): boolean => {
  const own = account.claims.find((c) => c.claim.id === id);
  if (!own || own.open > 0) return false;
  const fee = account.matters.find((m) => m.matter === own.claim.matter)?.openFee ?? ZERO;
  return fee === ZERO || account.claims.some((c) => c.claim.matter === own.claim.matter && c.open > 0);
};
