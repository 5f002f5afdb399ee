import { latestMessage, matterOf, type Akte, type Message } from '../../domain/akte/akte.ts';
import { decideEnd, joinedWith, wentOn } from '../../domain/dunning/decide-message.ts';
import { isGivenUp, isInFlight, type Reserved } from '../../domain/dunning/reservation.ts';
import { messageDue } from '../../domain/dunning/step.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import type { Channel } from '../../domain/procedure/channels.ts';
import { Unavailable, nameIn } from '../../domain/faults.ts';
import { apply } from '../../domain/akte/fold.ts';
import type { MessageReference } from '../../domain/ids.ts';
import type { TaskOf } from '../../statemachines/contract.ts';
import { executionName, type DunningInput, type Next, type dunning } from '../../statemachines/dunning.ts';
import { draftMessage, type Draft, type Drafting, type Due } from './draft-message.ts';
import { decideFrom, nextAfter, toNext, type Decided, type Deciding } from '../akte/next.ts';
import { notKnownYet } from './not-known-yet.ts';
import type { Delivery, KnownOutcome, Outgoing, Post } from '../ports/posts.ts';
import { record } from '../akte/record.ts';

export type Sending = Deciding & Drafting & Readonly<{ post: Post }>;

/** One run of the task: whom it was asked for, and what was decided from the Akte as it was then. */
type Attempt = Readonly<{ ports: Sending; of: DunningInput; decided: Decided }>;

/** The message that is due on this channel; null where something else is next, or nothing. */
const dueOn = (channel: Channel, { step }: Decided): Due | null => {
  const message = messageDue(step);
  return step.kind === 'act' && message?.channel === channel ? { stage: step.stage, ...message } : null;
};

/** What has been reserved of it and not said how it ended. */
const openOf = ({ of, decided: { akte } }: Attempt, due: Due): Message | null => {
  const matter = matterOf(akte, of.claim);
  const latest = matter && latestMessage(akte, { matter: matter.id, ...due });
  return latest?.state === 'open' ? latest : null;
};

/** The claims that go on in this series with the message; null: none do. */
const joiningWith = ({ of, decided }: Attempt, { stage, occasion }: Due): Fact | null => {
  const matter = matterOf(decided.akte, of.claim);
  return matter ? joinedWith({ matter: matter.id, stage, occasion }, decided.akte, decided) : null;
};

/** The message is written as if the newcomers had joined already: they do with its reservation. */
const draft = ({ ports, of, decided }: Attempt, due: Due, joined: Fact | null): Promise<Draft> => {
  const { akte } = decided;
  const whole = joined ? { ...decided, akte: apply(akte, joined, akte.id) } : decided;
  return draftMessage(ports, whole, due, of.claim);
};

/**
 * Reserves what is about to be sent: refused when any fact has changed since, in this Akte or another of the
 * same person. Answers with the instant of the reservation.
 */
const reserve = async (
  { ports, of, decided }: Attempt,
  { key, outgoing: { reference }, demand }: Draft,
  joined: Fact | null,
): Promise<string> => {
  const by = executionName(of);
  const at = ports.clock.now().toISOString();
  const reservation: Fact = { kind: 'reserved', message: key, reference, at, by, demand };
  const facts = joined ? [joined, reservation] : [reservation];
  await ports.akten.append(of.akte, decided.akte.version, { by, facts }, { unmoved: decided.others });
  return at;
};

/**
 * What a provider says when it is handed a message. Only what it has refused by being unavailable was certainly not
 * taken; after anything else nobody knows.
 */
type HandedOver =
  Delivery | Readonly<{ outcome: 'not-taken'; fault: Unavailable } | { outcome: 'unknown'; fault: string }>;
const handOver = async (post: Post, outgoing: Outgoing): Promise<HandedOver> => {
  try {
    return await post.send(outgoing);
  } catch (error) {
    if (error instanceof Unavailable) return { outcome: 'not-taken', fault: error };
    return { outcome: 'unknown', fault: nameIn(error) };
  }
};

/** Records how a reserved message ended, unless somebody else has. */
const settle = ({ ports, of }: Attempt, end: Parameters<typeof decideEnd>[0]): Promise<Akte> =>
  record(ports.akten, of.akte, { by: executionName(of), facts: (akte) => decideEnd(end, akte) });

/** Nobody knows yet how it ended. `fault`: the name of what went wrong in sending. */
const lookAgain = ({ ports, decided }: Attempt, message: Reserved, fault?: string): Next =>
  notKnownYet(decided, message, ports.clock.now(), fault);

/**
 * Records what came of handing over. A fault in recording leaves the reservation as it is: the message may be with the
 * provider.
 */
const recordHandedOver = async (
  attempt: Attempt,
  { key, outgoing: { reference }, document }: Draft,
  reservedAt: string,
  handed: HandedOver,
): Promise<Akte | Next> => {
  const message = { message: key, reference, on: attempt.decided.today };
  if (handed.outcome === 'unknown') return lookAgain(attempt, { reference, reservedAt }, handed.fault);
  if (handed.outcome === 'accepted')
    return settle(attempt, { kind: 'sent', ...message, providerId: handed.providerId, document });
  if (handed.outcome === 'refused')
    return settle(attempt, { kind: 'notSent', ...message, why: 'refused', reason: handed.reason });
  const reason = handed.fault.message.slice(0, 500);
  await settle(attempt, { kind: 'notSent', ...message, why: 'not-taken', reason });
  throw handed.fault;
};

/** A provider that cannot be asked now is asked later; one that answers with nonsense has not told either. */
const outcomeOf = async (post: Post, reference: MessageReference): Promise<KnownOutcome> => {
  try {
    return await post.outcome(reference);
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    return { outcome: 'unknown' };
  }
};

const UNKNOWN_TO_PROVIDER = 'Der Dienstleister kennt den Auftrag nicht.';

/** Somebody reserved this message and did not say how it ended: ask the provider, never send blindly. */
const settleOpen = async (attempt: Attempt, open: Message): Promise<Akte | Next> => {
  const { ports, decided } = attempt;
  if (isInFlight(open, ports.clock.now())) return lookAgain(attempt, open);
  const { key, reference } = open;
  const message = { message: key, reference, on: decided.today };
  const known = await outcomeOf(ports.post, reference);
  if (known.outcome === 'accepted') {
    const { providerId } = known;
    return settle(attempt, {
      kind: 'sent',
      ...message,
      on: wentOn(open, decided.akte, decided.today),
      providerId,
      document: null,
    });
  }
  if (known.outcome === 'absent')
    return settle(attempt, { kind: 'notSent', ...message, why: 'not-taken', reason: UNKNOWN_TO_PROVIDER });
  return isGivenUp(open, ports.clock.now())
    ? settle(attempt, { kind: 'unclear', ...message })
    : lookAgain(attempt, open);
};

/** What comes next by the Akte as it is now, or the wait that is known already. */
const decidedAfter = async ({ ports, of }: Attempt, left: Akte | Next): Promise<Next> =>
  'step' in left ? left : nextAfter(ports, of, left);

/**
 * Sends the message that is due on this channel, exactly once towards the debtor: draft → reserve (refused when any
 * fact has changed since, in this Akte or another of the same person) → hand over under our own reference → record.
 * Whatever else is due comes back as the next step.
 */
export const sendMessage =
  (channel: Channel, ports: Sending): TaskOf<typeof dunning.tasks.SendEmail> =>
  async (of) => {
    const decided = await decideFrom(ports, of);
    const attempt: Attempt = { ports, of, decided };
    const due = dueOn(channel, decided);
    if (!due) return toNext(decided, ports.clock);
    const open = openOf(attempt, due);
    // Also where it never arrived: its place in the person's budget is free again, so whether it may go today is
    // decided afresh.
    if (open) return decidedAfter(attempt, await settleOpen(attempt, open));
    const joined = joiningWith(attempt, due);
    const ready = await draft(attempt, due, joined);
    const reservedAt = await reserve(attempt, ready, joined);
    const handed = await handOver(ports.post, ready.outgoing);
    return decidedAfter(attempt, await recordHandedOver(attempt, ready, reservedAt, handed));
  };
