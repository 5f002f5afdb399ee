import type { Stage } from '../../../domain/procedure/states.ts';
import { byOperator, type Actor } from '../../../domain/actor.ts';
import { decideSteering, type Steered } from '../../../domain/akte/decide-steering.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { STEERINGS, type Action, type Steering } from '../../../domain/akte/steering.ts';
import { HandOverId, MatterId } from '../../../domain/ids.ts';
import { keysOf } from '../../../domain/keys-of.ts';
import { cents } from '../../../domain/money.ts';
import { aClaim, after, demandedTwice, erika, MATTER, opened, TERMS } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

const by = byOperator('test');
const reason = 'auf Wunsch';
const TODAY = after(12);
const CASE = opened(erika, aClaim());
const given = deciding(decideSteering);
const steered = (steering: Steering, more: Partial<Steered> = {}): Steered => ({
  steering,
  by,
  stages: new Map(),
  ...more,
});
const why = { on: TODAY, by, reason };
const before = { on: after(5), by, reason: 'vorher' };
const closed: Fact = { kind: 'closed', ...before };
const M2 = MatterId.parse('M2');
const SECOND: Fact = {
  kind: 'handedOver',
  handOver: HandOverId.parse('h2'),
  on: after(10),
  matter: M2,
  procedure: { id: 'komfort', version: 1 },
  claims: [aClaim(2, { matter: M2 })],
};

describe('an Akte rests', () => {
  const paused: Fact = { kind: 'held', ground: 'paused', ...before };
  test('until somebody says so, or until a day', () => {
    given(...CASE)
      .when(steered({ action: 'pause', reason }), TODAY)
      .then([{ kind: 'held', ground: 'paused', ...why }]);
    given(...CASE)
      .when(steered({ action: 'pause', reason, until: after(13) }), TODAY)
      .then([{ kind: 'held', ground: 'paused', ...why, until: after(13) }]);
  });
  test('once: the same again, for whatever reason, changes nothing', () => {
    given(...CASE, paused)
      .when(steered({ action: 'pause', reason }), TODAY)
      .then([]);
    given(...CASE, { ...paused, until: after(30) })
      .when(steered({ action: 'pause', reason, until: after(30) }), TODAY)
      .then([]);
  });
  test('until another day is news, and so is a day where there was none, or none where there was one', () => {
    given(...CASE, { ...paused, until: after(30) })
      .when(steered({ action: 'pause', reason, until: after(31) }), TODAY)
      .then([{ kind: 'held', ground: 'paused', ...why, until: after(31) }]);
    given(...CASE, paused)
      .when(steered({ action: 'pause', reason, until: after(31) }), TODAY)
      .then([{ kind: 'held', ground: 'paused', ...why, until: after(31) }]);
    given(...CASE, { ...paused, until: after(30) })
      .when(steered({ action: 'pause', reason }), TODAY)
      .then([{ kind: 'held', ground: 'paused', ...why }]);
  });
  test('beside another ground', () => {
    given(...CASE, { kind: 'held', ground: 'hardship', ...before })
      .when(steered({ action: 'pause', reason }), TODAY)
      .then([{ kind: 'held', ground: 'paused', ...why }]);
  });
  test.each([after(12), after(11)])('not until %s, which is no day to come', (until) => {
    given(...CASE)
      .when(steered({ action: 'pause', reason, until }), TODAY)
      .thenRefuses('day.past', 'until');
  });
  test('and goes on; where it does not rest, or for another ground, nothing does', () => {
    given(...CASE, paused)
      .when(steered({ action: 'resume', reason }), TODAY)
      .then([{ kind: 'resumed', ground: 'paused', ...why }]);
    given(...CASE)
      .when(steered({ action: 'resume', reason }), TODAY)
      .then([]);
    given(...CASE, { kind: 'held', ground: 'hardship', ...before })
      .when(steered({ action: 'resume', reason }), TODAY)
      .then([]);
  });
});

describe('an Akte is closed', () => {
  test('once', () => {
    given(...CASE)
      .when(steered({ action: 'close', reason }), TODAY)
      .then([{ kind: 'closed', ...why }]);
    given(...CASE, closed)
      .when(steered({ action: 'close', reason }), TODAY)
      .then([]);
  });
  test.each(keysOf(STEERINGS).filter((action) => action !== 'close' && action !== 'reopen'))(
    'and then refuses to %s',
    (action: Exclude<Action, 'close' | 'reopen'>) => {
      const steering: Steering = action === 'skip' ? { action, reason, stage: 1 } : { action, reason };
      given(...CASE, closed)
        .when(steered(steering), TODAY)
        .thenRefuses('akte.closed');
    },
  );
  test('a pause until a day that is past is refused as closed first', () => {
    given(...CASE, closed)
      .when(steered({ action: 'pause', reason, until: after(0) }), TODAY)
      .thenRefuses('akte.closed');
  });
});

describe('an Akte is opened again', () => {
  const reopen = (who: Actor) => steered({ action: 'reopen', reason }, { by: who });
  const closedBy = (who: Actor): Fact => ({ ...before, kind: 'closed', by: who });
  test.each([
    ['client:MUS', 'client:MUS'],
    ['client:MUS', 'operator:test'],
    ['operator:test', 'operator:other'],
    ['system:payout', 'operator:test'],
  ] as const)('closed by %s, by %s', (first, then) => {
    given(...CASE, closedBy(first))
      .when(reopen(then), TODAY)
      .then([{ kind: 'reopened', on: TODAY, by: then, reason }]);
  });
  test.each(['operator:test', 'system:payout'] as const)('closed by %s, by our own people only', (first) => {
    given(...CASE, closedBy(first))
      .when(reopen('client:MUS'), TODAY)
      .thenRefuses('reopen.by-us');
  });
  test('once: an open one is open', () => {
    given(...CASE)
      .when(reopen('client:MUS'), TODAY)
      .then([]);
    given(...CASE, closed, { kind: 'reopened', ...why })
      .when(reopen(by), TODAY)
      .then([]);
  });
});

describe('costs are waived', () => {
  const waive = (interest?: boolean) =>
    steered({ action: 'waive', reason, ...(interest === undefined ? {} : { interest }) });
  const waived = (interest: boolean, on = before): Fact => ({ kind: 'waived', ...on, interest });
  test('without the interest, unless somebody says so', () => {
    given(...CASE)
      .when(waive(), TODAY)
      .then([waived(false, why)]);
    given(...CASE)
      .when(waive(false), TODAY)
      .then([waived(false, why)]);
    given(...CASE)
      .when(waive(true), TODAY)
      .then([waived(true, why)]);
  });
  test('once, and the interest once after them', () => {
    given(...CASE, waived(false))
      .when(waive(), TODAY)
      .then([]);
    given(...CASE, waived(true))
      .when(waive(), TODAY)
      .then([]);
    given(...CASE, waived(true))
      .when(waive(true), TODAY)
      .then([]);
    given(...CASE, waived(false))
      .when(waive(true), TODAY)
      .then([waived(true, why)]);
  });
  test('anew where one more matter has come', () => {
    given(...CASE, waived(false), SECOND)
      .when(waive(), TODAY)
      .then([waived(false, why)]);
  });
});

describe('an address is traced', () => {
  const ordered: Fact = { kind: 'tracingOrdered', ...before };
  test('once at a time', () => {
    given(...CASE)
      .when(steered({ action: 'trace', reason }), TODAY)
      .then([{ kind: 'tracingOrdered', ...why }]);
    given(...CASE, ordered)
      .when(steered({ action: 'trace', reason }), TODAY)
      .then([]);
  });
  test('in vain, once: then it may be traced again', () => {
    const failed: Fact = { kind: 'tracingFailed', ...before };
    given(...CASE, ordered)
      .when(steered({ action: 'untraceable', reason }), TODAY)
      .then([{ kind: 'tracingFailed', ...why }]);
    given(...CASE, ordered, failed)
      .when(steered({ action: 'untraceable', reason }), TODAY)
      .then([]);
    given(...CASE, ordered, failed)
      .when(steered({ action: 'trace', reason }), TODAY)
      .then([{ kind: 'tracingOrdered', ...why }]);
  });
});

describe('a Mahnstufe is skipped', () => {
  const M9 = MatterId.parse('M9');
  const stages = new Map<MatterId, readonly Stage[]>([
    [MATTER, [0, 1, 2]],
    [M2, [0, 3]],
  ]);
  const skip = (stage: Stage, matter?: MatterId) =>
    steered({ action: 'skip', reason, stage, ...(matter ? { matter } : {}) }, { stages });
  const skipped = (stage: Stage, matter = MATTER): Fact => ({ kind: 'stageSkipped', ...why, matter, stage });
  const TWO = [...CASE, SECOND];
  test('of the only matter, or of the newest of several', () => {
    given(...CASE)
      .when(skip(2), TODAY)
      .then([skipped(2)]);
    given(...TWO)
      .when(skip(3), TODAY)
      .then([skipped(3, M2)]);
  });
  test('of the one that is named, by the stages of its own procedure', () => {
    given(...TWO)
      .when(skip(2, MATTER), TODAY)
      .then([skipped(2)]);
    given(...TWO)
      .when(skip(3, MATTER), TODAY)
      .thenRefuses('skip.unknown', 'stage');
    given(...TWO)
      .when(skip(2), TODAY)
      .thenRefuses('skip.unknown', 'stage');
  });
  test('once; another stage of it, and the same of another matter, are news', () => {
    given(...CASE, skipped(2))
      .when(skip(2), TODAY)
      .then([]);
    given(...CASE, skipped(2))
      .when(skip(1), TODAY)
      .then([skipped(1)]);
    given(...TWO, skipped(0))
      .when(skip(0, M2), TODAY)
      .then([skipped(0, M2)]);
  });
  test('not once it has begun; one of another matter may have', () => {
    const BEGUN = [...TWO, ...demandedTwice(MATTER, cents(120_00))];
    given(...BEGUN)
      .when(skip(1, MATTER), TODAY)
      .thenRefuses('skip.begun', 'stage');
    given(...BEGUN)
      .when(skip(2, MATTER), TODAY)
      .then([skipped(2)]);
    given(...BEGUN)
      .when(skip(0, M2), TODAY)
      .then([skipped(0, M2)]);
  });
  test('not where nobody knows of its procedure, nor of a matter that is not there', () => {
    given(...CASE)
      .when({ ...skip(1), stages: new Map() }, TODAY)
      .thenRefuses('skip.unknown', 'stage');
    given(...CASE)
      .when(skip(1, M9), TODAY)
      .thenRefuses('NotFound');
    given({
      kind: 'opened',
      debtor: erika,
      terms: TERMS,
    })
      .when(skip(1), TODAY)
      .thenRefuses('NotFound');
  });
});

test('what was unclear is cleared up by whoever says so', () => {
  given(...CASE, { kind: 'trouble', claim: aClaim().id, on: after(5), reason: 'States.Timeout' })
    .when(steered({ action: 'clarify', reason }), TODAY)
    .then([{ kind: 'clarified', ...why }]);
});
