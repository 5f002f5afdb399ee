import type { Akte } from './akte.ts';
import { isBefore, latest, plusDays, type Day, formatDay } from './calendar.ts';
import type { Claim, MatterId } from './claim.ts';
import { nextWorkingDay } from './deadlines.ts';

/** A letter has reached its reader after three postal days. */
export const POSTAL_DAYS = 3;

/** Since when a claim is in default (§ 286 BGB): `since` is the first day that bears interest; `ground` says why, in German. */
export type Default = Readonly<{ since: Day; ground: string }>;

/** A claim's matter, and the one of the creditor's own dunning before it: what was demanded there still counts. */
const mattersOf = (akte: Akte, claim: Claim): readonly (MatterId | undefined)[] => [
  claim.matter,
  akte.matters.find((m) => m.id === claim.matter)?.from,
];

const grounds = (akte: Akte, claim: Claim): Default[] => {
  const land = akte.debtor.land ?? null;
  const due = nextWorkingDay(claim.dueOn, land);
  const found: Default[] = [];
  if (claim.dueByContract)
    found.push({
      since: plusDays(due, 1),
      ground: `Der Zahlungstag ${formatDay(claim.dueOn)} stand vertraglich fest (§ 286 Abs. 2 Nr. 1 BGB).`,
    });
  const prior = claim.priorDunning;
  if (prior.kind !== 'none' && prior.on && isBefore(claim.dueOn, prior.on)) {
    found.push({
      since: plusDays(prior.on, POSTAL_DAYS + 1),
      ground: `Der Gläubiger hat am ${formatDay(prior.on)} gemahnt (§ 286 Abs. 1 BGB).`,
    });
  }
  if (akte.debtor.kind === 'business' || claim.announcesDefault) {
    const end = nextWorkingDay(plusDays(latest(claim.dueOn, plusDays(claim.invoiceDate, POSTAL_DAYS)), 30), land);
    found.push({
      since: plusDays(end, 1),
      ground: `Seit Fälligkeit und Zugang der Rechnung sind 30 Tage vergangen (§ 286 Abs. 3 BGB).`,
    });
  }
  for (const message of akte.messages) {
    if (
      message.state !== 'sent' ||
      !message.on ||
      message.key.channel === 'sms' ||
      !mattersOf(akte, claim).includes(message.key.matter) ||
      !isBefore(claim.dueOn, message.on)
    )
      continue;
    const arrived = plusDays(message.on, message.key.channel === 'letter' ? POSTAL_DAYS : 0);
    found.push({
      since: plusDays(arrived, 1),
      ground: `Die Zahlungsaufforderung vom ${formatDay(message.on)} ist eine Mahnung (§ 286 Abs. 1 BGB).`,
    });
  }
  return found;
};

/** When default begins by the facts as they stand, on whatever day one asks; null: never yet. */
export const beginOfDefault = (akte: Akte, claim: Claim): Default | null =>
  grounds(akte, claim).reduce<Default | null>(
    (first, d) => (first && !isBefore(d.since, first.since) ? first : d),
    null,
  );

/** The earliest ground of default that holds on this day, or null: then neither interest nor a collection fee is owed (reading 7). */
export const defaultOf = (akte: Akte, claim: Claim, asOf: Day): Default | null => {
  const begin = beginOfDefault(akte, claim);
  return begin && !isBefore(asOf, begin.since) ? begin : null;
};
