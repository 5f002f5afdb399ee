import { memoryAkten } from '../../../simulator/agency/akten.ts';
import { memoryDebtors, memorySuggestions } from '../../../simulator/agency/similar.ts';
import { debtorsContract, suggestionsContract } from '../../support/similar-contracts.ts';

describe('in memory: the suggestions', () => {
  suggestionsContract(memorySuggestions);
});
describe('in memory: the debtors', () => {
  debtorsContract(() => {
    const akten = memoryAkten();
    return { akten, debtors: memoryDebtors(akten) };
  });
});
