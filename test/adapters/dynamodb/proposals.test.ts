import { dynamoCreditors } from '../../../adapters/dynamodb/creditors.ts';
import { dynamoProposals } from '../../../adapters/dynamodb/proposals.ts';
import { aTable } from '../../support/a-table.ts';
import { proposalsContract, proposalsWrittenContract } from '../../support/proposal-contracts.ts';

const open = aTable();
const stores = () => ({ creditors: dynamoCreditors(open()), proposals: dynamoProposals(open()) });
proposalsContract(stores);
proposalsWrittenContract(stores);
