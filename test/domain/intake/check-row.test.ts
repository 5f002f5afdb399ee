import { Claim } from '../../../domain/claim.ts';
import type { Cells } from '../../../domain/intake/reading.ts';
import { Creditor, Debtor } from '../../../domain/parties.ts';
import { checked, creditor } from './rows.ts';

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
test('the oldest invoice we take is of 1 January 2016', () => {
  expect(checked({ invoiceDate: '01.01.2016' }).issues).toEqual(['warning limitation.likely invoiceDate']);
  expect(checked({ invoiceDate: '31.12.2015' }).issues).toContain('error invoice-date.too-old invoiceDate');
});
test('a birthday is at the earliest 120 years ago, at the latest yesterday', () => {
  expect(['02.03.1906', '01.03.1906', '02.03.2026'].map((birthDate) => checked({ birthDate }).issues)).toEqual([
    [],
    ['warning birth-date.implausible birthDate'],
    ['warning birth-date.implausible birthDate'],
  ]);
});

test('a row that is wrong in four places names all four', () => {
  expect(checked({ invoiceNumber: '', amount: '1.234', invoiceDate: '31.02.2026', currency: 'USD' }).issues).toEqual([
    'error required.missing invoiceNumber',
    'error amount.ambiguous amount',
    'error date.invalid invoiceDate',
    'error currency.foreign currency',
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

test('2022 is time-barred in 2026, 2023 not before 2027 (§§ 195, 199 BGB); the day is named', () => {
  expect(checked({ invoiceDate: '01.12.2022', dueDate: '31.12.2022' }).issues).toEqual([
    'warning limitation.likely invoiceDate',
  ]);
  expect(checked({ invoiceDate: '01.12.2022', dueDate: '01.01.2023' }).issues).toEqual([]);
  expect(checked({ invoiceDate: '01.12.2022', dueDate: '31.12.2022' }).check.issues[0]?.message).toBe(
    'Die Forderung ist vermutlich seit Ablauf des 31.12.2025 verjährt (drei Jahre ab Ende 2022 (§§ 195, 199 Abs. 1 BGB)).',
  );
});

test('whoever was 18 on the day of the contract is no minor; without a contract date the day of the invoice counts', () => {
  expect(checked({ birthDate: '05.01.2008' })).toMatchObject({ issues: [], debtor: { birthDate: '2008-01-05' } });
  expect(checked({ birthDate: '05.01.2008', contractDate: '04.01.2026' }).issues).toEqual([
    'warning birth-date.minor birthDate',
  ]);
  expect(checked({ birthDate: '29.02.2008', invoiceDate: '01.03.2026', dueDate: '01.03.2026' }).issues).toEqual([]);
});

test('an attachment is the name of a PDF beside the list', () => {
  expect(checked({ attachment: 'Rechnung Nr. 17 (März).PDF' })).toMatchObject({
    issues: [],
    claim: { attachment: 'Rechnung Nr. 17 (März).PDF' },
  });
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

test("the day of the creditor's Mahnung is kept, because it may be the ground of default; without a Mahnung it means nothing", () => {
  expect(checked({ priorDunning: '1. Mahnung', priorDunningOn: '05.02.2026' }).claim?.priorDunning).toEqual({
    kind: 'mahnung',
    on: '2026-02-05',
  });
  expect(checked({ priorDunning: 'keine', priorDunningOn: '05.02.2026' }).claim?.priorDunning).toEqual({
    kind: 'none',
  });
});

describe('a deadline that the creditor had given in its own Mahnung could not be handed over in a list', () => {
  const DUNNED = { priorDunning: 'Mahnung', priorDunningOn: '05.02.2026' };
  const given = (priorDunningPayBy: string, more: Cells = {}) => {
    const { issues, claim, check } = checked({ ...DUNNED, priorDunningPayBy, ...more });
    return { issues, prior: claim?.priorDunning, said: check.issues.map((i) => i.message) };
  };
  test('it stands beside the day of the Mahnung, also where it still runs', () => {
    for (const [text, payBy] of [
      ['05.02.2026', '2026-02-05'],
      ['19.02.2026', '2026-02-19'],
      ['06.04.2026', '2026-04-06'],
    ] as const)
      expect(given(text)).toEqual({ issues: [], prior: { kind: 'mahnung', on: '2026-02-05', payBy }, said: [] });
  });
  test.each(['', ' ', '\u200b'])('none („%s“): the Mahnung counts from its arrival', (text) => {
    expect(given(text)).toEqual({ issues: [], prior: { kind: 'mahnung', on: '2026-02-05' }, said: [] });
  });
  test.each(['04.02.2026', '07.02.2027'])('one of %s is none: the Mahnung does not count without it', (text) => {
    expect(given(text)).toEqual({
      issues: ['warning prior-dunning.deadline priorDunningPayBy'],
      prior: { kind: 'mahnung' },
      said: [
        `Mahnfrist: ${text} liegt vor der Mahnung vom 05.02.2026 oder mehr als ein Jahr danach. Beide Tage wurden weggelassen, damit der Verzug nicht zu früh beginnt.`,
      ],
    });
  });
  test.each(['14 Tage', '31.02.2026', 'bald'])('„%s“ cannot be read: nor does it', (text) => {
    expect(given(text)).toEqual({
      issues: ['warning date.invalid priorDunningPayBy', 'warning prior-dunning.deadline-unread priorDunningPayBy'],
      prior: { kind: 'mahnung' },
      said: [
        `Mahnfrist: „${text}“ ist kein Datum wie 31.03.2026 oder 2026-03-31. Die Angabe wurde weggelassen.`,
        'Weil die Mahnfrist nicht lesbar ist, wurde auch der Tag der Mahnung (05.02.2026) weggelassen, damit der Verzug nicht zu früh beginnt.',
      ],
    });
  });
  test('without the day of the Mahnung it is left out; without a Mahnung it means nothing', () => {
    expect(given('19.02.2026', { priorDunningOn: '' })).toMatchObject({
      issues: ['warning prior-dunning.deadline-alone priorDunningPayBy'],
      prior: { kind: 'mahnung' },
    });
    expect(given('19.02.2026', { priorDunning: 'keine' })).toMatchObject({ issues: [], prior: { kind: 'none' } });
  });
});

test('a private person without contract subject or date is accepted, and the Akte waits; a company needs neither', () => {
  const bare = { contractSubject: undefined, contractDateIsInvoiceDate: false };
  expect(checked({}, bare)).toMatchObject({ ok: true, issues: ['warning contract.missing subject'] });
  expect(checked({ subject: 'Kauf' }, bare).issues).toEqual(['warning contract.missing contractDate']);
  expect(checked({ subject: 'Kauf', contractDate: '02.01.2026' }, bare).issues).toEqual([]);
  expect(checked({ company: 'Beispiel Bau GmbH' }, bare).issues).toEqual([]);
});

describe('the day of the invoice was told as that of a contract that goes on from invoice to invoice', () => {
  test.each(['utilities', 'rent', 'credit'] as const)('a mandate for %s cannot confirm that', (kindOfClaim) => {
    const refused = Creditor.safeParse({ ...creditor(), kindOfClaim });
    expect(refused.error?.issues).toMatchObject([
      { path: ['contractDateIsInvoiceDate'], message: expect.stringContaining('Vertragsdatum in jeder Zeile') },
    ]);
  });
  test.each([
    ...['Mitgliedschaft', 'Zeitschriften-Abo', 'Zeitungsabo', 'Hausratversicherung', 'Mietvertrag', 'Mobilfunkvertrag'],
    ...['Strom und Gas', 'Ökostrom', 'Fernwärme', 'Handyvertrag', 'Internetanschluss', 'DSL', 'Telefonanschluss'],
    ...['Erdgas', 'Biogas', 'VDSL', 'Kaltmiete', 'Ratenkredit', 'Kreditkartenabrechnung', 'Kinderhort', 'Hort'],
    ...['Fitnessstudio', 'Stellplatz', 'Kitabeitrag', 'Musikunterricht', 'Webhosting', 'Softwarelizenz, monatlich'],
  ])('nor one whose contracts are about %s', (contractSubject) => {
    const services = { ...creditor(), kindOfClaim: 'services' };
    expect(Creditor.safeParse({ ...services, contractSubject }).success).toBe(false);
    expect(Creditor.safeParse({ ...services, contractSubject: 'Handwerkerleistung' }).success).toBe(true);
  });
  test.each([
    'Gasgrill',
    'Stromkabel',
    'Reise nach Las Vegas',
    'Kohort',
    'Kreditkartenetui',
    'Vermietschild',
    'Gastronomiebedarf',
    'Turnschuhe',
    'Waschmaschine',
    'Reparatur',
  ])('a single purchase (%s) is not taken for one that goes on', (contractSubject) => {
    expect(Creditor.safeParse({ ...creditor(), contractSubject }).success).toBe(true);
  });
  test.each<Cells>([
    { claimKind: 'Miete', subject: 'Wohnung 3' },
    { claimKind: 'Darlehen', subject: 'Ratenkauf' },
    { subject: 'Mitgliedsbeitrag März' },
  ])('a row of another kind than the mandate (%j) is asked for the day', (row) => {
    const { claim, issues } = checked(row);
    expect(claim).not.toHaveProperty('contractDate');
    expect(issues).toContain('warning contract.missing contractDate');
    expect(checked({ ...row, contractDate: '01.05.2024' }).claim?.contractDate).toBe('2024-05-01');
  });
});

test('invisible characters and line breaks do not survive', () => {
  expect(checked({ lastName: ' Bei\u00adspiel\r\nBcc:\u0007 x\u200b ', invoiceNumber: 'RE\u00a01' })).toMatchObject({
    debtor: { name: 'Erika Beispiel Bcc: x' },
    claim: { invoiceNumber: 'RE 1' },
  });
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
