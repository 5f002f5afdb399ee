import type { Actor } from '../../../domain/actor.ts';
import { decidePerson, opensAWay } from '../../../domain/akte/decide-person.ts';
import type { Fact, FactOf } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import type { PersonTold } from '../../../domain/akte/person-told.ts';
import type { Address, Debtor } from '../../../domain/parties/parties.ts';
import { AKTE, aClaim, after, erika, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

const by: Actor = 'client:MUS';
const TODAY = after(12);
const CASE = opened(erika, aClaim());
const NEW_HOME: Address = { street: 'Neuweg 1', postalCode: '20457', city: 'Hamburg', country: 'DE' };
const given = deciding(decidePerson);
const row = (more: Partial<Debtor> = {}, formerName?: string): PersonTold => ({
  debtor: { ...erika, ...more },
  formerName,
});
const telling = (...rows: readonly PersonTold[]) => ({ rows, by });
const told = { on: TODAY, by, source: 'creditor' } as const;
const changed = (more: Partial<FactOf<'contactChanged'>>): Fact => ({ kind: 'contactChanged', ...told, ...more });

describe('what rows say of a person', () => {
  test('is nothing where all of it is known', () => {
    given(...CASE)
      .when(telling(row(), row()), TODAY)
      .then([]);
  });
  test('is another mailbox or number, once', () => {
    const news = telling(row({ email: 'neu@example.com' }), row({ email: 'neu@example.com' }));
    given(...CASE)
      .when(news, TODAY)
      .then([changed({ email: 'neu@example.com' })]);
    given(...CASE, changed({ email: 'neu@example.com' }))
      .when(news, TODAY)
      .then([]);
  });
  test('is a Land only with its address', () => {
    given(...CASE)
      .when(telling(row({ address: NEW_HOME, land: 'HH' })), TODAY)
      .then([changed({ address: NEW_HOME, land: 'HH' })]);
    given(...CASE)
      .when(telling({ debtor: { customerNumber: 'K-1', kind: 'private', name: erika.name, address: NEW_HOME } }), TODAY)
      .then([changed({ address: NEW_HOME })]);
    given(...CASE)
      .when(telling(row({ land: 'HH' })), TODAY)
      .then([]);
  });
  test('is a new name, where the former one is known, and what it is reached by besides', () => {
    const married = row({ name: 'Erika Muster', lastName: 'Muster', phone: '+4915110000009' }, erika.name);
    given(...CASE)
      .when(telling(married), TODAY)
      .then([
        {
          kind: 'renamed',
          ...told,
          name: 'Erika Muster',
          lastName: 'Muster',
          salutation: 'Frau',
          formerName: erika.name,
        },
        changed({ phone: '+4915110000009' }),
      ]);
  });
  test('is more of the name, once; the next row is judged by it', () => {
    const fuller = row({ name: 'Erika Maria Beispiel' });
    given(...CASE)
      .when(telling(fuller, fuller), TODAY)
      .then([{ kind: 'renamed', ...told, name: 'Erika Maria Beispiel', lastName: 'Beispiel', salutation: 'Frau' }]);
  });
  test('is less of the name, once: the name stays', () => {
    const full = opened({ ...erika, name: 'Erika Maria Beispiel' }, aClaim());
    const also: Fact = { kind: 'alsoNamed', ...told, name: erika.name, lastName: 'Beispiel' };
    given(...full)
      .when(telling(row(), row()), TODAY)
      .then([also]);
    given(...full, also)
      .when(telling(row()), TODAY)
      .then([]);
  });
});

describe('a way to the debtor is opened', () => {
  const SAID = { on: TODAY, by, source: 'creditor' } as const;
  const lost: Fact = { kind: 'undeliverable', contact: 'email', on: after(5), reason: 'Postfach voll' };
  const tracing: Fact = { kind: 'tracingOrdered', on: after(5), by };
  const { email: _, ...mailless } = erika;
  const { address: __, ...homeless } = erika;
  const opens = (before: readonly Fact[], ...facts: readonly Fact[]) => opensAWay(fold(AKTE, [before]), facts);
  test.each<[string, Partial<FactOf<'contactChanged'>>]>([
    ['a mailbox', { email: 'neu@example.com' }],
    ['a number', { phone: '+4915110000009' }],
    ['an address', { address: NEW_HOME }],
  ])('by %s, where one failed, is being traced, or none was known', (_, way) => {
    const news: Fact = { kind: 'contactChanged', ...SAID, ...way };
    expect(opens([...CASE, lost], news)).toBe(true);
    expect(opens([...CASE, tracing], news)).toBe(true);
    expect(opens(opened(homeless, aClaim()), news)).toBe(true);
    expect(opens(opened(mailless, aClaim()), news)).toBe(true);
  });
  test('not where the debtor was reached before', () => {
    expect(opens(CASE, { kind: 'contactChanged', ...SAID, email: 'neu@example.com' })).toBe(false);
  });
  test('not by what leads nowhere, or by a name', () => {
    const nowhere: Fact = { kind: 'contactChanged', ...SAID, iban: 'DE02120300000000202051' };
    const renamed: Fact = { kind: 'renamed', ...SAID, name: 'Erika Muster' };
    expect(opens([...CASE, lost], nowhere, renamed)).toBe(false);
    expect(opens([...CASE, lost])).toBe(false);
  });
});
