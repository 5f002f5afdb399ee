import { Claim, PriorDunning } from '../../../domain/akte/claim.ts';
import { aClaim } from '../../support/akte.ts';
import { accepts } from '../schemas/accepts.ts';

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
