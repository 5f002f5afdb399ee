import {
  findMessage,
  keyToSend,
  latestMessage,
  messageReference,
  type Akte,
  type Matter,
  type Message,
} from '../domain/akte.ts';
import { apply } from '../domain/fold.ts';
import type { Day } from '../domain/calendar.ts';
import { joiningOf } from '../domain/dunning/series.ts';
import { messageDue, type Step } from '../domain/dunning/step.ts';
import type { Channel, Demand, Fact, MessageKey, MessageKind } from '../domain/facts.ts';
import { Unavailable } from '../domain/faults.ts';
import { appearanceOf, smsSenderOf } from '../domain/appearance.ts';
import { composeNotice } from '../domain/letters/compose.ts';
import { distinctNames, fileName } from '../domain/letters/file-names.ts';
import { demandOf } from '../domain/letters/demand.ts';
import { composeSms } from '../domain/letters/sms.ts';
import type { Agency, Creditor } from '../domain/parties.ts';
import { senderOf, type Level } from '../domain/procedure.ts';
import { creditorOf } from '../domain/akte.ts';
import { firstOfStage } from '../domain/demands.ts';
import { executionName, type DunningInput, type Next, type dunning } from '../statemachines/dunning.ts';
import type { TaskOf } from '../statemachines/contract.ts';
import { decideFrom, nextAfter, toNext, type Decided, type Deciding } from './next.ts';
import { isGivenUp, isInFlight, notKnownYet } from './not-known-yet.ts';
import type { Archive, Creditors, Delivery, KnownOutcome, Outgoing, Post, Posts, Press } from './ports.ts';
import { attachmentKey, invoiceKey } from './invoice-key.ts';
import { record } from './record.ts';

/**
 * `paper` is what letters and mails are made with; a function that only sends texts has none, and none of its
 * permissions.
 */
export type Sending = Deciding &
  Readonly<{
    creditors: Creditors;
    agency: Agency;
    paper: Readonly<{ press: Press; archive: Archive }> | null;
    posts: Pick<Posts, Channel>;
  }>;
type Draft = Readonly<{ key: MessageKey; outgoing: Outgoing; demand: Demand | null; document: string | null }>;

const draftSms = (
  { akte, procedure, today }: Decided,
  key: MessageKey,
  level: Level,
  creditor: Creditor,
  agency: Agency,
): Draft => {
  const reference = messageReference(akte.id, key);
  const payBy =
    akte.messages.findLast((m) => m.key.matter === key.matter && m.key.stage === key.stage && m.demand)?.demand
      ?.payBy ?? today;
  // A creditor's own dunning speaks in its name, on the telephone, too.
  const own = senderOf(procedure, level) === 'creditor' ? appearanceOf(creditor) : null;
  const smsSender = own ? smsSenderOf(creditor) : null;
  const text = composeSms({
    agency: own ? { ...agency, name: own.name, phone: own.phone ?? agency.phone } : agency,
    akte: akte.id,
    payBy,
    stage: level.stage,
    ...(key.occasion ? { occasion: key.occasion } : {}),
  });
  return {
    key,
    outgoing: {
      reference,
      to: akte.debtor.phone ?? '',
      text,
      ...(own ? { shownAs: { name: own.name, ...(smsSender ? { smsSender } : {}) } } : {}),
    },
    demand: null,
    document: null,
  };
};

/** The invoices that the creditor has laid beside its claims (D46); what is not there is not named either. */
const invoicesOf = async (
  archive: Archive,
  akte: Akte,
  matter: Matter,
): Promise<{ name: string; title: string; content: Uint8Array }[]> => {
  const found = [];
  for (const claim of akte.claims.filter((c) => c.matter === matter.id)) {
    const { invoiceNumber, attachment } = claim;
    const creditor = creditorOf(akte.id);
    const content =
      (await archive.find(invoiceKey(creditor, claim))) ??
      (attachment ? await archive.find(attachmentKey(creditor, attachment)) : null);
    if (content)
      found.push({
        name: fileName(`Rechnung ${invoiceNumber}`, 'pdf'),
        title: `Rechnung ${invoiceNumber} (Kopie)`,
        content,
      });
  }
  return found;
};

const draftWritten = async (
  ports: Sending,
  decided: Decided,
  key: MessageKey,
  channel: 'email' | 'letter',
  matter: Matter,
  level: Level,
  creditor: Creditor,
): Promise<Draft> => {
  const { akte, procedure, today } = decided;
  const reference = messageReference(akte.id, key);
  if (!ports.paper) throw new Error('this function has nothing to write with');
  const { press, archive } = ports.paper;
  const enclosures = level.attachInvoice && channel === 'email' ? await invoicesOf(archive, akte, matter) : [];
  const { facts, demand } = demandOf({
    akte,
    matter,
    level,
    procedure,
    channel,
    ...(key.occasion ? { occasion: key.occasion } : {}),
    reference,
    today,
    agency: ports.agency,
    creditor,
    enclosures: enclosures.map((e) => e.title),
  });
  const notice = composeNotice(facts);
  const pdf = await press.letter(notice);
  const document = `letters/${creditor.id}/${akte.id}/${reference}.pdf`;
  await archive.put(document, pdf, 'application/pdf');
  const { subject, text, html } = press.mail(notice);
  const [pdfName = '', ...names] = distinctNames([
    fileName(`${level.title} ${akte.id}`, 'pdf'),
    ...enclosures.map((e) => e.name),
  ]);
  const outgoing: Outgoing =
    channel === 'letter'
      ? { reference, to: '', text: '', pdf, pdfName: `${reference}.pdf` }
      : {
          reference,
          to: akte.debtor.email ?? '',
          subject,
          text,
          html,
          pdf,
          pdfName,
          enclosures: enclosures.map((e, i) => ({ ...e, name: names[i] ?? e.name })),
          ...(notice.sender
            ? {
                shownAs: { name: notice.sender.name, ...(notice.sender.email ? { replyTo: notice.sender.email } : {}) },
              }
            : {}),
        };
  return { key, outgoing, demand, document };
};

/**
 * Everything that can fail without anybody noticing happens before the reservation: reserving is a promise to send at
 * once.
 */
const draft = async (ports: Sending, decided: Decided, message: MessageKind, of: DunningInput): Promise<Draft> => {
  const { akte, procedure, step } = decided;
  const { channel } = message;
  const matter = akte.matters.find((m) => m.claims.includes(of.claim));
  const level = step.kind === 'act' ? procedure.levels.find((l) => l.stage === step.stage) : undefined;
  if (!matter || !level) throw new Error(`no matter or level behind ${step.name}`);
  const key = keyToSend(akte, { matter: matter.id, stage: level.stage, ...message });
  const creditor = await ports.creditors.get(creditorOf(akte.id));
  return channel === 'sms'
    ? draftSms(decided, key, level, creditor, ports.agency)
    : draftWritten(ports, decided, key, channel, matter, level, creditor);
};

const stillOpen = (akte: Akte, key: MessageKey): boolean => findMessage(akte, key)?.state === 'open';

const settle = (ports: Sending, of: DunningInput, key: MessageKey, fact: Fact): Promise<Akte> =>
  record(ports.akten, of.akte, executionName(of), (akte) => (stillOpen(akte, key) ? [fact] : []));

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
    return { outcome: 'unknown', fault: error instanceof Error ? error.name : 'Error' };
  }
};

/**
 * Hands over what is reserved and records what came of it. A fault in recording leaves the reservation as it is: the
 * message may be with the provider.
 */
const deliver = async (
  ports: Sending,
  of: DunningInput,
  { key, outgoing, document }: Draft,
  decided: Decided,
  reservedAt: string,
): Promise<Akte | Next> => {
  const [{ reference }, on] = [outgoing, decided.today];
  const handed = await handOver(ports.posts[key.channel], outgoing);
  if (handed.outcome === 'unknown') return notKnownYet(ports.clock, decided, { reference, reservedAt }, handed.fault);
  if (handed.outcome === 'accepted')
    return settle(ports, of, key, {
      kind: 'sent',
      message: key,
      reference,
      on,
      providerId: handed.providerId,
      document,
    });
  if (handed.outcome === 'refused')
    return settle(ports, of, key, {
      kind: 'notSent',
      message: key,
      reference,
      on,
      why: 'refused',
      reason: handed.reason,
    });
  const reason = handed.fault.message.slice(0, 500);
  await settle(ports, of, key, { kind: 'notSent', message: key, reference, on, why: 'not-taken', reason });
  throw handed.fault;
};

/** A provider that cannot be asked now is asked later; one that answers with nonsense has not told either. */
const outcomeOf = async (post: Post, reference: string): Promise<KnownOutcome> => {
  try {
    return await post.outcome(reference);
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    return { outcome: 'unknown' };
  }
};

/**
 * The day a message went whose sender did not say so: that of its demand; one that repeats what its stage asked first
 * carries that one's day and counts from today.
 */
const wentOn = ({ akte, today }: Decided, { key, demand }: Message): Day =>
  demand && !firstOfStage(akte, { matter: key.matter, stage: key.stage }) ? demand.asOf : today;

/** Somebody reserved this message and did not say how it ended: ask the provider, never send blindly. */
const settleOpen = async (
  ports: Sending,
  of: DunningInput,
  decided: Decided,
  message: Message,
): Promise<Akte | Next> => {
  if (isInFlight(ports.clock, message)) return notKnownYet(ports.clock, decided, message);
  const { key, reference } = message;
  const known = await outcomeOf(ports.posts[key.channel], reference);
  if (known.outcome === 'accepted')
    return settle(ports, of, key, {
      kind: 'sent',
      message: key,
      reference,
      on: wentOn(decided, message),
      providerId: known.providerId,
      document: null,
    });
  if (known.outcome === 'absent')
    return settle(ports, of, key, {
      kind: 'notSent',
      message: key,
      reference,
      on: decided.today,
      why: 'not-taken',
      reason: 'Der Dienstleister kennt den Auftrag nicht.',
    });
  return isGivenUp(ports.clock, message)
    ? settle(ports, of, key, { kind: 'unclear', message: key, reference, on: decided.today })
    : notKnownYet(ports.clock, decided, message);
};

/**
 * With the first message of a stage, and with the notice that tells newcomers in the last one, claims whose own matter
 * has not begun go on in the series that runs (reading 11).
 */
const joinedWith = (
  { akte, procedures, today }: Decided,
  { stage }: Extract<Step, { kind: 'act' }>,
  { occasion }: MessageKind,
  of: DunningInput,
): Fact | null => {
  const matter = akte.matters.find((m) => m.claims.includes(of.claim));
  if (!matter || occasion === 'calls') return null;
  if (!occasion && firstOfStage(akte, { matter: matter.id, stage })) return null;
  const joining = joiningOf(akte, procedures, today);
  return joining?.matter === matter.id ? joining : null;
};

/** What comes next by the Akte as it is now, or the wait that is known already. */
const decidedAfter = async (ports: Sending, of: DunningInput, left: Akte | Next): Promise<Next> =>
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
    const { akte, step } = decided;
    const message = messageDue(step);
    if (step.kind !== 'act' || message?.channel !== channel) return toNext(decided, ports.clock);
    const matter = akte.matters.find((m) => m.claims.includes(of.claim));
    const open = matter && latestMessage(akte, { matter: matter.id, stage: step.stage, ...message });
    if (open?.state === 'open') {
      // Also where it never arrived: its place in the person's budget is free again, so whether it may go today is
      // decided afresh.
      return decidedAfter(ports, of, await settleOpen(ports, of, decided, open));
    }
    const joined = joinedWith(decided, step, message, of);
    const whole = joined ? { ...decided, akte: apply(akte, joined, akte.id) } : decided;
    const ready = await draft(ports, whole, message, of);
    const by = executionName(of);
    const at = ports.clock.now().toISOString();
    const { key, demand } = ready;
    const reservation: Fact = {
      kind: 'reserved',
      message: key,
      reference: ready.outgoing.reference,
      at,
      by,
      demand,
    };
    const facts = joined ? [joined, reservation] : [reservation];
    await ports.akten.append(of.akte, akte.version, { by, facts }, { unmoved: decided.others });
    return decidedAfter(ports, of, await deliver(ports, of, ready, decided, at));
  };
