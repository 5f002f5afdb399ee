import { aktenContract, bankLinesContract } from '../../support/akten-contracts.ts';
import {
  archiveContract,
  handOversContract,
  onceContract,
  payoutsContract,
  peopleContract,
} from '../../support/contracts.ts';
import { memoryAkten } from '../../../simulator/agency/akten.ts';
import {
  memoryArchive,
  memoryHandOvers,
  memoryOnce,
  memoryPayouts,
  memoryPeople,
} from '../../../simulator/agency/stores.ts';

const akten = memoryAkten();
const once = memoryOnce();
const archive = memoryArchive();
describe('the fake Akten', () => {
  aktenContract(() => akten);
});
describe('the fake lines of statements', () => {
  bankLinesContract(() => ({ akten, bankLines: akten.bankLines }));
});
describe('the fake marker', () => {
  onceContract(() => once);
});
const people = memoryPeople();
describe('the fake list of people', () => {
  peopleContract(() => people);
});
describe('the fake payouts', () => {
  payoutsContract(memoryPayouts);
});
describe('the fake archive', () => {
  archiveContract(() => archive);
});
const handOvers = memoryHandOvers();
describe('the fake hand-overs', () => {
  handOversContract(() => handOvers);
});
