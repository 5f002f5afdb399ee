import * as z from 'zod';
import { environment } from '../../config/settings.ts';
import { NotFound, Rejected } from '../../domain/faults.ts';
import { Creditor } from '../../domain/parties.ts';
import { Procedure } from '../../domain/procedure.ts';
import { ibanIsValid } from '../../domain/references.ts';
import { procedureFor, saveProcedure } from '../../usecases/save-procedure.ts';
import { tablePorts } from '../live/deciding.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK');
const ports = tablePorts(settings);
const [save, named] = [saveProcedure(ports.procedures), procedureFor(ports.procedures)];
const Body = z.strictObject({ creditor: Creditor, procedure: Procedure.optional() });

/** POST /v1/creditors, for our own people: saves the mandate and its procedure, as often as they change. The way into the API is made apart (lambdas/api/accesses.ts). */
export const handler = route(
  Body,
  ports.clients,
  async ({ caller, body }) => {
    if (!caller.operator) throw new NotFound('Diesen Vorgang gibt es nicht.');
    const { creditor, procedure } = body;
    if (!ibanIsValid(creditor.account.iban))
      throw new Rejected('creditor.iban', 'Feld „account.iban“: Die Prüfziffern der IBAN stimmen nicht.');
    if (procedure) await save(procedure, { creditor });
    await named(creditor);
    await ports.creditors.save(creditor);
    return { creditor: creditor.id };
  },
  201,
);
