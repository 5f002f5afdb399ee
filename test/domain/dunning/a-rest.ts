import type { Stage } from '../../../domain/procedure/states.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day, plusDays, type Day } from '../../../domain/calendar.ts';
import { ClaimId, HandOverId, MatterId, MessageReference, ProviderId } from '../../../domain/ids.ts';
import type { Claim } from '../../../domain/akte/claim.ts';
import { nextStep } from '../../../domain/dunning/next-step.ts';
import type { Step } from '../../../domain/dunning/step.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import type { Channel } from '../../../domain/procedure/channels.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { AKTE, START, TERMS, aClaim, erika } from '../../support/akte.ts';

export const M1 = MatterId.parse('M1');

export const M2 = MatterId.parse('M2');

export const F1 = ClaimId.parse('F1');

export const on = (n: number): Day => plusDays(day(START), n);

export const sent = (stage: Stage, channel: Channel, n: number, matter = M1): Fact[] => {
  const message = { matter, stage, channel };
  return [
    {
      kind: 'reserved',
      message,
      reference: MessageReference.parse('r'),
      at: `${on(n)}T08:00:00Z`,
      by: 'operator:x',
      demand: null,
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

export const akte = (facts: readonly Fact[], claim: Claim = aClaim(), debtor = erika): Akte =>
  fold(AKTE, [
    [
      { kind: 'opened', debtor, terms: TERMS },
      {
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: day(START),
        matter: M1,
        procedure: { id: 'own', version: 1 },
        claims: [claim],
      },
      ...facts,
    ],
  ]);

export const step = (
  facts: readonly Fact[],
  n: number,
  procedure: Procedure = STANDARD,
  claim: Claim = aClaim(),
): Step => nextStep(akte(facts, claim), F1, { procedures: procedure, today: on(n) });
