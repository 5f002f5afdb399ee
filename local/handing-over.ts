import { API } from '../contracts/api.ts';
import { asked, replyIn } from '../contracts/client.ts';
import { upload, type Api } from './client.ts';
import { eventually } from './eventually.ts';
import { executions } from './quiet.ts';
import { example, type Running } from './stage.ts';
import type { Told } from './told.ts';

/** Uploads a list as a creditor does and waits until it has been read and every accepted claim has its execution. */
export const handOverFile = async (
  running: Running,
  api: Api,
  creditor: string,
  file: string,
): Promise<Told['handOvers'][number]> => {
  const { handOver: id, upload: permit } = await api.call(API.uploads.permit, {});
  if (id === null) throw new Error('no hand-over to upload');
  const status = await upload(running.cloud, permit, example(file));
  if (status >= 300) throw new Error(`upload of ${file}: ${status}`);
  const handOver = await eventually(async () => {
    const reply = await api.tried(asked(API.handOvers.read, { path: { id } }));
    const read = reply.status === 200 ? replyIn(API.handOvers.read, reply) : null;
    return read && read.state !== 'running'
      ? { answer: read }
      : { still: `die Annahme von ${file}: ${read?.rows ?? 'keine'} Zeilen gelesen` };
  });
  await untilBegun(running, handOver.claims);
  return { creditor, file, handOver };
};

/** Until every claim has its execution: what has not begun is not missed by the calendar. */
export const untilBegun = (running: Running, claims: readonly string[]): Promise<true> =>
  eventually(async () => {
    const begun = new Set((await executions(running)).map((e) => e.name.replace(/-g\d+$/, '')));
    const missing = claims.filter((claim) => !begun.has(claim));
    return missing.length === 0 ? { answer: true as const } : { still: `die Ausführungen von ${missing.join(', ')}` };
  });
