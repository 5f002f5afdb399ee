import type { Stage } from '../../../domain/procedure/states.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { CHANNELS, type Channel } from '../../../domain/procedure/channels.ts';
import { AKTE, aClaim } from '../../support/akte.ts';
import { on, without, opened, message, sent, refused, calls, dead, akte, step, play } from './played.ts';

describe('what came back', () => {
  const back = (stage: Stage, channel: Channel, n: number): Fact => ({
    kind: 'undeliverable',
    contact: CHANNELS[channel].contact,
    on: on(n),
    reason: 'x',
    message: message(stage, channel),
  });
  const address = (n: number): Fact => ({
    kind: 'contactChanged',
    on: on(n),
    by: 'operator:x',
    source: 'debtor',
    address: { street: 'Neuweg 1', postalCode: '44135', city: 'Dortmund', country: 'DE' },
  });
  test('a mail: the letter asks at once what it asked, and its own deadline counts from there', () => {
    const of = [...sent(0, 'email', 0), ...sent(1, 'email', 10), back(1, 'email', 11)];
    expect(step(akte(...of), 11)).toMatchObject({ kind: 'act', name: 'Mahnung per Brief', stage: 1 });
    expect(step(akte(...of, ...sent(1, 'letter', 11)), 11)).toMatchObject({ kind: 'act', name: 'SMS-Hinweis' });
    expect(step(akte(...of, ...sent(1, 'letter', 11), ...sent(1, 'sms', 11)), 11)).toMatchObject({
      kind: 'wait',
      until: on(21),
      why: 'Telefoninkasso eröffnen (1. Mahnung) am 23.03.2026',
    });
  });
  test('a letter and no other way: nobody can be reached until an address is known; then it goes there', () => {
    const of = [...sent(1, 'letter', 10), back(1, 'letter', 15)];
    const only = (...facts: Fact[]): Akte => fold(AKTE, [[...opened(without('email', 'phone'), aClaim()), ...facts]]);
    expect(step(only(...of), 15).name).toBe('Nicht erreichbar');
    expect(step(only(...of, address(17)), 17)).toMatchObject({ kind: 'act', name: 'Mahnung per Brief', stage: 1 });
  });
  test('what a later stage has followed is over: nothing goes back to it', () => {
    const of = [...sent(0, 'email', 0), ...sent(1, 'email', 10), back(0, 'email', 11)];
    expect(step(akte(...of), 11).name).not.toBe('Mahnung per Brief');
    expect(
      step(
        akte(
          ...sent(0, 'letter', 0),
          ...sent(1, 'email', 10),
          ...sent(1, 'sms', 10),
          back(0, 'letter', 12),
          address(13),
        ),
        13,
      ),
    ).toMatchObject({ kind: 'wait', stage: 1 });
  });
});

describe('when a message does not arrive', () => {
  test('a refused e-mail: the letter takes its place on the same day, with no second one', () => {
    expect(play({ refuses: (s, c) => s === 1 && c === 'email' }).slice(0, 6)).toEqual([
      '0 email 0',
      '10 email 1',
      '10 letter 1',
      '10 sms 1',
      '21 calls 1',
      '36 email 2',
    ]);
  });
  test('a refused text is not tried again', () => {
    expect(play({ refuses: (s, c) => c === 'sms' }).slice(0, 5)).toEqual([
      '0 email 0',
      '10 email 1',
      '10 sms 1',
      '18 letter 1',
      '21 calls 1',
    ]);
  });
  test('a refused letter after an e-mail: the stage goes on without it', () => {
    expect(play({ refuses: (s, c) => c === 'letter' }).slice(0, 6)).toEqual([
      '0 email 0',
      '10 email 1',
      '10 sms 1',
      '18 letter 1',
      '21 calls 1',
      '36 email 2',
    ]);
  });
  test('e-mail and letter refused: the debtor cannot be reached, and no text comes out of the blue', () => {
    expect(play({ refuses: (s, c) => c !== 'sms' })).toEqual(['0 email 0', '0 letter 0']);
    expect(step(akte(...refused(0, 'email', 0), ...refused(0, 'letter', 0)), 3)).toEqual({
      kind: 'wait',
      name: 'Nicht erreichbar',
      until: on(31),
      why: expect.stringMatching(/^Kein Weg zum Schuldner bekannt.*akte antwort.*noch einmal.*akte ermitteln/),
    });
  });
  test('an address that turns out dead: post from the next stage on, and no letter after the fact where none is due', () => {
    expect(play({ happens: { 5: [dead('email', 5)] } }).slice(0, 4)).toEqual([
      '0 email 0',
      '10 letter 1',
      '10 sms 1',
      '21 calls 1',
    ]);
    expect(play({ happens: { 5: [dead('phone', 5)] } }).slice(0, 4)).toEqual([
      '0 email 0',
      '10 email 1',
      '18 letter 1',
      '29 email 2',
    ]);
    expect(play({ happens: { 5: [dead('address', 5)] } }).slice(0, 4)).toEqual([
      '0 email 0',
      '10 email 1',
      '10 sms 1',
      '21 calls 1',
    ]);
  });
  test('an e-mail address that comes to be known after the letter went: no second demand of the same stage', () => {
    expect(step(akte(...sent(0, 'letter', 0)), 1).name).toBe('Zahlungserinnerung: Frist');
  });
  test('a text does not come after the letter or the phone window of its stage', () => {
    expect(step(akte(...sent(0, 'email', 0), ...sent(1, 'email', 10), ...sent(1, 'letter', 18)), 18)).toMatchObject({
      kind: 'wait',
      name: 'Mahnstufe 1: Frist',
    });
    expect(step(akte(...sent(0, 'email', 0), ...sent(1, 'email', 10), calls(1, 12)), 12)).toMatchObject({
      kind: 'wait',
      name: 'Mahnstufe 1: Telefoninkasso',
    });
  });
  test('a letter that was refused is no demand: neither text nor phone window nor court follow', () => {
    const debtor = without('email');
    expect(play({ debtor, refuses: (s, c) => s === 1 && c === 'letter' })).toEqual(['0 letter 0', '11 letter 1']);
    expect(step(akte(...sent(0, 'email', 0), ...refused(1, 'email', 10), ...refused(1, 'letter', 10)), 10).name).toBe(
      'Nicht erreichbar',
    );
  });
});
