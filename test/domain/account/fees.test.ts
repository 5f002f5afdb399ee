import { day } from '../../../domain/calendar.ts';
import { bill, collectionFee, expensesOn, feeAt, instalmentFee, shareOf, vatOn } from '../../../domain/account/fees.ts';
import { dayOfTable } from '../../../domain/law/fee-tables.ts';
import { cents } from '../../../domain/money.ts';

const ON = day('2026-03-02');

const fee = (more: Partial<Parameters<typeof collectionFee>[0]> = {}) =>
  collectionFee({
    value: cents(300_00),
    rate: 90,
    orderedOn: ON,
    completedOn: ON,
    undisputed: true,
    debtorOwesVat: false,
    ...more,
  });

describe('the collection fee (Nr. 2300 VV RVG, § 13e RDG)', () => {
  test('position by position, with the law behind it', () => {
    expect(fee()).toMatchObject({
      value: 300_00,
      rate: 90,
      table: 'RVG2025',
      base: 51_50,
      fee: 46_35,
      expenses: 9_27,
      net: 55_62,
      vat: 0,
      credited: 0,
      total: 55_62,
      rules: ['Nr. 2300 VV RVG (0,9), § 13e Abs. 1 RDG', '§ 13 Abs. 1 RVG', 'Nr. 7002 VV RVG'],
    });
    expect(fee({ debtorOwesVat: true })).toMatchObject({
      vat: 10_57,
      total: 66_19,
      rules: expect.arrayContaining(['Nr. 7008 VV RVG']) as unknown,
    });
  });
  test('§ 13(2) RVG: small base up to 50 €, not a cent above, not where disputed, not before October 2021', () => {
    expect(fee({ value: cents(50_00) }).base).toBe(31_50);
    expect(fee({ value: cents(50_00) }).rules).toContain('§ 13 Abs. 2 RVG');
    expect(fee({ value: cents(50_01) }).base).toBe(51_50);
    expect(fee({ value: cents(50_00), undisputed: false }).base).toBe(51_50);
    expect(fee({ value: cents(50_00), orderedOn: day('2021-10-01') }).base).toBe(30_00);
    expect(fee({ value: cents(50_00), orderedOn: day('2021-09-30') }).base).toBe(49_00);
  });
  test('§ 13(3): never below 15 €, and only then named', () => {
    expect(fee({ value: cents(20_00), rate: 30 })).toMatchObject({
      fee: 15_00,
      expenses: 3_00,
      rules: expect.arrayContaining(['§ 13 Abs. 3 RVG']) as unknown,
    });
    expect(fee().rules).not.toContain('§ 13 Abs. 3 RVG');
  });
  test('§ 60: the day of the order picks the table', () => {
    expect(fee({ orderedOn: day('2025-05-31') }).table).toBe('RVG2021');
    expect(fee({ orderedOn: day('2025-06-01') }).table).toBe('RVG2025');
    expect(dayOfTable('RVG2021')).toBe('2021-10-01');
  });
  test('at most 1.3 undisputed, 2.5 disputed', () => {
    expect(fee({ rate: 130 }).fee).toBe(66_95);
    expect(() => fee({ rate: 131 })).toThrow(expect.objectContaining({ code: 'fee.rate-too-high', field: 'rate' }));
    expect(fee({ rate: 250, undisputed: false }).fee).toBe(128_75);
    expect(() => fee({ rate: 251, undisputed: false })).toThrow(expect.objectContaining({ code: 'fee.rate-too-high' }));
  });
  test('§ 288(5) sentence 3: the lump sum is set off, never below nothing', () => {
    expect(fee({ lumpSum: cents(40_00) })).toMatchObject({ credited: 40_00, total: 15_62 });
    expect(fee({ lumpSum: cents(80_00) })).toMatchObject({ credited: 55_62, total: 0 });
  });
  test.each([0, -10, 1.5, 1_001])('a rate of %s hundredths is refused', (rate) => {
    expect(() => feeAt(cents(51_50), rate, ON)).toThrow(expect.objectContaining({ code: 'fee.rate', field: 'rate' }));
  });
  test('ten times a fee is still a rate', () => {
    expect(feeAt(cents(10_00), 1_000, ON)).toBe(100_00);
  });
});

describe('which law a fee names', () => {
  const rules = (more: Parameters<typeof fee>[0]): readonly string[] => fee(more).rules;
  test('the small base up to 50 €, undisputed only; a cent more has the table', () => {
    expect(rules({ value: cents(50_00) })).toEqual([
      'Nr. 2300 VV RVG (0,9), § 13e Abs. 1 RDG',
      '§ 13 Abs. 2 RVG',
      'Nr. 7002 VV RVG',
    ]);
    expect(rules({ value: cents(50_01) })[1]).toBe('§ 13 Abs. 1 RVG');
    expect(rules({ value: cents(50_00), undisputed: false })[1]).toBe('§ 13 Abs. 1 RVG');
    expect(fee({ value: cents(50_00), orderedOn: day('2021-09-30') })).toMatchObject({
      base: 49_00,
      rules: expect.arrayContaining(['§ 13 Abs. 1 RVG']),
    });
  });
  test('the least fee only where it lifts the fee', () => {
    expect(rules({ value: cents(50_00), rate: 40 })).toContain('§ 13 Abs. 3 RVG');
    expect(rules({ rate: 30 })).not.toContain('§ 13 Abs. 3 RVG');
    expect(fee({ value: cents(30_00), rate: 50, orderedOn: day('2021-10-01') })).toMatchObject({
      fee: 15_00,
      rules: ['Nr. 2300 VV RVG (0,5), § 13e Abs. 1 RDG', '§ 13 Abs. 2 RVG', 'Nr. 7002 VV RVG'],
    });
  });
  test('VAT and the set-off only where there are any', () => {
    expect(rules({ debtorOwesVat: true }).slice(3)).toEqual(['Nr. 7008 VV RVG']);
    expect(rules({ lumpSum: cents(40_00) }).slice(3)).toEqual(['§ 288 Abs. 5 Satz 3 BGB']);
    expect(rules({ lumpSum: cents(0) })).toHaveLength(3);
  });
  test('a rate too high names its field; 1.3 and 2.5 are not too high', () => {
    for (const [rate, undisputed] of [
      [131, true],
      [251, false],
    ] as const)
      expect(() => fee({ rate, undisputed })).toThrow(
        expect.objectContaining({ code: 'fee.rate-too-high', field: 'rate' }),
      );
    expect([fee({ rate: 130 }).rate, fee({ rate: 250, undisputed: false }).rate]).toEqual([130, 250]);
    expect(() => fee({ orderedOn: day('2013-07-31') })).toThrow(expect.objectContaining({ code: 'fee.before-2013' }));
  });
});

test('half a cent up (§ 2(2) RVG)', () => {
  expect(shareOf(cents(1), 50)).toBe(1);
  expect(shareOf(cents(51_50), 65)).toBe(33_48);
});
test('expenses: a fifth, at most 20 €', () => {
  expect(expensesOn(cents(99_99), ON)).toBe(20_00);
  expect(expensesOn(cents(99_97), ON)).toBe(19_99);
  expect(expensesOn(cents(1000_00), ON)).toBe(20_00);
});
test('VAT by the day; 16 % in the second half of 2020', () => {
  expect(vatOn(cents(100_00), ON)).toBe(19_00);
  expect(vatOn(cents(100_00), day('2020-06-30'))).toBe(19_00);
  expect(vatOn(cents(100_00), day('2020-07-01'))).toBe(16_00);
  expect(vatOn(cents(100_00), day('2021-01-01'))).toBe(19_00);
});
test('the VAT of a collection fee was that of the newest row: it is that of the day on which the matter was completed', () => {
  const vatOf = (completedOn: string) =>
    fee({ debtorOwesVat: true, orderedOn: day('2020-03-02'), completedOn: day(completedOn), rate: 130 });
  expect(vatOf('2020-06-30')).toMatchObject({ net: 70_20, vat: 13_34, law: { vat: { value: 19 } } });
  expect(vatOf('2020-07-01')).toMatchObject({ net: 70_20, vat: 11_23, law: { vat: { value: 16 } } });
  expect(vatOf('2021-01-01')).toMatchObject({ vat: 13_34, law: { vat: { from: '2021-01-01' } } });
});
test('a bill: expenses once on the sum of its fees', () => {
  expect(bill([cents(40_00), cents(30_00)], { orderedOn: ON, completedOn: ON })).toEqual({
    fees: 70_00,
    expenses: 14_00,
    net: 84_00,
    vat: 15_96,
    total: 99_96,
  });
});
test('a payment agreement: 0.7 on half the claim, the small base does not apply', () => {
  expect(instalmentFee({ orderedOn: ON, claim: cents(1200_00) })).toMatchObject({ value: 600_00, fee: 65_10 });
  expect(instalmentFee({ orderedOn: ON, claim: cents(60_00), rate: 150, valueShare: 100 })).toMatchObject({
    value: 60_00,
    fee: 77_25,
  });
  for (const valueShare of [0, 101])
    expect(() => instalmentFee({ orderedOn: ON, claim: cents(60_00), valueShare })).toThrow(
      expect.objectContaining({ code: 'fee.value-share', field: 'valueShare' }),
    );
});
