import type { Fact } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { todoIn } from '../../../domain/dunning/todo.ts';
import { WAYS_ON } from '../../../domain/dunning/ways-on.ts';
import { ClaimId, MessageReference, ProviderId } from '../../../domain/ids.ts';
import { WAITS } from '../../../domain/procedure/states.ts';
import { AKTE, aClaim, after, erika, MATTER, opened } from '../../support/akte.ts';

const REFERENCE = MessageReference.parse('r');

const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const message = { matter: MATTER, stage: 1, channel: 'sms' } as const;
const UNCLEAR: readonly Fact[] = [
  { kind: 'reserved', message, reference: REFERENCE, at: '2026-03-12T08:00:00Z', by: 'operator:task', demand: null },
  { kind: 'unclear', message, reference: REFERENCE, on: after(10) },
];
const SENT: readonly Fact[] = [
  { kind: 'reserved', message, reference: REFERENCE, at: '2026-03-12T08:00:00Z', by: 'operator:task', demand: null },
  { kind: 'sent', message, reference: REFERENCE, on: after(10), providerId: ProviderId.parse('p'), document: null },
];
const trouble = (claim: ClaimId): Fact => ({ kind: 'trouble', claim, on: after(10), reason: 'States.Timeout' });
const akteAfter = (...facts: readonly Fact[]) => fold(AKTE, [[...opened(erika, aClaim(1), aClaim(2)), ...facts]]);

test.each(WAITS.filter((state) => state !== 'Klärung'))(
  '%s: what its way on says, whatever else is unclear',
  (state) => {
    expect(todoIn(akteAfter(...UNCLEAR, trouble(F1)), F1, state)).toBe(WAYS_ON[state].todo);
  },
);

describe('Klärung', () => {
  test('of a message of which nobody knows whether it went out: look at the provider first', () => {
    expect(todoIn(akteAfter(...UNCLEAR), F1, 'Klärung')).toMatch(/^Beim Dienstleister nachsehen/);
    expect(todoIn(akteAfter(...UNCLEAR, trouble(F1)), F1, 'Klärung')).toMatch(/^Beim Dienstleister nachsehen/);
  });
  test('of a step that failed: mend its cause', () => {
    expect(todoIn(akteAfter(...SENT, trouble(F1)), F1, 'Klärung')).toBe(WAYS_ON.Klärung.todo);
  });
  test('of a name that cannot be printed: write it in Latin letters, also where a step of another claim failed', () => {
    expect(todoIn(akteAfter(), F1, 'Klärung')).toMatch(/^Den Namen eintragen/);
    expect(todoIn(akteAfter(...SENT, trouble(F2)), F1, 'Klärung')).toMatch(/^Den Namen eintragen/);
  });
});
