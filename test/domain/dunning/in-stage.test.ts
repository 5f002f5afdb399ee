import { without, play, one } from './played.ts';

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
