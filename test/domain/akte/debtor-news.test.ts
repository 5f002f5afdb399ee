import { debtorNews, type DebtorNews } from '../../../domain/akte/contacts-told.ts';
import { day } from '../../../domain/calendar.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';
import { erika } from '../../support/akte.ts';
import { after, akteOf, told } from './told.ts';

const NEW_HOME = { street: 'Neuweg 1', postalCode: '20457', city: 'Hamburg', country: 'DE' as const };
/** Two accounts that a debtor pays from. */
const IBAN = 'DE02120300000000202051';
const OTHER_IBAN = 'DE02500105170137075030';
const mailboxes = (...names: readonly string[]): readonly string[] => names.map((name) => `${name}@example.com`);
const numbers = (...ends: readonly number[]): readonly string[] => ends.map((end) => `+491511000000${end}`);

describe('what a row says of a person whom we know', () => {
  const row = (more: Partial<Debtor>): Debtor => ({ ...erika, ...more });
  test('nothing is new of what it repeats', () => {
    expect(debtorNews(after(), erika)).toEqual({});
  });
  test.each<[string, DebtorNews]>([
    ['an address', { address: NEW_HOME }],
    ['a mailbox', { email: 'neu@example.com' }],
    ['a number', { phone: '+4915110000002' }],
    ['an account', { iban: IBAN }],
    ['a birthday', { birthDate: day('1980-05-24') }],
    ['a language', { language: 'tr' }],
    ['several mailboxes', { furtherEmails: mailboxes('b', 'c') }],
    ['several numbers', { furtherPhones: numbers(2, 3) }],
  ])('%s that nobody has told: news once', (_, more) => {
    expect(debtorNews(after(), row(more))).toEqual(more);
    expect(debtorNews(after(told('creditor', more)), row(more))).toEqual({});
    expect(debtorNews(akteOf(row(more)), row(more))).toEqual({});
  });
  test('of several mailboxes and numbers those that nobody has told', () => {
    const known = after(told('creditor', { furtherEmails: mailboxes('b'), furtherPhones: numbers(2) }));
    const furtherEmails = ['ERIKA@example.com', ...mailboxes('b', 'c')];
    expect(debtorNews(known, row({ furtherEmails, furtherPhones: numbers(1, 2, 3) }))).toEqual({
      furtherEmails: mailboxes('c'),
      furtherPhones: numbers(3),
    });
  });
  test('a mailbox that was one of several and is the first now is no news, nor is such a number', () => {
    const known = after(told('creditor', { furtherEmails: mailboxes('b', 'c'), furtherPhones: numbers(2, 3) }));
    expect(debtorNews(known, row({ email: 'c@example.com', phone: '+4915110000003' }))).toEqual({});
  });
  test('two lists tell two accounts in turns: each is news once', () => {
    const both = after(told('creditor', { iban: IBAN }), told('creditor', { iban: OTHER_IBAN }, 2));
    expect(debtorNews(both, row({ iban: IBAN }))).toEqual({});
    expect(debtorNews(both, row({ iban: OTHER_IBAN }))).toEqual({});
  });
  describe('how they are addressed', () => {
    const { salutation: _, lastName: __, ...unaddressed } = erika;
    test('is news where nobody knows it', () => {
      expect(debtorNews(akteOf(unaddressed), erika)).toEqual({ salutation: 'Frau', lastName: 'Beispiel' });
      expect(debtorNews(akteOf({ ...erika, salutation: undefined }), erika)).toEqual({ salutation: 'Frau' });
    });
    test('stays where somebody does: another is another person', () => {
      expect(debtorNews(after(), row({ salutation: 'Herr', lastName: 'Muster' }))).toEqual({});
    });
    test('is not taken from a row that spells the name otherwise', () => {
      expect(debtorNews(akteOf(unaddressed), row({ name: 'E. Beispiel' }))).toEqual({});
    });
  });
  test('who they are to the law is said at the beginning, and the Land with an address only', () => {
    expect(debtorNews(after(), row({ kind: 'business', land: 'BE', customerNumber: 'K-2' }))).toEqual({});
  });
});
