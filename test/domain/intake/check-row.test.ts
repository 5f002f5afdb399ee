import { day } from '../../../domain/calendar.ts';
import { checkRow, type Cells } from '../../../domain/intake/check-row.ts';
import { matchHeader } from '../../../domain/intake/columns.ts';
import { cellsOf, ClaimBody } from '../../../domain/intake/from-api.ts';
import { musterversand } from '../../support/process.ts';

const good: Cells = { customerNumber: 'K-1', invoiceNumber: 'RE-1', invoiceDate: '05.01.2026', amount: '129,90', firstName: 'Erika', lastName: 'Beispiel', salutation: 'Frau', street: 'Musterweg 5', postalCode: '44135', city: 'Dortmund', email: 'erika@example.com', phone: '0151 10000001' };
const check = (more: Cells) => checkRow({ ...good, ...more }, musterversand, day('2026-03-02'));
const codes = (more: Cells) => check(more).issues.map((i) => `${i.severity}:${i.code}`);

test('a good row becomes debtor and claim; defaults come from the mandate', () => {
  expect(check({})).toEqual({ ok: true, issues: [],
    debtor: { customerNumber: 'K-1', kind: 'private', name: 'Erika Beispiel', lastName: 'Beispiel', salutation: 'Frau', email: 'erika@example.com', phone: '+4915110000001', land: 'NW', address: { street: 'Musterweg 5', postalCode: '44135', city: 'Dortmund', country: 'DE' } },
    claim: { invoiceNumber: 'RE-1', invoiceDate: '2026-01-05', dueOn: '2026-01-19', principal: 129_90, ownCosts: 0, kind: 'goods', subject: 'Warenlieferung', contractDate: '2026-01-05', dueByContract: false, announcesDefault: false, priorDunning: { kind: 'none' } } });
});

test.each<[string, Cells, string]>([
  ['no customer number', { customerNumber: ' ' }, 'error:required.missing'], ['no name', { firstName: '', lastName: '' }, 'error:name.missing'], ['an ambiguous amount', { amount: '1.234' }, 'error:amount.ambiguous'],
  ['an amount in words', { amount: 'viel' }, 'error:amount.invalid'], ['nothing open', { amount: '20,00', paid: '20,00' }, 'error:amount.not-positive'], ['a credit note', { amount: '-5,00' }, 'error:amount.not-positive'],
  ['too much to be true', { amount: '10.000.000,01' }, 'error:amount.too-large'], ['31 February', { invoiceDate: '31.02.2026' }, 'error:date.invalid'], ['an invoice of tomorrow', { invoiceDate: '03.03.2026' }, 'error:invoice-date.future'],
  ['an invoice of another age', { invoiceDate: '05.01.2014' }, 'error:invoice-date.too-old'], ['due before it was written', { dueDate: '01.01.2026' }, 'error:due-date.before-invoice'], ['due in a century', { dueDate: '31.12.2099' }, 'error:due-date.too-far'], ['francs', { currency: 'CHF' }, 'error:currency.foreign'],
])('%s: the row is refused', (_, more, code) => { expect(check(more).ok).toBe(false); expect(codes(more)).toContain(code); });

test.each<[string, Cells, string]>([
  ['an e-mail that is none', { email: 'erika@' }, 'warning:email.invalid'], ['a phone that is none', { phone: 'abends' }, 'warning:phone.invalid'], ['a short postal code', { postalCode: '4413' }, 'warning:postal-code.invalid'],
  ['half an address', { city: '' }, 'warning:address.incomplete'], ['nobody to reach', { email: '', street: '', postalCode: '', city: '' }, 'warning:contact.none'], ['an unknown dunning state', { priorDunning: 'vielleicht' }, 'warning:prior-dunning.unknown'],
  ['a reminder before the invoice', { priorDunning: 'Mahnung', priorDunningOn: '01.01.2026' }, 'warning:prior-dunning.day'], ['not due yet', { dueDate: '30.03.2026' }, 'warning:due-date.not-yet'], ['probably time-barred', { invoiceDate: '05.01.2020' }, 'warning:limitation.likely'],
])('%s: left out or noted with a warning, never refused', (_, more, code) => { expect(check(more).ok).toBe(true); expect(codes(more)).toContain(code); });

test('a legal form makes a business, an unknown kind a private person with a warning', () => {
  expect(check({ firstName: '', lastName: '', name: 'Muster Bau GmbH' })).toMatchObject({ debtor: { kind: 'business' } });
  expect(check({ firstName: '', lastName: '', salutation: '', name: 'Kim Muster' })).toMatchObject({ debtor: { kind: 'private' }, issues: [{ code: 'kind.unknown' }] });
});
test('part payments lower the principal', () => { expect(check({ amount: '100,00', paid: '30,00' })).toMatchObject({ claim: { principal: 70_00 } }); });
test('headers are known by many names, in any spelling', () => {
  const { positions, unknown, missing, duplicates } = matchHeader(['KUNDEN NR', 'rechnungs-nr.', 'Belegdatum', 'Offener Betrag', 'STRASSE', 'Lieblingsfarbe', 'E-Mail-Adresse', 'Mail']);
  expect([...positions.keys()]).toEqual(['customerNumber', 'invoiceNumber', 'invoiceDate', 'amount', 'street', 'email']);
  expect({ unknown, missing, duplicates }).toEqual({ unknown: ['Lieblingsfarbe'], missing: [], duplicates: ['Mail'] });
});
test('an API body is the same row', () => {
  const body = ClaimBody.parse({ customerNumber: 'K-1', invoiceNumber: 'RE-1', invoiceDate: '2026-01-05', amountCents: 12990, firstName: 'Erika', lastName: 'Beispiel', salutation: 'Frau', street: 'Musterweg 5', postalCode: '44135', city: 'Dortmund', email: 'erika@example.com', phone: '0151 10000001' });
  expect(checkRow(cellsOf(body), musterversand, day('2026-03-02'))).toEqual(check({}));
});
