import * as z from 'zod';
import { Person } from '../../domain/access/person.ts';
import type { Table } from './client.ts';
import { subKey } from './table.ts';

const SubItem = z.object({ person: Person });

/** Who a person is, by the id that their user pool gave them; null where nothing is known of them. */
export const dynamoPersons = (table: Table) => ({
  withSub: async (sub: string): Promise<Person | null> => (await table.get(subKey(sub), SubItem))?.person ?? null,
});
