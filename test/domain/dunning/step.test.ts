import { messageDue, messageOf, wait, waitForPeople } from '../../../domain/dunning/step.ts';
import { ACTS } from '../../../domain/procedure/states.ts';
import { on } from './played.ts';

test('each act sends on its channel, or nothing', () => {
  expect(ACTS.map((act) => [act, messageOf(act)])).toEqual([
    ['Mahnung per E-Mail', { channel: 'email' }],
    ['SMS-Hinweis', { channel: 'sms' }],
    ['SMS nach vergeblichen Anrufen', { channel: 'sms', occasion: 'calls' }],
    ['Mahnung per Brief', { channel: 'letter' }],
    ['Telefoninkasso eröffnen', null],
    ['Gerichtliche Entscheidung vorlegen', null],
    ['Übergabe ans Inkasso', null],
  ]);
});
test('the message that is due has the occasion that its step names', () => {
  const mail = { kind: 'act', name: 'Mahnung per E-Mail', stage: 3, why: '' } as const;
  expect(messageDue(mail)).toEqual({ channel: 'email' });
  expect(messageDue({ ...mail, occasion: 'joined' })).toEqual({ channel: 'email', occasion: 'joined' });
  expect(messageDue({ ...mail, name: 'Telefoninkasso eröffnen' })).toBeNull();
  expect(messageDue({ kind: 'end', name: 'Erledigt', why: '' })).toBeNull();
  expect(messageDue(wait('Klärung', on(1), ''))).toBeNull();
});
test('who waits for people is looked at again after four weeks; a stage stands there only where there is one', () => {
  const look = { kind: 'wait', name: 'Klärung', until: on(28), why: 'y' };
  expect(waitForPeople('Klärung', on(0), 'y')).toStrictEqual(look);
  expect(waitForPeople('Klärung', on(0), 'y', 0)).toStrictEqual({ ...look, stage: 0 });
});
