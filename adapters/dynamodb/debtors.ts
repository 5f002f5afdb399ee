import * as z from 'zod';
import { AkteId } from '../../domain/ids.ts';
import { Debtor } from '../../domain/parties/parties.ts';
import type { Debtors } from '../../usecases/ports/similar.ts';
import type { Table } from './client.ts';
import { aktenIndex } from './table.ts';

/**
 * The index holds the first act of each Akte. Only its opening is read: parsing every claim, too, would take most of
 * the night's time.
 */
const Opening = z.object({ kind: z.literal('opened'), debtor: Debtor });
const FirstAct = z.object({ akte: AkteId, facts: z.array(z.unknown()) });
const isOpening = (fact: unknown): boolean =>
  typeof fact === 'object' && fact !== null && 'kind' in fact && fact.kind === 'opened';

/**
 * Reads the index page by page: about 2 KB an Akte, no log is opened. An Akte opened in the last second may be missing;
 * the next night finds it.
 */
export const dynamoDebtors = (table: Table): Debtors => ({
  of: async function* (creditor) {
    for await (const { akte, facts } of table.each({ pk: aktenIndex(creditor), index: 'GSI1' }, FirstAct))
      yield { akte, debtor: Opening.parse(facts.find(isOpening)).debtor };
  },
});
