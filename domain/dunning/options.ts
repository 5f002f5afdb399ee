import { accountOf } from '../account/account.ts';
import { leftToCredit } from '../account/credits.ts';
import { decideCredit } from '../account/decide-credit.ts';
import { instalmentOffer } from '../account/decide-instalments.ts';
import { decidePayment } from '../account/decide-payment.ts';
import { decideRefund } from '../account/decide-refund.ts';
import { decideReversal } from '../account/decide-reversal.ts';
import type { Actor } from '../actor.ts';
import type { Akte } from '../akte/akte.ts';
import { decideAnswer } from '../akte/decide-answer.ts';
import { decideQueryAnswer } from '../akte/decide-query-answer.ts';
import { decideSteering, type Stages } from '../akte/decide-steering.ts';
import type { Action, Steering } from '../akte/steering.ts';
import { formatDay, plusDays } from '../calendar.ts';
import { PaymentId, RefundId, type ClaimId, type MatterId } from '../ids.ts';
import { keysOf } from '../keys-of.ts';
import { ZERO, cents, formatEuro } from '../money.ts';
import { stageName, type Stage } from '../procedure/states.ts';
import { callTasksAt, decideTaking, type CallMoment } from './decide-call.ts';
import { DEEDS, type Deed } from './deeds.ts';
import { OPEN, ifAny, withOneOf, type Attempt, type Looked } from './looked.ts';

/** Something that can be done with an Akte, what comes of it, and whether it may be done now. */
export type Option = Looked & Readonly<{ deed: Deed; effect: string }>;
/** Who asks, of which Akte, and when. */
export type Asking = Readonly<{ akte: Akte; by: Actor; at: CallMoment }>;
/** The same, with the Mahnstufen of each matter's procedure. */
type Seen = Asking & Readonly<{ stages: Stages }>;
type Look = (seen: Seen) => Looked;

/** What is only tried is written nowhere. */
const SAMPLE = 'Beispiel';
const WHY = { reason: SAMPLE } as const;
const A_CENT = cents(1);

const stagesOf = ({ akte, at }: Asking): Stages =>
  new Map(akte.matters.map((matter) => [matter.id, at.procedures(matter).levels.map(({ stage }) => stage)]));

const steered =
  ({ akte, by, at, stages }: Seen, steering: Steering): Attempt =>
  () =>
    decideSteering({ steering, by, stages }, akte, at.today);

/** An action that may be meant in several ways; `nothing`: why nothing would follow. */
const steer =
  (nothing: string, meant: (seen: Seen) => readonly Steering[]): Look =>
  (seen) =>
    ifAny(
      meant(seen).map((steering) => steered(seen, steering)),
      nothing,
    );

const stageIn = (stage: Stage, matter: MatterId): string => `${stageName(stage)}, Angelegenheit ${matter}`;

const skip: Look = (seen) => {
  const all = [...seen.stages]
    .flatMap(([matter, stages]) => stages.map((stage) => ({ matter, stage })))
    .map(({ matter, stage }) => ({
      choice: { names: { matter, stage }, words: stageIn(stage, matter), upTo: null },
      attempt: steered(seen, { action: 'skip', ...WHY, stage, matter }),
    }));
  return withOneOf(all, 'Es gibt keine Mahnstufe mehr, die noch nicht begonnen hat.');
};

const STEERED: { readonly [A in Action]: Look } = {
  pause: steer('Die Akte ruht schon.', ({ at }) => [
    { action: 'pause', ...WHY },
    { action: 'pause', ...WHY, until: plusDays(at.today, 1) },
  ]),
  resume: steer('Die Akte ist nicht pausiert.', () => [{ action: 'resume', ...WHY }]),
  close: steer('Die Akte ist schon geschlossen.', () => [{ action: 'close', ...WHY }]),
  reopen: steer('Die Akte ist offen.', () => [{ action: 'reopen', ...WHY }]),
  waive: steer('Kosten und Zinsen sind schon erlassen.', () => [
    { action: 'waive', ...WHY },
    { action: 'waive', ...WHY, interest: true },
  ]),
  skip,
  trace: steer('Nach der Anschrift wird schon gesucht.', () => [{ action: 'trace', ...WHY }]),
  untraceable: steer('Nach der Anschrift wird nicht gesucht.', () => [{ action: 'untraceable', ...WHY }]),
  clarify: steer('Nichts ist unklar.', ({ akte }) => [
    { action: 'clarify', ...WHY },
    { action: 'clarify', ...WHY, sent: false },
    ...akte.messages.map((m) => ({ action: 'clarify', ...WHY, sent: false, message: m.reference }) as const),
  ]),
};

const answer: Look = ({ akte, by, at }) =>
  ifAny(
    [() => decideAnswer({ answer: { kind: 'proof', note: SAMPLE }, by }, akte, at.today)],
    'Dieselbe Antwort steht schon in der Akte.',
  );

const answerQuery: Look = ({ akte, by, at }) => {
  const open = akte.queries.filter((query) => query.answer === null);
  const said = { answer: SAMPLE, subject: SAMPLE, contractDate: akte.claims[0]?.invoiceDate };
  const all = open.map((query) => ({
    choice: { names: { query: query.id }, words: query.question, upTo: null },
    attempt: () => decideQueryAnswer({ query: query.id, by, ...said }, akte, at.today),
  }));
  return withOneOf(all, 'Es ist keine Frage offen.');
};

const agree: Look = ({ akte, by, at }) => {
  const { total } = accountOf(akte, at.today);
  const wish = { rate: total === ZERO ? A_CENT : total, first: plusDays(at.today, 1), withFee: false };
  const attempt: Attempt = () => {
    const { plan } = instalmentOffer(wish, akte, at.today);
    return [{ kind: 'planAgreed', plan, by }];
  };
  return ifAny([attempt], '');
};

const call: Look = ({ akte, by, at }) => {
  const all = callTasksAt(akte, at).map(({ matter, stage }) => ({
    choice: { names: { matter, stage }, words: stageIn(stage, matter), upTo: null },
    attempt: (): ReturnType<Attempt> => decideTaking({ matter, stage, by }, akte, at),
  }));
  return withOneOf(all, 'Heute steht kein Anruf an.');
};

/** `named`: how a call names the claim that the money is for. */
const paid =
  (via: 'agency' | 'creditor', named: (akte: Akte, claim: ClaimId) => string): Look =>
  ({ akte, at }) => {
    const money = { id: PaymentId.parse(SAMPLE), amount: A_CENT, valueDate: at.today, via, source: SAMPLE };
    const all = akte.claims.map((claim) => ({
      choice: { names: { claim: named(akte, claim.id) }, words: `Rechnung ${claim.invoiceNumber}`, upTo: null },
      attempt: () => decidePayment({ ...money, claim: claim.id }, akte, at.today),
    }));
    return withOneOf(all, 'Die Akte hat keine Forderung.');
  };

const reverse: Look = ({ akte, by, at }) => {
  const all = akte.payments.map(({ id, amount, valueDate }) => ({
    choice: { names: { payment: id }, words: `${formatEuro(amount)} vom ${formatDay(valueDate)}`, upTo: null },
    attempt: () => decideReversal({ payment: id, by, ...WHY }, akte, at.today),
  }));
  return withOneOf(all, 'Es gibt keine Zahlung, die zurückgenommen werden könnte.');
};

const refund: Look = ({ akte, by, at }) => {
  const { overpaid } = accountOf(akte, at.today);
  if (overpaid === ZERO) return { ...OPEN, why: 'Es ist nichts überzahlt.' };
  const whole = { id: RefundId.parse(SAMPLE), amount: overpaid, by };
  return { ...ifAny([() => decideRefund(whole, akte, at.today)], ''), upTo: overpaid };
};

const credit: Look = ({ akte, by, at }) => {
  const all = akte.claims.map((claim) => ({
    choice: { names: { claim: claim.id }, words: `Rechnung ${claim.invoiceNumber}`, upTo: leftToCredit(akte, claim) },
    attempt: () =>
      decideCredit({ claim: claim.id, id: SAMPLE, amount: A_CENT, on: at.today, by, ...WHY }, akte, at.today),
  }));
  return withOneOf(all, 'Die Akte hat keine Forderung.');
};

const LOOKS: { readonly [D in Deed]: Look } = {
  ...STEERED,
  answer,
  answerQuery,
  agree,
  call,
  record: paid('creditor', (akte, claim) => `${akte.id}-${claim}`),
  assign: paid('agency', (_, claim) => claim),
  reverse,
  refund,
  credit,
};

/**
 * What may be done with an Akte at a moment, each with what comes of it; what may not be done says why, in German. The
 * deciders themselves are asked, with words that are kept nowhere: what is said to be possible is what they would let
 * pass, and why not is what they would answer. An amount, a day or a text can still be refused when it comes.
 */
export const optionsOf = (asking: Asking): readonly Option[] => {
  const seen = { ...asking, stages: stagesOf(asking) };
  return keysOf(DEEDS).map((deed) => ({ deed, effect: DEEDS[deed], ...LOOKS[deed](seen) }));
};
