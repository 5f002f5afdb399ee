import { ifAny, withOneOf, type Attempt, type Choice } from '../../../domain/dunning/looked.ts';
import { Conflict, NotFound, Rejected } from '../../../domain/faults.ts';
import { on } from './played.ts';

const follows: Attempt = () => [{ kind: 'tracingOrdered', on: on(0), by: 'system', reason: 'x' }];
const nothing: Attempt = () => [];
const refuses =
  (error: Error): Attempt =>
  () => {
    throw error;
  };
const closed = refuses(new Rejected('akte.closed', 'Die Akte ist geschlossen.'));
const choice = (stage: number): Choice => ({ names: { stage }, words: `Mahnstufe ${stage}`, upTo: null });

describe('one way of meaning it is enough', () => {
  test('it may be done where something would follow, whatever the other ways would bring', () => {
    for (const attempts of [[follows], [nothing, follows], [closed, follows], [follows, closed]])
      expect(ifAny(attempts, 'Nichts folgt.')).toEqual({ why: null, choices: [], upTo: null });
  });
  test('else the first way says why not: its refusal, or that nothing would follow', () => {
    expect(ifAny([closed, nothing], 'Nichts folgt.').why).toBe('Die Akte ist geschlossen.');
    expect(ifAny([nothing, closed], 'Nichts folgt.').why).toBe('Nichts folgt.');
    expect(ifAny([], 'Nichts folgt.').why).toBe('Nichts folgt.');
  });
  test('what is not there, and what somebody else has, is a reason as well', () => {
    expect(ifAny([refuses(new NotFound('Gibt es nicht.'))], '').why).toBe('Gibt es nicht.');
    expect(ifAny([refuses(new Conflict('Anna hat ihn.'))], '').why).toBe('Anna hat ihn.');
  });
  test('a fault of ours is none: it is not told as if it were the law', () => {
    expect(() => ifAny([refuses(new Error('a bug'))], '')).toThrow('a bug');
  });
});

describe('with one of several things', () => {
  test('those are to choose from with which it may be done', () => {
    const all = [
      { choice: choice(1), attempt: closed },
      { choice: choice(2), attempt: follows },
      { choice: choice(3), attempt: nothing },
      { choice: choice(4), attempt: follows },
    ];
    expect(withOneOf(all, 'Nichts folgt.')).toEqual({ why: null, choices: [choice(2), choice(4)], upTo: null });
  });
  test('where there is none, the first one says why; without any, what was given for that', () => {
    const all = [
      { choice: choice(1), attempt: closed },
      { choice: choice(2), attempt: nothing },
    ];
    expect(withOneOf(all, 'Nichts folgt.')).toEqual({ why: 'Die Akte ist geschlossen.', choices: [], upTo: null });
    expect(withOneOf([], 'Nichts folgt.').why).toBe('Nichts folgt.');
  });
});
