import { cellsOf, ClaimBody } from '../../../domain/intake/from-api.ts';
import { checkRow } from '../../../domain/intake/check-row.ts';
import { COLUMN_NAMES, type ColumnName } from '../../../domain/intake/columns.ts';
import { creditor, TODAY } from './rows.ts';

const BODY = {
  customerNumber: 'L-1',
  invoiceNumber: 'LO-1',
  invoiceDate: '2026-01-05',
  amountCents: 123400,
  firstName: 'Erika',
  lastName: 'Beispiel',
  email: 'erika@example.com',
};
const checkBody = (body: object) => checkRow(cellsOf(ClaimBody.parse(body)), creditor(), TODAY);

test('a body is the row a file would have held: 123400 cents are 1.234,00 and never ambiguous', () => {
  expect(cellsOf(ClaimBody.parse(BODY))).toEqual({
    customerNumber: 'L-1',
    invoiceNumber: 'LO-1',
    invoiceDate: '05.01.2026',
    amount: '1.234,00',
    firstName: 'Erika',
    lastName: 'Beispiel',
    email: 'erika@example.com',
  });
  for (const amountCents of [1, 99, 100, 12345, 100000, 1_000_000_000])
    expect(checkBody({ ...BODY, amountCents })).toMatchObject({ ok: true, claim: { principal: amountCents } });
});

test('every field arrives', () => {
  expect(
    checkBody({
      ...BODY,
      dueDate: '2026-01-20',
      ownCostsCents: 250,
      paidCents: 3400,
      kind: 'privat',
      salutation: 'Frau',
      street: 'Musterweg 5',
      postalCode: '44135',
      city: 'Dortmund',
      phone: '0151 10000001',
      priorDunning: 'Mahnung',
      priorDunningOn: '2026-02-05',
      priorDunningPayBy: '2026-02-19',
      claimKind: 'services',
      subject: 'Beratung',
      contractDate: '2025-12-01',
      remark: 'bitte freundlich',
      currency: 'EUR',
    }),
  ).toMatchObject({
    ok: true,
    issues: [],
    debtor: { kind: 'private', salutation: 'Frau', phone: '+4915110000001', address: { postalCode: '44135' } },
    claim: {
      principal: 120000,
      ownCosts: 250,
      dueOn: '2026-01-20',
      kind: 'services',
      subject: 'Beratung',
      contractDate: '2025-12-01',
      priorDunning: { kind: 'mahnung', on: '2026-02-05', payBy: '2026-02-19' },
      remark: 'bitte freundlich',
    },
  });
});

/** What a ledger says of rows that are no claims: whoever calls the API sends claims only. */
const LISTS_ONLY: readonly ColumnName[] = [
  'total',
  'open',
  'credited',
  'deceased',
  'side',
  'document',
  'cancelled',
  'settled',
  'settledOn',
  'status',
  'dunnable',
  'lock',
  'lockReason',
  'deferred',
  'paymentPlan',
  'lockUntil',
];
const EVERYTHING_ELSE = {
  birthDate: '1980-05-24',
  legalForm: 'GbR',
  street: 'Musterweg',
  houseNumber: '5a',
  postalCode: '44135',
  city: 'Dortmund',
  country: 'DE',
  email2: 'max@example.org',
  phone: '030 23125001',
  phone2: '0151 10000001',
  iban: 'DE02120300000000202051',
  language: 'tr',
  attachment: 'LO-1.pdf',
  disputed: false,
  insolvent: false,
};
test('every optional column of a list has its field in the body', () => {
  const fields = Object.keys(ClaimBody.shape);
  const renamed: Partial<Record<ColumnName, string>> = {
    amount: 'amountCents',
    ownCosts: 'ownCostsCents',
    paid: 'paidCents',
  };
  for (const name of COLUMN_NAMES.filter((column) => !LISTS_ONLY.includes(column)))
    expect(fields).toContain(renamed[name] ?? name);
  expect(
    checkBody({
      ...BODY,
      ...EVERYTHING_ELSE,
    }),
  ).toMatchObject({
    ok: true,
    issues: [expect.objectContaining({ code: 'language.other' })],
    claim: { attachment: 'LO-1.pdf' },
    debtor: {
      birthDate: '1980-05-24',
      address: { street: 'Musterweg 5a' },
      furtherEmails: ['max@example.org'],
      phone: '+4915110000001',
      furtherPhones: ['+493023125001'],
      iban: 'DE02120300000000202051',
      language: 'tr',
    },
  });
});

test('the same rules judge it', () => {
  expect(checkBody({ ...BODY, invoiceDate: '2026-03-03' })).toMatchObject({
    ok: false,
    issues: [
      expect.objectContaining({ code: 'invoice-date.future' }),
      expect.objectContaining({ code: 'due-date.not-yet' }),
    ],
  });
  expect(checkBody({ ...BODY, disputed: true })).toMatchObject({
    ok: false,
    issues: [expect.objectContaining({ code: 'claim.disputed' })],
  });
  expect(checkBody({ ...BODY, paidCents: 123400 })).toMatchObject({
    ok: false,
    issues: [expect.objectContaining({ code: 'amount.nothing-open' })],
  });
});

test.each<[string, object]>([
  ['a field nobody knows', { hauptforderung: 5 }],
  ['euros instead of cents', { amountCents: 12.5 }],
  ['an amount as text', { amountCents: '1234' }],
  ['nothing owed', { amountCents: 0 }],
  ['a German date', { invoiceDate: '05.01.2026' }],
  ['31 February', { invoiceDate: '2026-02-31' }],
  ['no invoice number', { invoiceNumber: undefined }],
  ['negative own costs', { ownCostsCents: -1 }],
  ['another salutation', { salutation: 'Familie' }],
])('%s is no body', (_, change) => {
  expect(ClaimBody.safeParse({ ...BODY, ...change }).success).toBe(false);
});
