import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HandOverId } from '../../../domain/ids.ts';
import { cellsOf, ClaimBody } from '../../../domain/intake/from-api.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { submitClaim, submitClaims } from '../../../usecases/hand-over/submit-claims.ts';
import { examples, anAgency } from './handed-over.ts';
import { refusedFor } from '../../support/hand-overs.ts';

const API_1 = HandOverId.parse('api-1');

const body = ClaimBody.parse(JSON.parse(readFileSync(join(examples, 'laedchen-claim-1.json'), 'utf8')) as unknown);
const LAD = CreditorId.parse('LAD');
test('a single claim is judged by the same rules, started at once, and is the same when it is sent again', async () => {
  const a = anAgency('');
  const submit = () => submitClaim(a.ports)({ creditor: LAD, id: API_1, cells: cellsOf(body) });
  const first = await submit();
  expect(await submit()).toEqual(first);
  expect(a.workflows.started).toHaveLength(1);
  await expect(
    submitClaim(a.ports)({
      creditor: LAD,
      id: HandOverId.parse('api-2'),
      cells: { ...cellsOf(body), invoiceDate: '31.12.2026' },
    }),
  ).rejects.toMatchObject(refusedFor('invoice-date.future'));
});

test('many at once: good ones are taken, bad ones answered one by one', async () => {
  const a = anAgency('');
  const cells = Array.from({ length: 30 }, (_, i) => ({
    ...cellsOf(body),
    invoiceNumber: `B-${i}`,
    ...(i === 4 ? { invoiceDate: '31.12.2026' } : {}),
  }));
  const submit = () =>
    submitClaims(a.ports)({ creditor: LAD, id: HandOverId.parse('api-b'), rows: [...cells, ...cells.slice(0, 1)] });
  expect(await submit()).toMatchObject({
    handOver: { rows: 31, accepted: 29, rejected: 1, duplicates: 1, source: 'api' },
    issues: [
      { row: 5, code: 'invoice-date.future', column: 'invoiceDate' },
      { row: 5 },
      { row: 31, code: 'row.duplicate' },
    ],
  });
  expect((await submit()).handOver).toMatchObject({ accepted: 29 });
  await a.start();
  expect(a.workflows.started).toHaveLength(29);
  expect((await a.handOvers.list(LAD, { limit: 9, from: null })).items).toHaveLength(1);
  await expect(
    submitClaims(a.ports)({
      creditor: LAD,
      id: HandOverId.parse('x'),
      rows: Array.from({ length: 501 }, () => cellsOf(body)),
    }),
  ).rejects.toMatchObject({ code: 'claims.too-many' });
});

test('the start failed after the claim was written: sent again it is the same claim, and is started', async () => {
  const a = anAgency('');
  const submit = (start = a.workflows.start) =>
    submitClaim({ ...a.ports, workflows: { start } })({ creditor: LAD, id: API_1, cells: cellsOf(body) });
  await expect(submit(() => Promise.reject(new Error('the function was killed')))).rejects.toThrow('killed');
  expect(a.workflows.started).toEqual([]);
  const { claim } = await submit();
  expect(a.workflows.started).toEqual([`${claim}-g1`]);
  expect(a.akten.all().flatMap((akte) => akte.claims)).toHaveLength(1);
});

test('a call of which nothing could be taken stands in the Abgabehistorie, and begins nothing', async () => {
  const a = anAgency('');
  const rows = [{ ...cellsOf(body), invoiceDate: '31.12.2026' }];
  const { handOver } = await submitClaims(a.ports)({ creditor: LAD, id: API_1, rows });
  expect(handOver).toMatchObject({ accepted: 0, rejected: 1, startsPending: false });
  expect(await a.handOvers.find(LAD, API_1)).toMatchObject({ accepted: 0, startsPending: false });
  expect([a.work.lots, a.akten.log.size]).toEqual([[], 0]);
});

test('a creditor that is not there hands nothing over', async () => {
  const a = anAgency('');
  const nobody = CreditorId.parse('XYZ');
  const submit = submitClaims(a.ports)({ creditor: nobody, id: API_1, rows: [cellsOf(body)] });
  await expect(submit).rejects.toMatchObject({ name: 'NotFound' });
});
