import type { CheckedRow } from '../../domain/intake/check-file.ts';
import { invoiceOf, siftRows, type Arriving, type Sifted } from '../../domain/intake/known-rows.ts';
import type { Creditor } from '../../domain/parties/parties.ts';
import { inParallel } from '../in-parallel.ts';
import type { Akten } from '../ports/akten.ts';

/** Checked rows of one hand-over, or of a lot of it. */
export type Group = Arriving & Readonly<{ creditor: Creditor; rows: readonly CheckedRow[] }>;

/**
 * So many Akten are read or written at once: enough to fill the waiting for the table, few enough not to be throttled
 * by it.
 */
export const AKTEN_AT_ONCE = 16;

/** Compares checked rows with what the creditor has handed over before; reads only. */
export const sift = async ({ akten }: Readonly<{ akten: Akten }>, group: Group): Promise<Sifted> => {
  const known = await akten.withInvoices(group.creditor.id, group.rows.map(invoiceOf));
  const ids = [...new Set(known.values())];
  const read = await inParallel(ids, AKTEN_AT_ONCE, async (id) => [id, await akten.get(id)] as const);
  const byId = new Map(read);
  const akteOf = (invoice: string) => {
    const id = known.get(invoice);
    return id && byId.get(id);
  };
  return siftRows(group.rows, akteOf, group);
};
