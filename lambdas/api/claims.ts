import * as z from 'zod';
import { mailFrom, sesMailbox } from '../../adapters/ses/mailer.ts';
import { sqsWork } from '../../adapters/sqs/work.ts';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import { ClaimBody, cellsOf } from '../../domain/intake/from-api.ts';
import { submitClaim, submitClaims } from '../../usecases/hand-over/submit-claims.ts';
import { agencyOf, tablePorts } from '../live/deciding.ts';
import { ownCreditor } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment(
  'TABLE_NAME',
  'CLOCK',
  'STATE_MACHINE_ARN',
  'HAND_OVER_QUEUE',
  'START_QUEUE',
  'AGENCY',
  'MAIL_DOMAIN',
);
const agency = agencyOf(settings.AGENCY);
const live = tablePorts(settings);
const ports = {
  ...live,
  workflows: stepFunctions(settings.STATE_MACHINE_ARN, live.timers),
  agency,
  mailbox: sesMailbox(mailFrom(agency, settings.MAIL_DOMAIN)),
  work: sqsWork({ handOvers: settings.HAND_OVER_QUEUE, starts: settings.START_QUEUE }),
};
const one = submitClaim(ports);
const many = submitClaims(ports);
const Body = z.union([z.strictObject({ claims: z.array(ClaimBody).min(1) }), ClaimBody]);

/**
 * POST /v1/claims: one claim, or `{ claims: [‹claim›, …] }` with up to 500. The same body, or the same Idempotency-Key,
 * is the same hand-over.
 */
export const handler = route(
  Body,
  ports.clients,
  ({ caller, body, idempotencyKey }) => {
    const creditor = ownCreditor(caller);
    const id = `api-${ports.hashes.sha256(`${creditor}\n${idempotencyKey ?? JSON.stringify(body)}`).slice(0, 16)}`;
    return 'claims' in body
      ? many({ creditor, id, rows: body.claims.map(cellsOf) })
      : one({ creditor, id, cells: cellsOf(body) });
  },
  201,
);
