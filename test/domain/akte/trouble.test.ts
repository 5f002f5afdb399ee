import { troubleInWords } from '../../../domain/akte/trouble.ts';

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
