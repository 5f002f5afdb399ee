import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { saveProcedure } from '../../usecases/operations/save-procedure.ts';
import { tablePorts } from '../live/deciding.ts';
import { answering } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const does = doing(ports);
const save = saveProcedure(ports.procedures);

/** For our own people: saves a version of a procedure, unless the linter refuses it. */
export const handler = answering(
  does(API.procedures.save, async ({ body: { procedure, creditor } }) =>
    save(procedure, creditor ? { creditor: await ports.creditors.get(creditor) } : {}),
  ),
);
