import { HandOverId, PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { startClaims, startLot, wakeAkten } from '../../../usecases/hand-over/start-lot.ts';
import { submitClaims } from '../../../usecases/hand-over/submit-claims.ts';
import { cellsOf } from '../../../domain/intake/from-api.ts';
import { MUS, TODAY, aBody, anAgency as customerOf } from './customers.ts';
import { MUS as SENDER, anAgency, HEADER, ROW } from './handed-over.ts';

const H1 = HandOverId.parse('h1');

test('a start that fails leaves its lot to be started again; those that had begun are not doubled', async () => {
  const a = anAgency(`${HEADER}\n${ROW}\n${ROW.replace('RE-1', 'RE-2')}`);
  const begin = a.workflows.start;
  let calls = 0;
  a.ports.workflows.start = (...args) =>
    ++calls === 2 ? Promise.reject(new Error('the function was killed')) : begin(...args);
  await expect(a.accept()).rejects.toThrow('killed');
  a.work.lots.push({ creditor: SENDER, handOver: HandOverId.parse('u1'), lot: 1 });
  await a.start();
  expect(a.workflows.started).toHaveLength(2);
});

/** A lot of two claims that waits for its start. */
const aLot = async () => {
  const a = customerOf();
  await submitClaims(a.ports)({ creditor: MUS, id: H1, rows: [aBody(1), aBody(2)].map(cellsOf) });
  const [lot = { creditor: MUS, handOver: H1, lot: 0 }] = a.work.lots;
  return { ...a, lot, id: await a.only() };
};

test('each claim of a lot gets its execution, and the lot is noted as started', async () => {
  const { ports, lot, id, workflows, handOvers } = await aLot();
  expect(await startLot(ports)(lot)).toBe(2);
  expect(workflows.started).toEqual([`${id}-F1-g1`, `${id}-F2-g1`]);
  expect(await handOvers.findLot(MUS, H1, lot.lot)).toMatchObject({ started: true });
});

test('a lot that is noted as started is not looked at again, and one that is not there starts nothing', async () => {
  const { ports, lot } = await aLot();
  await startLot(ports)(lot);
  const start = () => Promise.reject(new Error('started again'));
  const again = startLot({ ...ports, workflows: { start } });
  expect([
    await again(lot),
    await again({ ...lot, lot: 7 }),
    await again({ ...lot, handOver: HandOverId.parse('h7') }),
  ]).toEqual([0, 0, 0]);
});

describe('what comes into an Akte that is there already', () => {
  /** The first claim runs; `paid`: in cents. Then a second one is written. */
  const joined = async (paid: number) => {
    const a = customerOf();
    await a.submit('h1', aBody(1));
    const id = await a.only();
    if (paid > 0)
      await recordPayment(a.ports)({
        akte: id,
        id: PaymentId.parse('bank:1'),
        amount: cents(paid),
        valueDate: TODAY,
        via: 'agency',
        source: 'test',
        by: 'system:bank',
      });
    await submitClaims(a.ports)({ creditor: MUS, id: HandOverId.parse('h2'), rows: [cellsOf(aBody(2))] });
    const started: string[] = [];
    const start = async (akte: string, claim: string, generation: number) => {
      started.push(`${akte}-${claim}-g${generation}`);
    };
    await startClaims({ ...a.ports, workflows: { start } })([`${id}-F2`]);
    return started.map((name) => name.replace(`${id}-`, ''));
  };
  test('is started alone where nobody has paid', async () => {
    expect(await joined(0)).toEqual(['F2-g1']);
  });
  test('may be what earlier money was meant for, and open a settled claim again: all of the Akte are asked for', async () => {
    expect(await joined(50_00)).toEqual(['F2-g1', 'F1-g1', 'F2-g1']);
  });
});

test('an Akte that was completed is woken in the generation it has now', async () => {
  const { ports, id, workflows, tell } = await aLot();
  await tell({ kind: 'restarted', claims: [], generation: 2 });
  const { claims } = await ports.akten.get(id);
  await tell({ kind: 'restarted', claims: claims.slice(1).map((c) => c.id), generation: 3 });
  await wakeAkten(ports)([id]);
  expect(workflows.started).toEqual([`${id}-F1-g1`, `${id}-F2-g3`]);
});
