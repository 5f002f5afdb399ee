import * as z from 'zod';

/** An amount in whole euro cents. May be negative where a balance may (an overpayment is a negative balance). */
export const Cents = z.int().brand<'Cents'>();
export type Cents = z.infer<typeof Cents>;

// Casts to Cents stand only where whole cents are made of whole cents: an account does it tens of thousands of times,
// and would parse each sum again.
export const ZERO = 0 as Cents;

/** Whole cents from a number that is known to be one; refuses fractions and NaN. */
export const cents = (value: number): Cents => Cents.parse(value);

/** What one SEPA transfer carries at most (EPC069-12, EPC125-05): 999.999.999,99 €. */
export const MOST_OF_A_TRANSFER = cents(99_999_999_999);

export const sum = (amounts: readonly Cents[]): Cents => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total as Cents;
};
export const plus = (...amounts: Cents[]): Cents => sum(amounts);
export const minus = (a: Cents, b: Cents): Cents => (a - b) as Cents;
/** The same amount the other way: what is deducted, or goes out. */
export const negative = (amount: Cents): Cents => minus(ZERO, amount);
export const least = (a: Cents, b: Cents): Cents => Math.min(a, b) as Cents;
export const most = (a: Cents, b: Cents): Cents => Math.max(a, b) as Cents;

/**
 * numerator / denominator (above zero), half away from zero (§ 2(2) RVG: half a cent counts up). BigInt: cents × rate ×
 * days outgrows a double.
 */
export const roundHalfUp = (numerator: bigint, denominator: bigint): Cents =>
  Number((2n * numerator + (numerator < 0n ? -denominator : denominator)) / (2n * denominator)) as Cents;

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '.');

/**
 * What stands before a negative amount that people read: as wide as a plus, and no hyphen at which a line could break.
 */
export const MINUS = '\u2212';
/** 123456 → `1.234,56`, a negative amount with a true minus */
export const formatDecimal = (amount: number): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? MINUS : ''}${grouped(digits.slice(0, -2))},${digits.slice(-2)}`;
};
/** 123456 → `1.234,56 €`, with a no-break space. */
export const formatEuro = (amount: Cents): string => `${formatDecimal(amount)}\u00a0€`;
/** -88 hundredths of a percent → `−0,88 %`, with a true minus and a no-break space. */
export const formatPercent = (hundredths: number): string => `${formatDecimal(hundredths)}\u00a0%`;
/** A whole share as it is agreed, for people: 19 → `19 %`, 12.5 → `12,5 %`, with a no-break space. */
export const formatShare = (percent: number): string => `${String(percent).replace('.', ',')}\u00a0%`;
/**
 * Hundredths of a full fee, or of a percentage point, with one decimal at least: 90 → `0,9`, 130 → `1,3`, 200 → `2,0`.
 */
export const formatFactor = (hundredths: number): string =>
  (hundredths / 100).toFixed(2).replace(/0$/, '').replace('.', ',');
/** Hundredths as Germans write them, no more decimals than needed: 90 → `0,9`, 125 → `1,25`, 200 → `2`. */
export const formatHundredths = (hundredths: number): string => String(hundredths / 100).replace('.', ',');
/** Hundredths of a cent, whole: what an amount is shown in that is rounded only later, in a sum. */
export const Fine = z.int().brand<'Fine'>();
export type Fine = z.infer<typeof Fine>;
/** 420 → `0,0420 €`, with a no-break space. Not for negative amounts. */
export const formatFine = (amount: Fine): string => {
  const digits = String(amount).padStart(5, '0');
  return `${grouped(digits.slice(0, -4))},${digits.slice(-4)}\u00a0€`;
};
/** 420 → `0.0420` */
export const toFineString = (amount: Fine): string => {
  const digits = String(amount).padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
};
/** 123456 → `1234.56`, the form of APIs, banks and tests. */
export const toDecimalString = (amount: Cents): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
