import { Account, Address, Agency, Creditor, Debtor } from '../../../domain/parties/parties.ts';
import { erika, musterversand } from '../../support/akte.ts';
import { rheinbogen } from '../../support/notices.ts';
import { accepts } from '../schemas/accepts.ts';

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
  test('the least amount worth asking for is between nothing and 100 €', () => {
    const amounts = [-1, 0, 100_00, 100_01];
    expect(amounts.map((leastAmount) => accepts(Creditor, { ...musterversand, leastAmount }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
