import { Claim } from '../../../domain/akte/claim.ts';
import type { Cells } from '../../../domain/intake/reading.ts';
import { Debtor } from '../../../domain/parties/parties.ts';
import { checked } from './rows.ts';

test('a good row is a debtor and a claim as the store wants them, with nothing to say', () => {
  const { debtor, claim, issues } = checked({});
  expect(issues).toEqual([]);
  expect(Debtor.parse(debtor)).toEqual({
    customerNumber: 'K-1',
    kind: 'private',
    name: 'Erika Beispiel',
    lastName: 'Beispiel',
    salutation: 'Frau',
    email: 'erika@example.com',
    phone: '+4915110000001',
    land: 'NW',
    address: { street: 'Musterweg 5', postalCode: '44135', city: 'Dortmund', country: 'DE' },
  });
  expect(Claim.parse({ ...claim, id: 'F1', matter: 'M1' })).toEqual({
    id: 'F1',
    matter: 'M1',
    invoiceNumber: 'RE-1',
    invoiceDate: '2026-01-05',
    dueOn: '2026-01-19',
    principal: 12990,
    ownCosts: 0,
    kind: 'goods',
    subject: 'Warenlieferung',
    contractDate: '2026-01-05',
    dueByContract: false,
    announcesDefault: false,
    priorDunning: { kind: 'none' },
  });
});
test('what fits to the letter is neither cut nor refused', () => {
  expect(checked({ customerNumber: 'K'.repeat(60), remark: 'x'.repeat(500), ownCosts: '10.000.000,00' })).toMatchObject(
    {
      issues: [],
      debtor: { customerNumber: 'K'.repeat(60) },
      claim: { remark: 'x'.repeat(500), ownCosts: 1_000_000_000 },
    },
  );
  expect(checked({ remark: ` ${'x'.repeat(500)}` })).toMatchObject({ issues: [], claim: { remark: 'x'.repeat(500) } });
  expect(checked({ remark: `${'x'.repeat(499)} yy` }).claim?.remark).toBe('x'.repeat(499));
});
test('what a row does not say is not there at all', () => {
  const { debtor, claim } = checked(
    { salutation: '', street: '', postalCode: '', city: '', phone: '' },
    { contractSubject: undefined, contractDateIsInvoiceDate: false },
  );
  expect(
    [debtor, claim, claim?.priorDunning].map((of) => Object.values(of ?? {}).filter((value) => value === undefined)),
  ).toEqual([[], [], []]);
  const firm = checked({ firstName: '', lastName: '', salutation: '', company: 'Probe & Söhne', email: '' });
  expect(Object.keys(firm.debtor!).sort()).toEqual(['address', 'customerNumber', 'kind', 'land', 'name', 'phone']);
});
test('a blank in a cell is nothing', () => {
  expect(
    checked({
      email2: ' ',
      phone2: ' ',
      salutation: ' ',
      kind: ' ',
      legalForm: ' ',
      currency: ' ',
      ownCosts: ' ',
      dueDate: ' ',
      disputed: ' ',
      iban: ' ',
      country: ' ',
      birthDate: ' ',
      attachment: ' ',
    }),
  ).toMatchObject({ ok: true, issues: [], debtor: { kind: 'private', name: 'Erika Beispiel' } });
});
test('a word may have dots and blanks around it', () => {
  expect(checked({ salutation: 'Fr .', currency: 'EUR.', priorDunning: '1. MAHNUNG', country: 'D .' })).toMatchObject({
    issues: [],
    debtor: { salutation: 'Frau', address: {} },
    claim: { priorDunning: { kind: 'mahnung' } },
  });
});
test('a birthday is at the earliest 120 years ago, at the latest yesterday', () => {
  expect(['02.03.1906', '01.03.1906', '02.03.2026'].map((birthDate) => checked({ birthDate }).issues)).toEqual([
    [],
    ['warning birth-date.implausible birthDate'],
    ['warning birth-date.implausible birthDate'],
  ]);
});

test.each<[string, Cells, string]>([
  ['an unreadable due date', { dueDate: 'bald' }, 'warning date.invalid dueDate'],
  ['a due date still to come', { dueDate: '31.03.2026' }, 'warning due-date.not-yet dueDate'],
  ['a claim of 2022', { invoiceDate: '05.01.2022' }, 'warning limitation.likely invoiceDate'],
  ['a claim of 2019', { invoiceDate: '05.01.2019' }, 'warning limitation.likely invoiceDate'],
  ['own costs in words', { ownCosts: 'viel' }, 'warning amount.invalid ownCosts'],
  ['negative own costs', { ownCosts: '-2,50' }, 'warning own-costs.negative ownCosts'],
  ['own costs beyond reason', { ownCosts: '99.999.999,00' }, 'warning own-costs.too-large ownCosts'],
  ['an unknown state of dunning', { priorDunning: 'vielleicht' }, 'warning prior-dunning.unknown priorDunning'],
  [
    'a reminder before the invoice',
    { priorDunning: 'Erinnerung', priorDunningOn: '01.01.2026' },
    'warning prior-dunning.day priorDunningOn',
  ],
  [
    'a reminder of tomorrow',
    { priorDunning: 'Erinnerung', priorDunningOn: '03.03.2026' },
    'warning prior-dunning.day priorDunningOn',
  ],
  ['a contract of tomorrow', { contractDate: '03.03.2026' }, 'warning contract-date.future contractDate'],
  ['a contract after the invoice', { contractDate: '06.01.2026' }, 'warning contract-date.after-invoice contractDate'],
  ['an attachment in a folder', { attachment: '../RE-1.pdf' }, 'warning attachment.invalid attachment'],
  ['an attachment in a folder beside it', { attachment: 'ordner/RE-1.pdf' }, 'warning attachment.invalid attachment'],
  ['a hidden file', { attachment: '.RE-1.pdf' }, 'warning attachment.invalid attachment'],
  ['a program', { attachment: 'RE-1.pdf.exe' }, 'warning attachment.invalid attachment'],
  ['an attachment that is no PDF', { attachment: 'RE-1.docx' }, 'warning attachment.invalid attachment'],
  ['a birthday of tomorrow', { birthDate: '03.03.2026' }, 'warning birth-date.implausible birthDate'],
  ['a birthday of 1890', { birthDate: '01.01.1890' }, 'warning birth-date.implausible birthDate'],
  ['a minor', { birthDate: '06.01.2008' }, 'warning birth-date.minor birthDate'],
  ['an unknown legal form', { legalForm: 'Kommune' }, 'warning legal-form.unknown legalForm'],
  ['another language', { language: 'Türkisch' }, 'hint language.other language'],
  ['an unknown language', { language: 'Klingonisch' }, 'hint language.unknown language'],
  ['a wrong IBAN', { iban: 'DE02120300000000202052' }, 'warning iban.invalid iban'],
  ['an unknown kind of claim', { claimKind: 'Lösegeld' }, 'warning claim-kind.unknown claimKind'],
  ['a remark that is too long', { remark: 'x'.repeat(501) }, 'warning text.too-long remark'],
  ['umlauts in the wrong code page', { remark: 'MÃ¼ller' }, 'warning remark.garbled remark'],
  ['a name in Arabic letters, once printed as boxes', { lastName: 'ورد' }, 'warning name.letters lastName'],
  ['a contract in Chinese letters', { subject: '漢字 Kurs' }, 'warning text.letters subject'],
  [
    'an address that no window holds',
    { company: 'W'.repeat(150), street: 'W'.repeat(100), city: 'W'.repeat(60) },
    'warning address.too-long street',
  ],
  ['umlauts of a DOS file', { subject: 'K”che' }, 'warning text.garbled subject'],
])('%s is accepted with a warning', (_, change, issue) => {
  const { ok, issues, claim } = checked(change);
  expect([ok, issues]).toEqual([true, [issue]]);
  expect(Claim.safeParse({ ...claim, id: 'F1', matter: 'M1' }).success).toBe(true);
});

test('whoever was 18 on the day of the contract is no minor; without a contract date the day of the invoice counts', () => {
  expect(checked({ birthDate: '05.01.2008' })).toMatchObject({ issues: [], debtor: { birthDate: '2008-01-05' } });
  expect(checked({ birthDate: '05.01.2008', contractDate: '04.01.2026' }).issues).toEqual([
    'warning birth-date.minor birthDate',
  ]);
  expect(checked({ birthDate: '29.02.2008', invoiceDate: '01.03.2026', dueDate: '01.03.2026' }).issues).toEqual([]);
});

test.each(['nein', 'Nein', '0', 'n', '-', ''])('disputed „%s“ means no', (no) => {
  expect(checked({ disputed: no, insolvent: no })).toMatchObject({ ok: true, issues: [] });
});

test('an apostrophe that our own report put before a formula is taken off, another one stays', () => {
  expect(checked({ remark: "'=1+1", phone: "'+49 151 10000001", email: 'erika@example.com' })).toMatchObject({
    issues: [],
    claim: { remark: '=1+1' },
    debtor: { phone: '+4915110000001' },
  });
  expect(checked({ lastName: "'t Hooft", amount: "'129,90" })).toMatchObject({
    ok: false,
    issues: ['error amount.invalid amount'],
  });
  expect(checked({ lastName: "'t Hooft" }).debtor?.lastName).toBe("'t Hooft");
});

test('part payments reduce the principal, own costs stay a position of their own', () => {
  expect(checked({ amount: '1.129,90 €', paid: '29,90', ownCosts: '2,50' }).claim).toMatchObject({
    principal: 110000,
    ownCosts: 250,
  });
  expect(checked({ amount: '10.000.000,00' }).claim).toMatchObject({ principal: 1_000_000_000 });
});

test('what the row does not say comes from the mandate, and what it says wins', () => {
  const terms = {
    priorDunning: 'reminder',
    kindOfClaim: 'utilities',
    paymentTermDays: 30,
    contractSubject: 'Stromliefervertrag',
    contractDateIsInvoiceDate: false,
    invoicesAnnounceDefault: true,
  } as const;
  expect(checked({ contractDate: '01.05.2021' }, terms).claim).toMatchObject({
    dueOn: '2026-02-04',
    kind: 'utilities',
    subject: 'Stromliefervertrag',
    contractDate: '2021-05-01',
    announcesDefault: true,
    priorDunning: { kind: 'reminder' },
  });
  expect(
    checked(
      {
        dueDate: '20.01.2026',
        claimKind: 'Miete',
        subject: 'Wohnung 3',
        contractDate: '01.05.2020',
        priorDunning: 'keine',
      },
      terms,
    ).claim,
  ).toMatchObject({
    dueOn: '2026-01-20',
    kind: 'rent',
    subject: 'Wohnung 3',
    contractDate: '2020-05-01',
    priorDunning: { kind: 'none' },
  });
});

test('invisible characters and line breaks do not survive', () => {
  expect(checked({ lastName: ' Bei\u00adspiel\r\nBcc:\u0007 x\u200b ', invoiceNumber: 'RE\u00a01' })).toMatchObject({
    debtor: { name: 'Erika Beispiel Bcc: x' },
    claim: { invoiceNumber: 'RE 1' },
  });
});
