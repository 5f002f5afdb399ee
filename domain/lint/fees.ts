import { CHANNELS } from '../procedure/channels.ts';
import { formatEuro, formatHundredths } from '../money.ts';
import { senderOf, type Level, type Procedure } from '../procedure/procedure.ts';
import { firstDayOf, type Rehearsal } from './rehearsal.ts';
import { found, type Finding } from './rules.ts';

/**
 * Nr. 2300 note 2 VV RVG: a simple case for two weeks, and never more than 1.3. In days, and hundredths of a full fee.
 */
const SIMPLE_DAYS = 14;
const SIMPLE_RATE = 50;
const HIGHEST_RATE = 130;
/** Above this, in cents, courts have called flat fees in terms and conditions too high. */
const MODEST = 500;

/**
 * The fewest days between the arrival of the first demand that claims a fee and the first message of a level, over all
 * ways of reaching a debtor.
 */
const daysAfterFirstClaim = (level: Level, first: Level, rehearsals: readonly Rehearsal[]): number =>
  Math.min(
    ...rehearsals.map((r) => {
      const from = firstDayOf(r, first.stage);
      const to = firstDayOf(r, level.stage);
      const channel = r.done.find((d) => d.stage === first.stage)?.channel;
      return from === null || to === null ? Infinity : to - from - (channel ? CHANNELS[channel].arrivesAfter : 0);
    }),
  );

const rates = ({ levels }: Procedure, rehearsals: readonly Rehearsal[]): Finding[] =>
  levels.flatMap((level, i) => {
    const { feeRate, title } = level;
    if (feeRate === null) return [];
    const place = `levels[${i}].feeRate`;
    if (feeRate > HIGHEST_RATE)
      return [found('fee.too-high', place, `„${title}“ verlangt ${formatHundredths(feeRate)} einer vollen Gebühr.`)];
    const first = levels.find((l) => l.collectionFee) ?? level;
    const days = daysAfterFirstClaim(level, first, rehearsals);
    return feeRate > SIMPLE_RATE && days <= SIMPLE_DAYS
      ? [
          found(
            'fee.too-early',
            place,
            `„${title}“ verlangt ${formatHundredths(feeRate)} einer vollen Gebühr ${level === first ? 'schon mit der ersten Zahlungsaufforderung' : `${days} Tage nach Zugang der ersten Zahlungsaufforderung`}.`,
          ),
        ]
      : [];
  });

/** A demand before which nothing was demanded: only where default is presumed may it cost anything. */
const beforeDefault = ({ levels, presumesDefault }: Procedure): Finding[] => {
  const [first] = levels;
  if (!first || presumesDefault !== null) return [];
  return [
    ...(first.collectionFee
      ? [
          found(
            'fee.without-default',
            'levels[0].collectionFee',
            `„${first.title}“ verlangt Inkassokosten, ohne dass vorher gemahnt wurde.`,
          ),
        ]
      : []),
    ...(first.flatFee
      ? [
          found(
            'flat-fee.before-default',
            'levels[0].flatFee',
            `„${first.title}“ verlangt eine Mahngebühr, ohne dass vorher gemahnt wurde.`,
          ),
        ]
      : []),
  ];
};

const flatFees = ({ levels }: Procedure): Finding[] =>
  levels.flatMap(({ flatFee: fee, title }, i) => {
    if (!fee) return [];
    const place = `levels[${i}].flatFee`;
    if (!fee.basis)
      return [
        found(
          'flat-fee.no-basis',
          `${place}.basis`,
          `„${title}“ verlangt ${formatEuro(fee.amount)} Mahngebühr, ohne zu sagen, worauf sie beruht.`,
        ),
      ];
    return [
      ...(fee.source
        ? []
        : [found('flat-fee.no-source', `${place}.source`, `„${title}“ nennt keine Fundstelle für die Mahngebühr.`)]),
      ...(fee.basis === 'agb' && fee.amount > MODEST
        ? [
            found(
              'flat-fee.high',
              `${place}.amount`,
              `„${title}“ verlangt ${formatEuro(fee.amount)} als Pauschale nach AGB.`,
            ),
          ]
        : []),
    ];
  });

const inOwnName = (procedure: Procedure): Finding[] =>
  procedure.levels.flatMap((level, i) =>
    senderOf(procedure, level) === 'creditor' && level.collectionFee
      ? [
          found(
            'fee.creditors-own',
            `levels[${i}].collectionFee`,
            `„${level.title}“ geht im Namen des Gläubigers hinaus und verlangt Inkassokosten.`,
          ),
        ]
      : [],
  );

/** Whether what the letters cost may be asked for. */
export const feeFindings = (procedure: Procedure, rehearsals: readonly Rehearsal[]): Finding[] => [
  ...rates(procedure, rehearsals),
  ...beforeDefault(procedure),
  ...flatFees(procedure),
  ...inOwnName(procedure),
];
