/** A line of a bank statement of 45 euro, and Akten in which some of it is booked. */

import { BankLineId, bookingIdOf, type BankEntry, type BankLine, type Share } from '../../../domain/account/bank.ts';
import type { LineWish } from '../../../domain/account/line-wish.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import type { Fact, FactOf } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { AkteId, ClaimId, PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { AKTE, aClaim, after, erika, opened } from '../../support/akte.ts';

export const F1 = ClaimId.parse('F1');
export const F2 = ClaimId.parse('F2');
export const OTHER = AkteId.parse('MUS-7B9C-3DEF');
export const NAME = BankLineId.parse('0b1c2d3e4f5a6b7c8d9e0f1a.2b3c4d5e');
/** What its n-th booking in an Akte is called. */
export const booking = (n = 1): PaymentId => bookingIdOf(NAME, n);

export const entry = (more: Partial<BankEntry> = {}): BankEntry => ({
  id: NAME,
  account: 'DE02120300000000202051',
  bookedOn: after(0),
  valueDate: after(0),
  amount: cents(45_00),
  remittance: 'Danke',
  reversal: false,
  ...more,
});
export const share = (amount: number, { akte = AKTE, n = 1 } = {}): Share => ({
  akte,
  payment: booking(n),
  amount: cents(amount),
});
export const line = (...shares: Share[]): BankLine => ({ entry: entry(), shares, version: 3 });

export const paid = (amount: number, n = 1, more: Partial<FactOf<'paid'>> = {}): Fact => ({
  kind: 'paid',
  id: booking(n),
  amount: cents(amount),
  valueDate: after(0),
  bookedOn: after(0),
  via: 'agency',
  source: 'x',
  ...more,
});
export const reversed = (n = 1): Fact => ({
  kind: 'reversed',
  payment: booking(n),
  on: after(1),
  by: 'operator:x',
  reason: 'y',
});
export const akteWith = (...facts: Fact[]): Akte => fold(AKTE, [[...opened(erika, aClaim(1), aClaim(2)), ...facts]]);
export const otherWith = (...facts: Fact[]): Akte => fold(OTHER, [[...opened(erika, aClaim(1)), ...facts]]);

export const wish = (more: Partial<LineWish> = {}): LineWish => ({
  line: NAME,
  amount: cents(45_00),
  valueDate: after(0),
  part: false,
  ...more,
});
/** A part of the line. */
export const part = (amount: number, more: Partial<LineWish> = {}): LineWish =>
  wish({ part: true, amount: cents(amount), ...more });
