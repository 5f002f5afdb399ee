import type { Answer } from '../../../domain/akte/answer.ts';
import { decideAnswer } from '../../../domain/akte/decide-answer.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { aClaim, after, erika, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

const by = 'operator:test';
const CASE = opened(erika, aClaim());
const given = deciding(decideAnswer);
const rests = (more: Pick<Extract<Fact, { kind: 'held' }>, 'ground' | 'reason' | 'until'>): Fact => ({
  kind: 'held',
  on: after(0),
  by,
  ...more,
});

describe('what lets the case rest, once', () => {
  test.each<[Answer, Fact]>([
    [{ kind: 'proof', note: 'Beleg' }, rests({ ground: 'proof', until: after(14), reason: 'Zahlungsnachweis: Beleg' })],
    [
      { kind: 'deferral', until: after(30), note: 'Stundung' },
      rests({ ground: 'deferral', until: after(30), reason: 'Stundung' }),
    ],
    [{ kind: 'situation', ground: 'hardship', note: 'krank' }, rests({ ground: 'hardship', reason: 'krank' })],
  ])('%j', (answer, fact) => {
    given(...CASE)
      .when({ answer, by }, after(0))
      .then([fact]);
    given(...CASE, fact)
      .when({ answer, by }, after(0))
      .then([]);
  });
  test('what holds no longer is over; what never held is not', () => {
    const answer: Answer = { kind: 'over', ground: 'hardship', note: 'vorbei' };
    given(...CASE, rests({ ground: 'hardship', reason: 'krank' }))
      .when({ answer, by }, after(3))
      .then([{ kind: 'resumed', ground: 'hardship', on: after(3), by, reason: 'vorbei' }]);
    given(...CASE)
      .when({ answer, by }, after(3))
      .then([]);
  });
});

test.each<[Answer, string]>([
  [{ kind: 'promise', payBy: after(0) }, 'day.past'],
  [{ kind: 'promise', payBy: after(43) }, 'promise.too-far'],
  [{ kind: 'deferral', until: after(0), note: 'x' }, 'day.past'],
  [{ kind: 'situation', ground: 'paused', note: 'x' }, 'answer.situation'],
  [{ kind: 'situation', ground: 'hardship', note: 'x', until: after(0) }, 'day.past'],
  [{ kind: 'returned', reference: 'unbekannt', note: 'x' }, 'returned.unknown'],
])('%j is refused', (answer, code) => {
  given(...CASE)
    .when({ answer, by }, after(0))
    .thenRefuses(code);
});
