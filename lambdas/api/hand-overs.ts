import { s3Downloads } from '../../adapters/s3/archive.ts';
import { sealsFrom } from '../../adapters/seals.ts';
import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { NotFound } from '../../domain/faults.ts';
import { HandOverId } from '../../domain/ids.ts';
import { tablePorts } from '../live/deciding.ts';
import { answering, on } from '../middleware/answering.ts';
import { inPages } from '../middleware/in-pages.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'BUCKET_NAME', 'CURSOR_KEY');
const ports = tablePorts(settings);
const paged = inPages(sealsFrom(settings.CURSOR_KEY));
const downloads = s3Downloads(settings.BUCKET_NAME);
/** No id is longer; the table takes no key beyond a kilobyte. */
const LONGEST = 60;
const link = async (key: string | null): Promise<string | null> => (key === null ? null : downloads.of(key));

/**
 * The Abgabehistorie of a creditor, newest first; one hand-over with addresses to read its reports, good for ten
 * minutes.
 */
export const handler = answering(
  paged(API.handOvers.list, async ({ caller, page }) => {
    const { items, next } = await ports.handOvers.list(caller.creditor, page);
    return { handOvers: items, next };
  }),
  on(API.handOvers.read, async ({ caller, path: { id } }) => {
    const handOver = id.length > LONGEST ? null : await ports.handOvers.find(caller.creditor, HandOverId.parse(id));
    if (!handOver) throw new NotFound(`Es gibt keine Übergabe ${id.slice(0, LONGEST)}.`);
    const { report, correction } = handOver;
    return {
      ...handOver,
      downloads: {
        report: await link(report),
        reportJson: await link(report?.replace(/csv$/, 'json') ?? null),
        correction: await link(correction),
      },
    };
  }),
);
