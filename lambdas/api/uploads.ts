import * as z from 'zod';
import { s3Uploads } from '../../adapters/s3/archive.ts';
import { environment } from '../../config/settings.ts';
import { tablePorts } from '../live/deciding.ts';
import { ownCreditor } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'BUCKET_NAME');
const ports = tablePorts(settings);
const uploads = s3Uploads(settings.BUCKET_NAME);

/** POST /v1/uploads: a permission to upload one Übergabeliste; its id names the hand-over from then on. */
export const handler = route(z.strictObject({}), ports.clients, async ({ caller }) => {
  const creditor = ownCreditor(caller);
  const id = `${ports.clock.today()}-${ports.hashes.sha256(`${caller.client}${ports.clock.now().toISOString()}${process.hrtime.bigint()}`).slice(0, 10)}`;
  return { handOver: id, upload: await uploads.permit(`handover/${creditor}/${id}/liste.csv`) };
}, 201);
