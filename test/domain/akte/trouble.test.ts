import type { Fact } from '../../../domain/akte/facts.ts';
import { decideTrouble, lastTrouble, troubleInWords } from '../../../domain/akte/trouble.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { aClaim, after, erika, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

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
  [
    'Es kam dies zurück:\nMahnung per Brief: Unavailable',
    'Unerwarteter Fehler. (Es kam dies zurück:\nMahnung per Brief: Unavailable)',
  ],
  [
    'UnbekannterSchritt',
    'Diese Fassung des Ablaufs kennt den nächsten Schritt noch nicht: „klaeren“ führt den Fall in der neuen weiter. (UnbekannterSchritt)',
  ],
  ['Conflict', 'Andere Vorgänge derselben Akte kamen immer wieder zuvor. (Conflict)'],
])('%s: a sentence for whoever mends it', (reason, sentence) => {
  expect(troubleInWords(reason)).toBe(sentence);
});

const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const trouble = (claim: ClaimId, reason: string): Fact => ({ kind: 'trouble', claim, on: after(5), reason });
const clarified: Fact = { kind: 'clarified', on: after(6), by: 'operator:test', reason: 'x' };

describe('a step that failed', () => {
  const CASE = opened(erika, aClaim(1), aClaim(2));
  const given = deciding(decideTrouble);
  test('is noted with the error that the state machine reports', () => {
    given(...CASE)
      .when({ claim: F1, error: 'Mahnung per Brief: Unavailable' }, after(5))
      .then([trouble(F1, 'Mahnung per Brief: Unavailable')]);
  });
  test('without an error it was a word that nobody knows', () => {
    given(...CASE)
      .when({ claim: F1, error: '' }, after(5))
      .then([trouble(F1, 'unbekannter nächster Schritt')]);
  });
  test('is noted once, until it is cleared up; another claim has its own', () => {
    given(...CASE, trouble(F1, 'Conflict'))
      .when({ claim: F1, error: 'NotFound' }, after(5))
      .then([]);
    given(...CASE, trouble(F1, 'Conflict'))
      .when({ claim: F2, error: 'NotFound' }, after(5))
      .then([trouble(F2, 'NotFound')]);
    given(...CASE, trouble(F1, 'Conflict'), clarified)
      .when({ claim: F1, error: 'NotFound' }, after(5))
      .then([trouble(F1, 'NotFound')]);
  });
});

describe('the last step of a claim that failed', () => {
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
