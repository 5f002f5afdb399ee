import * as z from 'zod';
import { Conflict, NotFound } from '../../domain/faults.ts';
import { MandateVersion } from '../../domain/parties/mandate.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import { inParallel } from '../../usecases/in-parallel.ts';
import type { Creditors } from '../../usecases/ports/creditors.ts';
import type { Table } from './client.ts';
import { CREDITORS_INDEX, MANDATES, mandateKey, creditorPartition } from './table.ts';

const MandateItem = z.object({ mandate: MandateVersion });
const Indexed = z.object({ GSI1SK: CreditorId });
const AT_ONCE = 8;

/** What whoever comes second is told. */
export const mandateConflict = (id: CreditorId, options?: ErrorOptions): Conflict =>
  new Conflict(
    `Das Mandat von ${id} hat gerade jemand anderes gespeichert; von diesem Vorgang ist nichts geschrieben. Bitte das Mandat lesen und die Änderung daran vornehmen (Befehl: mahnwerk glaeubiger zeigen ${id}).`,
    options,
  );
/** A version as it is kept; it is put where none of its number is. */
export const mandateItem = (mandate: MandateVersion) => {
  const { id } = mandate.creditor;
  const listed = mandate.version === 1 ? { GSI1PK: CREDITORS_INDEX, GSI1SK: id } : {};
  return { ...mandateKey(id, mandate.version), mandate, ...listed };
};

export const dynamoCreditors = (table: Table): Creditors => {
  const versions = (id: CreditorId) => ({ pk: creditorPartition(id), begins: MANDATES });
  const current = async (id: CreditorId): Promise<MandateVersion | null> => {
    const [last] = await table.query({ ...versions(id), backwards: true, most: 1 }, MandateItem);
    return last?.mandate ?? null;
  };
  const get = async (id: CreditorId) => {
    const mandate = await current(id);
    if (!mandate) throw new NotFound(`Es gibt keinen Gläubiger ${id}.`);
    return mandate.creditor;
  };
  return {
    get,
    current,
    // The index names the creditors; what their mandates say is read where it is never out of date.
    list: async () => {
      const known = await table.query({ pk: CREDITORS_INDEX, index: 'GSI1' }, Indexed);
      return inParallel(known, AT_ONCE, ({ GSI1SK }) => get(GSI1SK));
    },
    history: async (id) => (await table.query(versions(id), MandateItem)).map(({ mandate }) => mandate),
    append: async (mandate) => {
      const { PK, SK, ...item } = mandateItem(mandate);
      if (!(await table.putIfAbsent({ PK, SK }, item))) throw mandateConflict(mandate.creditor.id);
    },
  };
};
