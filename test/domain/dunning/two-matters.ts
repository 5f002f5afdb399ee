/** An Akte with a claim that was handed over first, and one that came behind it in a matter of its own. */

import type { FactOf } from '../../../domain/akte/facts.ts';
import type { Claim } from '../../../domain/akte/claim.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { NO_CONTACTS } from '../../../domain/akte/person.ts';
import type { Day } from '../../../domain/calendar.ts';
import { runsOf, type Run } from '../../../domain/dunning/run.ts';
import { ClaimId, HandOverId, MessageReference, ProviderId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import type { WrittenChannel } from '../../../domain/procedure/channels.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import type { Stage } from '../../../domain/procedure/states.ts';
import { aClaim } from '../../support/akte.ts';
import { M1, M2, on } from './played.ts';

export { F1, M1, M2, akte, on, sent } from './played.ts';

const R = MessageReference.parse('r');
export const F2 = ClaimId.parse('F2');

/** F2, handed over on the second day. */
export const second = (claim: Partial<Claim>): FactOf<'handedOver'> => ({
  kind: 'handedOver',
  handOver: HandOverId.parse('h2'),
  on: on(1),
  matter: M2,
  procedure: { id: 'standard', version: 1 },
  claims: [aClaim(2, { matter: M2, ...claim })],
});
export const joined = (n: number): FactOf<'joined'> => ({ kind: 'joined', matter: M1, claims: [F2], on: on(n) });

/** A mail of a stage that has asked for claims. */
export const askedBy = (
  stage: Stage,
  n: number,
  claims: readonly ClaimId[],
  { occasion, payBy = on(n + 7), matter = M1 }: Partial<{ occasion: 'joined'; payBy: Day; matter: typeof M1 }> = {},
): readonly [FactOf<'reserved'>, FactOf<'sent'>] => {
  const message = { matter, stage, channel: 'email' as const, ...(occasion ? { occasion } : {}) };
  const demand = { total: cents(240_00), asOf: on(n), payBy, claims: [...claims], collectionFee: stage > 0 };
  return [
    { kind: 'reserved', message, reference: R, at: `${on(n)}T08:00:00Z`, by: 'operator:x', demand },
    { kind: 'sent', message, reference: R, on: on(n), providerId: ProviderId.parse('p'), document: null },
  ];
};
/** A notice of what has joined that could not be handed over. */
export const refusedNotice = (
  stage: Stage,
  channel: WrittenChannel,
  n: number,
): readonly [FactOf<'reserved'>, FactOf<'notSent'>] => {
  const message = { matter: M1, stage, channel, occasion: 'joined' as const };
  return [
    { kind: 'reserved', message, reference: R, at: `${on(n)}T08:00:00Z`, by: 'operator:x', demand: null },
    { kind: 'notSent', message, reference: R, on: on(n), why: 'refused', reason: 'x' },
  ];
};

/** A matter of an Akte in the standard procedure on the n-th day; by itself the first. */
export const runOf = (
  of: Akte,
  n: number,
  { matter = 0, hour = null }: Partial<{ matter: number; hour: number | null }> = {},
): Run => runsOf(of, STANDARD, { today: on(n), hour, elsewhere: NO_CONTACTS })(of.matters[matter]!);
