import { nameOf } from '../actor.ts';
import { formatDay } from '../calendar.ts';
import { changedIn } from '../changed-in.ts';
import { Conflict, NotFound } from '../faults.ts';
import type { MandateVersion } from './mandate.ts';

/**
 * A mandate that somebody wants saved. `seen`: the version they have read and change; null where they make a new
 * creditor.
 */
export type Mandated = Readonly<Pick<MandateVersion, 'creditor' | 'on' | 'at' | 'by'> & { seen: number | null }>;

const WAY_ON = 'Gespeichert ist nichts. Bitte das Mandat lesen und die Änderung daran vornehmen';
const standing = ({ version, by, on }: MandateVersion): string =>
  `Es steht in Version ${version}, gespeichert von ${nameOf(by)} am ${formatDay(on)}`;

/** Who changes a mandate has seen what they change. Throws Conflict, or NotFound where there is none to change. */
const checkSeen = ({ creditor: { id }, seen }: Mandated, current: MandateVersion | null): void => {
  if (seen === (current?.version ?? null)) return;
  if (!current) throw new NotFound(`Es gibt keinen Gläubiger ${id}. Ein neues Mandat hat noch keine Version.`);
  const why =
    seen === null
      ? `Den Gläubiger ${id} gibt es schon. ${standing(current)}; wer es ändert, nennt die Version, die er gelesen hat (Feld „version“).`
      : `Das Mandat von ${id} ist ein anderes als das, was geändert werden sollte (Version ${seen}). ${standing(current)}.`;
  throw new Conflict(`${why} ${WAY_ON} (Befehl: mahnwerk glaeubiger zeigen ${id}).`);
};

/**
 * The version that is added to a mandate's log; null where it says all of this already, so that a call may be repeated.
 * Throws Conflict where the mandate is another than the one that was read, NotFound where there is none to change.
 */
export const decideMandate = (mandated: Mandated, current: MandateVersion | null): MandateVersion | null => {
  const { creditor, on, at, by } = mandated;
  if (current && changedIn(current.creditor, creditor).length === 0) return null;
  checkSeen(mandated, current);
  return { creditor, version: (current?.version ?? 0) + 1, on, at, by };
};
