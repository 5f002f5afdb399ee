import * as z from 'zod';
import { environment } from '../../config/settings.ts';
import { Procedure } from '../../domain/procedure/procedure.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import { saveProcedure } from '../../usecases/operations/save-procedure.ts';
import { tablePorts } from '../live/deciding.ts';
import { operatorOnly } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK');
const ports = tablePorts(settings);
const save = saveProcedure(ports.procedures);
/** `creditor`: for whose mandate it is looked at. */
const Body = z.strictObject({ procedure: Procedure, creditor: CreditorId.optional() });

/**
 * POST /v1/procedures, for our own people: saves a version of a procedure. What the linter refuses comes back as 422
 * with every finding in the message.
 */
export const handler = route(
  Body,
  ports.clients,
  async ({ caller, body }) => {
    operatorOnly(caller);
    const { hints, ...saved } = await save(
      body.procedure,
      body.creditor ? { creditor: await ports.creditors.get(body.creditor) } : {},
    );
    return {
      ...saved,
      hinweise: hints.map(({ code, place, message, mend }) => ({
        code,
        stelle: place,
        meldung: message,
        abhilfe: mend,
      })),
    };
  },
  201,
);
