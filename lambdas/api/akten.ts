import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { readAkte } from '../../usecases/akte/read-akte.ts';
import { tablePorts } from '../live/deciding.ts';
import { answering, on } from '../middleware/answering.ts';
import { ownAkte } from '../middleware/caller.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const read = readAkte(ports);

/** A creditor's Akten; one of them, as our own people see it or as its creditor does. */
export const handler = answering(
  on(API.akten.list, async ({ caller }) => ({ akten: await ports.akten.listOf(caller.creditor) })),
  on(API.akten.read, ({ caller, path }) =>
    read(ownAkte(caller, path.akte), { forCreditor: caller.side === 'creditor' }),
  ),
);
