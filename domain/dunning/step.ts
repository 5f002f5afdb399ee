import { plusDays, type Day } from '../calendar.ts';
import type { MessageKind } from '../akte/facts.ts';
import { CHANNELS, CHANNEL_NAMES } from '../procedure/channels.ts';
import { AFTER_CALLS, type Act, type End, type Stage, type Wait } from '../procedure/states.ts';

/**
 * What comes next for one claim. `until`: the day to look again, at the beginning of the day or from `hour` on (local
 * time), or for an act the day a phone window ends; `why` in German, shown to the operator.
 */
export type Step = Readonly<
  | { kind: 'act'; name: Act; stage: Stage; why: string; until?: Day; occasion?: MessageKind['occasion'] }
  | { kind: 'wait'; name: Wait; until: Day; why: string; stage?: Stage; hour?: number }
  | { kind: 'end'; name: End; why: string }
>;

/** The message that an act sends; null where it sends none. */
export const messageOf = (act: Act): MessageKind | null => {
  if (act === AFTER_CALLS.act) return { channel: AFTER_CALLS.channel, occasion: 'calls' };
  const channel = CHANNEL_NAMES.find((name) => CHANNELS[name].act === act);
  return channel ? { channel } : null;
};

/** The message that is due with a step, with its occasion; null where none is. */
export const messageDue = (step: Step): MessageKind | null => {
  const kind = step.kind === 'act' ? messageOf(step.name) : null;
  return kind && step.kind === 'act' && step.occasion ? { ...kind, occasion: step.occasion } : kind;
};

export const wait = (name: Wait, until: Day, why: string, stage?: Stage): Step => ({
  kind: 'wait',
  name,
  until,
  why,
  ...(stage === undefined ? {} : { stage }),
});

/** How often a case that waits for people is looked at again, in days. */
const REVIEW_DAYS = 28;
/** A case that waits for people, not for a day. */
export const waitForPeople = (name: Wait, today: Day, why: string, stage?: Stage): Step =>
  wait(name, plusDays(today, REVIEW_DAYS), why, stage);
