import type { Actor } from '../actor.ts';
import { formatDay, isBefore, plusDays, type Day } from '../calendar.ts';
import { wrongField } from '../faults.ts';
import { nextWorkingDay } from '../law/deadlines.ts';
import { placeOf } from '../law/place.ts';
import { DISPUTE_WORDS, HOLDS, type HoldGround } from '../procedure/holds.ts';
import type { Akte } from './akte.ts';
import type { Answer } from './answer.ts';
import { decideContact } from './decide-contact.ts';
import { decideReturn } from './decide-return.ts';
import type { Fact, FactOf } from './facts.ts';
import { answerByOf, nextQuery } from './particulars.ts';
import { refusePast } from './refusals.ts';

type Answered<K extends Answer['kind']> = Extract<Answer, { kind: K }>;
/** Who notes it, and when. */
type Noting = Readonly<{ by: Actor; on: Day }>;

/** A promise may come so many days late. */
const PROMISE_GRACE_DAYS = 3;
/** A proof of payment is looked at within so many days. */
const PROOF_DAYS = 14;
const LONGEST_PROMISE_DAYS = 42;

const withNote = (note: string | undefined): string => (note ? ` (${note})` : '');

/** An objection is made once: the same again neither holds nor asks anew. */
const disputed = ({ reason, note }: Answered<'dispute'>, akte: Akte, { on, by }: Noting): Fact[] => {
  if (akte.holds.some((h) => h.ground === 'dispute' && h.dispute === reason)) return [];
  const { name, question } = DISPUTE_WORDS[reason];
  return [
    { kind: 'held', ground: 'dispute', on, by, dispute: reason, reason: `Bestritten: ${name}${withNote(note)}` },
    { kind: 'asked', id: nextQuery(akte), on, by, question, answerBy: answerByOf(akte.debtor, on) },
  ];
};

/** The day up to which a promise is believed: some days more than promised, to the end of a working day. */
const believedUntil = ({ payBy }: Answered<'promise'>, akte: Akte, on: Day): Day => {
  refusePast('payBy', payBy, on);
  if (isBefore(plusDays(on, LONGEST_PROMISE_DAYS), payBy))
    throw wrongField(
      'promise.too-far',
      'payBy',
      `Eine Zusage reicht höchstens ${LONGEST_PROMISE_DAYS} Tage weit; für länger bitte einen Ratenplan oder eine Stundung vereinbaren.`,
    );
  return plusDays(nextWorkingDay(plusDays(payBy, PROMISE_GRACE_DAYS), placeOf(akte.debtor)), 1);
};

const refuseNoSituation = (ground: HoldGround): void => {
  if (HOLDS[ground].special) return;
  throw wrongField('answer.situation', 'ground', `„${ground}“ ist keine besondere Lage.`);
};

/** What lets the case rest; the very same again adds nothing. */
const held = (hold: Pick<FactOf<'held'>, 'ground' | 'reason' | 'until'>, akte: Akte, { on, by }: Noting): Fact[] => {
  const { ground, reason, until } = hold;
  const isHeld = akte.holds.some((h) => h.ground === ground && h.on === on && h.until === until && h.reason === reason);
  return isHeld ? [] : [{ kind: 'held', ground, on, by, reason, ...(until ? { until } : {}) }];
};

const inSituation = ({ ground, note, until }: Answered<'situation'>, akte: Akte, noting: Noting): Fact[] => {
  refuseNoSituation(ground);
  if (until) refusePast('until', until, noting.on);
  return held({ ground, reason: note, until }, akte, noting);
};

const over = ({ ground, note }: Answered<'over'>, akte: Akte, { on, by }: Noting): Fact[] =>
  akte.holds.some((h) => h.ground === ground) ? [{ kind: 'resumed', ground, on, by, reason: note }] : [];

/**
 * What follows from an answer: from this instant on the case rests or goes on as it says (`HOLDS`). The same answer
 * that is delivered a second time adds nothing. Throws Rejected `day.past`, `promise.too-far`, `answer.situation`, and
 * what the news of a contact or of a return refuse.
 */
export const decideAnswer = (
  { answer, by }: Readonly<{ answer: Answer; by: Actor }>,
  akte: Akte,
  on: Day,
): readonly Fact[] => {
  const noting = { on, by };
  switch (answer.kind) {
    case 'dispute':
      return disputed(answer, akte, noting);
    case 'proof':
      return held(
        { ground: 'proof', reason: `Zahlungsnachweis: ${answer.note}`, until: plusDays(on, PROOF_DAYS) },
        akte,
        noting,
      );
    case 'promise': {
      const reason = `Zahlung zugesagt bis ${formatDay(answer.payBy)}${withNote(answer.note)}`;
      return held({ ground: 'promise', reason, until: believedUntil(answer, akte, on) }, akte, noting);
    }
    case 'deferral':
      refusePast('until', answer.until, on);
      return held({ ground: 'deferral', reason: answer.note, until: answer.until }, akte, noting);
    case 'contact': {
      const { kind: _, ...told } = answer;
      return decideContact({ ...told, by }, akte, on);
    }
    case 'situation':
      return inSituation(answer, akte, noting);
    case 'returned':
      return decideReturn({ ...answer, by }, akte, on);
    case 'over':
      return over(answer, akte, noting);
    default:
      return answer satisfies never;
  }
};
