import { sqsWork } from '../../adapters/sqs/work.ts';
import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { HandOverId } from '../../domain/ids.ts';
import { cellsOf } from '../../domain/intake/from-api.ts';
import { submitClaim, submitClaims } from '../../usecases/hand-over/submit-claims.ts';
import { mailingPorts } from '../live/mailing.ts';
import { STEERING_SETTINGS, steeringPorts } from '../live/steering.ts';
import { answering } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';

const settings = environment(...STEERING_SETTINGS, 'HAND_OVER_QUEUE', 'START_QUEUE', 'AGENCY', 'MAIL_DOMAIN');
const ports = {
  ...steeringPorts(settings),
  ...mailingPorts(settings),
  work: sqsWork({ handOvers: settings.HAND_OVER_QUEUE, starts: settings.START_QUEUE }),
};
const does = doing(ports);
const one = submitClaim(ports);
const many = submitClaims(ports);

/** One claim, or many. The same body, or the same Idempotency-Key, is the same hand-over. */
export const handler = answering(
  does(API.claims.submit, async ({ caller: { creditor }, body, key }) => {
    const named = ports.hashes.sha256(`${creditor}\n${key ?? JSON.stringify(body)}`);
    const id = HandOverId.parse(`api-${named.slice(0, 16)}`);
    return 'claims' in body
      ? { ...(await many({ creditor, id, rows: body.claims.map(cellsOf) })), claim: null }
      : one({ creditor, id, cells: cellsOf(body) });
  }),
);
