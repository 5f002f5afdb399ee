import { aktenContract, archiveContract, handOversContract, onceContract, payoutsContract } from '../support/contracts.ts';
import { memoryAkten } from '../../simulator/akten.ts';
import { memoryArchive, memoryHandOvers, memoryOnce, memoryPayouts } from '../../simulator/stores.ts';

const [akten, once, archive] = [memoryAkten(), memoryOnce(), memoryArchive()];
describe('the fake Akten', () => { aktenContract(() => akten); });
describe('the fake marker', () => { onceContract(() => once); });
describe('the fake payouts', () => { payoutsContract(memoryPayouts); });
describe('the fake archive', () => { archiveContract(() => archive); });
const handOvers = memoryHandOvers();
describe('the fake hand-overs', () => { handOversContract(() => handOvers); });
