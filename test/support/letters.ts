import type { Stage } from '../../domain/procedure/states.ts';
import type { Akte, Message } from '../../domain/akte/akte.ts';
import { fold } from '../../domain/akte/fold.ts';
import { day } from '../../domain/calendar.ts';
import { HandOverId, MatterId, MessageReference, PaymentId } from '../../domain/ids.ts';
import { type Claim } from '../../domain/akte/claim.ts';
import type { Terms } from '../../domain/akte/terms.ts';
import { composeNotice } from '../../domain/letters/compose.ts';
import { demandOf } from '../../domain/letters/demand.ts';
import { cents } from '../../domain/money.ts';
import type { Notice } from '../../domain/letters/notice.ts';
import type { Debtor } from '../../domain/parties/parties.ts';
import type { Level, Procedure } from '../../domain/procedure/procedure.ts';
import { STANDARD } from '../../domain/procedure/shipped-procedures.ts';
import { AKTE, TERMS, aClaim, erika, musterversand } from './akte.ts';
import { rheinbogen } from './notices.ts';

const M1 = MatterId.parse('M1');

/** An Akte of one matter, handed over on 2 March 2026. */
export const anAkte = (
  of: Readonly<{ claims?: readonly Claim[]; debtor?: Debtor; terms?: Partial<Terms> }> = {},
  more: Partial<Akte> = {},
): Akte => ({
  ...fold(AKTE, [
    [
      { kind: 'opened', debtor: of.debtor ?? erika, terms: { ...TERMS, ...of.terms } },
      {
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: day('2026-03-02'),
        matter: M1,
        procedure: { id: 'standard', version: 1 },
        claims: [...(of.claims ?? [aClaim()])],
      },
    ],
  ]),
  ...more,
});

/** Money that came on a day. */
export const aPayment = (
  id: string,
  amount: number,
  on: string,
  more: Partial<Akte['payments'][number]> = {},
): Akte['payments'][number] => ({
  id: PaymentId.parse(id),
  amount: cents(amount),
  valueDate: day(on),
  bookedOn: day(on),
  via: 'agency',
  source: 'test',
  ...more,
});

type Way = Readonly<{ channel?: 'email' | 'letter'; level?: Partial<Level>; procedure?: Procedure }>;

/** What a stage would say and ask on a day. */
export const askedOn = (of: Akte, stage: Stage, on: string, way: Way = {}): ReturnType<typeof demandOf> => {
  const procedure = way.procedure ?? STANDARD;
  const [matter] = of.matters;
  const level = procedure.levels.find((l) => l.stage === stage);
  if (!matter || !level) throw new Error(`no matter or no stage ${stage}`);
  return demandOf({
    akte: of,
    matter,
    level: { ...level, ...way.level },
    procedure,
    channel: way.channel ?? 'email',
    reference: MessageReference.parse(`${AKTE}-M1-${stage}-${way.channel ?? 'email'}`),
    today: day(on),
    agency: rheinbogen,
    creditor: musterversand,
    enclosures: [],
  });
};

/** The Akte after a stage's message has gone out on a day, with what it asked. */
export const afterSending = (of: Akte, stage: Stage, on: string, way: Way = {}): Akte => {
  const message: Message = {
    key: { matter: M1, stage, channel: way.channel ?? 'email' },
    reference: MessageReference.parse(`${AKTE}-M1-${stage}-${way.channel ?? 'email'}`),
    state: 'sent',
    reservedAt: '',
    on: day(on),
    document: null,
    demand: askedOn(of, stage, on, way).demand,
  };
  return { ...of, messages: [...of.messages, message] };
};

/** The letter a stage would send on a day. */
export const letterOn = (of: Akte, stage: Stage, on: string, way: Way = {}): Notice =>
  composeNotice(askedOn(of, stage, on, way).facts);

/** What the legal pages of a letter explain. */
export const headings = ({ information }: Notice): string[] => information.map((s) => s.heading);

/** All words of a notice as people read them: the no-break spaces are blanks here. */
export const wordsOf = (notice: Notice): string =>
  [
    notice.subject,
    ...notice.opening,
    ...notice.positions.flatMap((p) => [p.label, p.why]),
    ...notice.closing,
    ...notice.information.flatMap((s) => [s.heading, ...s.paragraphs]),
  ]
    .join('\n')
    .replaceAll('\u00a0', ' ');

/** One part of the legal pages, as people read it. */
export const partOf = (notice: Notice, heading: string): string =>
  (notice.information.find((s) => s.heading === heading)?.paragraphs ?? []).join('\n').replaceAll('\u00a0', ' ');
