import { MessageReference } from '../../../domain/ids.ts';
import { notKnownYet } from '../../../usecases/dunning/not-known-yet.ts';
import { after } from '../../support/akte.ts';

const message = { reference: MessageReference.parse('MUS-4F7K-2QXR-M1-0-email'), reservedAt: '2026-03-02T07:00:00Z' };
const at = (time: string, fault?: string) =>
  notKnownYet({ today: after(0) }, message, new Date(`2026-03-02T${time}Z`), fault);

test('a message of which nobody knows yet is waited for, in a state of that name, until the next look', () => {
  expect(at('07:00:05')).toEqual({
    step: 'Wartet auf Versandbestätigung',
    tag: '2026-03-02',
    until: '2026-03-02T07:00:10Z',
    grund: 'MUS-4F7K-2QXR-M1-0-email wird gerade gesendet.',
  });
});

test.each([
  ['07:00:00', '07:00:02'],
  ['07:00:10', '07:01:00'],
  ['07:01:00', '07:03:00'],
  ['07:07:00', '07:15:00'],
  ['07:15:00', '07:16:00'],
])('at %s it is looked at again at %s: soon at first, then ever more seldom', (now, next) => {
  expect(at(now).until).toBe(`2026-03-02T${next}Z`);
});

test('what went wrong in sending stands in the reason, with what becomes of it', () => {
  expect(at('07:00:05', 'TimeoutError').grund).toBe(
    'Ob MUS-4F7K-2QXR-M1-0-email hinausging, ist noch nicht bekannt (TimeoutError); nach einer Viertelstunde sieht eine Person nach.',
  );
});
