import { formatDay, type Day } from '../../domain/calendar.ts';
import { ClaimId, HandOverId, MatterId } from '../../domain/ids.ts';
import { PriorDunning, type Claim } from '../../domain/akte/claim.ts';
import type { FactOf } from '../../domain/akte/facts.ts';
import type { StatementFile } from './file.ts';
import { wrongField } from '../../domain/faults.ts';

type ClaimInFile = StatementFile['claims'][number];

/** The days on which something was handed over; the claims of each are a matter of their own. */
export const ordersIn = ({ claims, orderedOn }: StatementFile): readonly Day[] =>
  [...new Set(claims.map((c) => c.orderedOn ?? orderedOn))].sort();
export const matterOf = (orders: readonly Day[], on: Day): MatterId => MatterId.parse(`M${orders.indexOf(on) + 1}`);

/** A claim, and the day on which it was handed over. */
export type Ordered = Readonly<{ orderedOn: Day; claim: Claim }>;

/** A claim that was due, or handed over, before there was an invoice. */
const refuseBeforeInvoice = (given: ClaimInFile, i: number, orderedOn: Day): void => {
  const { dueOn, invoiceDate } = given;
  if (dueOn < invoiceDate)
    throw wrongField(
      'claim.due-before-invoice',
      `claims[${i}].dueOn`,
      `Die Fälligkeit (${formatDay(dueOn)}) liegt vor dem Rechnungsdatum (${formatDay(invoiceDate)}).`,
    );
  if (orderedOn < invoiceDate)
    throw wrongField(
      'claim.ordered-before-invoice',
      `claims[${i}].${given.orderedOn ? 'orderedOn' : 'invoiceDate'}`,
      `Die Übergabe (${formatDay(orderedOn)}) liegt vor dem Rechnungsdatum (${formatDay(invoiceDate)}).`,
    );
};
const refuseTakenIds = (claims: readonly Ordered[]): void => {
  const twice = claims.findIndex((c, i) => claims.findIndex((d) => d.claim.id === c.claim.id) !== i);
  if (twice >= 0)
    throw wrongField(
      'claim.twice',
      `claims[${twice}].id`,
      `Die Kennung ${claims[twice]?.claim.id ?? ''} ist schon vergeben.`,
    );
};

/** The claims of the file. Refuses what is older than its invoice, and an id that is taken. */
export const claimsIn = (file: StatementFile, orders: readonly Day[]): readonly Ordered[] => {
  const claims = file.claims.map((given, i): Ordered => {
    const { orderedOn = file.orderedOn, subject, contractDate, priorDunning, ...rest } = given;
    refuseBeforeInvoice(given, i, orderedOn);
    return {
      orderedOn,
      claim: {
        ...rest,
        id: ClaimId.parse(given.id ?? `F${i + 1}`),
        matter: matterOf(orders, orderedOn),
        ...(subject ? { subject } : {}),
        ...(contractDate ? { contractDate } : {}),
        priorDunning: PriorDunning.parse(priorDunning),
      },
    };
  });
  refuseTakenIds(claims);
  return claims;
};

export const handOversOf = (claims: readonly Ordered[], orders: readonly Day[]): readonly FactOf<'handedOver'>[] =>
  orders.map((on) => ({
    kind: 'handedOver',
    handOver: HandOverId.parse('Datei'),
    on,
    matter: matterOf(orders, on),
    procedure: { id: 'standard', version: 1 },
    claims: claims.filter((c) => c.orderedOn === on).map((c) => c.claim),
  }));
