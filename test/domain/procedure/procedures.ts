/** A claim under the standard procedure, and the procedure changed in one thing. */

import type { Stage } from '../../../domain/procedure/states.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day, plusDays, type Day } from '../../../domain/calendar.ts';
import { ClaimId, HandOverId, MatterId, MessageReference, ProviderId } from '../../../domain/ids.ts';
import { type Claim } from '../../../domain/akte/claim.ts';
import type { Fact, FactOf } from '../../../domain/akte/facts.ts';
import type { Channel } from '../../../domain/procedure/channels.ts';
import { cents } from '../../../domain/money.ts';
import { Procedure, type Level } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { AKTE, EVERY_CLAIM, START, TERMS, aClaim, erika } from '../../support/akte.ts';

export const M1 = MatterId.parse('M1');
export const F1 = ClaimId.parse('F1');
export const on = (n: number): Day => plusDays(day(START), n);
const opened = (...claims: Claim[]): Fact[] => [
  { kind: 'opened', debtor: erika, terms: TERMS },
  {
    kind: 'handedOver',
    handOver: HandOverId.parse('h'),
    on: day(START),
    matter: M1,
    procedure: { id: 'standard', version: 1 },
    claims,
  },
];
type Asked = Readonly<{ matter?: MatterId; demand?: Partial<NonNullable<FactOf<'reserved'>['demand']>> | null }>;
export const sent = (stage: Stage, channel: Channel, n: number, { matter = M1, demand = null }: Asked = {}): Fact[] => {
  const message = { matter, stage, channel };
  const whole = demand && {
    total: cents(1),
    asOf: on(n),
    payBy: on(n + 5),
    claims: EVERY_CLAIM,
    collectionFee: false,
    ...demand,
  };
  return [
    {
      kind: 'reserved',
      message,
      reference: MessageReference.parse('r'),
      at: `${on(n)}T08:00:00Z`,
      by: 'operator:x',
      demand: whole,
    },
    {
      kind: 'sent',
      message,
      reference: MessageReference.parse('r'),
      on: on(n),
      providerId: ProviderId.parse('p'),
      document: null,
    },
  ];
};
export const akte = (claims: Claim[] = [aClaim()], ...facts: Fact[]): Akte =>
  fold(AKTE, [[...opened(...claims), ...facts]]);
export const procedure = (more: object = {}): Procedure => Procedure.parse({ ...STANDARD, id: 'own', ...more });
export const level = (n: number, more: Partial<Level> = {}): Procedure =>
  procedure({ levels: STANDARD.levels.map((l) => (l.stage === n ? { ...l, ...more } : l)) });
