import { aktenContract, archiveContract, handOversContract, onceContract, payoutsContract } from '../support/contracts.ts';
import { fakeAkten, fakeArchive, fakeHandOvers, fakeOnce, fakePayouts } from '../support/fakes.ts';

const [akten, once, archive] = [fakeAkten(), fakeOnce(), fakeArchive()];
describe('the fake Akten', () => { aktenContract(() => akten); });
describe('the fake marker', () => { onceContract(() => once); });
describe('the fake payouts', () => { payoutsContract(fakePayouts); });
describe('the fake archive', () => { archiveContract(() => archive); });
const handOvers = fakeHandOvers();
describe('the fake hand-overs', () => { handOversContract(() => handOvers); });
