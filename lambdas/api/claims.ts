import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import { ClaimBody, cellsOf } from '../../domain/intake/from-api.ts';
import { submitClaim } from '../../usecases/submit-claim.ts';
import { tablePorts } from '../live/deciding.ts';
import { ownCreditor } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN');
const ports = { ...tablePorts(settings), workflows: stepFunctions(settings.STATE_MACHINE_ARN) };
const submit = submitClaim(ports);

/** POST /v1/claims: one claim. The same body, or the same Idempotency-Key, is the same hand-over. */
export const handler = route(ClaimBody, ports.clients, ({ caller, body, idempotencyKey }) => {
  const creditor = ownCreditor(caller);
  const id = `api-${ports.hashes.sha256(`${creditor}\n${idempotencyKey ?? JSON.stringify(body)}`).slice(0, 16)}`;
  return submit({ creditor, id, row: { cells: cellsOf(body) } });
}, 201);
