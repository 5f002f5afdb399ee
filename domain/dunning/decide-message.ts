import { firstOfStage } from '../account/demands.ts';
import { findMessage, type Akte, type Message } from '../akte/akte.ts';
import type { Fact, FactOf, MessageKey } from '../akte/facts.ts';
import type { Day } from '../calendar.ts';
import type { ProcedureOf } from './run.ts';
import { joiningOf } from './series.ts';

/**
 * With the first message of a stage, and with the notice that tells newcomers in the last one, claims whose own matter
 * has not begun go on in the series that runs (reading 11): the fact that they join; null: none does with this message.
 */
export const joinedWith = (
  { matter, stage, occasion }: Omit<MessageKey, 'channel' | 'copy'>,
  akte: Akte,
  { procedures, today }: Readonly<{ procedures: ProcedureOf; today: Day }>,
): FactOf<'joined'> | null => {
  if (occasion === 'calls') return null;
  if (!occasion && firstOfStage(akte, { matter, stage })) return null;
  const joining = joiningOf(akte, procedures, today);
  return joining?.matter === matter ? joining : null;
};

/** How a reserved message ended, unless that is known already: then nothing. */
export const decideEnd = (end: FactOf<'sent' | 'notSent' | 'unclear'>, akte: Akte): readonly Fact[] =>
  findMessage(akte, end.message)?.state === 'open' ? [end] : [];

/**
 * The day a message went whose sender did not say so: that of its demand; one that repeats what its stage asked first
 * carries that one's day and counts from today.
 */
export const wentOn = ({ key, demand }: Pick<Message, 'key' | 'demand'>, akte: Akte, today: Day): Day =>
  demand && !firstOfStage(akte, { matter: key.matter, stage: key.stage }) ? demand.asOf : today;

/** The last day to pay that a stage has named before; today where it has named none. */
export const payByTold = ({ matter, stage }: Pick<MessageKey, 'matter' | 'stage'>, akte: Akte, today: Day): Day =>
  akte.messages.findLast((m) => m.key.matter === matter && m.key.stage === stage && m.demand)?.demand?.payBy ?? today;
