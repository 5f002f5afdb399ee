import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { saveCreditor } from '../../usecases/operations/save-creditor.ts';
import { tablePorts } from '../live/deciding.ts';
import { answering, on } from '../middleware/answering.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const save = saveCreditor(ports);

/**
 * For our own people: saves a mandate and its procedure, as often as they change. The way into the API is made apart
 * (lambdas/api/accesses.ts).
 */
export const handler = answering(
  on(API.creditors.save, async ({ body: { creditor, procedure } }) => {
    await save(creditor, procedure);
    return { creditor: creditor.id };
  }),
);
