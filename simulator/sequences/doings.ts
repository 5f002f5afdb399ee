import { SYSTEM, byOperator } from '../../domain/actor.ts';
import { accountOf } from '../../domain/account/account.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import { DAY_PARTS } from '../../domain/akte/call-words.ts';
import { plusDays, type Day } from '../../domain/calendar.ts';
import { PaymentId, RefundId, type AkteId } from '../../domain/ids.ts';
import { leftToCredit } from '../../domain/account/credits.ts';
import type { ContactField } from '../../domain/parties/contact-fields.ts';
import { CHANNELS } from '../../domain/procedure/channels.ts';
import { cents, most, type Cents } from '../../domain/money.ts';
import type { Answer } from '../../domain/akte/answer.ts';
import type { Steering } from '../../domain/akte/steering.ts';
import { agreeInstalments, offerInstalments } from '../../usecases/akte/agree-instalments.ts';
import { noteCall, takeCall } from '../../usecases/dunning/call-debtor.ts';
import { creditClaim } from '../../usecases/payments/credit-claim.ts';
import { noteAnswer } from '../../usecases/akte/note-answer.ts';
import { noteBounce } from '../../usecases/akte/note-return.ts';
import { recordPayment } from '../../usecases/payments/record-payment.ts';
import { refundOverpayment } from '../../usecases/payments/refund-overpayment.ts';
import { reversePayment } from '../../usecases/payments/reverse-payment.ts';
import { steerAkte } from '../../usecases/akte/steer-akte.ts';
import type { Command, CommandOf } from './commands.ts';
import { handIn } from './intake.ts';
import type { Broken } from './invariants.ts';
import type { Passing } from './passing.ts';
import { payOut } from './payouts.ts';
import { AKTE } from './beginning.ts';
import type { Stage } from './stage.ts';

const BY = byOperator('test');

/** What a command asks of the use cases, ready to be done once or twice. */
export type Doing = () => Promise<unknown>;
const NOTHING: Doing = async () => undefined;

const inDays = ({ world }: Stage, n: number): Day => plusDays(world.clock.today(), n);

const amountOf = (akte: Akte, how: CommandOf<'pay'>['how'], today: Day): Cents => {
  if (how === 'cent') return cents(1);
  const { claims, total } = accountOf(akte, today);
  switch (how) {
    case 'exact':
      return total;
    case 'part':
      return cents(Math.floor(total / 3));
    case 'over':
      return cents(total + 1_234);
    case 'principal':
      return claims.find((c) => c.principal > 0)?.principal ?? cents(0);
    default:
      return how satisfies never;
  }
};

const paying = async (
  { ports, world, counter }: Stage,
  { how, via, late = 0 }: CommandOf<'pay'>,
  akte: AkteId,
): Promise<Doing> => {
  const today = world.clock.today();
  const booking = {
    akte,
    id: PaymentId.parse(`bank:${++counter.payments}`),
    amount: most(cents(1), amountOf(await world.akten.get(akte), how, today)),
    valueDate: plusDays(today, -late),
    via,
    source: 'test',
    by: SYSTEM.bank,
  };
  return () => recordPayment(ports)(booking);
};
const reversing = async ({ ports, world }: Stage, { nth }: CommandOf<'reverse'>, akte: AkteId): Promise<Doing> => {
  const payment = (await world.akten.get(akte)).payments[nth];
  return payment
    ? () => reversePayment(ports)({ akte, payment: payment.id, reason: 'Rücklastschrift', by: BY })
    : NOTHING;
};
const crediting = async (
  { ports, world, counter }: Stage,
  { nth, all, late }: CommandOf<'credit'>,
  akte: AkteId,
): Promise<Doing> => {
  const known = await world.akten.get(akte);
  const claim = known.claims[nth];
  if (!claim) return NOTHING;
  const left = leftToCredit(known, claim);
  const note = {
    akte,
    claim: claim.id,
    id: `GS-${++counter.credits}`,
    amount: all ? left : cents(Math.floor(left / 3)),
    on: plusDays(world.clock.today(), -late),
    reason: 'test',
    by: BY,
  };
  return () => creditClaim(ports)(note);
};
const refunding = async ({ ports, world, counter }: Stage): Promise<Doing> => {
  const { overpaid } = accountOf(await world.akten.get(AKTE), world.clock.today());
  const refund = { akte: AKTE, id: RefundId.parse(`refund:${++counter.refunds}`), amount: overpaid, by: BY };
  return () => refundOverpayment(ports)(refund);
};
/** What is told to have broken is the sequence's to tell. */
const telling =
  ({ broken }: Stage, doing: () => Promise<readonly Broken[]>): Doing =>
  async () => {
    broken.push(...(await doing()));
  };
/**
 * The last mail of the Akte that the command is about bounces; of letters the last one at all comes back: one that is
 * another Akte's must be refused (I8).
 */
const returning = ({ ports, world: { posts }, broken }: Stage, { channel }: CommandOf<'returned'>): Doing => {
  const { sent } = posts[channel];
  const isReported = CHANNELS[channel].comesBack === 'reported';
  const last = isReported ? sent.findLast((s) => s.reference.startsWith(AKTE)) : sent.at(-1);
  return async () => {
    if (!last) return;
    await (isReported
      ? noteBounce(ports)(last.reference)
      : noteAnswer(ports)({
          akte: AKTE,
          answer: { kind: 'returned', reference: last.reference, note: 'verzogen' },
          by: BY,
        }));
    if (!last.reference.startsWith(AKTE)) broken.push(`I8 ${last.reference} came back and ${AKTE} noted it`);
  };
};
const agreeing = async ({ ports, world }: Stage, { rate, first }: CommandOf<'instalments'>): Promise<Doing> => {
  const wish = {
    akte: AKTE,
    rate: cents(rate),
    first: plusDays(world.clock.today(), first),
    withFee: rate % 2_000 === 0,
  };
  const { total } = await offerInstalments(ports)(wish);
  return () => agreeInstalments(ports)({ ...wish, total, by: BY });
};
/** A person calls, or on so many days one after the other without an answer. */
const calling = async ({ ports, world, workflows }: Stage, { outcome, days }: CommandOf<'call'>): Promise<Doing> => {
  const window = (await world.akten.get(AKTE)).callWindows.at(-1);
  if (!window) return NOTHING;
  const call = { akte: AKTE, matter: window.matter, stage: window.stage, by: BY };
  return async () => {
    for (let n = 1; n <= days; n++) {
      // Everybody may be called at ten, whatever the module.
      world.clock.jumpTo(world.clock.instantOf(world.clock.today(), 10));
      await takeCall(ports)(call);
      await noteCall(ports)({ ...call, part: DAY_PARTS[0], outcome: days > 1 ? 'not-reached' : outcome });
      if (n < days) await workflows.runUntil(plusDays(world.clock.today(), 1));
    }
  };
};
/** A person, or the creditor for them, answers. */
const answering =
  ({ ports }: Stage, answer: Answer): Doing =>
  () =>
    noteAnswer(ports)({ akte: AKTE, answer, by: BY });

/** `until` is counted from the day on which it is done, not from the one on which it was asked for. */
const steeringIn = (stage: Stage, { action, until, stage: skipped }: CommandOf<'steer'>): Steering => {
  const reason = 'test';
  if (action === 'skip') return { action, reason, stage: skipped };
  if (action !== 'pause' || until === null) return { action, reason };
  return { action, reason, until: inDays(stage, until) };
};
const steering =
  (stage: Stage, command: CommandOf<'steer'>): Doing =>
  () =>
    steerAkte(stage.ports)({ ...steeringIn(stage, command), akte: AKTE, by: BY });

/** How a person is to be reached from now on. */
const NEWLY_REACHED: { readonly [F in ContactField]: Omit<Extract<Answer, { kind: 'contact' }>, 'kind'> } = {
  email: { email: 'neu@example.com' },
  phone: { phone: '+4915110000002' },
  address: { address: { street: 'Neuweg 1', postalCode: '20457', city: 'Hamburg', country: 'DE' } },
};

type AskingKind = Exclude<Command['do'], Passing['do']>;
type Asking = CommandOf<AskingKind>;
type Askings = { readonly [D in AskingKind]: CommandOf<D> };
/** `akte`: the Akte that the command is about. */
const ASKS: {
  readonly [D in AskingKind]: (stage: Stage, command: Askings[D], akte: AkteId) => Doing | Promise<Doing>;
} = {
  pay: paying,
  credit: crediting,
  refund: refunding,
  reverse: reversing,
  payout: async (stage, command) => telling(stage, await payOut(stage, command)),
  handOver: (stage, command) => telling(stage, handIn(stage, { ...command, mailed: stage.sequence.scene.email })),
  steer: steering,
  dispute: (stage, { reason }) => answering(stage, { kind: 'dispute', reason }),
  proof: (stage) => answering(stage, { kind: 'proof', note: 'Beleg' }),
  promise: (stage, { days }) => answering(stage, { kind: 'promise', payBy: inDays(stage, days) }),
  deferral: (stage, { days }) => answering(stage, { kind: 'deferral', until: inDays(stage, days), note: 'gestundet' }),
  situation: (stage, { ground }) => answering(stage, { kind: 'situation', ground, note: 'gemeldet' }),
  over: (stage, { ground }) => answering(stage, { kind: 'over', ground, note: 'vorbei' }),
  contact: (stage, { channel }) => answering(stage, { kind: 'contact', ...NEWLY_REACHED[CHANNELS[channel].contact] }),
  returned: returning,
  instalments: agreeing,
  call: calling,
};
const asks = <D extends AskingKind>(stage: Stage, kind: D, command: Askings[D], akte: AkteId): Doing | Promise<Doing> =>
  ASKS[kind](stage, command, akte);

export const doingOf = async (stage: Stage, command: Asking, akte: AkteId): Promise<Doing> =>
  asks(stage, command.do, command, akte);
