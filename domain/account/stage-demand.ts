import { accountOf, accountWithout, type Account } from './account.ts';
import type { Akte, Message, Payment, Waiver } from '../akte/akte.ts';
import { earliest, latest, type Day } from '../calendar.ts';
import type { ClaimId } from '../ids.ts';
import { cameSince } from './demands.ts';
import type { Demand } from '../akte/demand.ts';
import { least, type Cents } from '../money.ts';

/** The earlier of two days, where the second one is set. */
const notAfter =
  (day: Day) =>
  <T extends Readonly<{ on: Day }>>(fact: T): T => ({ ...fact, on: earliest(fact.on, day) });

const paymentsThen = (payments: readonly Payment[], asOf: Day, today: Day): Payment[] =>
  payments
    .filter((p) => p.valueDate <= today)
    .map(({ reversed, ...p }) => ({
      ...p,
      valueDate: earliest(p.valueDate, asOf),
      cameOn: p.valueDate,
      ...(reversed && reversed.on <= today ? { reversed: notAfter(asOf)(reversed) } : {}),
    }));

const waivedThen = (waiver: Waiver, asOf: Day): Waiver => ({
  ...waiver,
  on: earliest(waiver.on, asOf),
  interest: waiver.interest && earliest(waiver.interest, asOf),
});

/**
 * The Akte as it would have stood on the day of a demand, had everything been known then that is known today: what came
 * in, was taken back, credited or waived since counts, only time has not gone on. No interest of the days between, no
 * fee that has risen meanwhile.
 */
const asOnItsDay = (akte: Akte, first: Message, demand: Demand, today: Day): Akte => {
  const { asOf } = demand;
  return {
    ...akte,
    payments: paymentsThen(akte.payments, asOf, today),
    credits: akte.credits.filter((c) => c.on <= today).map(notAfter(asOf)),
    refunds: akte.refunds.filter((r) => r.on <= today).map(notAfter(asOf)),
    matters: akte.matters.map((m) => (m.waiver ? { ...m, waiver: waivedThen(m.waiver, asOf) } : m)),
    messages: akte.messages.map((m) => (m === first && m.state === 'sent' ? { ...m, on: asOf } : m)),
  };
};

/** With their own days again: what is shown of them is what happened. */
const withOwnDays = (account: Account, akte: Akte): Account => {
  const waiver = akte.matters.find((m) => m.waiver && m.waiver.reason === account.waived?.reason)?.waiver;
  // Its days alone: of the amount a part may concern claims that stand apart.
  const own = (payment: Payment): Payment => {
    const known = akte.payments.find((p) => p.id === payment.id);
    if (!known) return payment;
    const { cameOn: _, ...shown } = payment;
    return { ...shown, valueDate: known.valueDate, ...(known.reversed ? { reversed: known.reversed } : {}) };
  };
  return {
    ...account,
    payments: account.payments.map((split) => ({ ...split, payment: own(split.payment) })),
    reversed: account.reversed.map(own),
    claims: account.claims.map((c) => ({
      ...c,
      credits: c.credits.map((credit) => akte.credits.find((own) => own.id === credit.id) ?? credit),
    })),
    waived: account.waived && {
      ...account.waived,
      on: waiver?.on ?? account.waived.on,
      interestOn: waiver?.interest ?? account.waived.interestOn,
    },
  };
};

/**
 * What a stage still asks: `demand`, that of its first message, with today's total; `account`: what that total is made
 * of; `apart`: the claims that are no part of either.
 */
export type StageDemand = Readonly<{ demand: Demand; account: Account; apart: readonly ClaimId[] }>;

/**
 * What is no part of what a message asked: neither asked for nor a row that came to nothing. Such a row that is open
 * again by now (money was taken back) is not asked for by this stage, but by the next one.
 */
const apartFrom = (akte: Akte, { claims, settled = [], asOf }: Demand): ClaimId[] => {
  const open = settled.length === 0 ? [] : accountOf(akte, asOf).claims.filter((c) => c.open > 0);
  const shown = settled.filter((id) => !open.some((c) => c.claim.id === id));
  return akte.claims.map((c) => c.id).filter((id) => !claims.includes(id) && !shown.includes(id));
};

/**
 * What a stage asks in every channel (reading 17): what its first message asked, less what has been paid since. A delay
 * of ours (a weekend, the budget, a pause, a queue) never makes it more; what was taken back since is asked for again.
 */
export const stageDemandOf = (akte: Akte, first: Message, today: Day): StageDemand | null => {
  const { demand } = first;
  if (!demand) return null;
  const then = asOnItsDay(akte, first, demand, today);
  const apart = apartFrom(then, demand);
  const account = withOwnDays(accountWithout(then, demand.asOf, apart), akte);
  const isOpen = (id: ClaimId): boolean => account.claims.some((c) => c.claim.id === id && c.open > 0);
  const open = demand.claims.filter(isOpen);
  const claims = open.length > 0 ? open : demand.claims;
  const settled = [...(demand.settled ?? []), ...demand.claims].filter((id) => !claims.includes(id));
  const valid = akte.payments.filter((p) => !(p.reversed && p.reversed.on <= today));
  return {
    account,
    apart,
    demand: {
      ...demand,
      claims,
      ...(settled.length > 0 ? { settled } : {}),
      total: account.total,
      deducted: cameSince(valid, demand, today),
    },
  };
};

/** What a stage may still ask for on a day; never more than is owed. */
export const askedStill = (akte: Akte, first: Message | undefined, today: Day): Cents => {
  const { total } = accountOf(akte, today);
  const asked = first && stageDemandOf(akte, first, today);
  return asked ? least(asked.demand.total, total) : total;
};

/**
 * Whether anything since a day may have made less of what was asked: money (that is booked late may have an earlier
 * value date), a credit note, a waiver.
 */
const mayHaveBecomeLess = ({ payments, credits, matters }: Akte, since: Day): boolean =>
  payments.some((p) => latest(p.valueDate, p.bookedOn) >= since) ||
  credits.some((c) => c.on >= since) ||
  matters.some(({ waiver }) => waiver !== undefined && waiver.on >= since);

/**
 * Whether next to nothing is left of what a stage has asked (less than the mandate's least amount): then no further
 * message of it goes out. What has grown since is asked for by the next stage.
 */
export const isAsPaid = (akte: Akte, first: Message, today: Day): boolean =>
  mayHaveBecomeLess(akte, first.demand?.asOf ?? today) &&
  askedStill(akte, first, today) < Math.max(1, akte.terms.leastAmount);
