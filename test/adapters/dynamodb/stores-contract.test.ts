import { dynamoHandOvers, dynamoOnce, dynamoPayouts } from '../../../adapters/dynamodb/stores.ts';
import { dynamoPeople } from '../../../adapters/dynamodb/people.ts';
import { aTable } from '../../support/a-table.ts';
import {
  handOversContract,
  lotsContract,
  onceContract,
  payoutsContract,
  peopleContract,
} from '../../support/contracts.ts';

const open = aTable();
describe('markers', () => {
  onceContract(() => dynamoOnce(open()));
});
describe('people', () => {
  peopleContract(() => dynamoPeople(open()));
});
describe('payouts', () => {
  payoutsContract(() => dynamoPayouts(open()));
});
describe('hand-overs', () => {
  handOversContract(() => dynamoHandOvers(open()));
  lotsContract(() => dynamoHandOvers(open()));
});
