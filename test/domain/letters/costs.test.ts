import * as fc from 'fast-check';
import { day, formatDay } from '../../../domain/calendar.ts';
import { feeInAmounts } from '../../../domain/account/fee-words.ts';
import { costsInWords, risenInWords } from '../../../domain/letters/costs.ts';
import type { CostsRisen } from '../../../domain/letters/facts.ts';
import { cents, formatEuro } from '../../../domain/money.ts';
import { aClaim } from '../../support/akte.ts';
import { anAkte, askedOn, letterOn, partOf, wordsOf } from '../../support/letters.ts';
import { aFee, facts, werkstatt } from '../../support/notices.ts';
import { plain, reminded } from './dunned.ts';

describe('the amount of a fee, where VAT is due and the lump sum is set off (“-2,52 € Umsatzsteuer”)', () => {
  const owing = anAkte({
    claims: [aClaim(1, { principal: cents(4_811_20), dueByContract: true })],
    debtor: werkstatt,
    terms: { deductsInputTax: false, lumpSum: true },
  });
  test('is shown from the net amount to what is asked, in the table and on the legal pages', () => {
    const notice = letterOn(owing, 1, '2026-03-12');
    const [fee] = askedOn(owing, 1, '2026-03-12').facts.fees;
    const steps =
      '177,25 € Gebühr + 20,00 € Auslagen = 197,25 €; 197,25 € + 37,48 € USt − 40,00 € Verzugspauschale = 194,73 €';
    expect(fee).toMatchObject({ net: 197_25, vat: 37_48, credited: 40_00, total: 194_73 });
    expect(partOf(notice, 'Inkassokosten')).toContain(`Höhe: ${steps}.`);
    expect(partOf(notice, 'Inkassokosten')).toContain('Darin enthalten sind 37,48 € Umsatzsteuer.');
    const row = notice.positions.find((p) => p.label === 'Inkassokosten');
    expect(row?.why.replaceAll('\u00a0', ' ')).toContain(steps);
    expect(wordsOf(notice)).not.toMatch(/[-−]\d[\d.,]* € Umsatzsteuer/);
  });
  test('adds up in whatever is printed', () => {
    const amounts = (text: string): number[] =>
      [...text.matchAll(/([−=]?) ?([\d.]+),(\d\d)/g)].map(
        ([, sign, euros = '', rest = '']) => Number(euros.replaceAll('.', '') + rest) * (sign === '−' ? -1 : 1),
      );
    fc.assert(
      fc.property(
        fc.integer({ min: 5_00, max: 60_000_00 }),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 3 }),
        (principal, deductsInputTax, lumpSum, count) => {
          const of = anAkte({
            claims: Array.from({ length: count }, (_, i) =>
              aClaim(i + 1, { principal: cents(principal), dueByContract: true }),
            ),
            debtor: werkstatt,
            terms: { deductsInputTax, lumpSum },
          });
          for (const fee of askedOn(of, 1, '2026-03-12').facts.fees) {
            for (const sentence of feeInAmounts(fee).split('; ')) {
              const [left = '', right = ''] = sentence.replaceAll('\u00a0', ' ').split(' = ');
              expect(amounts(left).reduce((a, b) => a + b, 0)).toBe(amounts(right)[0]);
            }
            expect(amounts(feeInAmounts(fee)).at(-1)).toBe(fee.total);
            expect(fee.vat).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
  test('says nothing of VAT that is not asked for, and nothing of a lump sum that is not set off', () => {
    expect(plain(costsInWords(facts()))).not.toMatch(/USt|Verzugspauschale/);
  });
});

describe('the order to collect (“Beauftragung nach Eintritt des Zahlungsverzugs”, given ten days before it)', () => {
  test('took effect after default, and the reminder before it was free', () => {
    const said = partOf(letterOn(reminded, 1, '2026-03-12'), 'Inkassokosten');
    const [fee] = askedOn(reminded, 1, '2026-03-12').facts.fees;
    const [since] = askedOn(reminded, 1, '2026-03-12').facts.defaults.map((d) => d.default?.since);
    const orderedOn = fee?.parts[0]?.orderedOn ?? day('2026-01-01');
    expect(said).toContain(
      `Entstehungsgrund: Inkassoauftrag des Gläubigers, wirksam seit dem ${formatDay(orderedOn)}, nach Eintritt des Zahlungsverzugs. Unser Schreiben „Zahlungserinnerung“ vom 02.03.2026 war kostenlos.`,
    );
    expect(fee?.parts[0]?.orderedOn).toBe(since);
  });
  test('without a reminder of ours nothing is said of one', () => {
    const due = anAkte({ claims: [aClaim(1, { dueByContract: true })] });
    expect(partOf(letterOn(due, 1, '2026-03-12'), 'Inkassokosten')).not.toContain('kostenlos');
  });
});

describe('two fees in one letter (“0,5. Höhe: 86,52 €”)', () => {
  const part = aFee().parts[0]!;
  test('each stands by itself with its value, rate, amounts and order', () => {
    const other = aFee({ parts: [{ ...part, rate: '0,9', invoiceNumbers: ['RE-2'], orderedOn: day('2026-04-01') }] });
    const said = costsInWords(facts({ fees: [aFee(), other] }));
    expect(said).toHaveLength(6);
    expect(said[0]).toMatch(/^Art: Inkassovergütung, 0,5 .* = 30,90\u00a0€\.$/);
    expect(said[3]).toMatch(/^Art: Inkassovergütung, 0,9 .* = 30,90\u00a0€\.$/);
    expect(said[4]).toContain('wirksam seit dem 01.04.2026');
  });
  test('a row said “0,9 aus 670,00 €, 0,5 aus 60,00 €: 83,70 €”: each rate has its amount, then the sum, then the cap and its ground', () => {
    const fee = aFee({
      parts: [part, { ...part, rate: '0,9', invoiceNumbers: ['RE-2', 'RE-3'], orderedOn: day('2026-04-01') }],
      cap: { value: cents(259_80), rate: '0,9', fee: cents(46_35) },
    });
    expect(plain(costsInWords(facts({ fees: [fee] })))).toContain(
      'Art: Inkassovergütung, 0,5 einer vollen Gebühr aus 129,90 € (Rechnung RE-2026-0001) = 25,75 € und 0,9 einer vollen Gebühr aus 129,90 € (Rechnungen RE-2 und RE-3) = 25,75 €; zusammen 51,50 €, höchstens aber 0,9 einer vollen Gebühr aus 259,80 € = 46,35 €, weil alles eine Angelegenheit ist (§ 15 Abs. 3 RVG), und Auslagenpauschale.',
    );
    expect(plain(costsInWords(facts({ fees: [{ ...fee, cap: null }] })))).toContain('= 25,75 €; zusammen 51,50 €, und');
    expect(plain(costsInWords(facts({ fees: [fee] })))).toContain(
      'Inkassoauftrag des Gläubigers zu der Rechnung RE-2026-0001, wirksam seit dem 02.03.2026, nach Eintritt des Zahlungsverzugs; Inkassoauftrag des Gläubigers zu den Rechnungen RE-2 und RE-3, wirksam seit dem 01.04.2026',
    );
  });
});

describe('what was agreed for instalments', () => {
  test('is told as costs: “keine Inkassokosten” stood beside its row', () => {
    const planFees = [{ on: day('2026-04-01'), fee: cents(21_42) }];
    expect(plain(costsInWords(facts({ fees: [], planFees })))).toBe(
      'Für die Ratenzahlungsvereinbarung vom 01.04.2026 sind 21,42 € vereinbart (Nr. 1000 Nr. 2 VV RVG, § 31b RVG).',
    );
  });
});

test('a fee in amounts is one sentence where nothing is added or taken', () => {
  expect(feeInAmounts(aFee())).toBe(
    `${formatEuro(cents(25_75))} Gebühr + ${formatEuro(cents(5_15))} Auslagen = ${formatEuro(cents(30_90))}`,
  );
});

test('that costs have risen is said with every reason there is, and without a comma where there is none', () => {
  const risen = {
    from: cents(30_90),
    to: cents(55_62),
    late: [],
    again: [],
    invoiceNumbers: [],
    reduced: false,
    onMore: false,
  };
  const said = (more: Partial<CostsRisen> = {}): string => plain(risenInWords({ risen: { ...risen, ...more } }));
  expect(said()).toBe('Die Inkassokosten sind von 30,90 € auf 55,62 € gestiegen.');
  expect(said({ again: ['RE-1'], onMore: true })).toBe(
    'Die Inkassokosten sind von 30,90 € auf 55,62 € gestiegen, weil sie auch zu der Rechnung RE-1 wieder verlangt werden, und weil der Betrag, aus dem sie berechnet werden, gestiegen ist.',
  );
  expect(said({ from: cents(0), again: ['RE-1'] })).toMatch(/^Zuletzt waren keine Inkassokosten zu zahlen/);
  expect(said({ from: cents(0), invoiceNumbers: ['RE-1'] })).toMatch(/^Bisher waren keine Inkassokosten zu zahlen/);
});
