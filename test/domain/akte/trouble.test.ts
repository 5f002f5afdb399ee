import type { Fact } from '../../../domain/akte/facts.ts';
import { lastTrouble, troubleInWords } from '../../../domain/akte/trouble.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { after } from '../../support/akte.ts';

test.each([
  [
    'Mahnung per Brief: Unavailable',
    '„Mahnung per Brief“ ist gescheitert. Ein Dienst war über Stunden nicht erreichbar. (Unavailable)',
  ],
  [
    'Gerichtliche Entscheidung vorlegen: States.Timeout',
    '„Gerichtliche Entscheidung vorlegen“ ist gescheitert. Die Funktion hat nicht rechtzeitig geantwortet. (States.Timeout)',
  ],
  ['Mahnung per E-Mail: TypeError', '„Mahnung per E-Mail“ ist gescheitert. Unerwarteter Fehler. (TypeError)'],
  [
    'Mahnung per Brief: Unavailable (drei Versuche)',
    'Unerwarteter Fehler. (Mahnung per Brief: Unavailable (drei Versuche))',
  ],
  ['Conflict', 'Andere Vorgänge derselben Akte kamen immer wieder zuvor. (Conflict)'],
])('%s: a sentence for whoever mends it', (reason, sentence) => {
  expect(troubleInWords(reason)).toBe(sentence);
});

describe('the last step of a claim that failed', () => {
  const F1 = ClaimId.parse('F1');
  const F2 = ClaimId.parse('F2');
  const trouble = (claim: ClaimId, reason: string): Fact => ({ kind: 'trouble', claim, on: after(5), reason });
  const clarified: Fact = { kind: 'clarified', on: after(6), by: 'operator:test', reason: 'x' };
  test('is its own, and the newest of several', () => {
    const other: Fact = { kind: 'particularsGiven', claim: F1, on: after(6), by: 'client:MUS', subject: 'Gartenmöbel' };
    const facts = [trouble(F1, 'NotFound'), trouble(F1, 'Conflict'), trouble(F2, 'Rejected'), clarified, other];
    expect(lastTrouble(facts, F1)).toBe(troubleInWords('Conflict'));
    expect(lastTrouble(facts, F2)).toBe(troubleInWords('Rejected'));
  });
  test('is none where none has', () => {
    expect(lastTrouble([], F1)).toBeNull();
    expect(lastTrouble([trouble(F2, 'Rejected'), clarified], F1)).toBeNull();
  });
});
