import type { Demand } from '../../domain/akte/demand.ts';
import type { Stage } from '../../domain/procedure/states.ts';
import { day, plusDays, type Day } from '../../domain/calendar.ts';
import { HandOverId, MessageReference, ProviderId, type MatterId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import type { Claim } from '../../domain/akte/claim.ts';
import type { Cents } from '../../domain/money.ts';
import type { Debtor } from '../../domain/parties/parties.ts';
import { EVERY_CLAIM, MATTER, TERMS } from '../../simulator/agency/people.ts';

/** The Monday on which the tests' stories begin. */
export const START = '2026-03-02';
/** So many days after it. */
export const after = (n: number): Day => plusDays(day(START), n);
export { AKTE, EVERY_CLAIM, MATTER, TERMS, aClaim, erika, musterversand } from '../../simulator/agency/people.ts';

/** A debtor's first hand-over, on the first day of the story; all of its claims in one matter. */
export const opened = (debtor: Debtor, ...claims: Claim[]): Fact[] => [
  { kind: 'opened', debtor, terms: TERMS },
  {
    kind: 'handedOver',
    handOver: HandOverId.parse('h'),
    on: day(START),
    matter: MATTER,
    procedure: { id: 'standard', version: 1 },
    claims,
  },
];

/** A stage's e-mail that demands something and went out on its day. */
export const demandedBy = (on: string, key: Readonly<{ matter: MatterId; stage: Stage }>, demand: Demand): Fact[] => {
  const message = { ...key, channel: 'email' as const };
  const reference = MessageReference.parse(`r${key.stage}`);
  return [
    { kind: 'reserved', message, reference, at: `${on}T08:00:00Z`, by: 'operator:x', demand },
    { kind: 'sent', message, reference, on: day(on), providerId: ProviderId.parse('p'), document: null },
  ];
};

/** The reminder and the first Mahnung, ten days apart, each sent by e-mail; only the Mahnung asks for the fee. */
export const demandedTwice = (matter: MatterId, total: Cents): readonly Fact[] =>
  ([0, 1] as const).flatMap((stage): Fact[] => {
    const on = stage === 0 ? START : '2026-03-12';
    const asked = { asOf: day(on), payBy: day(on), claims: EVERY_CLAIM };
    return demandedBy(on, { matter, stage }, { total, ...asked, collectionFee: stage > 0 });
  });
