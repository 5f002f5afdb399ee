import * as z from 'zod';
import { environment } from '../../config/settings.ts';
import { readAkte } from '../../usecases/akte/read-akte.ts';
import { tablePorts } from '../live/deciding.ts';
import { ownAkte, ownCreditor } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const read = readAkte(ports);

/** GET /v1/akten and /v1/akten/{akte}. */
export const handler = route(z.strictObject({}), ports.clients, async ({ caller, path }) =>
  path['akte'] === undefined
    ? { akten: await ports.akten.listOf(ownCreditor(caller)) }
    : read(ownAkte(caller, path['akte']), { forCreditor: !caller.operator }),
);
