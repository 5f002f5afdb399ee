import type { Cells } from '../../../domain/intake/reading.ts';
import { checked } from './rows.ts';

test.each<[string, Cells, string]>([
  ['no customer number', { customerNumber: ' ' }, 'error required.missing customerNumber'],
  ['no invoice number', { invoiceNumber: '' }, 'error required.missing invoiceNumber'],
  ['no invoice date', { invoiceDate: '' }, 'error required.missing invoiceDate'],
  ['no amount', { amount: '' }, 'error required.missing amount'],
  ['no name', { firstName: '', lastName: '' }, 'error name.missing name'],
  ['a first name only', { lastName: '' }, 'error name.missing name'],
  ['a dash for a name', { firstName: '', lastName: '', name: '-' }, 'error name.missing name'],
  ['a customer number that would be cut', { customerNumber: 'K'.repeat(61) }, 'error required.too-long customerNumber'],
  ['an invoice number that would be cut', { invoiceNumber: '1'.repeat(61) }, 'error required.too-long invoiceNumber'],
  ['an invoice number of dashes', { invoiceNumber: '---' }, 'error invoice-number.invalid invoiceNumber'],
  ['zero euros', { amount: '0,00' }, 'error amount.not-positive amount'],
  ['a credit note', { amount: '-15,00' }, 'error amount.not-positive amount'],
  ['an ambiguous amount', { amount: '1.234' }, 'error amount.ambiguous amount'],
  ['an English amount', { amount: '1,234.56' }, 'error amount.invalid amount'],
  ['words for an amount', { amount: 'hundert' }, 'error amount.invalid amount'],
  ['dollars', { amount: '$100' }, 'error amount.currency amount'],
  ['more than ten million', { amount: '10.000.000,01' }, 'error amount.too-large amount'],
  ['31 February', { invoiceDate: '31.02.2026' }, 'error date.invalid invoiceDate'],
  ['a two-digit year', { invoiceDate: '05.01.26' }, 'error date.invalid invoiceDate'],
  ['an American date', { invoiceDate: '01/05/2026' }, 'error date.invalid invoiceDate'],
  [
    'an invoice of tomorrow',
    { invoiceDate: '03.03.2026', dueDate: '17.03.2026' },
    'error invoice-date.future invoiceDate',
  ],
  ['due before the invoice', { dueDate: '04.01.2026' }, 'error due-date.before-invoice dueDate'],
  ['Swiss francs', { currency: 'CHF' }, 'error currency.foreign currency'],
  ['all of it paid', { paid: '129,90' }, 'error amount.nothing-open paid'],
  ['a negative part payment', { paid: '-5,00' }, 'error paid.negative paid'],
  ['a part payment nobody can read', { paid: 'etwas' }, 'error amount.invalid paid'],
  ['a disputed claim', { disputed: 'ja' }, 'error claim.disputed disputed'],
  ['a claim disputed in part', { disputed: 'Teilweise' }, 'error claim.disputed disputed'],
  ['an insolvent debtor', { insolvent: 'X' }, 'error claim.insolvent insolvent'],
  ['a dispute in other words', { disputed: 'vielleicht' }, 'error disputed.unknown disputed'],
  ['an insolvency in other words', { insolvent: '?' }, 'error insolvent.unknown insolvent'],
  ['an invoice number that no letter can show', { invoiceNumber: '発票-17' }, 'error text.letters invoiceNumber'],
  ['a name whose umlauts were lost', { lastName: 'MÃ¼ller' }, 'error text.garbled lastName'],
])('%s refuses the row', (_, change, issue) => {
  const { ok, issues } = checked(change);
  expect(ok).toBe(false);
  expect(issues.filter((i) => i.startsWith('error'))).toEqual([issue]);
});

test.each([':::', '[[[', '{{{', '–'])('„%s“ is no invoice number', (invoiceNumber) => {
  expect(checked({ invoiceNumber }).issues).toEqual(['error invoice-number.invalid invoiceNumber']);
});
test.each(['0', '9', 'A', 'Z', 'a', 'z', 'Ä-17', '-17', 'K'.repeat(60)])('„%s“ is one', (invoiceNumber) => {
  expect(checked({ invoiceNumber })).toMatchObject({ ok: true, claim: { invoiceNumber } });
});

test('what refuses a row says which column, what stands there, and how to write it', () => {
  const says = (change: Cells) => checked(change).check.issues.map((i) => [i.message, i.mend])[0];
  expect(says({ amount: 'hundert' })).toEqual([
    'Hauptforderung: „hundert“ ist kein Betrag in deutscher Schreibweise wie 1.234,56.',
    'Bitte wie „129,90“ schreiben.',
  ]);
  expect(says({ ownCosts: 'viel' })).toEqual([
    'Mahnkosten: „viel“ ist kein Betrag in deutscher Schreibweise wie 1.234,56. Die Angabe wurde weggelassen.',
    'Bitte wie „2,50“ schreiben.',
  ]);
  expect(says({ paid: 'etwas' })?.[0]).toBe(
    'Teilzahlungen: „etwas“ ist kein Betrag in deutscher Schreibweise wie 1.234,56.',
  );
  expect(says({ customerNumber: 'K'.repeat(61) })?.[0]).toBe('Kundennummer ist länger als 60 Zeichen.');
  expect(says({ customerNumber: '' })).toEqual([
    'Kundennummer fehlt.',
    'Bitte Kundennummer angeben: Ihre Nummer für den Kunden (Beispiel: K-10042).',
  ]);
  expect(says({ birthDate: '06.01.2008' })?.[0]).toContain('spätestens 05.01.2026');
});
test('a long value is shown in part', () => {
  const shown = (n: number) => checked({ ownCosts: 'x'.repeat(n) }).check.issues[0]!;
  expect([80, 81].map((n) => shown(n).message.split('“')[0])).toEqual([
    `Mahnkosten: „${'x'.repeat(80)}`,
    `Mahnkosten: „${'x'.repeat(79)}…`,
  ]);
  expect(checked({ remark: 'x'.repeat(501) }).check.issues[0]?.value).toHaveLength(200);
});

test('a row that is wrong in four places names all four', () => {
  expect(checked({ invoiceNumber: '', amount: '1.234', invoiceDate: '31.02.2026', currency: 'USD' }).issues).toEqual([
    'error required.missing invoiceNumber',
    'error amount.ambiguous amount',
    'error date.invalid invoiceDate',
    'error currency.foreign currency',
  ]);
});

test('every issue says in German what is wrong and how to mend it', () => {
  for (const issue of checked({
    invoiceNumber: '',
    amount: '1.234',
    invoiceDate: 'x',
    phone: '110',
    email: 'x',
    postalCode: '1',
  }).check.issues) {
    expect(issue.message).toMatch(/\.$/);
    expect(issue.mend).toMatch(/\.$/);
  }
});
