import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day } from '../../../domain/calendar.ts';
import { HandOverId, MatterId } from '../../../domain/ids.ts';
import { type Claim } from '../../../domain/akte/claim.ts';
import { allocationRuleOf, arisenOn, lumpSumRow, marginRow } from '../../../domain/account/entitlement.ts';
import { AKTE, TERMS, aClaim, erika } from '../../support/akte.ts';

const akte = (kind: 'private' | 'business', lumpSum = true): Akte =>
  fold(AKTE, [
    [
      { kind: 'opened', debtor: { ...erika, kind }, terms: { ...TERMS, lumpSum } },
      {
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: day('2026-03-02'),
        matter: MatterId.parse('M1'),
        procedure: { id: 'standard', version: 1 },
        claims: [aClaim()],
      },
    ],
  ]);
const consumer = akte('private');
const business = akte('business');
const from = (contractDate: string, more: Partial<Claim> = {}): Claim =>
  aClaim(1, { contractDate: day(contractDate), ...more });

describe('the day whose law governs a claim (Art. 229 § 34 EGBGB)', () => {
  test("the contract's; of an unknown contract the invoice's", () => {
    const { contractDate: _, ...bare } = aClaim();
    expect(arisenOn(from('2014-01-01'))).toBe('2014-01-01');
    expect(arisenOn(bare)).toBe('2026-01-10');
  });
  test.each<[Claim['kind'], string, string]>([
    ['rent', '2016-06-30', '2010-01-01'],
    ['rent', '2016-07-01', '2016-07-01'],
    ['utilities', '2016-07-01', '2016-07-01'],
    ['goods', '2016-07-01', '2010-01-01'],
    ['services', '2016-07-01', '2010-01-01'],
  ])('of %s, contract of 2010, invoice of %s: %s', (kind, invoiceDate, expected) => {
    expect(arisenOn(from('2010-01-01', { kind, invoiceDate: day(invoiceDate) }))).toBe(expected);
  });
});
describe('what default costs (§ 288 BGB)', () => {
  test.each<[string, Akte, Claim, number]>([
    ['a consumer', consumer, from('2026-01-01'), 500],
    ['a business', business, from('2026-01-01'), 900],
    ['a business on the first day of the new law', business, from('2014-07-29'), 900],
    ['a business the day before', business, from('2014-07-28'), 800],
    ['a business for a loan', business, from('2026-01-01', { kind: 'credit' }), 500],
  ])('%s: hundredths of a percent above the base rate', (_, of, claim, margin) => {
    expect(marginRow(of, claim).value).toBe(margin);
  });
  test('the lump sum: from businesses, where the mandate claims it, not for loans, 40 € since 29 July 2014', () => {
    expect([lumpSumRow(business, from('2026-01-01'))?.value, lumpSumRow(business, from('2014-07-28'))?.value]).toEqual([
      40_00, 0,
    ]);
    expect([
      lumpSumRow(consumer, aClaim()),
      lumpSumRow(business, aClaim(1, { kind: 'credit' })),
      lumpSumRow(akte('business', false), aClaim()),
    ]).toEqual([null, null, null]);
  });
  test('before 2002 no figure is guessed, and the fault says which one', () => {
    expect(() => marginRow(consumer, from('2001-12-31'))).toThrow(
      'Verzugszinssatz, Verbraucher: Für den 31.12.2001 ist kein Wert hinterlegt; der älteste gilt ab 01.01.2002.',
    );
    expect(() => lumpSumRow(business, from('2001-12-31'))).toThrow('Verzugspauschale');
  });
});
test("§ 497(3) BGB is for a consumer's credit, § 367 BGB for everything else", () => {
  expect([
    allocationRuleOf(consumer, aClaim(1, { kind: 'credit' })),
    allocationRuleOf(business, aClaim(1, { kind: 'credit' })),
    allocationRuleOf(consumer, aClaim()),
  ]).toEqual(['497', '367', '367']);
});
