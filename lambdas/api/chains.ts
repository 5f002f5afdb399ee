import * as z from 'zod';
import { environment } from '../../config/settings.ts';
import { tablePorts } from '../live/deciding.ts';
import { operatorOnly, ownAkte } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));

/**
 * GET /v1/akten/{akte}/chain, for our own people: whether every act of an Akte still is what was written, and in its
 * place.
 */
export const handler = route(z.strictObject({}), ports.clients, async ({ caller, path }) => {
  operatorOnly(caller);
  const id = ownAkte(caller, path['akte'] ?? '');
  const { acts, brokenAt } = await ports.akten.verify(id);
  return {
    aktenzeichen: id,
    acts,
    brokenAt,
    words:
      brokenAt === null
        ? `Alle ${acts} Einträge der Akte sind unverändert und vollständig verkettet.`
        : `Der Eintrag ${brokenAt} von ${acts} passt nicht zu dem davor: Er wurde verändert, oder davor fehlt einer. Bitte mit einer Sicherung vergleichen (docs/operations.md).`,
  };
});
