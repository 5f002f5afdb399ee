import fc from 'fast-check';
import type { Akte } from '../../../domain/akte/akte.ts';
import { debtorNews } from '../../../domain/akte/contacts-told.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import { MatterId } from '../../../domain/ids.ts';
import { CONTACT_SOURCES, type ContactSource } from '../../../domain/akte/contact-data.ts';
import type { ContactData } from '../../../domain/parties/contact-fields.ts';
import type { Fact, MessageKey } from '../../../domain/akte/facts.ts';
import { AKTE, TERMS, aClaim, erika } from '../../../simulator/agency/people.ts';

const M1 = MatterId.parse('M1');
const START = day('2026-03-02');
const NEW_HOME = { street: 'Neuweg 1', postalCode: '20457', city: 'Hamburg', country: 'DE' as const };
const BEGUN: readonly Fact[] = [
  { kind: 'opened', debtor: erika, terms: TERMS },
  {
    kind: 'handedOver',
    handOver: 'h',
    on: START,
    matter: M1,
    procedure: { id: 'standard', version: 1 },
    claims: [aClaim(1)],
  },
];
const akte = (...facts: readonly Fact[]): Akte => fold(AKTE, [[...BEGUN, ...facts]]);
const told = (source: ContactSource, contact: ContactData, n = 1): Fact => ({
  kind: 'contactChanged',
  on: plusDays(START, n),
  by: 'operator:x',
  source,
  ...contact,
});
const letter: MessageKey = { matter: M1, stage: 1, channel: 'letter' };
const posted: readonly Fact[] = [
  { kind: 'reserved', message: letter, reference: 'r', at: '2026-03-12T08:00:00Z', by: 'operator:x', demand: null },
  { kind: 'sent', message: letter, reference: 'r', on: day('2026-03-12'), providerId: 'p', document: null },
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
  expect(akte().origins).toEqual({
    address: { source: 'creditor', on: START },
    email: { source: 'creditor', on: START },
    phone: { source: 'creditor', on: START },
  });
  expect(akte(told('register', { address: NEW_HOME })).origins).toMatchObject({
    address: { source: 'register', on: plusDays(START, 1) },
    email: { source: 'creditor' },
  });
});

test("what a debtor had told itself was weakened by a creditor's older data: they give way, and are kept beside", () => {
  const { debtor, origins } = akte(
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
  const lost = akte(told('debtor', { email: 'selbst@example.com' }), bounced);
  expect(lost.dead).toEqual(['email']);
  const found = akte(
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
  const { debtor } = akte(told('creditor', { address: NEW_HOME }), told('creditor', { address: erika.address }, 9));
  expect(debtor.address).toEqual(NEW_HOME);
});

test.each(CONTACT_SOURCES)(
  'a dead mailbox lived again by being told again (%s): only another one revives it',
  (source) => {
    const again = akte(bounced, told(source, { email: 'ERIKA+shop@example.com' }));
    expect(again).toMatchObject({ dead: ['email'], debtor: { email: erika.email } });
    const roundabout = akte(
      bounced,
      told('debtor', { email: 'b@example.com' }),
      told(source, { email: erika.email }, 2),
    );
    expect(roundabout).toMatchObject({ dead: [], debtor: { email: 'b@example.com' } });
  },
);

test('a letter that came back from the old address closed the new one: the new one is written to', () => {
  const after = akte(...posted, told('debtor', { address: NEW_HOME }), cameBack);
  expect(after.dead).toEqual([]);
  expect(after.messages[0]?.state).toBe('returned');
  expect(akte(...posted, cameBack).dead).toEqual(['address']);
});

test('an address that does not count takes no Land with it', () => {
  const own = akte(told('debtor', { address: NEW_HOME }), {
    ...told('creditor', { address: erika.address }, 3),
    land: 'NW',
  } as Fact);
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
        const now = akte(...facts);
        if (of === 'bounce') failed.add(now.debtor.email ?? '');
        facts = [...facts, of === 'bounce' ? bounced : told(of.source, { email: of.email })];
        const after = akte(...facts);
        expect(after.dead.includes('email')).toBe(failed.has(after.debtor.email ?? ''));
      }
    }),
  );
});

describe('a row that names the known house otherwise', () => {
  const HOME = { street: 'Musterweg 5', postalCode: '44135', city: 'Dortmund', country: 'DE' as const };
  const AT_LEHMANN = { ...HOME, extra: ['c/o Lehmann'] };
  const news = (known: Akte, address: typeof HOME) => debtorNews(known, { ...known.debtor, address });
  test('an addition that nobody has told is news', () => {
    expect(news(akte(), AT_LEHMANN)).toEqual({ address: AT_LEHMANN });
  });
  test('a row that leaves out the addition says nothing against it', () => {
    const known = akte(told('creditor', { address: AT_LEHMANN }));
    expect(known.debtor.address).toEqual(AT_LEHMANN);
    expect(news(known, HOME)).toEqual({});
    expect(
      akte(told('creditor', { address: AT_LEHMANN }), told('creditor', { address: HOME }, 2)).debtor.address,
    ).toEqual(AT_LEHMANN);
  });
  test('the letter with the addition came back: a row without it was no news, and the debtor stayed out of reach', () => {
    const LIVES_THERE: Fact = { kind: 'opened', debtor: { ...erika, address: AT_LEHMANN }, terms: TERMS };
    const lost = fold(AKTE, [[LIVES_THERE, ...BEGUN.slice(1), ...posted, cameBack]]);
    expect(lost.dead).toEqual(['address']);
    expect(news(lost, AT_LEHMANN)).toEqual({});
    expect(news(lost, HOME)).toEqual({ address: HOME });
  });
});
