import type { Stage } from '../procedure/states.ts';
import { counted } from '../counted.ts';
import { POSTAL_DAYS } from '../procedure/channels.ts';
import { CONTACT_BUDGET, type Level, type Procedure } from '../procedure/procedure.ts';
import { BUDGET_DAYS } from '../dunning/run-days.ts';
import { MESSAGE_HOURS } from '../dunning/contact.ts';
import type { Rehearsal } from './rehearsal.ts';
import { found, type Finding } from './rules.ts';

const hours = ({ messageHours: { from, to } }: Procedure): Finding[] => {
  const { weekdays } = MESSAGE_HOURS;
  return from < weekdays.from || to > weekdays.to
    ? [found('messages.quiet-hours', 'messageHours', `Nachrichten gehen von ${from} bis ${to} Uhr hinaus.`)]
    : [];
};

const days = ({ messageDays }: Procedure): Finding[] => {
  if (messageDays === 'every-day')
    return [
      found(
        'messages.rest-days',
        'messageDays',
        'Nachrichten gehen an jedem Tag hinaus, auch sonntags und an Feiertagen.',
      ),
    ];
  return messageDays === 'monday-to-saturday'
    ? [found('messages.saturday', 'messageDays', 'Nachrichten gehen auch samstags hinaus.')]
    : [];
};

const phones = ({ levels }: Procedure): Finding[] =>
  levels.flatMap(({ phone, paymentTermDays, title }, i) => {
    if (!phone) return [];
    const place = `levels[${i}].phone.afterDays`;
    if (phone.afterDays < POSTAL_DAYS)
      return [
        found(
          'phone.before-demand',
          place,
          `„${title}“ ruft ${counted(phone.afterDays, 'Tag', 'Tage')} nach dem Versand an; ohne E-Mail ist der Brief dann noch unterwegs.`,
        ),
      ];
    return phone.afterDays < paymentTermDays
      ? [
          found(
            'phone.during-deadline',
            place,
            `„${title}“ ruft nach ${counted(phone.afterDays, 'Tag', 'Tagen')} an, die Zahlungsfrist dauert ${paymentTermDays}.`,
          ),
        ]
      : [];
  });

/** The first stretch of seven days that holds more messages than the budget; null: none. */
const tooMany = ({ done }: Rehearsal, most: number): Readonly<{ day: number; count: number; stage: Stage }> | null => {
  const messages = done.filter((d) => d.channel !== null);
  for (const first of messages) {
    const within = messages.filter((m) => m.day >= first.day && m.day < first.day + BUDGET_DAYS);
    if (within.length > most)
      return { day: first.day, count: within.length, stage: within.at(-1)?.stage ?? first.stage };
  }
  return null;
};

const messages = ({ contactBudget, levels }: Procedure, rehearsals: readonly Rehearsal[]): Finding[] => {
  const [worst] = rehearsals.flatMap((r) => {
    const many = tooMany(r, contactBudget.messages);
    return many ? [{ ...many, words: r.reach.words }] : [];
  });
  return worst
    ? [
        found(
          'contacts.over-budget',
          `levels[${levels.findIndex((l) => l.stage === worst.stage)}]`,
          `Ein Schuldner ${worst.words} bekäme ab Tag ${worst.day} ${counted(worst.count, 'Nachricht', 'Nachrichten')} in ${BUDGET_DAYS} Tagen, das Budget erlaubt ${contactBudget.messages}.`,
        ),
      ]
    : [];
};

/** Attempts are spread over the window: no week can hold fewer than its share of them. */
const perWeek = (phone: NonNullable<Level['phone']>): number =>
  Math.ceil((phone.attempts ?? 0) / Math.max(1, Math.ceil(phone.days / BUDGET_DAYS)));
const calls = ({ levels, contactBudget }: Procedure): Finding[] =>
  levels.flatMap(({ phone, title }, i) =>
    phone && perWeek(phone) > contactBudget.calls
      ? [
          found(
            'contacts.over-budget',
            `levels[${i}].phone.attempts`,
            `„${title}“ versucht es in ${counted(phone.days, 'Tag', 'Tagen')} ${phone.attempts ?? 0} Mal, das wären ${perWeek(phone)} Anrufversuche in ${BUDGET_DAYS} Tagen; das Budget erlaubt ${contactBudget.calls}.`,
          ),
        ]
      : [],
  );

const budget = ({ contactBudget: b }: Procedure): Finding[] =>
  b.messages > CONTACT_BUDGET.messages || b.calls > CONTACT_BUDGET.calls
    ? [
        found(
          'budget.too-wide',
          'contactBudget',
          `Das Budget erlaubt ${counted(b.messages, 'Nachricht', 'Nachrichten')} und ${counted(b.calls, 'Anrufversuch', 'Anrufversuche')} in ${BUDGET_DAYS} Tagen.`,
        ),
      ]
    : [];

/** Whether a debtor is left in peace as much as is due. */
export const contactFindings = (procedure: Procedure, rehearsals: readonly Rehearsal[]): Finding[] => [
  ...hours(procedure),
  ...days(procedure),
  ...phones(procedure),
  ...messages(procedure, rehearsals),
  ...calls(procedure),
  ...budget(procedure),
];
