import { dynamoPersons } from '../../../adapters/dynamodb/persons.ts';
import { subKey } from '../../../adapters/dynamodb/table.ts';
import type { Person } from '../../../domain/access/person.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { aTable } from '../../support/a-table.ts';

const open = aTable();

test('a person is who the table says by the id of their pool; of anybody else nothing is known', async () => {
  const winter: Person = { side: 'creditor', state: 'active', creditor: CreditorId.parse('MUS'), role: 'editor' };
  const table = open();
  await table.put(subKey('w'), { person: winter });
  const { withSub } = dynamoPersons(table);
  expect([await withSub('w'), await withSub('winter')]).toEqual([winter, null]);
});
