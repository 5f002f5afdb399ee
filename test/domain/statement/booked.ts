/** An Akte whose money is booked, with demands that went out long before. */

import type { Stage } from '../../../domain/procedure/states.ts';
import type { Akte, Message, Payment } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day } from '../../../domain/calendar.ts';
import { HandOverId, MatterId, MessageReference, PaymentId } from '../../../domain/ids.ts';
import { type Claim } from '../../../domain/akte/claim.ts';
import { cents } from '../../../domain/money.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, erika } from '../../support/akte.ts';

const M1 = MatterId.parse('M1');
export const START = day('2024-03-01');
export const demand = (on: string, fee: boolean, stage: Stage): Message => ({
  key: { matter: M1, stage, channel: 'letter' },
  reference: MessageReference.parse('r'),
  state: 'sent',
  reservedAt: '',
  on: day(on),
  document: null,
  demand: { total: cents(99_999_999), asOf: day(on), payBy: day(on), claims: EVERY_CLAIM, collectionFee: fee },
});
export const akteWith = (claims: Claim[], more: Partial<Akte> = {}): Akte => ({
  ...fold(AKTE, [
    [
      { kind: 'opened', debtor: erika, terms: TERMS },
      {
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: START,
        matter: M1,
        procedure: { id: 'standard', version: 1 },
        claims,
      },
    ],
  ]),
  messages: [demand('2024-03-04', false, 0), demand('2024-03-20', true, 1)],
  ...more,
});
export const business = { ...erika, kind: 'business' as const };
export const paid = (id: string, amount: number, on: string, more: Partial<Payment> = {}): Payment => ({
  id: PaymentId.parse(id),
  amount: cents(amount),
  valueDate: day(on),
  bookedOn: day(on),
  via: 'agency',
  source: '',
  ...more,
});
export const claim = (n: number, principal: number, more: Partial<Claim> = {}): Claim =>
  aClaim(n, {
    principal: cents(principal),
    invoiceDate: day('2024-01-10'),
    dueOn: day('2024-01-24'),
    contractDate: day('2024-01-10'),
    ...more,
  });
