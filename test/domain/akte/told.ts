/** Facts of one Akte with one claim, and the Akte after them. */

import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import { ClaimId, HandOverId, MatterId, MessageReference, ProviderId } from '../../../domain/ids.ts';
import type { ContactSource } from '../../../domain/akte/contact-data.ts';
import type { Fact, FactOf, MessageKey } from '../../../domain/akte/facts.ts';
import { cents } from '../../../domain/money.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, erika } from '../../support/akte.ts';

export const M1 = MatterId.parse('M1');
export const M2 = MatterId.parse('M2');
export const F1 = ClaimId.parse('F1');
export const F2 = ClaimId.parse('F2');
export const START = day('2026-03-02');
export const ON = day('2026-03-12');
export const OPENED: Fact = { kind: 'opened', debtor: erika, terms: TERMS };
export const handedOver = (matter: MatterId, ...claims: number[]): FactOf<'handedOver'> => ({
  kind: 'handedOver',
  handOver: HandOverId.parse('h'),
  on: START,
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
  reference: MessageReference.parse(reference),
  at: '2026-03-12T08:00:00Z',
  by: 'operator:task',
  demand: { total: cents(5), asOf: ON, payBy: ON, claims: EVERY_CLAIM, collectionFee: true },
});
export const sent = (message = key()): Fact => ({
  kind: 'sent',
  message,
  reference: MessageReference.parse('r'),
  on: ON,
  providerId: ProviderId.parse('p'),
  document: 'letters/r.pdf',
});
/** The Akte of somebody of whom other things are known than of Erika Beispiel. */
export const akteOf = (debtor: Debtor, ...facts: readonly Fact[]): Akte =>
  fold(AKTE, [[{ kind: 'opened', debtor, terms: TERMS }, handedOver(M1, 1)], facts]);
export const after = (...facts: readonly Fact[]): Akte => akteOf(erika, ...facts);
/** What somebody tells of the debtor, so many days after the hand-over. */
export const told = (source: ContactSource, what: Partial<Omit<FactOf<'contactChanged'>, 'kind'>>, days = 1): Fact => ({
  kind: 'contactChanged',
  on: plusDays(START, days),
  by: 'operator:x',
  source,
  ...what,
});
