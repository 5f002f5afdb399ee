import { RECEIVABLES, STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { memoryProcedures } from '../../../simulator/agency/stores.ts';
import { proceduresOf } from '../../../usecases/akte/procedures-of.ts';

const led = (procedure: { id: string; version: number }) => ({
  procedure: { id: procedure.id, version: procedure.version },
});
const second = { ...STANDARD, version: 2, name: 'Standard, zweite Fassung' };
/** The procedures, and which of them were read. */
const aShelf = () => {
  const { get } = memoryProcedures(second);
  const read: string[] = [];
  const procedures = {
    get: async (ref: Parameters<typeof get>[0]) => {
      read.push(`${ref.id} ${ref.version}`);
      return get(ref);
    },
  };
  return { procedures, read };
};

test('each matter goes by its own procedure', async () => {
  const of = await proceduresOf(aShelf().procedures, { matters: [led(RECEIVABLES), led(STANDARD)] });
  expect([of(led(STANDARD)).name, of(led(RECEIVABLES)).name]).toEqual([STANDARD.name, RECEIVABLES.name]);
});

test('two versions of one procedure are two procedures', async () => {
  const of = await proceduresOf(aShelf().procedures, { matters: [led(STANDARD), led(second)] });
  expect([of(led(STANDARD)).version, of(led(second)).name]).toEqual([1, second.name]);
});

test('however many matters go by a procedure, it is read once', async () => {
  const { procedures, read } = aShelf();
  await proceduresOf(procedures, { matters: [led(STANDARD), led(RECEIVABLES), led(STANDARD), led(second)] });
  expect(read).toEqual(['standard 1', 'receivables 1', 'standard 2']);
});

test('a procedure that is not there is NotFound; one that no matter goes by was not read', async () => {
  const { procedures } = aShelf();
  await expect(proceduresOf(procedures, { matters: [led({ id: 'gone', version: 1 })] })).rejects.toMatchObject({
    name: 'NotFound',
  });
  const of = await proceduresOf(procedures, { matters: [led(STANDARD)] });
  expect(() => of(led(second))).toThrow('standard@2 was not read');
});
