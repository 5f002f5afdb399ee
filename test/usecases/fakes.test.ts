import { aktenContract, archiveContract, onceContract, payoutsContract } from '../support/contracts.ts';
import { fakeAkten, fakeArchive, fakeOnce, fakePayouts } from '../support/fakes.ts';

const [akten, once, archive] = [fakeAkten(), fakeOnce(), fakeArchive()];
describe('the fake Akten', () => { aktenContract(() => akten); });
describe('the fake marker', () => { onceContract(() => once); });
describe('the fake payouts', () => { payoutsContract(fakePayouts); });
describe('the fake archive', () => { archiveContract(() => archive); });
