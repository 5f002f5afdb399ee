import { counted } from '../counted.ts';
import { POSTAL_DAYS, WRITTEN_CHANNELS } from '../procedure/channels.ts';
import { senderOf, sendsOn, type Level, type Procedure } from '../procedure/procedure.ts';
import { firstDayOf, type Rehearsal } from './rehearsal.ts';
import { found, type Finding } from './rules.ts';

/** A transfer takes a bank working day (§ 675s BGB); somebody must read the letter and make it. */
const SHORTEST_TERM = 3;
/** A standard execution of Step Functions lives a year. */
const LONGEST_RUN = 365;

const ofLevel = (level: Level, i: number): Finding[] => {
  const place = `levels[${i}]`;
  return [
    ...(level.paymentTermDays < SHORTEST_TERM
      ? [
          found(
            'term.too-short',
            `${place}.paymentTermDays`,
            `„${level.title}“ lässt ${counted(level.paymentTermDays, 'Tag', 'Tage')} zum Zahlen.`,
          ),
        ]
      : []),
    ...(!WRITTEN_CHANNELS.some((channel) => sendsOn(level, channel))
      ? [found('level.never-sends', place, `„${level.title}“ geht weder per E-Mail noch per Brief hinaus.`)]
      : []),
    ...(level.windowDays > 0 && level.startsOnDay === null
      ? [
          found(
            'window.no-day',
            `${place}.windowDays`,
            `„${level.title}“ hat ein Zeitfenster von ${counted(level.windowDays, 'Tag', 'Tagen')}, aber keinen festen Tag.`,
          ),
        ]
      : []),
    ...(level.attachInvoice && !level.email
      ? [
          found(
            'invoice.not-sent',
            `${place}.attachInvoice`,
            `„${level.title}“ soll die Rechnung mitsenden, geht aber nicht per E-Mail hinaus.`,
          ),
        ]
      : []),
  ];
};

/** Inside a stage: how long it is meant to last from its anchor, and by when its own deadlines have passed. */
const insideStage = (level: Level, i: number): Finding[] => {
  const { phone, nextAfterDays, letter, letterAfterDays, paymentTermDays, anchor, title } = level;
  const lasts = phone ? phone.afterDays + phone.days : nextAfterDays;
  const second = level.email && letter === 'after-email';
  const ends = second ? (anchor === 'letter' ? 0 : letterAfterDays) + POSTAL_DAYS + paymentTermDays : paymentTermDays;
  return ends > lasts
    ? [
        found(
          'stages.overlap',
          `levels[${i}].${phone ? 'phone.days' : 'nextAfterDays'}`,
          `„${title}“ dauert ${counted(lasts, 'Tag', 'Tage')}, die Zahlungsfrist ${second ? 'des Briefs ' : ''}endet erst nach ${ends}.`,
        ),
      ]
    : [];
};

/** The last day on which a stage may still begin; null: it has no day of its own, or no other than this. */
const endOfWindow = ({ startsOnDay, windowDays }: Level): number | null =>
  startsOnDay === null || windowDays === 0 ? null : startsOnDay + windowDays;

/** Where a stage has a day of its own, the stages before must be over by then. */
const betweenStages = ({ levels }: Procedure, rehearsals: readonly Rehearsal[]): Finding[] =>
  levels.flatMap((level, i) => {
    const { startsOnDay, title } = level;
    const before = levels[i - 1];
    if (startsOnDay === null || !before) return [];
    const late = rehearsals.flatMap((r) => {
      const day = firstDayOf(r, level.stage);
      return day !== null && day > startsOnDay ? [{ day, words: r.reach.words }] : [];
    })[0];
    const windowEnd = endOfWindow(before);
    return [
      ...(late
        ? [
            found(
              'stages.overlap',
              `levels[${i}].startsOnDay`,
              `„${title}“ soll an Tag ${startsOnDay} beginnen; ${late.words} ist die Stufe davor erst an Tag ${late.day} vorbei.`,
            ),
          ]
        : []),
      ...(windowEnd !== null && windowEnd >= startsOnDay
        ? [
            found(
              'stages.overlap',
              `levels[${i - 1}].windowDays`,
              `Das Zeitfenster von „${before.title}“ reicht bis Tag ${windowEnd}, „${title}“ beginnt an Tag ${startsOnDay}.`,
            ),
          ]
        : []),
    ];
  });

const handOverDay = ({ handOver }: Procedure, rehearsals: readonly Rehearsal[]): Finding[] => {
  if (!handOver) return [];
  const { startsOnDay, windowDays } = handOver;
  if (startsOnDay === null)
    return windowDays > 0
      ? [
          found(
            'window.no-day',
            'handOver.windowDays',
            `Die Übergabe hat ein Zeitfenster von ${counted(windowDays, 'Tag', 'Tagen')}, aber keinen festen Tag.`,
          ),
        ]
      : [];
  const late = rehearsals.find((r) => r.lasts > startsOnDay);
  return late
    ? [
        found(
          'stages.overlap',
          'handOver.startsOnDay',
          `Die Übergabe soll an Tag ${startsOnDay} sein; ${late.reach.words} ist die letzte Stufe erst an Tag ${late.lasts} vorbei.`,
        ),
      ]
    : [];
};

const length = (rehearsals: readonly Rehearsal[]): Finding[] => {
  const [longest] = [...rehearsals].sort((a, b) => b.lasts - a.lasts);
  return longest && longest.lasts > LONGEST_RUN
    ? [found('wait.too-long', 'levels', `Der Mahnlauf dauert ${longest.reach.words} ${longest.lasts} Tage.`)]
    : [];
};

const beforeDue = ({ levels, countsFrom, invoiceTermDays }: Procedure): Finding[] => {
  if (countsFrom !== 'invoiceDate' || invoiceTermDays === null) return [];
  return levels
    .slice(0, 1)
    .flatMap(({ startsOnDay, title }) =>
      startsOnDay !== null && startsOnDay <= invoiceTermDays
        ? [
            found(
              'reminder.before-due',
              'levels[0].startsOnDay',
              `„${title}“ soll an Tag ${startsOnDay} hinaus, das Zahlungsziel läuft bis Tag ${invoiceTermDays}.`,
            ),
          ]
        : [],
    );
};

/**
 * Who has had a letter from the agency must not be written to by the creditor again, as if it were still its affair
 * alone.
 */
const changesBack = (procedure: Procedure): Finding[] =>
  procedure.levels.flatMap((level, i) => {
    const ours = procedure.levels.slice(0, i).findLast((l) => senderOf(procedure, l) === 'agency');
    return ours && senderOf(procedure, level) === 'creditor'
      ? [
          found(
            'sender.changes-back',
            `levels[${i}].sender`,
            `„${level.title}“ geht im Namen des Gläubigers hinaus, „${ours.title}“ davor schon im Namen des Inkassos.`,
          ),
        ]
      : [];
  });

/** Whether the stages follow one another as they say, in the time an execution has. */
export const orderFindings = (procedure: Procedure, rehearsals: readonly Rehearsal[]): Finding[] => [
  ...procedure.levels.flatMap(ofLevel),
  ...procedure.levels.flatMap(insideStage),
  ...betweenStages(procedure, rehearsals),
  ...handOverDay(procedure, rehearsals),
  ...length(rehearsals),
  ...beforeDue(procedure),
  ...changesBack(procedure),
  ...(procedure.shift
    ? []
    : [
        found(
          'deadline.no-shift',
          'shift',
          'Fristen werden nicht verschoben und können auf ein Wochenende oder einen Feiertag fallen.',
        ),
      ]),
  ...(procedure.after === 'court' && !procedure.levels.some((l) => l.stage > 0)
    ? [found('court.no-mahnung', 'after', 'Auf die Zahlungserinnerung folgt gleich die gerichtliche Entscheidung.')]
    : []),
];
