import { SYSTEM } from '../../domain/actor.ts';
import { formatDay, type Day } from '../../domain/calendar.ts';
import { nextWorkingDay } from '../../domain/law/deadlines.ts';
import type { FactOf, MessageKey } from '../../domain/akte/facts.ts';
import { MessageReference, ProviderId } from '../../domain/ids.ts';
import { inForce } from '../../domain/law/dated.ts';
import { RVG } from '../../domain/law/fee-tables.ts';
import { cents } from '../../domain/money.ts';
import { placeIn } from '../../domain/law/place.ts';
import { STAGES, type Stage } from '../../domain/procedure/states.ts';
import { matterOf, type Ordered } from './claims.ts';
import type { StatementFile } from './file.ts';
import { wrongField } from '../../domain/faults.ts';

type DemandInFile = StatementFile['demands'][number];

/** A demand whose sum the file does not tell is answered by no payment. */
const NEVER_ANSWERED = cents(99_999_999_999_99);

/** A file does not tell who carried a demand. */
const NO_PROVIDER = ProviderId.parse('');

/** So many demands for collection costs a run has after its first message: one in each stage. */
const MOST_AFTER_FIRST = STAGES.length - 1;
const LAST: Stage = 5;
/**
 * Each demand is a message of its own. One that asks for collection costs opens a stage, because a stage asks for them
 * once; which of more than a run has stages asked for something new, nobody could tell.
 */
const nthMessage = ({ demands }: StatementFile, i: number): Pick<MessageKey, 'stage' | 'copy'> => {
  if (i === 0) return { stage: 0 };
  const before = demands.slice(1, i).filter((d) => d.collectionFee).length;
  const stage = STAGES[before + 1];
  if (stage === undefined && demands[i]?.collectionFee)
    throw wrongField(
      'demand.too-many',
      `demands[${i}].collectionFee`,
      `Nach der ersten Aufforderung fordert ein Mahnlauf höchstens ${MOST_AFTER_FIRST}-mal Inkassokosten. Bitte bei den Aufforderungen weglassen, die nur wiederholten, was vorher schon gefordert war.`,
    );
  return { stage: stage ?? LAST, copy: i + 1 };
};

/** The orders a demand was about. What was handed over later cannot have been demanded yet. */
const demandedOf = (file: StatementFile, demand: DemandInFile, i: number, orders: readonly Day[]): readonly Day[] => {
  const { on: demandedOn, orderedOn } = demand;
  if (orderedOn && !orders.includes(orderedOn))
    throw wrongField('demand.order', `demands[${i}].orderedOn`, `Am ${formatDay(orderedOn)} wurde nichts übergeben.`);
  const demanded = orders.filter((on) => on <= demandedOn && (orderedOn === undefined || orderedOn === on));
  if (demanded.length > 0) return demanded;
  throw wrongField(
    'demand.before-order',
    `demands[${i}].on`,
    `Die Aufforderung vom ${formatDay(demandedOn)} liegt vor der Übergabe (${formatDay(orderedOn ?? file.orderedOn)}).`,
  );
};

/** The demands of the file, one message for each matter. Refuses one before anything was handed over. */
export const demandsIn = (
  file: StatementFile,
  claims: readonly Ordered[],
  orders: readonly Day[],
): readonly (FactOf<'reserved'> | FactOf<'sent'>)[] =>
  file.demands.flatMap((d, i) =>
    demandedOf(file, d, i, orders).flatMap((on): (FactOf<'reserved'> | FactOf<'sent'>)[] => {
      // Refuses a fee for which there is no table.
      if (d.collectionFee) inForce(RVG, on);
      const message = { matter: matterOf(orders, on), ...nthMessage(file, i), channel: d.channel };
      const reference = MessageReference.parse(`Aufforderung ${i + 1}`);
      const demand = {
        total: d.total ?? NEVER_ANSWERED,
        asOf: d.on,
        payBy: d.payBy ? nextWorkingDay(d.payBy, placeIn(file.debtor.land)) : d.on,
        claims: claims.filter((c) => c.orderedOn === on).map((c) => c.claim.id),
        collectionFee: d.collectionFee,
      };
      return [
        { kind: 'reserved', message, reference, at: `${d.on}T08:00:00Z`, by: SYSTEM.file, demand },
        { kind: 'sent', message, reference, on: d.on, providerId: NO_PROVIDER, document: null },
      ];
    }),
  );
