import * as z from 'zod';
import { Actor } from '../actor.ts';
import { Day, Instant, isBefore, plusDays } from '../calendar.ts';
import { changedIn } from '../changed-in.ts';
import { ProposalId } from '../ids.ts';
import { Creditor } from './parties.ts';

/** `1` for the first; a mandate's versions are counted without a gap. */
const MandateNumber = z.int().positive();

/**
 * The account was changed, and a second person has approved it (`proposal`). `payFrom`: the first day on which money
 * goes to it, so that whoever hears of it can still object.
 */
export const ApprovedAccount = z.strictObject({ proposal: ProposalId, payFrom: Day });

/**
 * One version of a mandate, as its log keeps it: never changed, never overwritten; the last one holds. `on`: the day of
 * the stage; `at`: the instant it was written; `by`: who saved it. `accountChange`: how
 * its account came into it; null for the account that it began with.
 */
export const MandateVersion = z.strictObject({
  creditor: Creditor,
  version: MandateNumber,
  on: Day,
  at: Instant,
  by: Actor,
  accountChange: ApprovedAccount.nullable(),
});
export type MandateVersion = Readonly<z.infer<typeof MandateVersion>>;

/** What became of a mandate, version by version: `changed` names the fields as the mandate is written. */
export type MandateChange = Readonly<
  Pick<MandateVersion, 'version' | 'on' | 'at' | 'by'> & { changed: readonly string[] }
>;

/** A mandate's versions, the oldest first, each with what it changed; the first changed nothing. */
export const changesIn = (versions: readonly MandateVersion[]): readonly MandateChange[] =>
  versions.map(({ version, on, at, by, creditor }, i) => ({
    version,
    on,
    at,
    by,
    changed: changedIn(versions[i - 1]?.creditor ?? creditor, creditor),
  }));

/** So many days back a creditor's addresses hear of a change of its account: whoever means to steal changes both. */
const TOLD_DAYS = 30;
/** The addresses that a creditor has had in the last thirty days, each once, the newest first. */
export const recentAddresses = (versions: readonly MandateVersion[], today: Day): readonly string[] => {
  const since = plusDays(today, -TOLD_DAYS);
  const recent = versions.filter((_, i) => {
    const next = versions[i + 1];
    return !next || !isBefore(next.on, since);
  });
  return [...new Set(recent.map(({ creditor }) => creditor.email).toReversed())];
};
