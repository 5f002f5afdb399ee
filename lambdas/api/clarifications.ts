import * as z from 'zod';
import { environment } from '../../config/settings.ts';
import { listClarifications } from '../../usecases/list-clarifications.ts';
import { tablePorts } from '../live/deciding.ts';
import { operatorOnly } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const list = listClarifications(ports);

/** GET /v1/clarifications, for our own people: every case in "Klärung", the longest waiting first, with its reason and what to do. */
export const handler = route(z.strictObject({}), ports.clients, async ({ caller }) => {
  operatorOnly(caller);
  const open = await list();
  return {
    offen: open.length,
    faelle: open.map(({ akte, claim, since, why, todo }) => ({
      aktenzeichen: akte,
      forderung: claim,
      seit: since,
      grund: why,
      zuTun: todo,
    })),
  };
});
