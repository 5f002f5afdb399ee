import { LEASE_SECONDS, decideRepeat } from '../../../domain/repeat/decide-repeat.ts';
import { answered, freed, letGo, wrote } from '../../../domain/repeat/kept-request.ts';
import { ENTRY, EXPIRES, NOON, RUNNING } from '../../support/requests.ts';

const at = (instant: string, body = 'a') => ({ body, now: new Date(instant) });
const DONE = answered(RUNNING, '{"n":1}');
const WRITTEN = wrote(RUNNING, ENTRY);
const inProgress = expect.objectContaining({ name: 'InProgress', seconds: 2 });
const otherBody = expect.objectContaining({ name: 'Rejected', code: 'key.other-body' });

test('given a key that nobody has used, then it is done, for a minute by nobody else, and known for thirty days', () => {
  expect(decideRepeat(null, { body: 'a', now: NOON })).toEqual({ todo: 'run', next: RUNNING });
});

describe('given a call that somebody is at', () => {
  test.each([
    ['who has not written yet', RUNNING],
    ['who has', WRITTEN],
  ])('%s, then the same waits, and another is refused at once', (_, seen) => {
    expect(() => decideRepeat(seen, at('2026-03-02T12:00:59.999Z'))).toThrow(inProgress);
    expect(() => decideRepeat(seen, at('2026-03-02T12:00:01.000Z', 'b'))).toThrow(otherBody);
  });
});

describe('given a call that somebody died at', () => {
  const LATER = '2026-03-02T12:01:00.000Z';
  const until = new Date(Date.parse(LATER) + LEASE_SECONDS * 1000).toISOString();
  test('before its entry was written, then it is done', () => {
    expect(decideRepeat(RUNNING, at(LATER))).toEqual({ todo: 'run', next: { ...RUNNING, until } });
  });
  test('after that, then only its answer is made again', () => {
    expect(decideRepeat(WRITTEN, at(LATER))).toEqual({ todo: 'redo', next: { ...WRITTEN, until } });
  });
  test('and that was let go, then nobody waits for the minute to end', () => {
    expect(decideRepeat(letGo(RUNNING, NOON), { body: 'a', now: NOON })).toMatchObject({ todo: 'run' });
  });
  test('then another is refused: the first may have been done', () => {
    for (const seen of [RUNNING, WRITTEN]) expect(() => decideRepeat(seen, at(LATER, 'b'))).toThrow(otherBody);
  });
});

describe('given a call that was answered', () => {
  test('then the same has the same answer until the last day, and another is refused', () => {
    for (const instant of [NOON.toISOString(), '2026-04-01T11:59:59.999Z']) {
      expect(decideRepeat(DONE, at(instant))).toEqual({ todo: 'replay', reply: '{"n":1}' });
      expect(() => decideRepeat(DONE, at(instant, 'b'))).toThrow(otherBody);
    }
  });
  test('and has expired, though it is still there, then it is as if nobody had asked', () => {
    const next = { ...RUNNING, body: 'b', until: '2026-04-01T12:01:00.000Z', expires: '2026-05-01T12:00:00.000Z' };
    expect(decideRepeat(DONE, at(EXPIRES, 'b'))).toEqual({ todo: 'run', next });
  });
});

test('given a call that was refused, then whatever was mended is done under the same key, and expires with it', () => {
  const next = { ...RUNNING, body: 'b', until: '2026-03-12T12:01:00.000Z' };
  expect(decideRepeat(freed(RUNNING), at('2026-03-12T12:00:00.000Z', 'b'))).toEqual({ todo: 'run', next });
});
