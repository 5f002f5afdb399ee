import * as z from 'zod';
import { environment } from '../../config/settings.ts';
import { NotFound } from '../../domain/faults.ts';
import { Creditor } from '../../domain/parties/parties.ts';
import { Procedure } from '../../domain/procedure/procedure.ts';
import { saveCreditor } from '../../usecases/operations/save-creditor.ts';
import { tablePorts } from '../live/deciding.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK');
const ports = tablePorts(settings);
const save = saveCreditor(ports);
const Body = z.strictObject({ creditor: Creditor, procedure: Procedure.optional() });

/**
 * POST /v1/creditors, for our own people: saves the mandate and its procedure, as often as they change. The way into
 * the API is made apart (lambdas/api/accesses.ts).
 */
export const handler = route(
  Body,
  ports.clients,
  async ({ caller, body }) => {
    if (!caller.operator) throw new NotFound('Diesen Vorgang gibt es nicht.');
    await save(body.creditor, body.procedure);
    return { creditor: body.creditor.id };
  },
  201,
);
