import { dynamoProposals } from '../../adapters/dynamodb/proposals.ts';
import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { KINDS } from '../../domain/approval/kinds.ts';
import { stateOf, type Proposal } from '../../domain/approval/proposal.ts';
import { NotFound } from '../../domain/faults.ts';
import { ProposalId } from '../../domain/ids.ts';
import { approveProposal, listProposals, refuseProposal } from '../../usecases/operations/decide-proposals.ts';
import { tablePorts } from '../live/deciding.ts';
import { mailingPorts } from '../live/mailing.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering, on } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'AGENCY', 'MAIL_DOMAIN', 'ACCOUNT_WAIT_DAYS');
const live = tablePorts(settings);
const ports = {
  ...live,
  proposals: dynamoProposals(live.table),
  ...mailingPorts(settings),
  accountWaitDays: settings.ACCOUNT_WAIT_DAYS,
};
const does = doing(ports);
const list = listProposals(ports);
const approve = approveProposal(ports);
const refuse = refuseProposal(ports);

const named = (text: string): ProposalId => {
  const id = ProposalId.safeParse(text);
  if (!id.success) throw new NotFound(`Es gibt keinen Antrag ${text.slice(0, 40)}.`);
  return id.data;
};
const shown = (proposal: Proposal) => {
  const { what, decision, id, by, at, until } = proposal;
  const { kind, creditor, from, to } = what;
  const state = stateOf(proposal, ports.clock.today());
  return { id, kind, words: KINDS[kind].words, creditor, from, to, by, at, until, state, decision };
};

/** For our own people: what waits for a second person is listed, approved or refused. */
export const handler = answering(
  on(API.proposals.list, async () => ({ proposals: (await list()).map(shown), next: null })),
  does(API.proposals.approve, async ({ caller, path }) =>
    shown(await approve({ id: named(path.proposal), by: actorOf(caller) })),
  ),
  does(API.proposals.refuse, async ({ caller, body: { reason }, path }) =>
    shown(await refuse({ id: named(path.proposal), reason, by: actorOf(caller) })),
  ),
);
