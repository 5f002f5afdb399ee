import { day } from '../../../domain/calendar.ts';
import { type Claim } from '../../../domain/akte/claim.ts';
import { RECEIVABLES } from '../../../domain/procedure/shipped-procedures.ts';
import { recordedWorkflows } from '../../../simulator/agency/stores.ts';
import { handToCollection } from '../../../usecases/dunning/hand-to-collection.ts';
import { AKTE, aClaim } from '../../support/akte.ts';
import { overtaken } from '../../support/overtaken.ts';
import { aProcess } from '../../support/process.ts';

const INVOICE = '2026-03-02';
const fresh = (n = 1, more: Partial<Claim> = {}): Claim =>
  aClaim(n, { invoiceDate: day(INVOICE), dueOn: day('2026-03-16'), contractDate: day(INVOICE), ...more });
/** A creditor's own dunning from the invoice on; on day 63 its claims go over to collection. */
const aRun = (more: Parameters<typeof aProcess>[0] = {}) =>
  aProcess({ procedure: RECEIVABLES, start: INVOICE, claims: [fresh()], ...more });

test('two claims of one matter go together: one new matter, an execution each, and both old executions end', async () => {
  const process = await aRun({ claims: [fresh(1), fresh(2)] });
  await process.run('F1', 1, 60);
  await process.run('F2', 1, 60);
  const workflows = recordedWorkflows();
  process.clock.jumpTo(process.clock.instantOf(day('2026-05-04')));
  const task = handToCollection({ ...process.ports, workflows });
  const next = await task({ akte: AKTE, claim: fresh(1).id, generation: 1 });
  expect(next).toMatchObject({ step: 'Ans Inkasso übergeben' });
  expect(workflows.started).toEqual([`${AKTE}-F1-g2`, `${AKTE}-F2-g2`]);
  expect(await process.run('F2', 1)).toBe('Ans Inkasso übergeben');
  expect((await process.akten.get(AKTE)).matters.map((m) => m.claims)).toEqual([[], ['F1', 'F2']]);
});

test('coming again after a crash between the act and the start hands nothing over twice, but starts what is missing', async () => {
  const process = await aRun();
  await process.run('F1', 1, 62);
  process.clock.jumpTo(process.clock.instantOf(day('2026-05-04')));
  const of = { akte: AKTE, claim: fresh().id, generation: 1 };
  await expect(
    handToCollection({ ...process.ports, workflows: { start: () => Promise.reject(new Error('crash')) } })(of),
  ).rejects.toThrow('crash');
  const workflows = recordedWorkflows();
  expect(await handToCollection({ ...process.ports, workflows })(of)).toMatchObject({ step: 'Ans Inkasso übergeben' });
  expect(workflows.started).toEqual([`${AKTE}-F1-g2`]);
  expect((await process.akten.get(AKTE)).matters).toHaveLength(2);
});

describe('the act', () => {
  const of = { akte: AKTE, claim: fresh().id, generation: 1 };
  const due = async (on: string) => {
    const process = await aRun();
    await process.run('F1', 1, 62);
    process.clock.jumpTo(process.clock.instantOf(day(on)));
    const workflows = recordedWorkflows();
    return { ...process, workflows, ports: { ...process.ports, workflows } };
  };
  test('before its day hands nothing over: what is next comes back', async () => {
    const { ports, workflows, akten } = await due('2026-05-03');
    const { version } = await akten.get(AKTE);
    expect((await handToCollection(ports)(of)).step).toBe('Mahnstufe 2: Frist');
    expect([(await akten.get(AKTE)).version, workflows.started]).toEqual([version, []]);
  });
  test('is refused where the Akte has moved on since, and begins nothing: the next try decides afresh', async () => {
    const { ports, workflows, akten } = await due('2026-05-04');
    const paused = {
      kind: 'held',
      ground: 'paused',
      on: day('2026-05-04'),
      by: 'operator:quick',
      reason: 'Rückfrage',
    } as const;
    const hand = handToCollection({ ...ports, akten: overtaken(akten, 1, [paused]) });
    await expect(hand(of)).rejects.toMatchObject({ name: 'Conflict' });
    expect([(await akten.get(AKTE)).matters.length, workflows.started]).toEqual([1, []]);
    expect((await hand(of)).step).toBe('Ruht');
  });
  test('is one act under the name of the execution that did it, and its new generation leads from then on', async () => {
    const { ports, akten } = await due('2026-05-04');
    await handToCollection(ports)(of);
    const kinds = (await akten.history(AKTE)).at(-1);
    expect([kinds?.by, kinds?.facts.map((fact) => fact.kind)]).toEqual([
      `${AKTE}-F1-g1`,
      ['handedToCollection', 'restarted'],
    ]);
  });
});
