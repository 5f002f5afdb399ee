import type { Akte, Credit, Payment } from '../akte/akte.ts';
import type { AllocationRule } from './allocation.ts';
import { isBefore, type Day } from '../calendar.ts';
import type { Claim } from '../akte/claim.ts';
import type { ClaimId, MatterId } from '../ids.ts';
import { asIfOwed, creditsOf, leftToCredit } from './credits.ts';
import type { Default } from './default.ts';
import { answeredDemand } from './demands.ts';
import type { Interest } from './interest.ts';
import type { MatterFee } from './joint-fee.ts';
import { Ledger, inOrder } from './ledger.ts';
import type { ChargedFee, Owed, Waived } from './owed.ts';
import { defaultOn, type Running, type RunningMatter } from './running.ts';
import { splitOf, totalOf } from '../split.ts';
import type { PaymentSplit } from './payment-split.ts';
import { ZERO, minus, most, plus, sum, type Cents } from '../money.ts';

/**
 * What one claim stands at, in cents: `lumpSum`, `flatFees` and `accrued` as charged so far; `principal`, `costs` (the
 * creditor's own and the lump sum), `interest` still open.
 */
export type ClaimStanding = Readonly<{
  claim: Claim;
  /** The credit notes known by then, and what they have left of it to be owed from the start. */
  credits: readonly Credit[];
  owed: Cents;
  default: Default | null;
  rule: AllocationRule;
  principal: Cents;
  lumpSum: Cents;
  flatFees: readonly ChargedFee[];
  costs: Cents;
  interest: Cents;
  accrued: Interest;
  open: Cents;
}>;
/**
 * What one matter stands at: its fee, and `agreed`, what instalment plans cost (Nr. 1000 VV RVG); `apart`: what is open
 * of the fee for claims that stand apart, no part of `openFee`; `apartCharged`: what is charged for them, paid or not.
 * `isWaived`: nothing of it is asked for any more; `isInterestWaived`: nor is the interest on its claims.
 */
export type MatterStanding = Readonly<{
  matter: MatterId;
  fee: MatterFee | null;
  agreed: Cents;
  apart: Cents;
  apartCharged: Cents;
  openFee: Cents;
  isWaived: boolean;
  isInterestWaived: boolean;
}>;
/**
 * `overpaid`: held for the debtor. `refundedTooMuch`: an overpayment was sent back and the payment behind it reversed.
 */
export type Account = Readonly<{
  asOf: Day;
  claims: readonly ClaimStanding[];
  matters: readonly MatterStanding[];
  payments: readonly PaymentSplit[];
  reversed: readonly Payment[];
  waived: Waived | null;
  total: Cents;
  overpaid: Cents;
  refunded: Cents;
  refundedTooMuch: Cents;
}>;

/**
 * The books of an Akte with all that came by a day: what was booked is never booked afresh, so that they can go on from
 * there.
 */
type Books = Readonly<{ akte: Akte; ledger: Ledger; reversed: readonly Payment[]; payments: PaymentSplit[] }>;

const booksOf = (akte: Akte, asOf: Day): Books => {
  const claims = akte.claims.filter((c) => !isBefore(asOf, c.invoiceDate));
  const ledger = new Ledger(akte, asIfOwed(akte, claims, asOf));
  const until = akte.payments.filter((p) => p.valueDate <= asOf);
  const reversed = until.filter((p) => p.reversed && p.reversed.on <= asOf).sort(inOrder);
  const valid = until.filter((p) => !reversed.includes(p)).sort(inOrder);
  return { akte, ledger, reversed, payments: valid.map((payment) => ledger.take(payment, valid)) };
};

/** What a message is about: these claims, and the matters that do not stand apart with all theirs. */
type Scope = Readonly<{ claims: ReadonlySet<ClaimId>; matters: ReadonlySet<MatterId> }>;

/** What of a payment concerns these claims and the fees of these matters; null: nothing of it. */
const concerning = (akte: Akte, split: PaymentSplit, scope: Scope): PaymentSplit | null => {
  const isAsked = (id: ClaimId): boolean => scope.claims.has(id);
  const isOfMatter = (id: ClaimId): boolean => akte.claims.some((c) => c.id === id && scope.matters.has(c.matter));
  const portions = split.portions.map((p) => {
    if (isAsked(p.claim)) return p;
    const toFees = isOfMatter(p.claim) ? p.toFees : ZERO;
    return { ...p, toPrincipal: ZERO, toInterest: ZERO, toOwnCosts: ZERO, toFees };
  });
  const outer = splitOf(portions, split.outer.overpaid);
  const amount = totalOf(outer);
  return amount === ZERO ? null : { ...split, payment: { ...split.payment, amount }, portions, outer };
};

/** The payments taken back that would be booked to something in scope had they not been. */
const reversedIn = ({ akte, reversed }: Books, asOf: Day, scope: Scope): Payment[] =>
  reversed.filter((back) => {
    const { reversed: _, ...paid } = back;
    const before = { ...akte, payments: akte.payments.map((p) => (p.id === back.id ? paid : p)) };
    const split = booksOf(before, asOf).payments.find((p) => p.payment.id === back.id);
    const parts = split && concerning(akte, split, scope);
    // What had been too much is nobody's debt again.
    return parts != null && minus(parts.payment.amount, parts.outer.overpaid) > 0;
  });

/**
 * Whether a matter is no part of what these claims are asked with: it stands apart, or it is over, with nothing of it
 * among them and no fee left.
 */
const isElsewhere = (owed: Owed, m: RunningMatter, only: ReadonlySet<ClaimId>, on: Day): boolean => {
  const isOver = owed.feeOpen(m, on) === ZERO && !owed.running.some((r) => r.of === m && only.has(r.claim.id));
  return isOver || owed.standsApart(m, only, on);
};

const claimStanding = (akte: Akte, owed: Owed, r: Running, asOf: Day): ClaimStanding => {
  const accrued = owed.accrued(r, asOf);
  const costs = owed.costsOpen(r, asOf);
  const interest = owed.interestOpen(r, asOf);
  const claim = akte.claims.find((c) => c.id === r.claim.id) ?? r.claim;
  return {
    claim,
    credits: creditsOf(akte, claim, asOf),
    owed: r.claim.principal,
    default: r.claim.principal > 0 ? defaultOn(r, asOf) : null,
    rule: r.rule,
    principal: r.principal,
    lumpSum: owed.lumpSum(r, asOf),
    flatFees: owed.flatFees(r, asOf),
    costs,
    interest,
    accrued,
    open: plus(r.principal, costs, interest),
  };
};

const matterStanding = (owed: Owed, m: RunningMatter, only: ReadonlySet<ClaimId> | null, asOf: Day): MatterStanding => {
  const apart = only ? owed.feeApart(m, only, asOf) : ZERO;
  return {
    matter: m.matter.id,
    fee: owed.fee(m, asOf),
    agreed: owed.agreed(m, asOf),
    apart,
    apartCharged: only ? owed.feeChargedApart(m, only, asOf) : ZERO,
    openFee: minus(owed.feeOpen(m, asOf), apart),
    isWaived: owed.isWaived(m, asOf),
    isInterestWaived: owed.isInterestWaived(m, asOf),
  };
};

/** What of the payments concerns a scope, and those that were taken back; no scope: all of them. */
const paymentsIn = (books: Books, asOf: Day, scope: Scope | null): Pick<Account, 'payments' | 'reversed'> => {
  if (!scope) return { payments: [...books.payments], reversed: books.reversed };
  const payments = books.payments.flatMap((p) => concerning(books.akte, p, scope) ?? []);
  return { payments, reversed: reversedIn(books, asOf, scope) };
};

/** What was paid too much, and what of it went back; more than had come: it is owed to us. */
const overpaymentOf = ({ refunds }: Akte, payments: readonly PaymentSplit[], asOf: Day) => {
  const refunded = sum(refunds.filter((r) => r.on <= asOf).map((r) => r.amount));
  const received = plus(...payments.map((p) => p.outer.overpaid));
  return {
    refunded,
    refundedTooMuch: most(ZERO, minus(refunded, received)),
    overpaid: most(ZERO, minus(received, refunded)),
  };
};

/** `only`: of these claims alone, and of what the fees of matters cost for them. */
const balanced = (books: Books, asOf: Day, only: ReadonlySet<ClaimId> | null = null): Account => {
  const { akte } = books;
  const { owed } = books.ledger;
  const kept = owed.running.filter((r) => !only || only.has(r.claim.id));
  const asked = owed.matters.filter((m) => !only || !isElsewhere(owed, m, only, asOf));
  const scope = only && { claims: only, matters: new Set(asked.map((m) => m.matter.id)) };
  const { payments, reversed } = paymentsIn(books, asOf, scope);
  const claims = kept.map((r) => claimStanding(akte, owed, r, asOf));
  const matters = asked.map((m) => matterStanding(owed, m, only, asOf));
  const overpayment = overpaymentOf(akte, payments, asOf);
  return {
    asOf,
    claims,
    matters,
    payments,
    reversed,
    waived: owed.waived(asOf, kept, asked),
    ...overpayment,
    total: plus(...claims.map((c) => c.open), ...matters.map((m) => m.openFee), overpayment.refundedTooMuch),
  };
};

/** An Akte never changes, and one decision asks for its account several times. */
let lastDerived: Readonly<{ akte: Akte; account: Account }> | null = null;

/**
 * Derives the account of an Akte as of any day from its facts. What is dated later does not count; a reversed payment
 * counts only before its reversal.
 */
export const accountOf = (akte: Akte, asOf: Day): Account => {
  if (lastDerived?.akte === akte && lastDerived.account.asOf === asOf) return lastDerived.account;
  const account = balanced(booksOf(akte, asOf), asOf);
  lastDerived = { akte, account };
  return account;
};

/**
 * The account as of a day without some claims, for what a message may ask: what joined later, or is not the debtor's to
 * know of yet, stands apart, with what was paid on it and what was charged for it.
 */
export const accountWithout = (akte: Akte, asOf: Day, apart: readonly ClaimId[]): Account => {
  if (apart.length === 0) return accountOf(akte, asOf);
  const rest = akte.claims.map((c) => c.id).filter((id) => !apart.includes(id));
  return balanced(booksOf(akte, asOf), asOf, new Set(rest));
};

/**
 * The account as it would run on after a day on which it stands as it is known (nothing in the Akte is later): `pay`
 * books what would come, in the order in which it would come; `on`: as of a day not before the last of it.
 */
export const accountRunningOn = (
  akte: Akte,
  from: Day,
): Readonly<{ pay(payment: Payment): void; on(asOf: Day): Account }> => {
  let books = booksOf(akte, from);
  const paid = books.payments.map((p) => p.payment);
  return {
    pay: (payment) => {
      paid.push(payment);
      // Those with which this one answers a demand are booked as of its day, too.
      if (answeredDemand(akte, paid, payment))
        books = booksOf({ ...akte, payments: [...books.reversed, ...paid] }, payment.valueDate);
      else books.payments.push(books.ledger.take(payment, paid));
    },
    on: (asOf) => balanced(books, asOf),
  };
};

/**
 * Before as much has come in as its principal, which is never waived, less what is not worth asking for, a claim is not
 * done on any day.
 */
export const mayBeOver = (akte: Akte, id: ClaimId): boolean => {
  const claim = akte.claims.find((c) => c.id === id);
  if (claim === undefined) return false;
  const came = sum(akte.payments.map((p) => p.amount));
  return came >= leftToCredit(akte, claim) - akte.terms.leastAmount;
};

/**
 * A claim is settled when nothing of it is open, and its matter's fee is paid or another claim of the matter still
 * carries it.
 */
export const isSettled = (account: Account, id: ClaimId): boolean => {
  const own = account.claims.find((c) => c.claim.id === id);
  if (!own || own.open > 0) return false;
  const fee = account.matters.find((m) => m.matter === own.claim.matter)?.openFee ?? ZERO;
  return fee === ZERO || account.claims.some((c) => c.claim.matter === own.claim.matter && c.open > 0);
};

/**
 * What is open of a matter is not worth a message, a call or the court (reading 16): more than nothing and less than
 * the mandate's least amount.
 */
export const isTrifle = ({ terms }: Pick<Akte, 'terms'>, account: Account, matter: MatterId): boolean => {
  const rest = plus(
    ...account.claims.filter((c) => c.claim.matter === matter).map((c) => c.open),
    account.matters.find((m) => m.matter === matter)?.openFee ?? ZERO,
  );
  return rest > 0 && rest < terms.leastAmount;
};

/** Nothing more is done for a claim: it is settled, or what is open of its matter is a trifle. */
export const isDone = (akte: Akte, account: Account, id: ClaimId): boolean => {
  const own = account.claims.find((c) => c.claim.id === id);
  return own !== undefined && (isSettled(account, id) || isTrifle(akte, account, own.claim.matter));
};
