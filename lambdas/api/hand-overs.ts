import * as z from 'zod';
import { s3Downloads } from '../../adapters/s3/archive.ts';
import { environment } from '../../config/settings.ts';
import { NotFound } from '../../domain/faults.ts';
import { tablePorts } from '../live/deciding.ts';
import { ownCreditor } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'BUCKET_NAME');
const ports = tablePorts(settings);
const downloads = s3Downloads(settings.BUCKET_NAME);
const LONGEST = 60;
const link = async (key: string | null): Promise<string | null> => (key === null ? null : downloads.of(key));

/**
 * GET /v1/hand-overs and /v1/hand-overs/{id}: the Abgabehistorie, newest first; one hand-over with addresses to read
 * its reports, good for ten minutes.
 */
export const handler = route(z.strictObject({}), ports.clients, async ({ caller, path }) => {
  const creditor = ownCreditor(caller);
  const id = path['id'];
  if (id === undefined)
    return { handOvers: (await ports.handOvers.list(creditor)).map(({ claims: _, ...shown }) => shown) };
  // No id is longer; the table takes no key beyond a kilobyte.
  const handOver = id.length > LONGEST ? null : await ports.handOvers.find(creditor, id);
  if (!handOver) throw new NotFound(`Es gibt keine Übergabe ${id.slice(0, LONGEST)}.`);
  const reportJson = handOver.report?.replace(/csv$/, 'json') ?? null;
  return {
    ...handOver,
    downloads: {
      report: await link(handOver.report),
      reportJson: await link(reportJson),
      correction: await link(handOver.correction),
    },
  };
});
