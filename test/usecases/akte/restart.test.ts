import type { Fact } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { recordedWorkflows } from '../../../simulator/agency/stores.ts';
import { memoryTimers } from '../../../simulator/agency/timers.ts';
import { noteNext, startAnew } from '../../../usecases/akte/restart.ts';
import { AKTE, aClaim, erika, opened } from '../../support/akte.ts';

const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
/** F2 has been led anew once before. */
const again: Fact = { kind: 'restarted', claims: [F2], generation: 2 };
const akte = fold(AKTE, [opened(erika, aClaim(1), aClaim(2)), [again]]);

describe('executions that an Akte asks for', () => {
  test('each claim is started in its own generation, and twice is the same as once', async () => {
    const workflows = recordedWorkflows();
    await startAnew(workflows, akte, false);
    await startAnew(workflows, akte, false);
    expect(workflows.started).toEqual([`${AKTE}-F1-g1`, `${AKTE}-F2-g2`]);
    expect(workflows.stopped).toEqual([]);
  });
  test('those before them are stopped where they are new, and not before the new ones have begun', async () => {
    const workflows = recordedWorkflows();
    const started = new Map<string, number>();
    const stop: typeof workflows.stop = async (id, claim, generation) => {
      started.set(claim, workflows.started.length);
      await workflows.stop(id, claim, generation);
    };
    await startAnew({ ...workflows, stop }, akte, true);
    expect(workflows.stopped).toEqual([`${AKTE}-F1-g0`, `${AKTE}-F2-g1`]);
    expect([...started]).toEqual([
      ['F1', 1],
      ['F2', 2],
    ]);
  });
});

describe('what is noted for the sweep before it is written', () => {
  test('each claim that begins anew stands in the list with its next generation', async () => {
    const timers = memoryTimers();
    await noteNext(timers, AKTE, [again, { kind: 'restarted', claims: [F1], generation: 5 }]);
    expect([...timers.lines.values()]).toEqual([
      { akte: AKTE, claim: 'F2', generation: 2 },
      { akte: AKTE, claim: 'F1', generation: 5 },
    ]);
  });
  test('facts that begin nothing anew leave the list as it is', async () => {
    const timers = memoryTimers();
    await noteNext(timers, AKTE, opened(erika, aClaim()));
    expect(timers.lines.size).toBe(0);
  });
});
