import { dynamoSuggestions, suggestionKey } from '../../../adapters/dynamodb/suggestions.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { SuggestionId } from '../../../domain/similar/similar-debtors.ts';
import { aTable } from '../../support/a-table.ts';
import { suggestionsContract } from '../../support/similar-contracts.ts';

const open = aTable();
suggestionsContract(() => dynamoSuggestions(open()));

test('a pair lies with its creditor, under both Aktenzeichen in order', () => {
  const id = SuggestionId.parse('MUS-0000-0001_MUS-0000-0002');
  expect(suggestionKey(CreditorId.parse('MUS'), id)).toEqual({ PK: 'C#MUS', SK: 'S#MUS-0000-0001#MUS-0000-0002' });
});
