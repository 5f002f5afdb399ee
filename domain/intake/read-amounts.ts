import { amountIn } from '../parse.ts';
import { ZERO, formatEuro, minus, plus, type Cents } from '../money.ts';
import type { ColumnName } from './columns.ts';
import type { SummedColumn } from './match-header.ts';
import { paidInMark } from './read-marks.ts';
import type { Reading } from './reading.ts';

/** Above this an amount is more likely a slip than a claim. */
const MOST = 10_000_000_00;

/** What is claimed, what of it had been paid before, and the creditor's own costs, in cents. */
export type Amounts = Readonly<{ principal: Cents; paid: Cents; ownCosts: Cents }>;

const PLUS = /(?<=\S)\s+\+\s+(?=\S)/;
const NOTHING = /^[-–—\s]*$/;
/**
 * What a column adds up to: `29,90 + 50,00`, as several columns of payments or costs are put together, or as a person
 * writes it.
 */
const sumIn = (r: Reading, column: SummedColumn): Cents | undefined => {
  const cell = r.cells[column];
  if (cell === undefined || !PLUS.test(cell)) return r.amount(column, cell);
  const parts = cell.split(PLUS).map((part) => (NOTHING.test(part) ? ZERO : amountIn(part)));
  const amounts = parts.filter((part) => typeof part !== 'string');
  const fault = parts.find((part) => typeof part === 'string');
  if (fault !== undefined) r.raise(fault, column);
  // A payment and its return, or a slip: added up, they would hide each other.
  const isMixed = amounts.some((amount) => amount < 0) && amounts.some((amount) => amount > 0);
  if (isMixed) r.raise(column === 'ownCosts' ? 'own-costs.negative' : 'paid.negative', column);
  return fault !== undefined || isMixed ? undefined : plus(...amounts);
};
const costsOf = (r: Reading): Cents => {
  const costs = sumIn(r, 'ownCosts') ?? ZERO;
  if (costs >= 0 && costs <= MOST) return costs;
  r.raise(costs < 0 ? 'own-costs.negative' : 'own-costs.too-large', 'ownCosts');
  return ZERO;
};

/**
 * Three notions of a list: the whole invoice, what was paid of it, what is still open. The columns are those that said
 * it.
 */
type Stated = Readonly<{
  whole: Cents | undefined;
  wholeColumn: ColumnName;
  open: Cents | undefined;
  openColumn: ColumnName;
}>;

const isBlank = (cell: string | undefined): boolean => cell === undefined || cell.trim() === '';
/** The column that is required, unless another one says how much. */
const statedAmount = (r: Reading): Cents | undefined =>
  isBlank(r.cells.amount) && !(isBlank(r.cells.total) && isBlank(r.cells.open))
    ? undefined
    : r.amount('amount', r.cells.amount);

const euroOr = (amount: Cents | undefined): string => (amount === undefined ? 'keine Angabe' : formatEuro(amount));
/** Refuses the row with all three amounts, because nobody knows which is wrong. */
const contradiction = (
  r: Reading,
  column: ColumnName,
  { whole, paid, open }: Readonly<Record<'whole' | 'paid' | 'open', Cents | undefined>>,
): undefined => {
  r.raise('amount.contradiction', column, { Betrag: euroOr(whole), Gezahlt: euroOr(paid), Offen: euroOr(open) });
  return undefined;
};

/**
 * `Hauptforderung` is the whole claim, of which payments are deducted. Beside a column for the whole invoice it may say
 * either: where the two differ by the creditor's own costs, the whole holds them and is not owed as such; where they
 * differ otherwise, it is what is open.
 */
const statedOf = (r: Reading, ownCosts: Cents): Stated => {
  const amount = statedAmount(r);
  const total = r.amount('total', r.cells.total);
  const open = r.amount('open', r.cells.open);
  if (total === undefined) return { whole: amount, wholeColumn: 'amount', open, openColumn: 'open' };
  const isSure = amount === undefined || amount === total || (amount === open && minus(total, amount) !== ownCosts);
  if (isSure) return { whole: total, wholeColumn: 'total', open, openColumn: 'open' };
  if (minus(total, amount) === ownCosts)
    return { whole: amount, wholeColumn: 'amount', open: open === total ? amount : open, openColumn: 'open' };
  if (open === undefined) return { whole: total, wholeColumn: 'total', open: amount, openColumn: 'amount' };
  return {
    whole: contradiction(r, 'open', { whole: total, paid: undefined, open }),
    wholeColumn: 'total',
    open: undefined,
    openColumn: 'open',
  };
};

/**
 * A payment may be written with a minus, as it stands in the ledger: that what is open fits to it tells that it is
 * meant so.
 */
const paymentIn = (r: Reading, column: 'paid' | 'credited', { whole, open }: Stated): Cents | undefined => {
  const paid = sumIn(r, column);
  if (paid === undefined || paid >= 0) return paid;
  if (whole !== undefined && open !== undefined && open < whole && plus(whole, paid) <= open) return minus(ZERO, paid);
  r.raise('paid.negative', column);
  return undefined;
};
/** What was paid and credited before the hand-over; undefined where the row says nothing about it. */
const paymentsOf = (r: Reading, stated: Stated): Cents | undefined => {
  const named = paymentIn(r, 'paid', stated);
  const marked = paidInMark(r);
  if (named !== undefined && marked !== undefined && named !== marked)
    r.raise('paid.twice', 'paid', { Betrag: formatEuro(marked) });
  const paid = named ?? marked;
  const credited = paymentIn(r, 'credited', stated);
  return paid === undefined && credited === undefined ? undefined : plus(paid ?? ZERO, credited ?? ZERO);
};

/** What is open of the invoice, where everything that is said about it fits together. */
const openOf = (r: Reading, { whole, open, openColumn }: Stated, paid: Cents | undefined): Cents | undefined => {
  if (open === undefined) return whole === undefined ? undefined : minus(whole, paid ?? ZERO);
  if (whole === undefined) return open;
  const fits = paid === undefined ? open <= whole : minus(whole, paid) === open;
  return fits ? open : contradiction(r, openColumn, { whole, paid, open });
};

const refuseNothing = (r: Reading, { whole, wholeColumn, open, openColumn }: Stated, principal: Cents): void => {
  if (whole !== undefined && whole <= 0) r.raise('amount.not-positive', wholeColumn);
  else if (open !== undefined && open < 0) r.raise('amount.not-positive', openColumn);
  else if (principal <= 0) r.raise('amount.nothing-open', open === undefined ? 'paid' : openColumn);
  if (principal > MOST || (whole ?? ZERO) > MOST)
    r.raise('amount.too-large', whole === undefined ? openColumn : wholeColumn);
};

/**
 * A difference is a payment only where a column says what is open: `Hauptforderung` below the whole may leave out costs
 * as well.
 */
const paidByRest = ({ whole, openColumn }: Stated, principal: Cents): Cents =>
  whole === undefined || openColumn === 'amount' ? ZERO : minus(whole, principal);

/**
 * What is still open. An unreadable part payment refuses the row: leaving it out would demand money that was paid; and
 * so do amounts that contradict each other, because nobody knows which of them is right.
 */
export const amountsOf = (r: Reading): Amounts | undefined => {
  const ownCosts = costsOf(r);
  const stated = statedOf(r, ownCosts);
  const paid = paymentsOf(r, stated);
  const principal = openOf(r, stated, paid);
  if (principal === undefined) return undefined;
  refuseNothing(r, stated, principal);
  return { principal, ownCosts, paid: paid ?? paidByRest(stated, principal) };
};
