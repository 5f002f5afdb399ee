import type { Akte } from '../../../domain/akte/akte.ts';
import { inStage } from '../../../domain/dunning/in-stage.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { calls, dead, without, play, one } from './played.ts';
import { akte, joined, on, refusedNotice, runOf, second, sent } from './two-matters.ts';

describe('what a level may say', () => {
  test('a letter at once goes with the e-mail on the first day', () => {
    expect(play({ procedure: one({ letter: 'at-once' }) })).toEqual([
      '0 email 1',
      '0 sms 1',
      '0 letter 1',
      '10 calls 1',
      '24 court 1',
    ]);
  });
  test('a letter instead of an e-mail goes only where there is no e-mail', () => {
    expect(play({ procedure: one({ letter: 'instead' }) })).toEqual([
      '0 email 1',
      '0 sms 1',
      '10 calls 1',
      '24 court 1',
    ]);
    expect(play({ procedure: one({ letter: 'instead' }), debtor: without('email') })).toEqual([
      '0 letter 1',
      '0 sms 1',
      '10 calls 1',
      '24 court 1',
    ]);
  });
  test('never a letter, while the e-mail arrives; else it is the only way', () => {
    expect(play({ procedure: one({ letter: 'never' }) })).toEqual(['0 email 1', '0 sms 1', '10 calls 1', '24 court 1']);
    expect(play({ procedure: one({ letter: 'never' }), debtor: without('email') })).toEqual([
      '0 letter 1',
      '0 sms 1',
      '10 calls 1',
      '24 court 1',
    ]);
  });
  test('no e-mail: by post', () => {
    expect(play({ procedure: one({ email: false }) })).toEqual(['0 letter 1', '0 sms 1', '10 calls 1', '24 court 1']);
  });
  test('no text', () => {
    expect(play({ procedure: one({ sms: false }) })).toEqual(['0 email 1', '8 letter 1', '10 calls 1', '24 court 1']);
  });
  test("no phone: the next offset decides, but never before the letter's own deadline", () => {
    expect(play({ procedure: one({ phone: null, nextAfterDays: 21 }) })).toEqual([
      '0 email 1',
      '0 sms 1',
      '8 letter 1',
      '21 court 1',
    ]);
    expect(play({ procedure: one({ phone: null, nextAfterDays: 3 }) })).toEqual([
      '0 email 1',
      '0 sms 1',
      '8 letter 1',
      '17 court 1',
    ]);
    expect(play({ procedure: one({ phone: null, nextAfterDays: 3, letter: 'never' }) })).toEqual([
      '0 email 1',
      '0 sms 1',
      '8 court 1',
    ]);
  });
  test('a window that would open when the stage is over is not opened', () => {
    expect(play({ procedure: one({ letter: 'never', phone: { afterDays: 10, days: 1 } }) })).toEqual([
      '0 email 1',
      '0 sms 1',
      '10 calls 1',
      '11 court 1',
    ]);
    expect(play({ procedure: one({ letter: 'never', phone: { afterDays: 4, days: 1 }, paymentTermDays: 0 }) })).toEqual(
      ['0 email 1', '0 sms 1', '4 calls 1', '7 court 1'],
    );
    expect(play({ procedure: one({ letter: 'never', phone: { afterDays: 5, days: 1 }, paymentTermDays: 0 }) })).toEqual(
      ['0 email 1', '0 sms 1', '7 court 1'],
    );
  });
  test('anchored to the letter, where there is none the e-mail counts', () => {
    expect(play({ procedure: one({ anchor: 'letter', letter: 'never' }) })).toEqual([
      '0 email 1',
      '0 sms 1',
      '10 calls 1',
      '24 court 1',
    ]);
  });
});

describe('what comes to a stage while it runs', () => {
  const [, FIRST, , LAST] = STANDARD.levels;
  const due = (of: Akte, n: number, level = LAST!) => inStage(runOf(of, n), level, on(0));
  const NOTICE = { act: 'Mahnung per E-Mail', occasion: 'joined' };
  const mailed = [...sent(3, 'email', 0), ...sent(3, 'sms', 0)];
  test('a claim that joined is told by itself in the last stage; before it, the next stage tells it', () => {
    const of = akte(second({}), joined(9), ...mailed, ...sent(1, 'email', 0), ...sent(1, 'sms', 0));
    expect(due(of, 9)).toEqual({ ...NOTICE, on: on(9) });
    expect(due(of, 9, FIRST)).not.toMatchObject({ occasion: 'joined' });
  });
  test('one that becomes due in the last stage is told when everything of the stage itself has gone out', () => {
    const of = akte(second({ dueOn: on(8) }), ...mailed, ...sent(3, 'letter', 8));
    expect(due(of, 9)).toEqual({ ...NOTICE, on: on(9) });
    expect(due(of, 8)).not.toMatchObject({ occasion: 'joined' });
    const early = akte(second({ dueOn: on(8) }), ...sent(1, 'email', 0), ...sent(1, 'sms', 0), ...sent(1, 'letter', 8));
    expect(due(early, 9, FIRST)).not.toMatchObject({ occasion: 'joined' });
  });
  test('where there is no way to tell it, the stage goes on', () => {
    const noWay = [...refusedNotice(3, 'email', 9), ...refusedNotice(3, 'letter', 9)];
    const of = akte(second({ dueOn: on(8) }), ...mailed, ...sent(3, 'letter', 8), ...noWay);
    expect(due(of, 9)).toMatchObject({ act: 'Telefoninkasso eröffnen' });
  });
  test('a text goes with the mail or not at all: not once calls have begun, or mail and letter are out', () => {
    const sms = { act: 'SMS-Hinweis', on: on(0) };
    expect(due(akte(...sent(1, 'email', 0)), 1, FIRST)).toEqual(sms);
    expect(due(akte(...sent(1, 'email', 0), calls(1, 1)), 1, FIRST)).not.toEqual(sms);
    expect(due(akte(...sent(1, 'email', 0), ...sent(1, 'letter', 1)), 1, FIRST)).not.toEqual(sms);
    expect(due(akte(...sent(1, 'email', 0), dead('phone', 0)), 1, FIRST)).not.toEqual(sms);
  });
});
