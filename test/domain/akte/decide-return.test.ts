import { byOperator } from '../../../domain/actor.ts';
import { decideBounce, decideReturn } from '../../../domain/akte/decide-return.ts';
import type { Fact, FactOf, MessageKey } from '../../../domain/akte/facts.ts';
import { MessageReference, ProviderId, QueryId } from '../../../domain/ids.ts';
import { aClaim, after, erika, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';
import { key, ON, reserved, sent } from './told.ts';

const by = byOperator('test');
const TODAY = after(20);
const CASE = opened(erika, aClaim());
const { email: _, ...byLetterOnly } = erika;
/** A case whose debtor has no mailbox. */
const LETTERS_ONLY = opened(byLetterOnly, aClaim());
const MAIL = key();
const LETTER = key({ channel: 'letter' });
/** Both went out on 12 March. */
const mail = [reserved(MAIL, 'mail-1'), sent(MAIL)];
const letter = [reserved(LETTER, 'letter-1'), sent(LETTER)];
const cameBack = (message: MessageKey, reason = 'unbekannt verzogen'): Fact => ({
  kind: 'undeliverable',
  contact: message.channel === 'letter' ? 'address' : 'email',
  on: TODAY,
  reason,
  message,
});
const whereabouts = (id = 'Q1'): FactOf<'asked'> => ({
  kind: 'asked',
  id: QueryId.parse(id),
  on: TODAY,
  by,
  question:
    'Der Schuldner ist schriftlich nicht mehr zu erreichen: Unsere Post kam zurück. Kennen Sie eine neue Anschrift oder E-Mail-Adresse, übergeben Sie uns bitte die Zeile mit ihr noch einmal. Sonst sagen Sie uns bitte, ob wir die Anschrift ermitteln lassen oder die Akte schließen sollen.',
  // Two weeks end on Easter Sunday: Tuesday 7 April.
  answerBy: after(36),
});
const given = deciding(decideReturn);
const returned = (reference: string) => ({ reference, note: 'unbekannt verzogen', by });

describe('what came back is found by what stands on it', () => {
  test.each(['letter-1', '12.03.2026', '2026-03-12'])('the letter %s', (reference) => {
    given(...CASE, ...letter)
      .when(returned(reference), TODAY)
      .then([cameBack(LETTER)]);
  });
  test('of a mail and a letter of one day the letter, whichever went first; the mail by its reference', () => {
    for (const facts of [
      [...mail, ...letter],
      [...letter, ...mail],
    ]) {
      given(...CASE, ...facts)
        .when(returned('12.03.2026'), TODAY)
        .then([cameBack(LETTER)]);
      given(...CASE, ...facts)
        .when(returned('mail-1'), TODAY)
        .then([cameBack(MAIL)]);
    }
  });
  test.each(['email', 'letter'] as const)('of two of one day on the channel %s the last', (channel) => {
    const first = key({ channel, stage: 1 });
    const last = key({ channel, stage: 2 });
    given(...CASE, reserved(first, 'first'), sent(first), reserved(last, 'last'), sent(last))
      .when(returned('12.03.2026'), TODAY)
      .then([cameBack(last)]);
  });
  test('of two days the one of that day', () => {
    const later = key({ channel: 'letter', stage: 2 });
    const sentLater: Fact = {
      kind: 'sent',
      message: later,
      reference: MessageReference.parse('letter-2'),
      on: after(14),
      providerId: ProviderId.parse('p'),
      document: null,
    };
    given(...CASE, ...letter, reserved(later, 'letter-2'), sentLater)
      .when(returned('12.03.2026'), TODAY)
      .then([cameBack(LETTER)]);
  });
});

describe('what nobody has sent cannot come back', () => {
  const text = key({ channel: 'sms' });
  test.each([
    ['a reference of another message', 'letter-2'],
    ['a day on which nothing went out', '13.03.2026'],
    ['such a day, as machines write it', '2026-03-13'],
    ['a day with something before it', 'vom 12.03.2026'],
    ['a day with something behind it', '2026-03-12 T'],
    ['nothing', ''],
  ])('%s', (_name, reference) => {
    given(...CASE, ...letter)
      .when(returned(reference), TODAY)
      .thenRefuses('returned.unknown');
  });
  test.each(['text-1', '12.03.2026'])('a text does not come back: %s', (reference) => {
    given(...CASE, reserved(text, 'text-1'), sent(text))
      .when(returned(reference), TODAY)
      .thenRefuses('returned.unknown');
  });
});

describe('it has demanded nothing, however far it was known to have come', () => {
  const unclear: Fact = { kind: 'unclear', message: LETTER, reference: MessageReference.parse('letter-1'), on: ON };
  const refused: Fact = {
    kind: 'notSent',
    message: LETTER,
    reference: MessageReference.parse('letter-1'),
    on: ON,
    why: 'refused',
    reason: 'Anschrift unvollständig',
  };
  test.each<[string, readonly Fact[]]>([
    ['sent', letter],
    ['only reserved', [reserved(LETTER, 'letter-1')]],
    ['unclear', [reserved(LETTER, 'letter-1'), unclear]],
  ])('%s', (_name, facts) => {
    given(...CASE, ...facts)
      .when(returned('letter-1'), TODAY)
      .then([cameBack(LETTER)]);
  });
  test.each<[string, readonly Fact[]]>([
    ['was never sent', [reserved(LETTER, 'letter-1'), refused]],
    ['came back before', [...letter, cameBack(LETTER)]],
  ])('what %s adds nothing', (_name, facts) => {
    given(...CASE, ...facts)
      .when(returned('letter-1'), TODAY)
      .then([]);
  });
});

describe('who can be reached in writing no more is asked of the creditor', () => {
  const SECOND = key({ channel: 'letter', stage: 2 });
  test('the last way came back', () => {
    given(...LETTERS_ONLY, ...letter)
      .when(returned('letter-1'), TODAY)
      .then([cameBack(LETTER), whereabouts()]);
    given(...CASE, ...mail, ...letter, cameBack(MAIL))
      .when(returned('letter-1'), TODAY)
      .then([cameBack(LETTER), whereabouts()]);
  });
  test('the question has the next number', () => {
    given(...LETTERS_ONLY, ...letter, { ...whereabouts('Q1'), question: 'Woher kennen Sie den Schuldner?' })
      .when(returned('letter-1'), TODAY)
      .then([cameBack(LETTER), whereabouts('Q2')]);
  });
  test('who had been lost before is not asked for again', () => {
    const both = [...letter, reserved(SECOND, 'letter-2'), sent(SECOND)];
    given(...LETTERS_ONLY, ...both, cameBack(LETTER), whereabouts())
      .when(returned('letter-2'), TODAY)
      .then([cameBack(SECOND)]);
  });
  test('a letter to an address that was replaced meanwhile says nothing against the new one', () => {
    const moved: Fact = {
      kind: 'contactChanged',
      on: after(15),
      by,
      source: 'debtor',
      address: { street: 'Neuweg 1', postalCode: '20457', city: 'Hamburg', country: 'DE' },
    };
    given(...LETTERS_ONLY, ...letter, moved)
      .when(returned('letter-1'), TODAY)
      .then([cameBack(LETTER)]);
  });
});

describe('a mail that its provider reports', () => {
  const bounced = deciding(decideBounce);
  const reason = 'Die E-Mail-Adresse nimmt nichts an.';
  test('has demanded nothing; nobody is asked, it goes another way', () => {
    bounced(...CASE, ...mail)
      .when({ reference: MessageReference.parse('mail-1') }, TODAY)
      .then([cameBack(MAIL, reason)]);
    bounced(...opened({ ...erika, address: undefined }, aClaim()), ...mail)
      .when({ reference: MessageReference.parse('mail-1') }, TODAY)
      .then([cameBack(MAIL, reason)]);
  });
  test.each<[string, readonly Fact[]]>([
    ['which the Akte does not know', letter],
    ['of whose return it knows', [...mail, cameBack(MAIL)]],
  ])('%s adds nothing', (_name, facts) => {
    bounced(...CASE, ...facts)
      .when({ reference: MessageReference.parse('mail-1') }, TODAY)
      .then([]);
  });
});
