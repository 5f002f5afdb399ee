import type { Actor } from '../actor.ts';
import { Conflict, NotFound } from '../faults.ts';
import type { CreditorId } from '../parties/parties.ts';
import type { Access, AccessIn } from './access.ts';

/** Who asks for what, and when. `seen`: the access as it stands; null: there was never one. */
export type Asked = Readonly<{ creditor: CreditorId; purpose: string; by: Actor; now: Date; seen: Access | null }>;

/** While a client is being made nobody else begins; after this long whoever did has died of it. Milliseconds. */
const MAKING_MS = 2 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** How long the client before may speak beside its successor, in days. */
export const OVERLAP_DAYS = { least: 1, usual: 30, most: 90 } as const;

const changed = ({ purpose, by, now }: Asked) => ({ purpose, since: now.toISOString(), by });
const isAtWork = (seen: Access, now: Date): boolean => now.getTime() - Date.parse(seen.since) < MAKING_MS;
const command = (verb: string, { creditor, purpose }: Asked, rest = ''): string =>
  `mahnwerk zugang ${verb} ${creditor} --zweck ${purpose}${rest}`;

const missing = ({ creditor, purpose }: Asked): NotFound => new NotFound(`${creditor} hat keinen Zugang „${purpose}“.`);
const isBeingMade = (): Conflict =>
  new Conflict('Dieser Zugang wird gerade angelegt; bitte in zwei Minuten noch einmal.');
const isBeingRenewed = (): Conflict =>
  new Conflict('Dieser Zugang wird gerade erneuert; bitte in zwei Minuten noch einmal.');
const isNotOpen = (asked: Asked): Conflict =>
  new Conflict(`Der Zugang „${asked.purpose}“ ist nicht offen. Anlegen: ${command('anlegen', asked)}`);

/** An access that is to be made, as it is noted before its client is; or the one that is there already. */
export const decideMaking = (asked: Asked): AccessIn<'making' | 'active' | 'renewing'> => {
  const { seen, now } = asked;
  if (seen?.state === 'active' || seen?.state === 'renewing') return seen;
  if (seen?.state === 'making' && isAtWork(seen, now)) throw isBeingMade();
  return { ...changed(asked), state: 'making', client: null };
};
export const decideMade = (asked: Asked, client: string): AccessIn<'active'> => ({
  ...changed(asked),
  state: 'active',
  client,
  ending: null,
});

/** The access of which a successor may be made: an earlier renewal has ended, or its end has come. */
export const decideRenewing = (asked: Asked): AccessIn<'renewing'> => {
  const { seen, now } = asked;
  if (!seen) throw missing(asked);
  if (seen.state === 'making' || seen.state === 'revoked') throw isNotOpen(asked);
  if (seen.state === 'renewing' && isAtWork(seen, now)) throw isBeingRenewed();
  if (seen.state === 'active' && seen.ending && now < new Date(seen.ending.until))
    throw new Conflict(
      `Der Zugang „${asked.purpose}“ ist schon erneuert: Die alte Client-ID ${seen.ending.client} gilt noch neben der neuen. Ist das neue Geheimnis im Einsatz: ${command('erneuern', asked, ' --fertig')}. Ist es verloren: ${command('erneuern', asked, ' --zurueck')}, dann noch einmal erneuern.`,
    );
  return { ...changed(asked), state: 'renewing', client: seen.client };
};
/** `days`: how long the client before still speaks. */
export const decideRenewed = (
  asked: Asked,
  { before, client, days }: Readonly<{ before: string; client: string; days: number }>,
): AccessIn<'active'> => {
  const until = new Date(asked.now.getTime() + days * DAY_MS).toISOString();
  return { ...changed(asked), state: 'active', client, ending: { client: before, until } };
};

/** Which of the two clients of a renewal stays. */
export type Kept = 'new' | 'old';
/** A renewal ends with one of its clients: the new one is in use, or its secret was lost. Nothing to end: as it is. */
export const decideSettled = (asked: Asked, keep: Kept): AccessIn<'active'> => {
  const { seen, now } = asked;
  if (!seen) throw missing(asked);
  if (seen.state === 'renewing') throw isBeingRenewed();
  if (seen.state !== 'active') throw isNotOpen(asked);
  if (!seen.ending) return seen;
  if (keep === 'old' && now >= new Date(seen.ending.until))
    throw new Conflict(
      `Die alte Client-ID ${seen.ending.client} gilt nicht mehr; zu ihr führt kein Weg zurück. Ein neues Geheimnis: ${command('erneuern', asked)}`,
    );
  const client = keep === 'new' ? seen.client : seen.ending.client;
  return { ...changed(asked), state: 'active', client, ending: null };
};

/** Ended, whatever was under way; ended before: as it was. */
export const decideRevoked = (asked: Asked): AccessIn<'revoked'> => {
  const { seen } = asked;
  if (!seen) throw missing(asked);
  return seen.state === 'revoked' ? seen : { ...changed(asked), state: 'revoked', client: null };
};
