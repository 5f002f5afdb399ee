import { aktenContract, bankLinesContract } from '../../support/akten-contracts.ts';
import { creditorsContract, mandatesListedContract } from '../../support/creditor-contracts.ts';
import { proposalsContract, proposalsWrittenContract } from '../../support/proposal-contracts.ts';
import { keptRequestsContract } from '../../support/request-contracts.ts';
import {
  archiveContract,
  handOversContract,
  lotsContract,
  onceContract,
  payoutsContract,
  peopleContract,
} from '../../support/contracts.ts';
import { memoryAkten } from '../../../simulator/agency/akten.ts';
import {
  memoryArchive,
  memoryCreditors,
  memoryHandOvers,
  memoryOnce,
  memoryPayouts,
  memoryPeople,
  memoryProposals,
} from '../../../simulator/agency/stores.ts';

const akten = memoryAkten();
const once = memoryOnce();
const archive = memoryArchive();
describe('in memory: the Akten', () => {
  aktenContract(() => akten);
});
describe('in memory: the lines of statements', () => {
  bankLinesContract(() => ({ akten, bankLines: akten.bankLines }));
  keptRequestsContract(() => ({ akten, keptRequests: akten.keptRequests }));
});
describe('in memory: the marker', () => {
  onceContract(() => once);
});
const people = memoryPeople();
describe('in memory: the list of people', () => {
  peopleContract(() => people);
});
describe('in memory: the payouts', () => {
  payoutsContract(memoryPayouts);
});
describe('in memory: the archive', () => {
  archiveContract(() => archive);
});
const handOvers = memoryHandOvers();
describe('in memory: the hand-overs', () => {
  handOversContract(() => handOvers);
  lotsContract(() => handOvers);
});
const creditors = memoryCreditors();
describe('in memory: the mandates', () => {
  creditorsContract(() => creditors);
  mandatesListedContract(() => creditors);
});
const proposals = memoryProposals(creditors);
describe('in memory: the proposals', () => {
  proposalsContract(() => ({ creditors, proposals }));
  proposalsWrittenContract(() => ({ creditors, proposals }));
});
