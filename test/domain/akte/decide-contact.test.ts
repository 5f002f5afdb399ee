import { byOperator } from '../../../domain/actor.ts';
import { CONTACT_SOURCES } from '../../../domain/akte/contact-data.ts';
import { decideContact, type ContactTold } from '../../../domain/akte/decide-contact.ts';
import type { Fact, FactOf } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import type { Address } from '../../../domain/parties/parties.ts';
import { SOMEWHERE } from '../../../simulator/agency/people.ts';
import { AKTE, aClaim, after, erika, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

const by = byOperator('test');
const HOME: Address = { street: 'Musterweg 5', postalCode: '44135', city: 'Dortmund', country: 'DE' };
const HAMBURG: Address = { street: 'Neuweg 1', postalCode: '20457', city: 'Hamburg', country: 'DE' };
const CASE = opened(erika, aClaim());
const TRACED: Fact = { kind: 'tracingOrdered', on: after(0), by };
const given = deciding(decideContact);
const told = (more: ContactTold) => ({ ...more, by });
const changed = ({ source = 'debtor', ...more }: ContactTold, on = after(1)): Fact => ({
  kind: 'contactChanged',
  on,
  by,
  source,
  ...more,
});
const failed = (contact: FactOf<'undeliverable'>['contact'], on = after(0)): Fact => ({
  kind: 'undeliverable',
  contact,
  on,
  reason: 'kam zurück',
});

describe('news of how the debtor is reached', () => {
  test.each<[ContactTold]>([
    [{ name: 'Erika Beispiel-Muster' }],
    [{ email: 'e.beispiel@example.com' }],
    [{ phone: '+4915110000002' }],
    [{ land: 'BY' }],
    [{ address: HAMBURG, land: 'HH' }],
    [{ name: 'Erika Beispiel', email: 'e.beispiel@example.com' }],
    [{ source: 'creditor', email: 'e.beispiel@example.com' }],
    [{ source: 'tracing', address: HAMBURG, land: 'HH' }],
  ])('%j is noted as it was told, of the debtor where nobody else said it', (news) => {
    given(...CASE)
      .when(told(news), after(1))
      .then([changed(news)]);
  });
  test.each<[string, ContactTold]>([
    ['nothing', {}],
    ['nothing but who says it', { source: 'post' }],
    ['the name', { name: 'Erika Beispiel' }],
    ['the mailbox', { email: 'erika@example.com' }],
    ['the number', { phone: '+4915110000001' }],
    ['the Land', { land: 'NW' }],
    ['the address', { address: HOME }],
    ['all of it', { name: 'Erika Beispiel', email: 'erika@example.com', phone: '+4915110000001', address: HOME }],
  ])('%s that the Akte has already is no news', (_, known) => {
    given(...CASE)
      .when(told(known), after(1))
      .then([]);
  });
  test('the address that is being traced is news even where it is the old one; a mailbox is not', () => {
    const traced = given(...CASE, TRACED);
    traced.when(told({ address: HOME }), after(1)).then([changed({ address: HOME, land: 'NW' })]);
    traced.when(told({ email: 'erika@example.com' }), after(1)).then([]);
  });
});

describe('where nobody names the Land, it is that of the postal code', () => {
  test('a code that lies in one', () => {
    given(...CASE)
      .when(told({ address: HAMBURG }), after(1))
      .then([changed({ address: HAMBURG, land: 'HH' })]);
  });
  test.each(['63928', '00000'])('%s lies in several, or in none', (postalCode) => {
    const address = { ...SOMEWHERE, postalCode };
    given(...CASE)
      .when(told({ address }), after(1))
      .then([changed({ address })]);
  });
  test('what somebody says of the Land counts more', () => {
    given(...CASE)
      .when(told({ address: HAMBURG, land: 'NI' }), after(1))
      .then([changed({ address: HAMBURG, land: 'NI' })]);
  });
});

describe('what does not lead to the debtor is not told again', () => {
  test.each<[FactOf<'undeliverable'>['contact'], ContactTold, string]>([
    ['address', { address: HOME }, 'Feld „address“: Unter dieser Anschrift war'],
    ['email', { email: 'erika@example.com' }, 'Feld „email“: Unter dieser E-Mail-Adresse war'],
    ['phone', { phone: '+4915110000001' }, 'Feld „phone“: Unter dieser Telefonnummer war'],
  ])('%s', (field, old, words) => {
    const facts = [...CASE, failed(field)];
    given(...facts)
      .when(told(old), after(1))
      .thenRefuses('contact.failed');
    given(...facts)
      .when(told({ ...old, source: 'post' }), after(1))
      .thenRefuses('contact.failed');
    expect(() => decideContact(told(old), fold(AKTE, [facts]), after(1))).toThrow(words);
  });
  test('nor after another has taken its place', () => {
    given(...CASE, failed('email'), changed({ email: 'e.beispiel@example.com' }))
      .when(told({ email: 'erika@example.com' }), after(2))
      .thenRefuses('contact.failed');
  });
  test('another one is news', () => {
    given(...CASE, failed('email'))
      .when(told({ email: 'e.beispiel@example.com' }), after(1))
      .then([changed({ email: 'e.beispiel@example.com' })]);
  });
  describe('a letter that came back, and the same house with an addition', () => {
    const AT_LEHMANN: Address = { ...HOME, extra: ['c/o Lehmann'] };
    const OTHERWISE_SPELT: Address = { ...HOME, extra: ['C/O  LEHMANN'] };
    const back = given(...CASE, failed('address'));
    test('the refusal names the way on', () => {
      const akte = fold(AKTE, [[...CASE, failed('address')]]);
      expect(() => decideContact(told({ address: HOME }), akte, after(1))).toThrow(
        'bitte eine andere angeben, oder den Zusatz, mit dem sie stimmt („address.extra“, zum Beispiel „c/o Lehmann“; Befehl: --zusatz).',
      );
    });
    test.each<ContactTold>([{ address: AT_LEHMANN }, { address: AT_LEHMANN, source: 'creditor' }])(
      '%j is news, and letters go there',
      (news) => {
        const news_ = changed({ ...news, land: 'NW' });
        back.when(told(news), after(1)).then([news_]);
        const { debtor, dead } = fold(AKTE, [[...CASE, failed('address'), news_]]);
        expect(debtor.address).toEqual(AT_LEHMANN);
        expect(dead).toEqual([]);
      },
    );
    test('it fails as well: no spelling of it is told again, the address without it neither', () => {
      const twice = given(...CASE, failed('address'), changed({ address: AT_LEHMANN }), failed('address', after(1)));
      for (const address of [HOME, AT_LEHMANN, OTHERWISE_SPELT])
        twice.when(told({ address }), after(2)).thenRefuses('contact.failed', 'address');
    });
    test('the addition was wrong: without it the address is another', () => {
      given(...CASE, changed({ address: AT_LEHMANN }), failed('address', after(1)))
        .when(told({ address: HOME }), after(2))
        .then([changed({ address: HOME, land: 'NW' }, after(2))]);
    });
    test.each(CONTACT_SOURCES)(
      'a wrong addition of the hand-over: the address without it was taken from the creditor and changed nothing (%s)',
      (source) => {
        const lost = [...opened({ ...erika, address: AT_LEHMANN }, aClaim()), failed('address')];
        const news = changed({ source, address: HOME, land: 'NW' });
        given(...lost)
          .when(told({ source, address: HOME }), after(1))
          .then([news]);
        const { debtor, dead } = fold(AKTE, [[...lost, news]]);
        expect(debtor.address).toEqual(HOME);
        expect(dead).toEqual([]);
      },
    );
  });
  test('the house next door is another address', () => {
    const nextDoor = { ...HOME, street: 'Musterweg 5 b' };
    given(...CASE, failed('address'))
      .when(told({ address: nextDoor }), after(1))
      .then([changed({ address: nextDoor, land: 'NW' })]);
  });
});

describe('what a letter could not show is refused', () => {
  const LONG = 'W'.repeat(90);
  test.each<[ContactTold, string]>([
    [{ name: 'エリカ' }, 'contact.letters'],
    [{ address: { ...HOME, street: '例の道 5' } }, 'contact.letters'],
    [{ address: { ...HOME, extra: ['様方'] } }, 'contact.letters'],
    [{ address: { ...HOME, extra: [LONG, LONG, LONG], street: LONG } }, 'address.too-long'],
    [{ name: LONG.repeat(4) }, 'address.too-long'],
  ])('%j', (news, code) => {
    given(...CASE)
      .when(told(news), after(1))
      .thenRefuses(code);
  });
  test('a name goes with the address that is known, an address with the name', () => {
    const name = LONG.repeat(2);
    const address = { ...HOME, extra: [LONG, LONG] };
    given(...opened({ ...erika, address }, aClaim()))
      .when(told({ name }), after(1))
      .thenRefuses('address.too-long');
    given(...opened({ ...erika, name }, aClaim()))
      .when(told({ address }), after(1))
      .thenRefuses('address.too-long');
  });
  test('a mailbox is printed nowhere', () => {
    given(...CASE)
      .when(told({ email: 'エリカ@example.com' }), after(1))
      .then([changed({ email: 'エリカ@example.com' })]);
  });
});
