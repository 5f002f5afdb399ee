import { nameOf } from '../actor.ts';
import { formatDay } from '../calendar.ts';
import { changedIn } from '../changed-in.ts';
import { Conflict, NotFound, Stale } from '../faults.ts';
import type { MandateVersion } from './mandate.ts';
import type { Account, Creditor } from './parties.ts';

/**
 * A mandate that somebody wants saved. `seen`: the version they have read and change; null where they make a new
 * creditor.
 */
export type Mandated = Readonly<Pick<MandateVersion, 'creditor' | 'on' | 'at' | 'by'> & { seen: number | null }>;

const WAY_ON = 'Gespeichert ist nichts. Bitte das Mandat lesen und die Änderung daran vornehmen';
const standing = ({ version, by, on }: MandateVersion): string =>
  `Es steht in Version ${version}, gespeichert von ${nameOf(by)} am ${formatDay(on)}`;

/**
 * Who changes a mandate has seen what they change. Throws Stale where they have seen another, Conflict where they mean
 * to make one that is there, NotFound where there is none to change.
 */
const checkSeen = ({ creditor: { id }, seen }: Mandated, current: MandateVersion | null): void => {
  if (seen === (current?.version ?? null)) return;
  if (!current) throw new NotFound(`Es gibt keinen Gläubiger ${id}. Ein neues Mandat hat noch keine Version.`);
  const wayOn = `${WAY_ON} (Befehl: mahnwerk glaeubiger zeigen ${id}).`;
  if (seen === null)
    throw new Conflict(
      `Den Gläubiger ${id} gibt es schon. ${standing(current)}; wer es ändert, nennt die Version, die er gelesen hat (Kopfzeile „If-Match“). ${wayOn}`,
    );
  throw new Stale(
    `Das Mandat von ${id} ist ein anderes als das, was geändert werden sollte (Version ${seen}). ${standing(current)}. ${wayOn}`,
  );
};

/** What there is already. `asked`: the account that somebody has proposed and nobody has decided on. */
export type Standing = Readonly<{ current: MandateVersion | null; asked: Account | null }>;
/**
 * What follows when a mandate is saved. `next`: the version that is added to its log; null where it says all of this
 * already. `account`: the account that is to be proposed; null where it is none, or has been proposed already.
 */
export type Decided = Readonly<{ next: MandateVersion | null; account: Account | null }>;

const isSameAccount = (one: Account, other: Account): boolean => changedIn(one, other).length === 0;
/** The account that whoever saves the mandate wants instead of the one that stands there. */
const accountWanted = ({ account }: Creditor, before: Account, asked: Account | null): Account | null => {
  if (isSameAccount(account, before)) return null;
  return asked && isSameAccount(account, asked) ? null : account;
};

/**
 * Decides what follows when somebody saves a mandate. All of it holds at once but another account: that waits for a
 * second person. Said again nothing follows, so that a call may be repeated. Throws Stale where the mandate is another
 * than the one that was read, Conflict where one that is there is to be made, NotFound where there is none to change.
 */
export const decideMandate = (mandated: Mandated, { current, asked }: Standing): Decided => {
  const { creditor, on, at, by } = mandated;
  if (!current) {
    checkSeen(mandated, null);
    return { next: { creditor, version: 1, on, at, by, accountChange: null }, account: null };
  }
  const before = current.creditor.account;
  const account = accountWanted(creditor, before, asked);
  const kept: Creditor = { ...creditor, account: before };
  const isSame = changedIn(current.creditor, kept).length === 0;
  if (!isSame || account) checkSeen(mandated, current);
  const next = { ...current, creditor: kept, version: current.version + 1, on, at, by };
  return { next: isSame ? null : next, account };
};

/** A second person has approved another account; from which day on money goes to it. */
export type AccountApproved = Readonly<
  Pick<MandateVersion, 'on' | 'at' | 'by'> & { account: Account; change: NonNullable<MandateVersion['accountChange']> }
>;
/** The version of a mandate that has the approved account in it. */
export const withApprovedAccount = (
  { creditor, version }: MandateVersion,
  { account, change, on, at, by }: AccountApproved,
): MandateVersion => ({
  creditor: { ...creditor, account },
  version: version + 1,
  on,
  at,
  by,
  accountChange: change,
});
