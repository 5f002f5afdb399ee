/** An Akte of messages and payments written down as they are, and what its account says on a day. */

import type { Stage } from '../../../domain/procedure/states.ts';
import { accountOf, type Account } from '../../../domain/account/account.ts';
import type { Akte, Message, Payment } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, HandOverId, MatterId, MessageReference, PaymentId } from '../../../domain/ids.ts';
import { type Claim } from '../../../domain/akte/claim.ts';
import type { Channel } from '../../../domain/procedure/channels.ts';
import { cents } from '../../../domain/money.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, erika } from '../../support/akte.ts';

export const M1 = MatterId.parse('M1');
export const M2 = MatterId.parse('M2');
export const F1 = ClaimId.parse('F1');
export const F2 = ClaimId.parse('F2');
export const business = { ...erika, kind: 'business' as const };
type Ask = Readonly<{
  channel?: Channel;
  matter?: MatterId;
  fee?: boolean;
  total?: number;
  payBy?: string;
  state?: Exclude<Message['state'], 'open'>;
  rate?: number;
  flat?: ClaimId;
  claims?: readonly ClaimId[];
}>;
export const ask = (
  on: string,
  stage: Stage,
  {
    channel = 'email',
    matter = M1,
    fee = stage > 0,
    total = 9_999_99,
    payBy = on,
    state = 'sent',
    rate,
    flat,
    claims = EVERY_CLAIM,
  }: Ask = {},
): Message => ({
  key: { matter, stage, channel },
  reference: MessageReference.parse('r'),
  state,
  reservedAt: '',
  on: day(on),
  document: null,
  demand: {
    total: cents(total),
    asOf: day(on),
    payBy: day(payBy),
    claims: [...claims],
    collectionFee: fee,
    ...(rate ? { feeRate: rate } : {}),
    ...(flat ? { flatFee: { amount: cents(2_50), basis: 'contract' as const, claim: flat } } : {}),
  },
});
export const REMINDED = ask('2026-03-02', 0);
export const DUNNED = ask('2026-03-12', 1);
export const akte = (
  messages: Message[],
  payments: Payment[] = [],
  claims: Claim[] = [aClaim()],
  more: Partial<Akte> = {},
): Akte => {
  const handedOver = [...new Set(claims.map((c) => c.matter))].map((matter) => ({
    kind: 'handedOver' as const,
    handOver: HandOverId.parse('h'),
    on: day('2026-03-02'),
    matter,
    procedure: { id: 'standard', version: 1 },
    claims: claims.filter((c) => c.matter === matter),
  }));
  return {
    ...fold(AKTE, [[{ kind: 'opened', debtor: erika, terms: TERMS }, ...handedOver]]),
    messages,
    payments,
    ...more,
  };
};
export const paid = (id: string, amount: number, on: string, claim?: ClaimId): Payment => ({
  id: PaymentId.parse(id),
  amount: cents(amount),
  valueDate: day(on),
  bookedOn: day(on),
  via: 'agency',
  source: '',
  ...(claim ? { claim } : {}),
});
export const at = (of: Akte, on: string): Account => accountOf(of, day(on));
export const feeOf = (of: Akte, on: string, matter = M1) => at(of, on).matters.find((m) => m.matter === matter);
