import { accountOf } from '../../domain/account/account.ts';
import { creditorOf, type Akte, type Payment } from '../../domain/akte/akte.ts';
import type { TransferOrder } from '../../domain/account/bank.ts';
import { lastOf, type Day, type Month } from '../../domain/calendar.ts';
import type { AkteId, PaymentId } from '../../domain/ids.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import type { Payout, PayoutLine } from '../../domain/payout/payout.ts';
import { SPLIT_PARTS, type Split } from '../../domain/split.ts';
import type { Entry } from '../agency/akten.ts';
import type { Broken } from './invariants.ts';
import type { World } from '../agency/world.ts';

/** `saw`: how many acts each Akte had when it was decided. */
export type Decided = Readonly<{ payout: Payout; saw: ReadonlyMap<AkteId, number> }>;

const total = (of: readonly number[]): number => of.reduce((n, v) => n + v, 0);
const sumsOf = (lines: readonly Split[]): number[] => SPLIT_PARTS.map((part) => total(lines.map((l) => l[part])));

/** Half a cent goes away from zero, as on an invoice. */
const rounded = (exact: number): number => Math.sign(exact) * Math.round(Math.abs(exact));
/** What a statement adds up, from its lines and the creditor's terms alone. */
const brokenSums = (
  { id, lines, totals, commissionPercent, commissionVatPercent }: Payout,
  vatOnFees: boolean,
  carriedIn: number,
): Broken[] => {
  const share = (via?: PayoutLine['via']): number =>
    total(lines.filter((l) => !via || l.via === via).map((l) => l.toPrincipal + l.toInterest + l.toOwnCosts));
  const commission = rounded((share() * commissionPercent) / 100);
  const rates = [...new Set(lines.map((l) => l.feesVatPercent))];
  const feesAt = (rate: number): number => total(lines.filter((l) => l.feesVatPercent === rate).map((l) => l.toFees));
  const balance =
    share('agency') -
    commission -
    rounded((commission * commissionVatPercent) / 100) -
    (vatOnFees ? total(rates.map((r) => rounded((feesAt(r) * r) / 100))) : 0) -
    total(lines.filter((l) => l.via === 'creditor').map((l) => l.toFees)) -
    carriedIn;
  const unshared = lines
    .filter((l) => total(sumsOf([l])) !== l.received)
    .map((l) => `I7 ${id}: the parts of payment ${l.paymentId} are not what came`);
  const addsUp =
    totals.carriedIn === carriedIn &&
    totals.payout - totals.carriedOut === balance &&
    totals.payout >= 0 &&
    totals.carriedOut >= 0 &&
    (totals.payout === 0 || totals.carriedOut === 0);
  if (addsUp) return unshared;
  const carried = `carried ${totals.carriedIn} in and ${totals.carriedOut} out`;
  return [...unshared, `I7 ${id}: paid ${totals.payout}, ${carried}; its lines come to ${balance}`];
};

/** `reversal`: its day, and the how many-eth act of the Akte it was. */
type Booked = Readonly<{
  id: PaymentId;
  amount: number;
  bookedOn: Day;
  via: PayoutLine['via'];
  reversal: Readonly<{ on: Day; act: number }> | null;
}>;
/** The money of an Akte as its log tells it, reversals beside what they reversed. */
const bookedIn = (log: readonly Entry[]): Booked[] => {
  const booked = new Map<PaymentId, Booked>();
  for (const [act, { facts }] of log.entries()) {
    for (const fact of facts) {
      if (fact.kind === 'paid')
        booked.set(fact.id, {
          id: fact.id,
          amount: fact.amount,
          bookedOn: fact.bookedOn,
          via: fact.via,
          reversal: null,
        });
      const before = fact.kind === 'reversed' ? booked.get(fact.payment) : undefined;
      if (fact.kind === 'reversed' && before) booked.set(before.id, { ...before, reversal: { on: fact.on, act } });
    }
  }
  return [...booked.values()];
};

/**
 * A payment stands in exactly one payout: the first of a month by whose end it was booked, unless it had been reversed
 * when that was decided. One reversed later is taken back in exactly one: the first of a month by whose end it was
 * reversed. What stands in between (`received` of nothing) is what others have moved.
 */
const brokenPayment = (
  akte: AkteId,
  { id, amount, bookedOn, reversal }: Booked,
  decided: readonly Decided[],
): Broken[] => {
  const first = decided.find(({ payout }) => lastOf(payout.month) >= bookedOn);
  const came = first && !(reversal && reversal.act < (first.saw.get(akte) ?? 0)) ? first : null;
  const back = came && reversal ? decided.find(({ payout }) => lastOf(payout.month) >= reversal.on) : null;
  const lines = decided.flatMap(({ payout }) =>
    payout.lines.filter((l) => l.akte === akte && l.paymentId === id).map((l) => ({ ...l, payout: payout.id })),
  );
  const is = lines
    .filter((l) => l.received !== 0)
    .map((l) => `${l.payout} ${l.received}`)
    .join(', ');
  const ought = [
    ...(came ? [`${came.payout.id} ${amount}`] : []),
    ...(back ? [`${back.payout.id} ${-amount}`] : []),
  ].join(', ');
  const gone = !came || back ? sumsOf(lines).every((p) => p === 0) : true;
  if (is === ought && gone) return [];
  const what = `${id} of ${amount}, booked ${bookedOn}${reversal ? `, reversed ${reversal.on}` : ''}`;
  const parts = JSON.stringify(sumsOf(lines));
  return [`I7 payment ${akte} ${what}, stands in [${is}], not in [${ought}]; parts ${parts}`];
};

/**
 * All payouts together give of each payment what the account gives of it at the end of the last month: nothing that
 * moved between two of them is lost.
 */
const brokenShares = (akte: Akte, lines: readonly PayoutLine[], end: Day): Broken[] => {
  const payments = akte.payments
    .flatMap((p): Payment[] => (p.bookedOn > end || (p.reversed && p.reversed.on <= end) ? [] : [{ ...p }]))
    .filter((p) => lines.some((l) => l.paymentId === p.id))
    .map(({ reversed: _, ...p }) => p);
  const inner = accountOf(
    { ...akte, payments },
    payments.reduce((d, p) => (p.valueDate > d ? p.valueDate : d), end),
  ).payments;
  return inner.flatMap(({ payment, inner: parts }) => {
    const paid = JSON.stringify(sumsOf(lines.filter((l) => l.paymentId === payment.id)));
    const due = JSON.stringify(sumsOf([parts]));
    if (paid === due) return [];
    const by = `${end} (principal, interest, costs, fees, overpaid)`;
    return [`I7 ${akte.id}: of payment ${payment.id} ${due} were due by ${by}, ${paid} are settled`];
  });
};

/**
 * Over all payouts: what came and stayed is what was paid, what the agency keeps of it, what is held for debtors, less
 * what the creditor still owes.
 */
const brokenBalance = (creditor: CreditorId, payouts: readonly Payout[], stayed: number): Broken[] => {
  const sumOf = (of: (p: Payout) => number): number => total(payouts.map(of));
  const kept =
    sumOf((p) => p.totals.payout) +
    sumOf(
      ({ totals: t }) =>
        t.commissionNet + t.commissionVat + t.feesVatInvoiced + t.feesHeldByCreditor + t.agencyFees + t.overpaid,
    ) -
    (payouts.at(-1)?.totals.carriedOut ?? 0);
  return kept === stayed ? [] : [`I7 ${creditor}: ${stayed} came and stayed, ${kept} are accounted for`];
};

/** Whether the agency was paid it, settled it, and has not had to give it back by `end`. */
const hasStayed = ({ id, via, reversal }: Booked, lines: readonly PayoutLine[], end: Day): boolean =>
  via === 'agency' && lines.some((l) => l.paymentId === id) && !(reversal && reversal.on <= end);

/**
 * I7 for one creditor, from the log of its Akten and what was `decided` for it, by month; I8: and nothing of anybody
 * else's. `fresh`: decided just now, from the Akten as they are.
 */
const brokenFor = async (
  world: World,
  creditor: CreditorId,
  decided: readonly Decided[],
  fresh: readonly Payout[],
): Promise<Broken[]> => {
  const payouts = decided.map((d) => d.payout);
  const last = payouts.at(-1);
  if (!last) return [];
  const end = lastOf(last.month);
  const { deductsInputTax } = await world.ports.creditors.get(creditor);
  const lines = payouts.flatMap((p) => p.lines);
  const own = [...world.akten.log.keys()].filter((id) => creditorOf(id) === creditor);
  const broken: Broken[] = [
    ...payouts.flatMap((p, i) => brokenSums(p, deductsInputTax, payouts[i - 1]?.totals.carriedOut ?? 0)),
    ...lines.filter((l) => !own.includes(l.akte)).map((l) => `I8 a payout of ${creditor} shows ${l.akte}`),
  ];
  let stayed = 0;
  for (const id of own) {
    const ofAkte = lines.filter((l) => l.akte === id);
    const booked = bookedIn(world.akten.log.get(id) ?? []);
    broken.push(...booked.flatMap((b) => brokenPayment(id, b, decided)));
    stayed += total(booked.filter((b) => hasStayed(b, ofAkte, end)).map((b) => b.amount));
    if (ofAkte.length > 0 && fresh.includes(last)) broken.push(...brokenShares(await world.akten.get(id), ofAkte, end));
  }
  return [...broken, ...brokenBalance(creditor, payouts, stayed)];
};

const byMonth = (a: Decided, b: Decided): number => (a.payout.month < b.payout.month ? -1 : 1);

/** What broke in the payouts of any creditor. */
export const brokenPayouts = async (
  world: World,
  decided: readonly Decided[],
  fresh: readonly Payout[],
): Promise<Broken[]> => {
  const broken: Broken[] = [];
  for (const { id } of await world.ports.creditors.list()) {
    const own = decided.filter(({ payout }) => payout.creditorId === id).sort(byMonth);
    broken.push(...(await brokenFor(world, id, own, fresh)));
  }
  return broken;
};

/** The bank gets one order for each month, with what the statements say, however often it is written. */
export const brokenOrder = (month: Month, decided: readonly Decided[], order: TransferOrder | undefined): Broken[] => {
  const due = decided
    .map((d) => d.payout)
    .filter((p) => p.month === month && p.totals.payout > 0)
    .map((p) => `${p.id} ${p.totals.payout} ${p.account.iban}`)
    .sort();
  const ordered = (order?.transfers ?? []).map((t) => `${t.endToEndId} ${t.amount} ${t.iban}`).sort();
  return JSON.stringify(due) === JSON.stringify(ordered)
    ? []
    : [`I7 ordered for ${month}: ${ordered.join(', ')}; due: ${due.join(', ')}`];
};
