import * as z from 'zod';
import { environment } from '../../config/settings.ts';
import { NotFound } from '../../domain/faults.ts';
import { tablePorts } from '../live/deciding.ts';
import { ownCreditor } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));

/** GET /v1/hand-overs and /v1/hand-overs/{id}: the Abgabehistorie, newest first. */
export const handler = route(z.strictObject({}), ports.clients, async ({ caller, path }) => {
  const creditor = ownCreditor(caller);
  const id = path['id'];
  if (id === undefined) return { handOvers: await ports.handOvers.list(creditor) };
  const handOver = await ports.handOvers.find(creditor, id);
  if (!handOver) throw new NotFound(`Es gibt keine Übergabe ${id}.`);
  return handOver;
});
