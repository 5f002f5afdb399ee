import { sealsFrom } from '../../adapters/seals.ts';
import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { readAkte } from '../../usecases/akte/read-akte.ts';
import { tablePorts } from '../live/deciding.ts';
import { answering, on } from '../middleware/answering.ts';
import { ownAkte } from '../middleware/caller.ts';
import { inPages } from '../middleware/in-pages.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'CURSOR_KEY');
const ports = tablePorts(settings);
const paged = inPages(sealsFrom(settings.CURSOR_KEY));
const read = readAkte(ports);

/** A creditor's Akten; one of them, as our own people see it or as its creditor does. */
export const handler = answering(
  paged(API.akten.list, async ({ caller, page }) => {
    const { items, next } = await ports.akten.list(caller.creditor, page);
    return { akten: items, next };
  }),
  on(API.akten.read, ({ caller, path }) =>
    read(ownAkte(caller, path.akte), { forCreditor: caller.side === 'creditor' }),
  ),
);
