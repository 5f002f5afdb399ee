import { day } from '../../../domain/calendar.ts';
import { ClaimBody } from '../../../domain/intake/from-api.ts';
import { contactPointsOf } from '../../../domain/akte/person.ts';
import { TODAY, MOVED, aBody, anAgency } from './customers.ts';
import { refusedFor } from '../../support/hand-overs.ts';

test('new contact data of the same person were dropped: they are facts, with their day and source, and the person is known by them', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  await a.submit('h2', aBody(2, { name: 'E. Beispiel', email: 'neu@example.com', phone: '0151 10000002', ...MOVED }));
  const akte = await a.akte();
  expect(akte.debtor).toMatchObject({ name: 'Erika Beispiel', email: 'neu@example.com', address: MOVED, land: 'HH' });
  expect(akte.origins).toEqual({
    address: { source: 'creditor', on: TODAY },
    email: { source: 'creditor', on: TODAY },
    phone: { source: 'creditor', on: TODAY },
  });
  expect(await a.people.sharing(contactPointsOf(akte.debtor))).toContain(akte.id);
  const acts = await a.akten.history(akte.id);
  expect(acts.flatMap((act) => act.facts).filter((f) => f.kind === 'contactChanged')).toHaveLength(1);
});

test('the same row again with a new address was a duplicate and nothing else: a debtor nobody could reach is reached', async () => {
  const a = anAgency();
  const { street: _, postalCode: __, city: ___, email: ____, ...lost } = aBody(1);
  await a.submit('h1', lost);
  expect((await a.akte()).debtor.address).toBeUndefined();
  const again = await a.submit('h2', { ...lost, ...MOVED });
  expect(again).toMatchObject({ duplicates: 1, codes: { 'invoice.contact': 1 } });
  const akte = await a.akte();
  expect(akte.debtor.address).toMatchObject(MOVED);
  expect(a.workflows.started).toContainEqual(`${akte.id}-F1-g2`);
  await expect(a.submit('h3', { ...lost, ...MOVED })).rejects.toMatchObject(refusedFor('invoice.duplicate'));
});

test('a later row of a list revives a dead mailbox only with another one, and wakes what waits', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  await a.tell({ kind: 'undeliverable', contact: 'email', on: TODAY, reason: 'Postfach gibt es nicht' });
  await a.submit('h2', aBody(2));
  expect((await a.akte()).dead).toEqual(['email']);
  await a.submit('h3', aBody(3, { email: 'neu@example.com' }));
  const akte = await a.akte();
  expect(akte.dead).toEqual([]);
  expect(a.workflows.started).toContainEqual(`${akte.id}-F1-g2`);
});

test.each<[string, Partial<ClaimBody>, object]>([
  ['an account', { iban: 'DE02120300000000202051' }, { iban: 'DE02120300000000202051' }],
  ['a second mailbox', { email2: 'c@example.com' }, { furtherEmails: ['c@example.com'], email: 'erika@example.com' }],
  ['a birthday', { birthDate: day('1980-05-24') }, { birthDate: '1980-05-24' }],
  ['a language', { language: 'tr' }, { language: 'tr' }],
  ['a salutation', { salutation: 'Frau' }, { salutation: 'Frau' }],
  [
    'two numbers',
    { phone: '030 23125001', phone2: '0151 10000002' },
    { phone: '+4915110000002', furtherPhones: ['+493023125001'] },
  ],
])(
  '%s that a later row brought was lost in silence, with another invoice and with the same one',
  async (_, more, kept) => {
    for (const n of [1, 2]) {
      const a = anAgency();
      await a.submit('h1', aBody(1));
      const answer = await a.submit('h2', aBody(n, more));
      expect(Object.keys(answer.codes ?? {})).toEqual(
        n === 1 ? expect.arrayContaining(['invoice.contact']) : expect.not.arrayContaining(['invoice.contact']),
      );
      const akte = await a.akte();
      expect(akte.debtor).toMatchObject(kept);
      const told = (await a.akten.history(akte.id)).flatMap((act) =>
        act.facts.filter((f) => f.kind === 'contactChanged'),
      );
      expect(told).toMatchObject(
        [{ ...kept, on: TODAY, source: 'creditor' }].map(({ email: __, ...fact }: Record<string, unknown>) => fact),
      );
      // Said again, it is no news.
      await expect(a.submit('h3', aBody(n, more))).rejects.toMatchObject(refusedFor('invoice.duplicate'));
    }
  },
);
test('two lists that tell two accounts in turns are news twice, and not with every list', async () => {
  const a = anAgency();
  const one = 'DE02120300000000202051';
  const other = 'DE02500105170137075030';
  await a.submit('h1', aBody(1, { iban: one }));
  await a.submit('h2', aBody(2, { iban: other }));
  await a.submit('h3', aBody(3, { iban: one }));
  await a.submit('h4', aBody(4, { iban: other }));
  const akte = await a.akte();
  expect(akte.debtor.iban).toBe(other);
  const facts = (await a.akten.history(akte.id)).flatMap((act) => act.facts);
  expect(facts.filter((f) => f.kind === 'contactChanged')).toHaveLength(1);
});
test('an account told of a debtor whom nobody reaches opens no way to them', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  await a.tell({ kind: 'undeliverable', contact: 'email', on: TODAY, reason: 'Postfach gibt es nicht' });
  await a.submit('h2', aBody(2, { iban: 'DE02120300000000202051' }));
  expect((await a.akte()).dead).toEqual(['email']);
  expect(a.workflows.started).not.toContainEqual(`${(await a.akte()).id}-F1-g2`);
});

test('what the debtor has told us is not weakened by a row that knows less', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  await a.tell({ kind: 'contactChanged', on: TODAY, by: 'operator:x', source: 'debtor', email: 'selbst@example.com' });
  await a.submit('h2', aBody(2, { email: 'erika@example.com' }));
  await a.submit('h3', aBody(3, { email: 'dritte@example.com' }));
  expect((await a.akte()).debtor).toMatchObject({ email: 'selbst@example.com', furtherEmails: ['dritte@example.com'] });
});
