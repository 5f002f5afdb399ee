import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Member, Person } from '../../domain/access/person.ts';
import { Conflict } from '../../domain/faults.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import type { Persons, Team } from '../../usecases/ports/persons.ts';
import { ABSENT, asSeen, type Table } from './client.ts';
import { memberKey, subKey, creditorPartition } from './table.ts';

const SubItem = z.object({ person: Person });
const MemberItem = z.object({ member: Member });

const changedMeanwhile = (creditor: CreditorId, name: string, options: ErrorOptions): Conflict =>
  new Conflict(
    `Den Zugang von „${name}“ bei ${creditor} hat gerade jemand anderes geändert; von diesem Vorgang ist nichts geschrieben. Bitte die Personen ansehen (Befehl: mahnwerk person liste ${creditor}) und es noch einmal versuchen.`,
    options,
  );

export const dynamoPersons = (table: Table): Team => ({
  /** Who a person is, by the id that their user pool gave them; null where nothing is known of them. */
  withSub: async (sub) => (await table.get(subKey(sub), SubItem))?.person ?? null,
  keep: async (sub, person) => {
    await table.put(subKey(sub), { person });
  },
});

/** The persons of creditors: the list and what the authorizer reads change in one write. */
export const dynamoMembers = (table: Table): Persons => ({
  find: async (creditor, name) => (await table.get(memberKey(creditor, name), MemberItem))?.member ?? null,
  list: async (creditor) =>
    (await table.query({ pk: creditorPartition(creditor), begins: 'PERSON#' }, MemberItem)).map((i) => i.member),
  isKnown: async (sub) => (await dynamoPersons(table).withSub(sub)) !== null,
  replace: async (creditor, seen, next) => {
    const TableName = table.name;
    const member = {
      Put: { TableName, Item: { ...memberKey(creditor, next.name), member: next }, ...asSeen('member', seen) },
    };
    const person: Person = { side: 'creditor', state: next.state, creditor, role: next.role };
    // Whom one creditor has made its own no other may, nor two at once.
    const unlessAnothers = seen
      ? {
          ConditionExpression: '#person.#creditor = :creditor',
          ExpressionAttributeNames: { '#person': 'person', '#creditor': 'creditor' },
          ExpressionAttributeValues: { ':creditor': creditor },
        }
      : ABSENT;
    const bySub = { Put: { TableName, Item: { ...subKey(next.sub), person }, ...unlessAnothers } };
    await table.guarded(
      () => table.client.send(new TransactWriteCommand({ TransactItems: [member, bySub] })),
      (options) => changedMeanwhile(creditor, next.name, options),
    );
  },
});
