import type { Fact } from '../../../domain/akte/facts.ts';
import { apply } from '../../../domain/akte/fold.ts';
import { termsIn } from '../../../domain/akte/terms.ts';
import type { Akte, Message } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { type Claim } from '../../../domain/akte/claim.ts';
import { cents } from '../../../domain/money.ts';
import type { StatementLine } from '../../../domain/statement/lines.ts';
import { AKTE, TERMS, aClaim } from '../../support/akte.ts';
import { business, mail, akte, paid, statement, lines, line, ids } from './statements.ts';

describe('interest', () => {
  const of = (): Akte => akte({ payments: [paid('p', 50_00, '2026-03-20')] }, aClaim(1, { ownCosts: cents(5_00) }));
  test('in one sum, with every rate and the whole calculation', () => {
    expect(line('F1.interest', of(), '2026-07-02')).toMatchObject({
      label: 'Verzugszinsen',
      amount: 2_27,
      formula: '120,00 € × 6,27 % × 18 ÷ 365 + 106,27 € × 6,27 % × 102 ÷ 365 + 106,27 € × 6,52 % × 2 ÷ 365',
      inputs: { Tage: '122', Zählweise: 'act/act' },
      why: '§ 288 BGB, Rechnung RE-1: 6,27 %, 6,52 % jährlich seit 03.03.2026, auf den jeweils offenen Betrag und ohne Zinseszins. Die Schritte ergeben zusammen 2,2710 €, gerundet 2,27 €.',
    });
    expect(line('F1.interest', of(), '2026-07-02')?.lines.map((l) => [l.id, l.amount, l.fine])).toEqual([
      ['F1.interest.1', 37, 37_10],
      ['F1.interest.2', 1_86, 1_86_20],
      ['F1.interest.3', 4, 3_80],
    ]);
  });
  test('a period says what it counts, and from which version of which rule', () => {
    expect(line('F1.interest.3', of(), '2026-07-02')).toEqual({
      id: 'F1.interest.3',
      label: '01.07.2026 bis 02.07.2026',
      amount: 4,
      fine: 3_80,
      ground: '§ 288, § 247 BGB',
      assumed: false,
      lines: [],
      formula: '106,27 € × 6,52 % × 2 ÷ 365',
      why: 'In diesen 2 Tagen waren 106,27 € offen; der Zinssatz ist der Basiszinssatz von 1,52 % und 5,00 % darüber.',
      inputs: {
        Betrag: '106,27 €',
        Basiszinssatz: '1,52 %',
        Aufschlag: '5,00 %',
        Zinssatz: '6,52 %',
        Tage: '2',
        'Tage des Jahres': '365',
      },
      rules: [
        {
          rule: 'Basiszinssatz',
          from: '2026-07-01',
          source: expect.stringContaining('Bundesbank'),
          checkedOn: expect.any(String),
          confidence: 'verified-2',
        },
        {
          rule: 'Aufschlag',
          from: '2002-01-01',
          source: '§ 288 Abs. 1 BGB',
          checkedOn: expect.any(String),
          confidence: 'verified',
        },
      ],
    });
  });
  test('of a business: nine points', () => {
    expect(line('F1.interest.1', akte({ debtor: business }))).toMatchObject({
      inputs: { Aufschlag: '9,00 %', Zinssatz: '10,27 %' },
      rules: [{}, { from: '2014-07-29' }],
    });
  });
  test('beyond the last known base rate it says that it assumes, at the line, above it and in the whole', () => {
    const s = statement(akte(), '2099-01-01');
    expect(s.assumed).toBe(true);
    expect(s.sections.find((x) => x.id === 'claims')?.lines.map((l) => [l.id, l.assumed])).toEqual([
      ['F1.principal', false],
      ['F1.interest', true],
    ]);
    expect(lines(akte(), '2099-01-01').filter((l) => l.id.startsWith('F1.interest.') && l.assumed)[0]).toMatchObject({
      why: expect.stringMatching(/noch nicht bekannt; angenommen ist der letzte bekannte von \d,\d\d %\.$/),
    });
  });
  test('and so where the principal was paid since, and no further day bears any', () => {
    const of = akte({ payments: [paid('p', 120_00, '2099-01-01')] });
    expect([statement(of, '2099-02-01').assumed, ids('further', of, '2099-02-01')]).toEqual([true, []]);
  });
  test('the lines add up by themselves: no line is needed for what rounding has lost', () => {
    const of = akte({ messages: [mail('2026-03-02', 0)] }, aClaim(1, { principal: cents(100_01) }));
    expect(line('F1.interest', of, '2026-07-03')).toMatchObject({
      amount: 2_12,
      lines: [{ amount: 2_06 }, { amount: 6 }],
    });
  });
  test('a single step is shown in cents', () => {
    expect(line('F1.interest', akte())?.lines.map((l) => [l.amount, l.fine])).toEqual([[37, null]]);
  });
  test('none where it does not reach a cent', () => {
    expect(ids('claims', akte({}, aClaim(1, { principal: cents(1_00) })), '2026-03-03')).not.toContain('F1.interest');
  });
});

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

describe('a Mahngebühr', () => {
  const charged = (basis: 'contract' | 'agb' | 'proven-cost', source?: string): Message => {
    const m = mail('2026-03-12', 1);
    return {
      ...m,
      demand: {
        ...m.demand!,
        flatFee: { amount: cents(2_50), basis, claim: ClaimId.parse('F1'), ...(source ? { source } : {}) },
      },
    };
  };
  const of = (...fee: Parameters<typeof charged>) =>
    line('F1.flatFee.1', akte({ messages: [mail('2026-03-02', 0), charged(...fee)] }));
  test('says what it is for, what it rests on and where that stands', () => {
    expect(of('contract', 'Vertrag § 4')).toMatchObject({
      label: 'Mahngebühr vom 12.03.2026',
      amount: 2_50,
      ground: 'Vertrag, § 280 Abs. 1, 2, § 286 BGB',
      inputs: { Rechnung: 'RE-1', Grundlage: 'im Vertrag vereinbart', Fundstelle: 'Vertrag § 4' },
      why: 'Rechnung RE-1: für die Mahnung vom 12.03.2026, im Vertrag vereinbart (Vertrag § 4). Ein geringerer Schaden kann nachgewiesen werden.',
    });
  });
  test('or no place, where there is none', () => {
    expect(of('proven-cost')).toMatchObject({
      inputs: { Rechnung: 'RE-1', Grundlage: 'nach den nachgewiesenen Kosten' },
      why: 'Rechnung RE-1: für die Mahnung vom 12.03.2026, nach den nachgewiesenen Kosten. Ein geringerer Schaden kann nachgewiesen werden.',
    });
    expect(of('proven-cost')?.inputs).not.toHaveProperty('Fundstelle');
  });
});

describe('what is waived', () => {
  const waived = (more: Partial<Akte>, interest: boolean, ...claims: Claim[]): StatementLine | undefined => {
    const charged = akte(more, ...claims);
    const waiver = { on: day('2026-03-20'), interest: interest ? day('2026-03-20') : null, reason: 'Kulanz' };
    const of = { ...charged, matters: charged.matters.map((m) => ({ ...m, waiver })) };
    return line('waived', of, '2026-03-20');
  };
  test('is told by kind, with why', () => {
    expect(waived({}, true, aClaim(1, { ownCosts: cents(5_00) }))).toMatchObject({
      label: 'Erlassen am 20.03.2026',
      amount: 0 - 5_00 - 37 - 30_90,
      ground: '§ 397 BGB',
      why: 'Das wird nicht mehr verlangt.',
      lines: [
        { id: 'waived.costs', label: 'Kosten des Gläubigers', amount: -5_00, why: 'Wird nicht mehr verlangt.' },
        { id: 'waived.interest', label: 'Zinsen', amount: -37 },
        { id: 'waived.fees', label: 'Inkassokosten', amount: -30_90 },
      ],
    });
    expect(waived({}, false)?.lines.map((l) => l.id)).toEqual(['waived.fees']);
  });
  test('on two days, the interest after the costs: each is told with its own', () => {
    const charged = akte({}, aClaim(1, { ownCosts: cents(5_00) }));
    const steps: readonly Fact[] = (['2026-03-18', '2026-03-20'] as const).map((on) => ({
      kind: 'waived',
      on: day(on),
      by: 'operator:x',
      interest: on === '2026-03-20',
      reason: `am ${on}`,
    }));
    const of = steps.reduce((before, fact) => apply(before, fact, AKTE), charged);
    expect(line('waived', of, '2026-03-20')).toMatchObject({
      label: 'Erlassen am 18.03.2026 und am 20.03.2026',
      lines: [
        { id: 'waived.costs', why: 'Wird seit dem 18.03.2026 nicht mehr verlangt.' },
        { id: 'waived.interest', why: 'Wird seit dem 20.03.2026 nicht mehr verlangt.' },
        { id: 'waived.fees', why: 'Wird seit dem 18.03.2026 nicht mehr verlangt.' },
      ],
    });
    expect(line('waived', of, '2026-03-19')).toMatchObject({ label: 'Erlassen am 18.03.2026' });
  });
  test('is no line where there was nothing to waive', () => {
    expect(waived({ messages: [] }, true)).toBeUndefined();
  });
});
