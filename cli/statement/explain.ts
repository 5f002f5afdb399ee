import { accountOf } from '../../domain/account/account.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import type { Day } from '../../domain/calendar.ts';
import { AkteId } from '../../domain/ids.ts';
import type { FactOf } from '../../domain/akte/facts.ts';
import { fold } from '../../domain/akte/fold.ts';
import type { Statement } from '../../domain/statement/lines.ts';
import { statementOf } from '../../domain/statement/statement.ts';
import { claimsIn, handOversOf, ordersIn } from './claims.ts';
import { creditsIn } from './credits.ts';
import { demandsIn } from './demands.ts';
import type { StatementFile } from './file.ts';
import { paymentsIn, reversalsIn } from './payments.ts';
import { refundsIn, refuseRefundsNotHeld } from './refunds.ts';
import { wrongField } from '../../domain/faults.ts';

const akteIdOf = ({ akte }: StatementFile): AkteId => {
  const id = AkteId.safeParse(akte ?? 'MUS-0000-0000');
  if (!id.success) throw wrongField('statement.invalid', 'akte', 'erwartet wird ein Aktenzeichen wie "MUS-4F7K-2QXR".');
  return id.data;
};

const opened = ({ debtor, creditor }: StatementFile): FactOf<'opened'> => ({
  kind: 'opened',
  debtor: {
    customerNumber: '–',
    name: debtor.name,
    kind: debtor.kind,
    ...(debtor.land ? { land: debtor.land } : {}),
  },
  terms: {
    deductsInputTax: creditor.deductsInputTax,
    lumpSum: creditor.claimsLumpSum,
    dayCount: creditor.dayCount,
    waivesCosts: creditor.waivesCosts,
    simpleFeeWhilePlanKept: creditor.simpleFeeWhilePlanKept,
    innerAllocation: creditor.innerAllocation,
    leastAmount: creditor.leastAmount,
  },
});

/**
 * The facts of the file as an Akte. Refuses what cannot have happened: a payment before its claim, a reversal of a
 * payment that is not there.
 */
const akteOf = (file: StatementFile): Akte => {
  const id = akteIdOf(file);
  const orders = ordersIn(file);
  const ordered = claimsIn(file, orders);
  const claims = ordered.map((o) => o.claim);
  const demands = demandsIn(file, ordered, orders);
  const payments = paymentsIn(file, claims);
  const akte = fold(id, [
    [
      opened(file),
      ...handOversOf(ordered, orders),
      ...demands,
      ...payments,
      ...creditsIn(file, claims),
      ...reversalsIn(file, payments),
      ...refundsIn(file),
    ],
  ]);
  refuseRefundsNotHeld(akte, file);
  return akte;
};

/** Explains the file as of a day. */
export const explain = (file: StatementFile, asOf: Day): Statement => {
  const akte = akteOf(file);
  return { ...statementOf(akte, accountOf(akte, asOf), file.creditor.name ?? null), akte: file.akte ?? null };
};
