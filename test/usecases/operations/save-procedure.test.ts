import { Procedure } from '../../../domain/procedure/procedure.ts';
import { RECEIVABLES, STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { ProcedureRefused, procedureFor, saveProcedure } from '../../../usecases/operations/save-procedure.ts';
import { musterversand } from '../../support/akte.ts';
import { aProcess } from '../../support/process.ts';
import { memoryProcedures } from '../../../simulator/agency/stores.ts';

const own = (more: object = {}): Procedure => Procedure.parse({ ...STANDARD, id: 'own', ...more });
const komfort = { ...musterversand, module: 'komfort' as const };

test('a new procedure is saved; the same content again is no new version, under whatever number', async () => {
  const procedures = memoryProcedures();
  const save = saveProcedure(procedures);
  expect(await save(own())).toEqual({ id: 'own', version: 1, state: 'new', hints: [] });
  expect(await save(own())).toMatchObject({ version: 1, state: 'unchanged' });
  expect(await save(own({ version: 2 }))).toMatchObject({ version: 1, state: 'unchanged' });
  await expect(procedures.get({ id: 'own', version: 2 })).rejects.toThrow('Es gibt keinen');
});

test('a changed one needs the next number; a version is never overwritten', async () => {
  const save = saveProcedure(memoryProcedures(own()));
  await expect(save(own({ name: 'Anders' }))).rejects.toMatchObject({ code: 'procedure.version-taken' });
  await expect(save(own({ name: 'Anders', version: 3 }))).rejects.toMatchObject({ code: 'procedure.version-gap' });
  expect(await save(own({ name: 'Anders', version: 2 }))).toMatchObject({ version: 2, state: 'new' });
});

test('the linter refuses with all it found, and nothing is saved', async () => {
  const procedures = memoryProcedures();
  const refused = await saveProcedure(procedures)(own({ shift: false, messageHours: { from: 5, to: 23 } })).catch(
    (e: unknown) => e,
  );
  expect(refused).toBeInstanceOf(ProcedureRefused);
  expect(refused).toMatchObject({
    name: 'Rejected',
    code: 'procedure.refused',
    findings: [{ code: 'messages.quiet-hours' }, { code: 'deadline.no-shift' }],
    reasons: [
      { field: 'messageHours', code: 'messages.quiet-hours' },
      { field: 'shift', code: 'deadline.no-shift' },
    ],
  });
  expect((refused as Error).message).toMatch(/messageHours: .*\n- shift: .*§ 193 BGB/);
  await expect(procedures.get({ id: 'own', version: 1 })).rejects.toThrow('Es gibt keinen');
});

test('hints are told and do not refuse; the mandate is looked at, too', async () => {
  const save = saveProcedure(memoryProcedures());
  expect((await save(own(), { creditor: musterversand })).hints.map((f) => f.code)).toEqual(['module.own-workflow']);
  expect((await save(own({ version: 1 }), { creditor: komfort })).hints).toEqual([]);
  await expect(save(own({ id: 'lad', creditor: 'LAD' }), { creditor: komfort })).rejects.toMatchObject({
    findings: [{ code: 'creditor.other' }],
  });
});

test('the names of shipped procedures are taken, their content is not', async () => {
  const save = saveProcedure(memoryProcedures());
  expect(await save(STANDARD)).toMatchObject({ state: 'unchanged' });
  await expect(save({ ...STANDARD, version: 2, name: 'Mein Standard' })).rejects.toMatchObject({
    code: 'procedure.shipped',
  });
});

test('a hand-over to a procedure that was saved before', async () => {
  const collection = own({ id: 'eigenes-inkasso', levels: STANDARD.levels.slice(1), presumesDefault: 'prior-dunning' });
  const run = Procedure.parse({
    ...RECEIVABLES,
    id: 'run',
    handOver: { ...RECEIVABLES.handOver, procedure: { id: 'eigenes-inkasso', version: 1 } },
  });
  await expect(saveProcedure(memoryProcedures())(run)).rejects.toMatchObject({
    findings: [{ code: 'hand-over.unknown' }],
  });
  expect(await saveProcedure(memoryProcedures(collection))(run)).toMatchObject({ state: 'new' });
});

test("a mandate may name a shipped procedure, its own, and nobody else's", async () => {
  const find = procedureFor(memoryProcedures(own({ creditor: 'LAD' })));
  expect((await find(musterversand)).id).toBe('standard');
  await expect(find({ ...musterversand, procedure: { id: 'own', version: 1 } })).rejects.toMatchObject({
    code: 'procedure.of-another',
  });
  await expect(find({ ...musterversand, procedure: { id: 'keiner', version: 1 } })).rejects.toThrow('Es gibt keinen');
});

test('a running matter keeps the version it began with', async () => {
  const process = await aProcess({ procedure: own() });
  await process.run('F1', 1, 5);
  await saveProcedure(process.ports.procedures)(
    own({ version: 2, name: 'Kürzer', levels: STANDARD.levels.slice(0, 2) }),
  );
  expect(await process.run()).toBe('Gerichtliches Mahnverfahren: Entscheidung');
  expect((await process.told()).at(-1)).toBe('87 court');
});
