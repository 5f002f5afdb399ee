import { day } from '../../../domain/calendar.ts';
import { checkRow } from '../../../domain/intake/check-row.ts';
import type { Cells } from '../../../domain/intake/reading.ts';
import { Creditor } from '../../../domain/parties/parties.ts';
import { GOOD, checked, creditor } from './rows.ts';

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

test('the oldest invoice we take is of 1 January 2016', () => {
  expect(checked({ invoiceDate: '01.01.2016' }).issues).toEqual(['warning limitation.likely invoiceDate']);
  expect(checked({ invoiceDate: '31.12.2015' }).issues).toContain('error invoice-date.too-old invoiceDate');
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

test('an attachment is the name of a PDF beside the list', () => {
  expect(checked({ attachment: 'Rechnung Nr. 17 (März).PDF' })).toMatchObject({
    issues: [],
    claim: { attachment: 'Rechnung Nr. 17 (März).PDF' },
  });
});

test('a claim of 2022 may be barred from the first day of 2026 on, not on the last of 2025 (§ 199 Abs. 1 BGB)', () => {
  const old = { ...GOOD, invoiceDate: '05.03.2022', contractDate: '01.03.2022' };
  const codes = (today: string) => checkRow(old, creditor(), day(today)).issues.map((issue) => issue.code);
  expect(codes('2025-12-31')).not.toContain('limitation.likely');
  expect(codes('2026-01-01')).toContain('limitation.likely');
});
test('the first of 1950 can be the day of a contract; a day before it is the zero of a spreadsheet', () => {
  const contract = (contractDate: string) => {
    const { issues, claim } = checked({ contractDate }, { contractDateIsInvoiceDate: false });
    return [claim?.contractDate, issues];
  };
  expect(contract('01.01.1950')).toEqual(['1950-01-01', []]);
  expect(contract('31.12.1949')).toEqual([
    undefined,
    ['warning contract-date.implausible contractDate', 'warning contract.missing contractDate'],
  ]);
});
