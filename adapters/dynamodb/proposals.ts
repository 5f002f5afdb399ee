import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { KINDS } from '../../domain/approval/kinds.ts';
import { Proposal, partsOf } from '../../domain/approval/proposal.ts';
import { plusDays } from '../../domain/calendar.ts';
import { Conflict } from '../../domain/faults.ts';
import type { ProposalId } from '../../domain/ids.ts';
import type { Proposals } from '../../usecases/ports/proposals.ts';
import { ABSENT, type Table } from './client.ts';
import { mandateConflict, mandateItem } from './creditors.ts';
import { OPEN_PROPOSALS, proposalKey, proposalsOf, creditorPartition } from './table.ts';

const ProposalItem = z.object({ proposal: Proposal });

const decidedMeanwhile = (id: ProposalId, options: ErrorOptions): Conflict =>
  new Conflict(
    `${id} hat gerade jemand anderes entschieden, oder das Mandat ist gerade geändert worden; von diesem Vorgang ist nichts geschrieben. Bitte noch einmal ansehen (Befehl: mahnwerk freigabe liste).`,
    options,
  );

/** What is undecided stands in the list of what is open, the one that expires first before the others. */
const itemOf = (proposal: Proposal) => {
  const { id, decision, until } = proposal;
  const listed = decision ? {} : { GSI1PK: OPEN_PROPOSALS, GSI1SK: `${until}#${id}` };
  return { ...proposalKey(partsOf(id)), proposal, ...listed };
};
/** A new one is put where none is; a verdict in the place of one that had none. */
const conditionOf = ({ decision }: Proposal) =>
  decision
    ? {
        ConditionExpression: '#proposal.#decision = :none',
        ExpressionAttributeNames: { '#proposal': 'proposal', '#decision': 'decision' },
        ExpressionAttributeValues: { ':none': null },
      }
    : ABSENT;

export const dynamoProposals = (table: Table): Proposals => ({
  find: async (id) => (await table.get(proposalKey(partsOf(id)), ProposalItem))?.proposal ?? null,
  last: async (creditor, kind) => {
    const of = { pk: creditorPartition(creditor), begins: proposalsOf(KINDS[kind].letter) };
    const [last] = await table.query({ ...of, backwards: true, most: 1 }, ProposalItem);
    return last?.proposal ?? null;
  },
  open: async (on) => {
    const of = { pk: OPEN_PROPOSALS, index: 'GSI1', after: plusDays(on, -1) } as const;
    return (await table.query(of, ProposalItem)).map(({ proposal }) => proposal);
  },
  write: async ({ proposal, mandate }) => {
    const TableName = table.name;
    const TransactItems = [
      { Put: { TableName, Item: itemOf(proposal), ...conditionOf(proposal) } },
      ...(mandate ? [{ Put: { TableName, Item: mandateItem(mandate), ...ABSENT } }] : []),
    ];
    await table.guarded(
      () => table.client.send(new TransactWriteCommand({ TransactItems })),
      (options) =>
        proposal.decision ? decidedMeanwhile(proposal.id, options) : mandateConflict(proposal.what.creditor, options),
    );
  },
});
