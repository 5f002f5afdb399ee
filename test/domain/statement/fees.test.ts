import { termsIn } from '../../../domain/akte/terms.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { cents } from '../../../domain/money.ts';
import { TERMS, aClaim } from '../../support/akte.ts';
import { accountWithout } from '../../../domain/account/account.ts';
import type { Message } from '../../../domain/akte/akte.ts';
import type { Demand } from '../../../domain/akte/demand.ts';
import { statementOf } from '../../../domain/statement/statement.ts';
import { business, mail, akte, line, ids, paid, lines } from './statements.ts';
import { ClaimId, MatterId, PlanId } from '../../../domain/ids.ts';

describe('the collection fee', () => {
  test('what it is, from what it is computed, and when it was asked', () => {
    const fee = line('M1.fee', akte());
    expect(fee).toMatchObject({
      amount: 30_90,
      inputs: {
        Gegenstandswert: '120,00 €',
        'Auftrag vom': '03.03.2026',
        'zuerst verlangt am': '12.03.2026',
        'einfacher Fall bis': '26.03.2026',
      },
      why: 'Kosten unserer Beauftragung, 0,5 einer vollen Gebühr aus 120,00 € und Auslagen: 25,75 € Gebühr + 5,15 € Auslagen = 30,90 € (Nr. 2300 VV RVG (0,5), § 13e Abs. 1 RDG, § 13 Abs. 1 RVG, Nr. 7002 VV RVG)',
    });
    expect(fee?.lines.map((l) => [l.id, l.amount, l.formula])).toEqual([
      ['M1.fee.fee', 25_75, '0,5 × 51,50 €'],
      ['M1.fee.expenses', 5_15, '20 % von 25,75 €, höchstens 20,00 €'],
    ]);
  });
  test('the fee itself: simple for two weeks, then not', () => {
    expect(line('M1.fee.fee', akte(), '2026-03-26')).toMatchObject({
      why: 'Nur 0,5 einer vollen Gebühr, weil bis zum 26.03.2026 ein einfacher Fall vorliegt; danach sind es 0,9.',
      inputs: { 'volle Gebühr': '51,50 €', Satz: '0,5', Tabelle: 'RVG2025' },
      rules: [
        {
          rule: 'Tabelle RVG2025',
          from: '2025-06-01',
          source: expect.stringContaining('KostBRÄG 2025'),
          confidence: 'verified',
        },
        { rule: 'Gebührensatz', from: '2021-10-01' },
      ],
    });
    expect(line('M1.fee.fee', akte(), '2026-03-27')).toMatchObject({
      amount: 46_35,
      why: 'Bis zum 26.03.2026 wurde nicht alles bezahlt; deshalb ist es kein einfacher Fall mehr.',
    });
  });
  test('asked for below what the law gives says so, before the two weeks end and after', () => {
    const less = (feeRate: number, on: string): string | undefined => {
      const m = mail('2026-03-12', 1);
      return line(
        'M1.fee.fee',
        akte({ messages: [mail('2026-03-02', 0), { ...m, demand: { ...m.demand!, feeRate } }] }),
        on,
      )?.why;
    };
    expect([less(30, '2026-03-20'), less(50, '2026-03-27')]).toEqual([
      'Verlangt sind nur 0,3 einer vollen Gebühr, weniger, als das Gesetz erlaubt.',
      'Verlangt sind nur 0,5 einer vollen Gebühr, weniger, als das Gesetz erlaubt.',
    ]);
    expect([less(50, '2026-03-26'), less(90, '2026-03-27')]).toEqual([
      expect.stringContaining('ein einfacher Fall vorliegt'),
      expect.stringContaining('kein einfacher Fall mehr'),
    ]);
  });
  test('the small base is a rule of its own, and only where it was used', () => {
    expect(line('M1.fee.fee', akte({}, aClaim(1, { principal: cents(45_00) })))?.rules.map((r) => r.rule)).toEqual([
      'Tabelle RVG2025',
      'Gebührensatz',
      'Grundgebühr bis 50 €',
    ]);
    expect(line('M1.fee.fee', akte())?.rules.map((r) => r.rule)).toEqual(['Tabelle RVG2025', 'Gebührensatz']);
  });
  test('before October 2021 there was no simple case', () => {
    const old = akte(
      { messages: [mail('2021-03-02', 0), mail('2021-03-12', 1)] },
      aClaim(1, { invoiceDate: day('2021-01-10'), dueOn: day('2021-01-24'), contractDate: day('2021-01-10') }),
    );
    const of: Akte = { ...old, matters: [{ ...old.matters[0]!, on: day('2021-03-02') }] };
    expect(line('M1.fee.fee', of, '2021-03-20')).toMatchObject({
      amount: 63_70,
      why: expect.stringContaining('kein einfacher Fall'),
      inputs: { Satz: '1,3', Tabelle: 'RVG2021' },
    });
  });
  test('expenses, and their rule', () => {
    expect(line('M1.fee.expenses', akte())).toMatchObject({
      why: 'Für Post und Telefon dürfen pauschal 20 % der Gebühr berechnet werden.',
      rules: [{ rule: 'Auslagenpauschale', from: '2013-08-01' }],
    });
  });
  test('VAT only where the debtor owes it', () => {
    expect(line('M1.fee.vat', akte({ terms: termsIn({ ...TERMS, deductsInputTax: false }) }))).toMatchObject({
      amount: 5_87,
      formula: '19 % von 30,90 €',
      ground: 'Nr. 7008 VV RVG, § 12 Abs. 1 UStG',
      rules: [{ rule: 'Umsatzsteuersatz', from: '2021-01-01' }],
    });
    expect(line('M1.fee.vat', akte())).toBeUndefined();
  });
  test('the lump sum that is set off is taken away again', () => {
    const of = akte({ debtor: business }, aClaim(1, { principal: cents(1000_00) }));
    expect(line('M1.fee.credited', of)).toMatchObject({ amount: -40_00, ground: '§ 288 Abs. 5 Satz 3 BGB' });
    expect(line('M1.fee', of)?.amount).toBe(46_50 + 9_30 - 40_00);
  });
  test('none before it may be asked', () => {
    expect(ids('fees', akte(), '2026-03-11')).toEqual([]);
  });
});

describe('two matters', () => {
  const M2 = MatterId.parse('M2');
  const F2 = ClaimId.parse('F2');
  const one = akte({}, aClaim(1, { dueByContract: true }), aClaim(2, { matter: M2, dueByContract: true }));
  const second = mail('2026-04-14', 1);
  const of: Akte = {
    ...one,
    matters: [...one.matters, { ...one.matters[0]!, id: M2, on: day('2026-04-01'), claims: [F2] }],
    messages: [...one.messages, { ...second, key: { ...second.key, matter: M2 } }],
  };
  const plan = {
    id: PlanId.parse('R1'),
    matter: M2,
    on: day('2026-04-20'),
    first: day('2026-05-20'),
    rate: cents(50_00),
    fee: cents(36_05),
    toleranceDays: 0,
    toleranceCents: cents(0),
  };
  test('each fee names its own order', () => {
    expect(['M1.fee', 'M2.fee'].map((id) => line(id, of, '2026-04-14')?.inputs['Auftrag vom'])).toEqual([
      '02.03.2026',
      '01.04.2026',
    ]);
  });
  test('a plan stands in its own matter, with its rule', () => {
    expect(
      lines({ ...of, plans: [{ plan, ended: null }] }, '2026-04-20')
        .filter((l) => l.id.includes('agreed'))
        .map((l) => [l.id, l.rules.map((r) => [r.rule, r.from])]),
    ).toEqual([['M2.agreed.R1', [['Einigungsgebühr', '2021-10-01']]]]);
  });
  test('a payment names the invoice it went to', () => {
    expect(
      line('payment.p', { ...of, payments: [paid('p', 120_00, '2026-04-20', { claim: F2 })] }, '2026-04-20')?.lines.map(
        (l) => l.label,
      ),
    ).toEqual(['auf Hauptforderung (Rechnung RE-2)']);
  });
});

/** A Mahnung that asks for some claims only, and what it says beside. */
const asking = (on: string, stage: 1 | 2, claims: readonly string[], more: Partial<Demand> = {}): Message => {
  const m = mail(on, stage);
  return { ...m, demand: { ...m.demand!, claims: claims.map((id) => ClaimId.parse(id)), ...more } };
};

describe('claims that were first charged for with different demands', () => {
  // RE-1 over 120 € with the 1st Mahnung of 12 March, RE-2 with the 2nd of 7 April: whose two weeks end on 21 April.
  const joined = (principal: number): Akte =>
    akte(
      { messages: [mail('2026-03-02', 0), asking('2026-03-12', 1, ['F1']), asking('2026-04-07', 2, ['F1', 'F2'])] },
      aClaim(1),
      aClaim(2, { dueByContract: true, principal: cents(principal) }),
    );
  const fees = (of: Akte, on: string) =>
    lines(of, on)
      .filter((l) => /^M1\.fee\.(?:fee|cap)/.test(l.id))
      .map(({ id, label, amount, formula }) => [id, label, amount, formula]);

  test('each has a line of its own that names them; at one rate the later is what the sum costs more', () => {
    // 0.9 of the 51.50 € up to 500 €; then 0.9 of the 93.00 € up to 1,000 €, less that.
    expect(fees(joined(500_00), '2026-05-04')).toEqual([
      ['M1.fee.fee', 'Geschäftsgebühr für F1', 46_35, '0,9 × 51,50 €'],
      ['M1.fee.fee2', 'Geschäftsgebühr für F2', 83_70 - 46_35, '0,9 × 93,00 € − 46,35 €'],
    ]);
    const inputs = ['M1.fee.fee', 'M1.fee.fee2'].map((id) => line(id, joined(500_00), '2026-05-04')?.inputs);
    expect(inputs.map((i) => [i?.Gegenstandswert, i?.['mit den Rechnungen davor'], i?.['zuerst verlangt am']])).toEqual(
      [
        ['120,00 €', undefined, '12.03.2026'],
        ['500,00 €', '620,00 €', '07.04.2026'],
      ],
    );
    expect(Object.keys(inputs[0]!)).not.toContain('mit den Rechnungen davor');
  });
  test('at different rates they are never dearer than one fee on their sum (§ 15(3) RVG)', () => {
    // 46.35 € + 0.5 × 51.50 € = 72.10 €. Of 220 € together: at most 0.9 × 51.50 €. Of 620 €: at most 83.70 €, no limit.
    expect(fees(joined(100_00), '2026-04-10')).toEqual([
      ['M1.fee.fee', 'Geschäftsgebühr für F1', 46_35, '0,9 × 51,50 €'],
      ['M1.fee.fee2', 'Geschäftsgebühr für F2', 25_75, '0,5 × 51,50 €'],
      ['M1.fee.cap', 'Begrenzung auf eine Gebühr aus der Summe', 46_35 - 72_10, '0,9 × 51,50 € = 46,35 €'],
    ]);
    expect(line('M1.fee.cap', joined(100_00), '2026-04-10')).toMatchObject({
      ground: '§ 15 Abs. 3 RVG',
      inputs: { 'Gegenstandswert zusammen': '220,00 €', 'höchster Satz': '0,9' },
    });
    expect(fees(joined(500_00), '2026-04-10').map(([id]) => id)).toEqual(['M1.fee.fee', 'M1.fee.fee2']);
  });
  test('a letter that asks for one of them takes off what the other costs', () => {
    const of = joined(500_00);
    const on = day('2026-04-10');
    const shown = statementOf(of, accountWithout(of, on, [ClaimId.parse('F2')]), null).sections.flatMap((s) => s.lines);
    // 25.75 € and 20 % expenses.
    expect(shown.find((l) => l.id === 'M1.apart')).toMatchObject({
      amount: -30_90,
      label: 'Davon hier nicht verlangt',
    });
    expect(ids('fees', of, '2026-04-10')).not.toContain('M1.apart');
  });
});

describe('what may still be paid at the rate of the simple case', () => {
  const costs = {
    total: cents(30_90),
    parts: [{ claims: [ClaimId.parse('F1')], value: cents(120_00), rate: 50, reduced: false }],
  };
  const why = (messages: Message[], on: string): string | undefined =>
    line('M1.fee.fee', akte({ messages: [mail('2026-03-02', 0), ...messages] }), on)?.why;
  const UNTIL_26 =
    'Nur 0,5 einer vollen Gebühr, weil bis zum 26.03.2026 ein einfacher Fall vorliegt; danach sind es 0,9.';
  const PAYABLE = ' Wer bis zum 10.04.2026 bezahlt, was unser Schreiben verlangt, schuldet nicht mehr.';

  test('a letter with a longer deadline is kept to: up to its last day its sum settles all', () => {
    const generous = [asking('2026-03-12', 1, ['F1'], { payBy: day('2026-04-10'), costs })];
    expect(['2026-03-26', '2026-03-27', '2026-04-10', '2026-04-11'].map((on) => why(generous, on))).toEqual([
      `${UNTIL_26}${PAYABLE}`,
      `Bis zum 26.03.2026 wurde nicht alles bezahlt; deshalb ist es kein einfacher Fall mehr.${PAYABLE}`,
      `Bis zum 26.03.2026 wurde nicht alles bezahlt; deshalb ist es kein einfacher Fall mehr.${PAYABLE}`,
      'Bis zum 10.04.2026 wurde nicht alles bezahlt; deshalb ist es kein einfacher Fall mehr.',
    ]);
  });
  test('a deadline that ends with the two weeks adds nothing', () => {
    expect(why([asking('2026-03-12', 1, ['F1'], { payBy: day('2026-03-26'), costs })], '2026-03-20')).toBe(UNTIL_26);
  });
  test('a letter counts from its day on: before, nobody knew of it', () => {
    const later = asking('2026-03-24', 2, ['F1'], { payBy: day('2026-04-10'), costs });
    const both = [asking('2026-03-12', 1, ['F1']), later];
    expect(['2026-03-23', '2026-03-24'].map((on) => why(both, on))).toEqual([UNTIL_26, `${UNTIL_26}${PAYABLE}`]);
  });
});
