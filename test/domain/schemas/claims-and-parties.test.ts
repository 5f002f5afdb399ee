import { Day } from '../../../domain/calendar.ts';
import * as z from 'zod';
import { AkteId, ClaimId, MatterId } from '../../../domain/ids.ts';
import { Claim, PriorDunning, invoiceIdentity } from '../../../domain/akte/claim.ts';
import { Account, Address, Agency, Creditor, CreditorId, Debtor } from '../../../domain/parties/parties.ts';
import { aClaim, erika, musterversand } from '../../support/akte.ts';
import { rheinbogen } from '../../support/notices.ts';
import { accepts } from './accepts.ts';

describe('names and numbers', () => {
  test.each<[string, z.ZodType, string[], string[]]>([
    [
      'an Aktenzeichen',
      AkteId,
      ['MUS-4F7K-2QXR', 'AB-0000-0000', 'ABCDEF-ZZZZ-ZZZZ'],
      [
        'M-4F7K-2QXR',
        'ABCDEFG-4F7K-2QXR',
        'MUS-4F7K',
        'MUS-4F7K-2QXI',
        'MUS-4F7K-2QXL',
        'MUS-4F7K-2QXO',
        'MUS-4F7K-2QXU',
        'mus-4F7K-2QXR',
        'MUS-4F7K-2QXR-M1',
        'xMUS-4F7K-2QXR',
        'MUS-4F7-2QXR',
      ],
    ],
    ['a claim', ClaimId, ['F1', 'F99999'], ['F0', 'F01', 'F100000', 'M1', 'F', 'xF1', 'F1x']],
    ['a matter', MatterId, ['M1', 'M99999'], ['M0', 'M01', 'M100000', 'F1', 'M', 'xM1', 'M1x']],
    ['a creditor', CreditorId, ['AB', 'ABCDEF'], ['A', 'ABCDEFG', 'ab', 'A1', ' AB']],
  ])('of %s', (_, schema, right, wrong) => {
    expect(right.filter((t) => !accepts(schema, t))).toEqual([]);
    expect(wrong.filter((t) => accepts(schema, t))).toEqual([]);
  });
  test('an invoice is its number as written, case and outer blanks apart, and its year', () => {
    const identity = (invoiceNumber: string, invoiceDate = '2026-01-15'): string =>
      invoiceIdentity({ invoiceNumber, invoiceDate: Day.parse(invoiceDate) });
    expect(identity(' re-17 ')).toBe(identity('RE-17', '2026-12-31'));
    expect(identity('Ä1'.normalize('NFD'))).toBe(identity('ä1'));
    const others = [identity('17'), identity('17', '2025-01-20'), identity('1-7'), identity('RE 17'), identity('RE17')];
    expect(new Set(others).size).toBe(5);
  });
});

describe('a claim', () => {
  const claim = aClaim();
  test('is read back as it was written; what it must have and may not have', () => {
    expect(Claim.parse(claim)).toEqual(claim);
    for (const gone of [
      'id',
      'matter',
      'invoiceNumber',
      'invoiceDate',
      'dueOn',
      'principal',
      'ownCosts',
      'kind',
      'dueByContract',
      'announcesDefault',
      'priorDunning',
    ])
      expect(accepts(Claim, Object.fromEntries(Object.entries(claim).filter(([k]) => k !== gone)))).toBe(false);
    for (const may of ['subject', 'contractDate'])
      expect(accepts(Claim, Object.fromEntries(Object.entries(claim).filter(([k]) => k !== may)))).toBe(true);
    expect(accepts(Claim, { ...claim, surprise: 1 })).toBe(false);
  });
  test.each<[string, object, boolean]>([
    ['an empty number', { invoiceNumber: '' }, false],
    ['a number of 60', { invoiceNumber: 'x'.repeat(60) }, true],
    ['of 61', { invoiceNumber: 'x'.repeat(61) }, false],
    ['a subject of 200', { subject: 'x'.repeat(200) }, true],
    ['of 201', { subject: 'x'.repeat(201) }, false],
    ['a remark of 500', { remark: 'x'.repeat(500) }, true],
    ['of 501', { remark: 'x'.repeat(501) }, false],
    ['half a cent', { principal: 0.5 }, false],
    ['an unknown kind', { kind: 'bets' }, false],
  ])('%s', (_, more, right) => {
    expect(accepts(Claim, { ...claim, ...more })).toBe(right);
  });
  test('what the creditor did before', () => {
    expect(['none', 'reminder', 'mahnung', 'call'].map((kind) => accepts(PriorDunning, { kind }))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(accepts(PriorDunning, { kind: 'mahnung', on: '2026-02-10' })).toBe(true);
    expect(accepts(PriorDunning, { kind: 'mahnung', when: '2026-02-10' })).toBe(false);
  });
});

describe('the parties', () => {
  test('a debtor: who and what kind; all else may be unknown', () => {
    expect(Debtor.parse(erika)).toEqual(erika);
    expect(Debtor.parse({ customerNumber: 'K-1', kind: 'business', name: 'Firma' })).toEqual({
      customerNumber: 'K-1',
      kind: 'business',
      name: 'Firma',
    });
    expect(accepts(Debtor, { ...erika, surprise: 1 })).toBe(false);
    for (const wrong of [
      { kind: 'state' },
      { salutation: 'Dr.' },
      { language: 'DE' },
      { language: 'd' },
      { language: 'deu' },
      { language: 'Deu' },
      { email: 'erika' },
      { phone: '0151' },
      { phone: '+49151x' },
      { phone: 'x+4915110000001' },
      { phone: '+12345' },
      { phone: `+${'1'.repeat(16)}` },
      { land: 'XX' },
      { name: ' ' },
      { name: 'x'.repeat(201) },
    ])
      expect(accepts(Debtor, { ...erika, ...wrong })).toBe(false);
    for (const right of [
      { phone: '+123456' },
      { phone: `+${'1'.repeat(15)}` },
      { salutation: 'Herr' },
      { language: 'tr' },
      { name: 'x'.repeat(200) },
    ])
      expect(accepts(Debtor, { ...erika, ...right })).toBe(true);
  });
  test('an address is German, its postal code five digits; a name loses its blanks', () => {
    expect(Address.parse({ street: ' Musterweg 5 ', postalCode: '01067', city: 'Dresden' })).toEqual({
      street: 'Musterweg 5',
      postalCode: '01067',
      city: 'Dresden',
      country: 'DE',
    });
    for (const wrong of [
      { postalCode: '1067' },
      { postalCode: '010670' },
      { postalCode: 'x01067' },
      { country: 'AT' },
      { street: '' },
      { floor: 1 },
    ])
      expect(accepts(Address, { street: 'a', postalCode: '01067', city: 'b', ...wrong })).toBe(false);
  });
  test('an account has an IBAN of a right shape', () => {
    for (const iban of ['DE02500105170137075030', 'NO9386011117947', `MT84${'A'.repeat(30)}`])
      expect(accepts(Account, { holder: 'a', iban })).toBe(true);
    for (const wrong of [
      { iban: 'DE0250010517' },
      { iban: `MT84${'A'.repeat(31)}` },
      { iban: 'xDE02500105170137075030' },
      { iban: 'D102500105170137075030' },
      { iban: 'DEX2500105170137075030' },
      { holder: '' },
      { sort: 1 },
    ])
      expect(accepts(Account, { holder: 'a', iban: 'DE02500105170137075030', ...wrong })).toBe(false);
    expect(accepts(Account, { holder: 'a', iban: 'DE02500105170137075030', bic: 'BYLADEM1001' })).toBe(true);
  });
  test('an agency says all that § 13a RDG wants told', () => {
    expect(Agency.parse(rheinbogen)).toEqual(rheinbogen);
    for (const gone of Object.keys(rheinbogen))
      expect(accepts(Agency, Object.fromEntries(Object.entries(rheinbogen).filter(([k]) => k !== gone)))).toBe(false);
    for (const gone of Object.keys(rheinbogen.register))
      expect(
        accepts(Agency, {
          ...rheinbogen,
          register: Object.fromEntries(Object.entries(rheinbogen.register).filter(([k]) => k !== gone)),
        }),
      ).toBe(false);
    expect([
      accepts(Agency, { ...rheinbogen, surprise: 1 }),
      accepts(Agency, { ...rheinbogen, register: { ...rheinbogen.register, surprise: 1 } }),
    ]).toEqual([false, false]);
  });
  test('a creditor: what is not said is as the careful reading has it', () => {
    expect(musterversand).toMatchObject({
      claimsLumpSum: true,
      dayCount: 'act/act',
      contractDateIsInvoiceDate: true,
      invoicesAnnounceDefault: false,
      dueByContract: false,
      paymentTermDays: 14,
      priorDunning: 'none',
    });
    const { contractDateIsInvoiceDate: _, ...bare } = musterversand;
    expect(Creditor.parse(bare).contractDateIsInvoiceDate).toBe(false);
    for (const wrong of [
      { id: 'mus' },
      { module: 'premium' },
      { dayCount: '30/360' },
      { kindOfClaim: 'bets' },
      { paymentTermDays: -1 },
      { paymentTermDays: 366 },
      { priorDunning: 'call' },
      { procedure: { id: 'Standard', version: 1 } },
      { procedure: { id: 'standard', version: 0 } },
      { procedure: { id: '', version: 1 } },
      { procedure: { id: 'x'.repeat(41), version: 1 } },
      { procedure: { id: 'standard', version: 1, of: 2 } },
      { contractSubject: '' },
      { surprise: 1 },
    ])
      expect(accepts(Creditor, { ...musterversand, ...wrong })).toBe(false);
    for (const right of [
      { module: 'komfort' },
      { dayCount: 'act/365' },
      { paymentTermDays: 0 },
      { paymentTermDays: 365 },
      { priorDunning: 'reminder' },
      { procedure: { id: 'x'.repeat(40), version: 1 } },
    ])
      expect(accepts(Creditor, { ...musterversand, ...right })).toBe(true);
  });
});
