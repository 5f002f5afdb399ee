/** Facts of one Akte with one claim, and the Akte after them. */

import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, MatterId } from '../../../domain/ids.ts';
import type { Fact, MessageKey } from '../../../domain/akte/facts.ts';
import { cents } from '../../../domain/money.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, erika } from '../../support/akte.ts';

export const M1 = MatterId.parse('M1');
export const M2 = MatterId.parse('M2');
export const F1 = ClaimId.parse('F1');
export const F2 = ClaimId.parse('F2');
export const ON = day('2026-03-12');
export const OPENED: Fact = { kind: 'opened', debtor: erika, terms: TERMS };
export const handedOver = (matter: MatterId, ...claims: number[]): Fact => ({
  kind: 'handedOver',
  handOver: 'h',
  on: day('2026-03-02'),
  matter,
  procedure: { id: 'standard', version: 1 },
  claims: claims.map((n) => aClaim(n)),
});
export const key = (more: Partial<MessageKey> = {}): MessageKey => ({
  matter: M1,
  stage: 1,
  channel: 'email',
  ...more,
});
export const reserved = (message = key(), reference = 'r'): Fact => ({
  kind: 'reserved',
  message,
  reference,
  at: '2026-03-12T08:00:00Z',
  by: 'operator:task',
  demand: { total: cents(5), asOf: ON, payBy: ON, claims: EVERY_CLAIM, collectionFee: true },
});
export const sent = (message = key()): Fact => ({
  kind: 'sent',
  message,
  reference: 'r',
  on: ON,
  providerId: 'p',
  document: 'letters/r.pdf',
});
export const after = (...facts: Fact[]): Akte => fold(AKTE, [[OPENED, handedOver(M1, 1)], facts]);
