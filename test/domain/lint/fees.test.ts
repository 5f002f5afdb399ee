import { lintProcedure } from '../../../domain/lint/lint-procedure.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD, STANDARD_NO_PHASE_1 } from '../../../domain/procedure/shipped-procedures.ts';
import { standard, levels } from './changed.ts';

const without1 = { ...STANDARD_NO_PHASE_1, id: 'own', presumesDefault: null };

describe('what letters cost', () => {
  const at = (json: object): string[] => lintProcedure(Procedure.parse(json)).map((f) => `${f.code} ${f.place}`);
  const fee = (amount: number, basis = 'agb'): object =>
    standard({ levels: levels(1, { flatFee: { amount, basis, source: 'AGB' } }) });
  test('fees: five euros, 1.3, and the two weeks to their last day', () => {
    expect([at(fee(500)), at(fee(501)), at(fee(5000, 'proven-cost'))]).toEqual([
      [],
      ['flat-fee.high levels[1].flatFee.amount'],
      [],
    ]);
    expect(at(standard({ levels: levels(3, { feeRate: 130 }) }))).toEqual([]);
    const after = (days: number): object =>
      standard({
        levels: [
          STANDARD.levels[0],
          { ...STANDARD.levels[1], phone: null, letter: 'never', sms: false, nextAfterDays: days },
          { ...STANDARD.levels[2], feeRate: 90 },
        ],
      });
    // By post the first demand arrives three days after it went: that much later may the second come.
    expect([14, 17, 18].map((days) => at(after(days)))).toEqual([
      ['fee.too-early levels[2].feeRate'],
      ['fee.too-early levels[2].feeRate'],
      [],
    ]);
    expect(lintProcedure(Procedure.parse(after(17)))[0]?.message).toContain(
      '14 Tage nach Zugang der ersten Zahlungsaufforderung',
    );
  });
});

describe('fees', () => {
  const codes = (json: object): string[] => lintProcedure(Procedure.parse(json)).map((f) => f.code);
  test('0.9 is fine once two weeks have passed for everybody, and 0.5 always', () => {
    expect(codes(standard({ levels: levels(2, { feeRate: 90 }) }))).toEqual(['fee.too-early']);
    expect(codes(standard({ levels: levels(3, { feeRate: 90 }) }))).toEqual([]);
    expect(codes(standard({ levels: levels(1, { feeRate: 50 }) }))).toEqual([]);
  });
  test.each(['prior-dunning', 'due-by-contract', 'thirty-days'] as const)(
    'the first Mahnung may cost something where default is presumed by %s',
    (presumesDefault) => {
      expect(codes({ ...without1, presumesDefault })).toEqual([]);
    },
  );
});

describe('the whole of D32: ten euros in phase 1', () => {
  test('without a basis it is refused, with one and earlier default it may stand', () => {
    const ten = (flatFee: object): object =>
      standard({ presumesDefault: 'due-by-contract', levels: levels(0, { flatFee }) });
    expect(lintProcedure(Procedure.parse(ten({ amount: 1000 }))).map((f) => f.code)).toEqual(['flat-fee.no-basis']);
    expect(
      lintProcedure(Procedure.parse(ten({ amount: 1000, basis: 'proven-cost', source: 'Kostenrechnung 2026' }))),
    ).toEqual([]);
  });
});
