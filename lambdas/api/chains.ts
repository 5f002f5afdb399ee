import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { tablePorts } from '../live/deciding.ts';
import { answering, on } from '../middleware/answering.ts';
import { ownAkte } from '../middleware/caller.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));

const inWords = (acts: number, brokenAt: number | null): string =>
  brokenAt === null
    ? `Alle ${acts} Einträge der Akte sind unverändert und vollständig verkettet.`
    : `Der Eintrag ${brokenAt} von ${acts} passt nicht zu dem davor: Er wurde verändert, oder davor fehlt einer. Bitte mit einer Sicherung vergleichen (docs/operations.md).`;

/** For our own people: whether every act of an Akte still is what was written, and in its place. */
export const handler = answering(
  on(API.chains.verify, async ({ caller, path }) => {
    const akte = ownAkte(caller, path.akte);
    const { acts, brokenAt } = await ports.akten.verify(akte);
    return { akte, acts, brokenAt, words: inWords(acts, brokenAt) };
  }),
);
