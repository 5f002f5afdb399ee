import fc from 'fast-check';
import type { Akte } from '../../../domain/akte/akte.ts';
import { debtorNews, type DebtorNews } from '../../../domain/akte/contacts-told.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import { CONTACT_SOURCES } from '../../../domain/akte/contact-data.ts';
import type { Fact, MessageKey } from '../../../domain/akte/facts.ts';
import { MessageReference, ProviderId } from '../../../domain/ids.ts';
import { erika } from '../../support/akte.ts';
import { M1, START, after, akteOf, handedOver, told } from './told.ts';

const NEW_HOME = { street: 'Neuweg 1', postalCode: '20457', city: 'Hamburg', country: 'DE' as const };
const letter: MessageKey = { matter: M1, stage: 1, channel: 'letter' };
const posted: readonly Fact[] = [
  {
    kind: 'reserved',
    message: letter,
    reference: MessageReference.parse('r'),
    at: '2026-03-12T08:00:00Z',
    by: 'operator:x',
    demand: null,
  },
  {
    kind: 'sent',
    message: letter,
    reference: MessageReference.parse('r'),
    on: day('2026-03-12'),
    providerId: ProviderId.parse('p'),
    document: null,
  },
];
const cameBack: Fact = {
  kind: 'undeliverable',
  contact: 'address',
  on: day('2026-03-20'),
  reason: 'unbekannt verzogen',
  message: letter,
};
const bounced: Fact = { kind: 'undeliverable', contact: 'email', on: START, reason: 'x' };

test('where contact data come from was known to nobody: each has its source and day', () => {
  expect(after().origins).toEqual({
    address: { source: 'creditor', on: START },
    email: { source: 'creditor', on: START },
    phone: { source: 'creditor', on: START },
  });
  expect(after(told('register', { address: NEW_HOME })).origins).toMatchObject({
    address: { source: 'register', on: plusDays(START, 1) },
    email: { source: 'creditor' },
  });
});

test('a way that nobody has named has no source; a later list is not the source of what was known before', () => {
  const LATER = { ...handedOver(M1, 2), on: plusDays(START, 9) };
  const { email: _, ...withoutMail } = erika;
  const begun = { source: 'creditor', on: START };
  expect(Object.keys(akteOf(withoutMail).origins)).toEqual(['address', 'phone']);
  expect(Object.keys(akteOf(withoutMail, LATER).origins)).toEqual(['address', 'phone']);
  expect(after(told('register', { address: NEW_HOME }), LATER).origins).toEqual({
    address: { source: 'register', on: plusDays(START, 1) },
    email: begun,
    phone: begun,
  });
});

test("what a debtor had told itself was weakened by a creditor's older data: they give way, and are kept beside", () => {
  const { debtor, origins } = after(
    told('debtor', { email: 'selbst@example.com', phone: '+4915110000009', address: NEW_HOME }),
    told('creditor', { email: erika.email, phone: '+4915110000002', address: erika.address }, 9),
  );
  expect(debtor).toMatchObject({
    email: 'selbst@example.com',
    phone: '+4915110000009',
    address: NEW_HOME,
    furtherPhones: ['+4915110000002'],
  });
  expect(debtor.furtherEmails).toBeUndefined();
  expect(origins.email?.source).toBe('debtor');
});

test("a creditor's new word counts where the debtor's own does not lead there any more", () => {
  const lost = after(told('debtor', { email: 'selbst@example.com' }), bounced);
  expect(lost.dead).toEqual(['email']);
  const found = after(
    told('debtor', { email: 'selbst@example.com' }),
    bounced,
    told('creditor', { email: 'neu@example.com' }),
  );
  expect(found).toMatchObject({
    dead: [],
    debtor: { email: 'neu@example.com' },
    origins: { email: { source: 'creditor' } },
  });
});

test('an address that a creditor repeats from its own books is not new, also when it has corrected it meanwhile', () => {
  const { debtor } = after(told('creditor', { address: NEW_HOME }), told('creditor', { address: erika.address }, 9));
  expect(debtor.address).toEqual(NEW_HOME);
});

test.each(CONTACT_SOURCES)(
  'a dead mailbox lived again by being told again (%s): only another one revives it',
  (source) => {
    const again = after(bounced, told(source, { email: 'ERIKA+shop@example.com' }));
    expect(again).toMatchObject({ dead: ['email'], debtor: { email: erika.email } });
    const roundabout = after(
      bounced,
      told('debtor', { email: 'b@example.com' }),
      told(source, { email: erika.email }, 2),
    );
    expect(roundabout).toMatchObject({ dead: [], debtor: { email: 'b@example.com' } });
  },
);

test('a letter that came back from the old address closed the new one: the new one is written to', () => {
  const moved = after(...posted, told('debtor', { address: NEW_HOME }), cameBack);
  expect(moved.dead).toEqual([]);
  expect(moved.messages[0]?.state).toBe('returned');
  expect(after(...posted, cameBack).dead).toEqual(['address']);
});

test('an address that does not count takes no Land with it', () => {
  const own = after(told('debtor', { address: NEW_HOME }), told('creditor', { address: erika.address, land: 'NW' }, 3));
  expect(own.debtor.land).toBeUndefined();
});

test('whatever is told in whatever order: nothing that failed is ever used again', () => {
  const mailbox = fc.constantFrom('a@example.com', 'b@example.com', 'c@example.com');
  const step = fc.oneof(
    fc.record({ source: fc.constantFrom(...CONTACT_SOURCES), email: mailbox }),
    fc.constant('bounce' as const),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const failed = new Set<string>();
      let facts: Fact[] = [];
      for (const of of steps) {
        const now = after(...facts);
        if (of === 'bounce') failed.add(now.debtor.email ?? '');
        facts = [...facts, of === 'bounce' ? bounced : told(of.source, { email: of.email })];
        const then = after(...facts);
        expect(then.dead.includes('email')).toBe(failed.has(then.debtor.email ?? ''));
      }
    }),
  );
});

describe('a row that names the known house otherwise', () => {
  const HOME = { street: 'Musterweg 5', postalCode: '44135', city: 'Dortmund', country: 'DE' as const };
  const AT_LEHMANN = { ...HOME, extra: ['c/o Lehmann'] };
  const news = (known: Akte, address: typeof HOME) => debtorNews(known, { ...known.debtor, address });
  test('an addition that nobody has told is news', () => {
    expect(news(after(), AT_LEHMANN)).toEqual({ address: AT_LEHMANN });
  });
  test('a row that leaves out the addition says nothing against it', () => {
    const known = akteOf({ ...erika, address: AT_LEHMANN });
    expect(news(known, HOME)).toEqual({});
    expect(akteOf({ ...erika, address: AT_LEHMANN }, told('creditor', { address: HOME })).debtor.address).toEqual(
      AT_LEHMANN,
    );
  });
  test('the letter with the addition came back: a row without it was no news, and the debtor stayed out of reach', () => {
    const lost = akteOf({ ...erika, address: AT_LEHMANN }, ...posted, cameBack);
    expect(lost.dead).toEqual(['address']);
    expect(news(lost, AT_LEHMANN)).toEqual({});
    expect(news(lost, HOME)).toEqual({ address: HOME });
  });
});

const IBAN = 'DE02120300000000202051';
const mailboxes = (...names: readonly string[]): readonly string[] => names.map((name) => `${name}@example.com`);
const numbers = (...ends: readonly number[]): readonly string[] => ends.map((end) => `+491511000000${end}`);

describe('what is kept of what is told', () => {
  test.each<[string, DebtorNews]>([
    ['an account', { iban: IBAN }],
    ['a birthday', { birthDate: day('1980-05-24') }],
    ['a language', { language: 'tr' }],
    ['a salutation', { salutation: 'Herr' }],
    ['a last name', { lastName: 'Beispiel-Muster' }],
  ])('%s takes the place of what was known; how they are reached stays', (_, more) => {
    expect(after(told('creditor', more)).debtor).toEqual({ ...erika, ...more });
  });
  test('another spelling of the name: what was known as the last name may be none of it', () => {
    const { debtor } = after(told('debtor', { name: 'Erika Muster' }));
    expect(debtor).toEqual({ ...erika, name: 'Erika Muster', lastName: undefined });
    const whole = after(told('debtor', { name: 'Erika Muster', lastName: 'Muster' }));
    expect(whole.debtor).toEqual({ ...erika, name: 'Erika Muster', lastName: 'Muster' });
  });
  test('where no way of a kind was known, the first that a creditor names counts', () => {
    const { email: _, phone: __, ...byLetterOnly } = erika;
    const found = akteOf(byLetterOnly, told('creditor', { email: 'neu@example.com', phone: '+4915110000002' }));
    expect(found.debtor).toEqual({ ...erika, email: 'neu@example.com', phone: '+4915110000002' });
    expect(found.origins).toMatchObject({
      email: { source: 'creditor', on: plusDays(START, 1) },
      phone: { source: 'creditor', on: plusDays(START, 1) },
    });
  });
});

describe('which address counts', () => {
  const THIRD = { street: 'Drittweg 3', postalCode: '10115', city: 'Berlin', country: 'DE' as const };
  const traced: Fact = { kind: 'tracingOrdered', on: plusDays(START, 2), by: 'operator:x' };
  const own = told('debtor', { address: NEW_HOME, email: 'selbst@example.com' });
  test("a debtor who has moved back says so: only the creditor's repetition is none", () => {
    const moved = told('register', { address: NEW_HOME });
    const back = after(moved, told('debtor', { address: erika.address }, 2));
    expect(back.debtor.address).toEqual(erika.address);
    expect(back.origins.address).toEqual({ source: 'debtor', on: plusDays(START, 2) });
    expect(after(moved, told('creditor', { address: erika.address }, 2)).debtor.address).toEqual(NEW_HOME);
  });
  test("a creditor's new one does not replace what the debtor has said, as long as it may lead there", () => {
    expect(after(own, told('creditor', { address: THIRD }, 3)).debtor.address).toEqual(NEW_HOME);
  });
  test('while the address is traced it does, and the tracing is over', () => {
    const found = after(own, traced, told('creditor', { address: THIRD }, 3));
    expect(found).toMatchObject({ tracing: null, debtor: { address: THIRD } });
  });
  test("the tracing is of the address: the debtor's own mailbox stays, and it goes on", () => {
    const found = after(own, traced, told('creditor', { email: 'dritte@example.com' }, 3));
    expect(found.tracing).toBe(plusDays(START, 2));
    expect(found.debtor.email).toBe('selbst@example.com');
  });
});

describe('the ways beside the first', () => {
  const own = told('debtor', { email: 'selbst@example.com', phone: '+4915110000009' });
  test('what a row brings beside the first is kept, and only that', () => {
    expect(after(told('creditor', { furtherEmails: mailboxes('b') })).debtor).toEqual({
      ...erika,
      furtherEmails: mailboxes('b'),
    });
    expect(after(told('creditor', { furtherPhones: numbers(2) })).debtor).toEqual({
      ...erika,
      furtherPhones: numbers(2),
    });
  });
  test("a creditor's first mailbox and number that give way to the debtor's own are kept before its others", () => {
    const { debtor } = after(
      own,
      told('creditor', {
        email: 'a@example.com',
        phone: '+4915110000002',
        furtherEmails: mailboxes('b'),
        furtherPhones: numbers(3),
      }),
    );
    expect(debtor).toEqual({
      ...erika,
      email: 'selbst@example.com',
      phone: '+4915110000009',
      furtherEmails: mailboxes('a', 'b'),
      furtherPhones: numbers(2, 3),
    });
  });
  test('what counts itself is not kept beside', () => {
    const { debtor } = after(told('creditor', { email: 'neu@example.com', phone: '+4915110000002' }));
    expect(debtor).toEqual({ ...erika, email: 'neu@example.com', phone: '+4915110000002' });
  });
  test('a way that failed is not kept, nor one that is known', () => {
    const { debtor } = after(
      { kind: 'undeliverable', contact: 'phone', on: START, reason: 'gehört jemand anderem' },
      told('creditor', { furtherPhones: numbers(2), furtherEmails: mailboxes('b') }),
      told('creditor', { furtherPhones: numbers(1, 2, 3), furtherEmails: ['Erika@example.com', 'B@example.com'] }, 2),
    );
    expect(debtor).toEqual({ ...erika, furtherPhones: numbers(3, 2), furtherEmails: mailboxes('b') });
  });
  test('a mailbox told twice in one row is kept once, and a number', () => {
    const { debtor } = after(told('creditor', { furtherEmails: mailboxes('b', 'b'), furtherPhones: numbers(2, 2) }));
    expect(debtor).toEqual({ ...erika, furtherEmails: mailboxes('b'), furtherPhones: numbers(2) });
  });
  test('the newest stand first; beyond five the oldest are let go', () => {
    const { debtor } = after(
      told('creditor', { furtherEmails: mailboxes('a', 'b', 'c', 'd'), furtherPhones: numbers(2, 3, 4, 5) }),
      told('creditor', { furtherEmails: mailboxes('e', 'f'), furtherPhones: numbers(6, 7) }, 2),
    );
    expect(debtor.furtherEmails).toEqual(mailboxes('e', 'f', 'a', 'b', 'c'));
    expect(debtor.furtherPhones).toEqual(numbers(6, 7, 2, 3, 4));
  });
});
