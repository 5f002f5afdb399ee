import { dynamoMembers, dynamoPersons } from '../../../adapters/dynamodb/persons.ts';
import { subKey } from '../../../adapters/dynamodb/table.ts';
import type { Member, Person } from '../../../domain/access/person.ts';
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

const MUS = CreditorId.parse('MUS');
const editor: Member = {
  name: 'mus-winter',
  email: 'w@example.com',
  role: 'editor',
  state: 'active',
  sub: 'w1',
  since: '2026-03-02T08:00:00.000Z',
  by: 'operator:sommer',
};

test('the list and what the authorizer reads change in one write; whoever has seen something else is refused', async () => {
  const members = dynamoMembers(open());
  const { withSub } = dynamoPersons(open());
  await members.replace(MUS, null, editor);
  const revoked: Member = { ...editor, state: 'revoked' };
  await members.replace(MUS, editor, revoked);
  for (const seen of [null, editor])
    await expect(members.replace(MUS, seen, editor)).rejects.toMatchObject({
      name: 'Conflict',
      message: expect.stringMatching(/„mus-winter“ bei MUS .* nichts geschrieben\. .*mahnwerk person liste MUS/),
    });
  expect(await withSub('w1')).toEqual({ side: 'creditor', state: 'revoked', creditor: 'MUS', role: 'editor' });
  expect([await members.find(MUS, 'mus-winter'), await members.list(MUS)]).toEqual([revoked, [revoked]]);
  expect([await members.isKnown('w1'), await members.isKnown('w2')]).toEqual([true, false]);
});

test('two creditors who invite one name at once do not share a person: the second is refused', async () => {
  const members = dynamoMembers(open());
  const { withSub } = dynamoPersons(open());
  const STW = CreditorId.parse('STW');
  const theirs: Member = { ...editor, name: 'herbst', sub: 'h1' };
  await members.replace(MUS, null, theirs);
  await expect(members.replace(STW, null, { ...theirs, role: 'owner' })).rejects.toMatchObject({ name: 'Conflict' });
  expect(await withSub('h1')).toMatchObject({ creditor: 'MUS', role: 'editor' });
  expect(await members.list(STW)).toEqual([]);
});
