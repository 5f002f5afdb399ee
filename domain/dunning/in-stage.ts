import type { Message } from '../akte/akte.ts';
import { isBefore, latest, plusDays, type Day } from '../calendar.ts';
import {
  ACCOMPANYING_CHANNELS,
  CHANNELS,
  POSTAL_DAYS,
  type AccompanyingChannel,
  type Channel,
} from '../procedure/channels.ts';
import { placeOf } from '../law/place.ts';
import { sendsOn, type Level } from '../procedure/procedure.ts';
import { isAsPaid } from '../account/stage-demand.ts';
import { AFTER_CALLS } from '../procedure/states.ts';
import { canBeCalled } from '../akte/telephone.ts';
import { mayBeDone, type Due, type DueAct } from './due.ts';
import { endOfNotices, joinableSince, noticeOfJoined, untoldSince } from './newcomers.ts';
import { isLastLevel, type Run } from './run.ts';
import { missedOn, payByOf, refused, sentOf, wentOutOn, windowOf } from './sent.ts';
import { can } from '../akte/reaches.ts';

/**
 * Days from the anchor to the next stage where no phone window decides (reading 3): as if the letter went on its day,
 * also where it went at once or not at all.
 */
const withoutPhone = (
  { letter, nextAfterDays, letterAfterDays, paymentTermDays, anchor }: Level,
  posted: boolean,
): number =>
  letter === 'after-email'
    ? Math.max(nextAfterDays, (anchor === 'letter' && posted ? 0 : letterAfterDays) + POSTAL_DAYS + paymentTermDays)
    : nextAfterDays;

/** What has gone out in one stage of a matter, and the days on which it really did. */
type InStage = Readonly<{
  run: Run;
  level: Level;
  sent: Readonly<Record<Channel, Message | undefined>>;
  mailedOn: Day | null;
  postedOn: Day | null;
}>;
const sentIn = (run: Run, level: Level): InStage => {
  const { akte, matter } = run;
  const sent = {
    email: sentOf(akte, matter, level.stage, 'email'),
    sms: sentOf(akte, matter, level.stage, 'sms'),
    letter: sentOf(akte, matter, level.stage, 'letter'),
  };
  return { run, level, sent, mailedOn: wentOutOn(sent.email), postedOn: wentOutOn(sent.letter) };
};
/** A stage that has reached the debtor: `first`: on which day it did. */
type Begun = InStage & Readonly<{ first: Day }>;

const wantsMail = ({ level, sent: { letter }, mailedOn }: InStage): boolean => level.email && !mailedOn && !letter;

const wantsLetter = ({ run, level, sent: { email }, mailedOn }: InStage): boolean => {
  if (!mailedOn) return true;
  const follows = level.letter === 'after-email' || level.letter === 'at-once';
  return follows && !(email && isAsPaid(run.akte, email, run.today));
};

/**
 * What accompanies the first demand of its stage goes with it or not at all: once a later step has been taken it would
 * come out of the blue.
 */
const isAccompanied = (
  { run: { akte, matter }, level, sent, mailedOn, postedOn }: InStage,
  by: AccompanyingChannel,
): boolean => {
  const isLate = windowOf(akte, matter, level.stage) !== undefined || (mailedOn !== null && postedOn !== null);
  return sendsOn(level, by) && wentOutOn(sent[by]) === null && !isLate;
};

/** Whether a stage that stands as it does still has something for a channel. */
const HAS_FOR: Readonly<Record<Channel, (of: InStage) => boolean>> = {
  email: wantsMail,
  sms: (of) => isAccompanied(of, 'sms'),
  letter: wantsLetter,
};
/** Whether a message of the stage is to go on a channel: it has one for it, and the channel takes it. */
const wants = (of: InStage, channel: Channel): boolean =>
  can(of.run.akte, channel) && !refused(of.sent[channel]) && HAS_FOR[channel](of);

const letterAfter = ({ run, level, first }: Begun): DueAct => {
  const days = level.letter === 'after-email' ? level.letterAfterDays : 0;
  return { act: CHANNELS.letter.act, on: run.days.move(plusDays(first, days)) };
};

/** The phone window of a stage that can be opened for this debtor. */
const phoneOf = ({ run, level }: InStage): Level['phone'] => (canBeCalled(run.akte) ? level.phone : null);
/** The day from which the offsets of a stage count. */
const anchorOf = ({ level, postedOn, first }: Begun): Day => (level.anchor === 'letter' && postedOn ? postedOn : first);

/** The last day to pay that the stage has told. It counts also where another address has other holidays since. */
const ownDeadline = ({ run, level, sent, postedOn, first }: Begun): Day => {
  const channel = postedOn ? 'letter' : 'email';
  const told = sent[channel]?.demand?.payBy;
  const where = { place: placeOf(run.akte.debtor), shift: run.procedure.shift };
  return told ?? payByOf(level, channel, postedOn ?? first, where);
};

/**
 * The day a stage is over. Who was given a day to pay has all of it: neither the next Mahnung nor a higher fee comes on
 * it (readings 3 and 7).
 */
const overOn = (of: Begun): Day => {
  const { run, level, postedOn } = of;
  const { move } = run.days;
  const phone = phoneOf(of);
  const anchor = anchorOf(of);
  const days = phone ? phone.afterDays + phone.days : withoutPhone(level, anchor === postedOn);
  const deadlineOver = move(plusDays(ownDeadline(of), 1));
  return [deadlineOver, endOfNotices(run.akte, run.matter, level)].reduce(latest, move(plusDays(anchor, days)));
};

/** The notice about a claim that becomes due in the last stage, where there is a way to give it. */
const noticeDue = ({ run, level }: Begun, over: Day): DueAct | null => {
  const joinable = isLastLevel(run, level) ? joinableSince(run, over) : null;
  const told = joinable ? noticeOfJoined(run, level, joinable) : null;
  return told !== null && told !== 'unreachable' ? told : null;
};

/**
 * Offsets count from the mail, so a window that begins late ends with its stage all the same, and one whose stage is
 * over is not opened.
 */
const callsDue = (of: Begun, over: Day): DueAct | null => {
  const { akte, matter, days, today } = of.run;
  const phone = phoneOf(of);
  if (!phone || windowOf(akte, matter, of.level.stage)) return null;
  const opens = days.move(plusDays(anchorOf(of), phone.afterDays));
  return isBefore(latest(opens, today), over) ? { act: 'Telefoninkasso eröffnen', on: opens, until: over } : null;
};

const textAfterCalls = (of: Begun, over: Day): DueAct | null => {
  const { run, level } = of;
  const missed = phoneOf(of) && can(run.akte, AFTER_CALLS.channel) ? missedOn(run.akte, run.matter, level) : null;
  if (!missed || !isBefore(mayBeDone(run, AFTER_CALLS.act, missed).on, over)) return null;
  return { act: AFTER_CALLS.act, on: missed };
};

/** What comes after the first message of a stage, in order: what accompanies it, what follows it, and its end. */
const afterFirst = (of: Begun): Due => {
  const { run, level, postedOn, first } = of;
  const accompanying = ACCOMPANYING_CHANNELS.find((channel) => wants(of, channel));
  if (accompanying) return { act: CHANNELS[accompanying].act, on: first };
  const untold = isLastLevel(run, level) ? untoldSince(run) : null;
  if (untold) return noticeOfJoined(run, level, untold);
  if (!postedOn && wants(of, 'letter')) return letterAfter(of);
  const over = overOn(of);
  return noticeDue(of, over) ?? callsDue(of, over) ?? textAfterCalls(of, over) ?? { over };
};

/** What is next inside one stage that may begin on `start`: an act with its day, or the day the stage is over. */
export const inStage = (run: Run, level: Level, start: Day): Due => {
  const sent = sentIn(run, level);
  if (wants(sent, 'email')) return { act: CHANNELS.email.act, on: start };
  const first = sent.mailedOn ?? sent.postedOn;
  if (first) return afterFirst({ ...sent, first });
  return wants(sent, 'letter') ? { act: CHANNELS.letter.act, on: start } : 'unreachable';
};
