import type { Stage } from '../procedure/states.ts';
import type { Akte } from '../akte/akte.ts';
import { formatDay, isBefore, latest, plusDays, type Day } from '../calendar.ts';
import type { Claim } from '../akte/claim.ts';
import type { MatterId } from '../ids.ts';
import { nextWorkingDay } from '../law/deadlines.ts';
import { inForce } from '../law/dated.ts';
import { placeOf, type Place } from '../law/place.ts';
import { DEFAULT_AFTER_DAYS } from '../law/figures.ts';
import { CHANNELS, POSTAL_DAYS } from '../procedure/channels.ts';

/**
 * Since when a claim is in default (§ 286 BGB): `since` is the first day that bears interest; `ground` says why, in
 * German.
 */
export type Default = Readonly<{ since: Day; ground: string }>;

/** A claim's matter, and the one of the creditor's own dunning before it: what was demanded there still counts. */
const mattersOf = (akte: Akte, claim: Claim): readonly (MatterId | undefined)[] => [
  claim.matter,
  akte.matters.find((m) => m.id === claim.matter)?.from,
];

/**
 * A demand that reached the debtor on `from`'s day, and the last day it gave: where it named none, that of its arrival.
 */
type Deadline = Readonly<{ from: Day; arrivedOn: Day; until: Day; stage: Stage }>;

/**
 * What the debtor was asked in writing for a claim, the first demand first. What a demand said of its deadline counts,
 * also where another address has other holidays since.
 */
const deadlinesGiven = (akte: Akte, claim: Claim): Deadline[] => {
  const matters = mattersOf(akte, claim);
  return akte.messages
    .flatMap((message): Deadline[] => {
      const { key, demand } = message;
      const asks = demand ? demand.claims.includes(claim.id) : matters.includes(key.matter);
      const { demands, arrivesAfter } = CHANNELS[key.channel];
      if (message.state !== 'sent' || !demands || !asks) return [];
      const { on } = message;
      const arrivedOn = plusDays(on, arrivesAfter);
      return [{ from: on, arrivedOn, until: latest(arrivedOn, demand?.payBy ?? arrivedOn), stage: key.stage }];
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
};

/** A deadline that the creditor gave before us and told us of: the debtor may rely on it as on one of ours. */
const creditorsDeadline = ({ priorDunning: { on, payBy } }: Claim, place: Place): Deadline[] => {
  if (!on || !payBy) return [];
  const arrivedOn = plusDays(on, POSTAL_DAYS);
  return [{ from: on, arrivedOn, until: latest(arrivedOn, nextWorkingDay(payBy, place)), stage: 0 }];
};

/**
 * A day on which the debtor could still pay in time is none of default: whoever sets a deadline cannot count a day
 * within it, whatever else would have brought default about by then (R3).
 */
const afterDeadlines = (since: Day, given: readonly Deadline[]): Day => {
  const running = given.find((d) => isBefore(d.from, since) && !isBefore(d.until, since));
  return running ? afterDeadlines(plusDays(running.until, 1), given) : since;
};

/**
 * § 286(1) BGB: a demand that came once the claim was due. One that gives a deadline brings default about when that is
 * over, and a later deadline given before that end moves it (`afterDeadlines`).
 */
const byOurDemand = (given: readonly Deadline[], dueOn: Day): Default | null => {
  const first = given.find((d) => isBefore(dueOn, d.from));
  if (!first) return null;
  const deadline = first.until === first.arrivedOn ? '' : ` mit Frist bis zum ${formatDay(first.until)}`;
  return {
    since: plusDays(first.until, 1),
    // Called what its reader knows it as: a reminder asks for payment, too, and is a Mahnung to the law.
    ground:
      first.stage === 0
        ? `Die Zahlungserinnerung vom ${formatDay(first.from)}${deadline} ist rechtlich eine Mahnung (§ 286 Abs. 1 BGB).`
        : `Die Mahnung vom ${formatDay(first.from)}${deadline} blieb ohne vollständige Zahlung (§ 286 Abs. 1 BGB).`,
  };
};

/** § 286(1) BGB: the creditor's own Mahnung needs no deadline; one that it gave and told us of passes first. */
const byCreditorsDemand = (claim: Claim, dueOn: Day, place: Place): Default[] => {
  const { kind, on, payBy } = claim.priorDunning;
  if (kind === 'none' || !on || !isBefore(dueOn, on)) return [];
  const arrivedOn = plusDays(on, POSTAL_DAYS);
  const until = creditorsDeadline(claim, place)[0]?.until ?? arrivedOn;
  const deadline = payBy ? ` und dafür eine Frist bis zum ${formatDay(payBy)} gesetzt` : '';
  return [
    {
      since: plusDays(until, 1),
      ground: `Der Gläubiger hat am ${formatDay(on)} gemahnt${deadline} (§ 286 Abs. 1 BGB).`,
    },
  ];
};

/**
 * Towards a consumer these days count only where the invoice said so, and so does this sentence (§ 286(3) sentence 1
 * BGB).
 */
const afterDaysInWords = ({ kind }: Akte['debtor'], days: number): string => {
  const notice = kind === 'private' ? '; darauf hat die Rechnung hingewiesen' : '';
  return `Seit Fälligkeit und Zugang der Rechnung sind ${days} Tage vergangen${notice} (§ 286 Abs. 3 BGB).`;
};

const grounds = (akte: Akte, claim: Claim, given: readonly Deadline[]): Default[] => {
  const place = placeOf(akte.debtor);
  // § 193 BGB: what is due on a Saturday, Sunday or holiday of the debtor's place may be paid until the next working
  // day.
  const due = nextWorkingDay(claim.dueOn, place);
  const ours = byOurDemand(given, due);
  const days = inForce(DEFAULT_AFTER_DAYS, claim.dueOn).value;
  const byItself = nextWorkingDay(plusDays(latest(claim.dueOn, plusDays(claim.invoiceDate, POSTAL_DAYS)), days), place);
  return [
    ...(claim.dueByContract
      ? [
          {
            since: plusDays(due, 1),
            ground: `Der Zahlungstag ${formatDay(claim.dueOn)} stand vertraglich fest (§ 286 Abs. 2 Nr. 1 BGB).`,
          },
        ]
      : []),
    ...byCreditorsDemand(claim, due, place),
    ...(akte.debtor.kind === 'business' || claim.announcesDefault
      ? [
          {
            since: plusDays(byItself, 1),
            ground: afterDaysInWords(akte.debtor, days),
          },
        ]
      : []),
    ...(ours ? [ours] : []),
  ];
};

/**
 * When default begins by the facts as they stand, on whatever day one asks; null: never yet. Never before a deadline is
 * over that the debtor was given before.
 */
export const beginOfDefault = (akte: Akte, claim: Claim): Default | null => {
  const given = deadlinesGiven(akte, claim);
  const all = [...given, ...creditorsDeadline(claim, placeOf(akte.debtor))];
  return grounds(akte, claim, given)
    .map(({ since, ground }): Default => {
      const begin = afterDeadlines(since, all);
      return begin === since
        ? { since, ground }
        : { since: begin, ground: `${ground} Bis zum ${formatDay(plusDays(begin, -1))} lief aber noch eine Frist.` };
    })
    .reduce<Default | null>((first, d) => (first && !isBefore(d.since, first.since) ? first : d), null);
};
