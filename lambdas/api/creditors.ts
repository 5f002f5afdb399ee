import { dynamoProposals } from '../../adapters/dynamodb/proposals.ts';
import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { readMandate, readMandateHistory } from '../../usecases/operations/read-mandate.ts';
import { saveCreditor } from '../../usecases/operations/save-creditor.ts';
import { tablePorts } from '../live/deciding.ts';
import { mailingPorts } from '../live/mailing.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering, on } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';
import { creditorNamed } from '../middleware/caller.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'AGENCY', 'MAIL_DOMAIN');
const live = tablePorts(settings);
const ports = {
  ...live,
  proposals: dynamoProposals(live.table),
  ...mailingPorts(settings),
};
const does = doing(ports);
const save = saveCreditor(ports);
const read = readMandate(ports);
const history = readMandateHistory(ports);

/**
 * For our own people: a mandate is read, its versions are listed, and the next one is saved, with its procedure;
 * another account waits for a second person (lambdas/api/proposals.ts). The
 * way into the API is made apart (lambdas/api/accesses.ts).
 */
export const handler = answering(
  does(API.creditors.save, async ({ caller, body: { creditor, procedure }, seen }) => {
    const saved = await save({ creditor, seen, procedure, by: actorOf(caller) });
    const { proposal } = saved;
    return {
      creditor: creditor.id,
      version: saved.version,
      proposal: proposal && { id: proposal.id, until: proposal.until },
    };
  }),
  on(API.creditors.read, ({ path }) => read(creditorNamed(path.creditor))),
  on(API.creditors.history, async ({ path }) => ({
    versions: await history(creditorNamed(path.creditor)),
    next: null,
  })),
);
