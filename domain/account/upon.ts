import type { Payment } from '../akte/akte.ts';
import type { Day } from '../calendar.ts';
import { routeOf, type Debt, type Route } from './designation.ts';
import type { Demand } from '../akte/demand.ts';
import { ZERO } from '../money.ts';

const isAskedBy =
  ({ claims }: Demand) =>
  ({ claim }: Debt): boolean =>
    claims.includes(claim.id);

/** What a demand asked for comes first, each in the order of the law. */
const askedFirst = <D extends Debt>(demand: Demand, { groups }: Route<D>): D[][] => {
  const isAsked = isAskedBy(demand);
  return [
    ...groups.map((group) => group.filter(isAsked)),
    ...groups.map((group) => group.filter((d) => !isAsked(d))),
  ].filter((group) => group.length > 0);
};

/** A payment that answers a demand settles what it asked for, in the order of the law, before anything else. */
const answering = <D extends Debt>(demand: Demand, route: Route<D>): Route<D> => ({
  ...route,
  groups: askedFirst(demand, route),
  ground: 'Damit ist beglichen, was unsere Zahlungsaufforderung verlangt hat; Zinsen seit ihrem Tag erheben wir nicht.',
});

/** A part of what a demand asked is meant for that, where the payer says nothing else (§ 366(1) BGB, decision 93). */
const inPartOf = <D extends Debt>(demand: Demand, route: Route<D>): Route<D> => ({
  ...route,
  groups: askedFirst(demand, route),
  ground:
    'Nach unserer Zahlungsaufforderung gezahlt: zuerst auf das, was sie verlangt hat (§ 366 Abs. 1 BGB), sonst in der gesetzlichen Reihenfolge.',
});

/**
 * Where a payment goes. `answered`: the demand it answers in full and in time; `demand`: this, or the newest before it.
 */
export const upon = <D extends Debt>(
  payment: Payment,
  debts: readonly D[],
  { on, answered, demand }: Readonly<{ on: Day; answered: Demand | null; demand: Demand | null }>,
): Route<D> => {
  if (answered) return answering(answered, routeOf({ ...payment, amount: ZERO }, debts, on));
  const route = routeOf(payment, debts, on);
  // Words, or an amount that says what it is for, say more than the demand does.
  if (!demand || route.principalOnly || payment.claim !== undefined) return route;
  const asked = debts.filter(isAskedBy(demand)).length;
  return asked > 0 && asked < debts.length ? inPartOf(demand, route) : route;
};
