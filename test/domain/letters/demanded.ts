/** What a level demands of an Akte on a day, with the facts of its letter. */

import type { Stage } from '../../../domain/procedure/states.ts';
import type { Akte, Message } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day } from '../../../domain/calendar.ts';
import { HandOverId, MatterId, MessageReference } from '../../../domain/ids.ts';
import { type Claim } from '../../../domain/akte/claim.ts';
import { demandOf } from '../../../domain/letters/demand.ts';
import { cents } from '../../../domain/money.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';
import { Procedure, type Level } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, erika, musterversand } from '../../support/akte.ts';
import { rheinbogen } from '../../support/notices.ts';

export const M1 = MatterId.parse('M1');
export const M2 = MatterId.parse('M2');
export const message = (
  on: string,
  stage: Stage,
  more: Partial<Omit<Message, 'state' | 'on'>> & { state?: 'sent' | 'refused' } = {},
): Message => ({
  key: { matter: M1, stage, channel: 'email' },
  reference: MessageReference.parse('r'),
  state: 'sent',
  reservedAt: '',
  on: day(on),
  document: null,
  demand: { total: cents(9_999_99), asOf: day(on), payBy: day(on), claims: EVERY_CLAIM, collectionFee: stage > 0 },
  ...more,
});
export const akte = (more: Partial<Akte> = {}, claims: Claim[] = [aClaim()], debtor: Debtor = erika): Akte => ({
  ...fold(AKTE, [
    [
      { kind: 'opened', debtor, terms: TERMS },
      {
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: day('2026-03-02'),
        matter: M1,
        procedure: { id: 'standard', version: 1 },
        claims,
      },
    ],
  ]),
  ...more,
});
export const demand = (
  of: Akte,
  stage: Stage,
  on: string,
  more: {
    channel?: 'email' | 'letter';
    level?: Partial<Level>;
    procedure?: Procedure;
    enclosures?: string[];
    matter?: number;
  } = {},
) => {
  const level = { ...STANDARD.levels[stage]!, ...more.level };
  return demandOf({
    akte: of,
    matter: of.matters[more.matter ?? 0]!,
    level,
    procedure: more.procedure ?? STANDARD,
    channel: more.channel ?? 'email',
    reference: MessageReference.parse(`${AKTE}-M1-${stage}-email`),
    today: day(on),
    agency: rheinbogen,
    creditor: musterversand,
    enclosures: more.enclosures ?? [],
  });
};
export const REMINDED = [message('2026-03-02', 0)];
