import { HandOverId } from '../../../domain/ids.ts';
import { acceptHandOver } from '../../../usecases/hand-over/accept-hand-over.ts';
import { LOT_ROWS } from '../../../domain/intake/hand-over.ts';
import { reconcileHandOvers } from '../../../usecases/hand-over/reconcile-hand-overs.ts';
import { MUS, KEY, anAgency, long } from './handed-over.ts';

const U1 = HandOverId.parse('u1');

describe('what the queues lose is found again', () => {
  const later = (a: ReturnType<typeof anAgency>): void => {
    a.clock.pass(3600);
  };
  test('a lot whose message was lost is started', async () => {
    const a = anAgency(long(LOT_ROWS + 5));
    await acceptHandOver(a.ports)({ creditor: MUS, id: U1, key: KEY });
    a.work.lots.splice(0, 1);
    await a.start();
    expect(await reconcileHandOvers(a.ports)()).toEqual({ continued: 0, lots: 0 });
    later(a);
    expect(await reconcileHandOvers(a.ports)()).toEqual({ continued: 0, lots: 1 });
    await a.start();
    expect(a.workflows.started).toHaveLength(LOT_ROWS);
    expect(await reconcileHandOvers(a.ports)()).toEqual({ continued: 0, lots: 0 });
    expect(await a.handOvers.find(MUS, U1)).toMatchObject({ startsPending: false });
  });
  test('a hand-over that stands still goes on', async () => {
    const a = anAgency(long(LOT_ROWS + 5));
    let looked = 0;
    await acceptHandOver(a.ports)({ creditor: MUS, id: U1, key: KEY }, () => ++looked > 1);
    a.work.uploads.splice(0);
    later(a);
    expect(await reconcileHandOvers(a.ports)()).toEqual({ continued: 1, lots: 0 });
    expect(a.work.uploads).toEqual([{ creditor: MUS, id: 'u1', key: KEY }]);
  });
  test('a hand-over is left alone while its function may still run, and after a fortnight', async () => {
    const a = anAgency(long(LOT_ROWS + 5));
    let looked = 0;
    await acceptHandOver(a.ports)({ creditor: MUS, id: U1, key: KEY }, () => ++looked > 1);
    a.clock.pass(40 * 60 - 1);
    expect(await reconcileHandOvers(a.ports)()).toEqual({ continued: 0, lots: 0 });
    a.clock.pass(1);
    expect(await reconcileHandOvers(a.ports)()).toEqual({ continued: 1, lots: 0 });
    a.clock.jumpTo('2026-03-16T08:00:00Z');
    expect(await reconcileHandOvers(a.ports)()).toEqual({ continued: 1, lots: 0 });
    a.clock.jumpTo('2026-03-17T08:00:00Z');
    expect(await reconcileHandOvers(a.ports)()).toEqual({ continued: 0, lots: 0 });
  });
});
