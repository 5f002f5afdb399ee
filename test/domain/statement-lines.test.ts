import { accountOf } from '../../domain/account.ts';
import type { Akte, Message } from '../../domain/akte.ts';
import { fold } from '../../domain/fold.ts';
import { day } from '../../domain/calendar.ts';
import { ClaimId, MatterId, type Claim } from '../../domain/claim.ts';
import { cents, minus, ZERO } from '../../domain/money.ts';
import { subtitleOf, titleOf, type Statement, type StatementLine } from '../../domain/statement/lines.ts';
import { statementOf } from '../../domain/statement/statement.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, erika } from '../support/akte.ts';

const M1 = MatterId.parse('M1');
const business = { ...erika, kind: 'business' as const };
const mail = (on: string, stage: number): Message => ({
  key: { matter: M1, stage, channel: 'email' },
  reference: 'r',
  state: 'sent',
  reservedAt: '',
  by: '',
  on: day(on),
  document: null,
  demand: { total: cents(9_999_99), asOf: day(on), payBy: day(on), claims: EVERY_CLAIM, collectionFee: stage > 0 },
});
const akte = (more: Partial<Akte> = {}, ...claims: Claim[]): Akte => ({
  ...fold(AKTE, [
    [
      { kind: 'opened', debtor: erika, terms: TERMS },
      {
        kind: 'handedOver',
        handOver: 'h',
        on: day('2026-03-02'),
        matter: M1,
        procedure: { id: 'standard', version: 1 },
        claims: claims.length > 0 ? claims : [aClaim()],
      },
    ],
  ]),
  messages: [mail('2026-03-02', 0), mail('2026-03-12', 1)],
  ...more,
});
const paid = (
  id: string,
  amount: number,
  on: string,
  more: Partial<Akte['payments'][number]> = {},
): Akte['payments'][number] => ({
  id,
  amount: cents(amount),
  valueDate: day(on),
  bookedOn: day(on),
  via: 'agency',
  source: '',
  ...more,
});
const statement = (of: Akte, on = '2026-03-20', creditor: string | null = null): Statement =>
  statementOf(of, accountOf(of, day(on)), creditor);
/** As people read it: the no-break spaces are blanks here. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('\u00a0', ' ')) as T;
const flat = (lines: readonly StatementLine[]): StatementLine[] => lines.flatMap((l) => [l, ...flat(l.lines)]);
const lines = (of: Akte, on?: string): StatementLine[] =>
  plain(statement(of, on).sections.flatMap((s) => flat(s.lines)));
const line = (id: string, of: Akte, on?: string): StatementLine | undefined => lines(of, on).find((l) => l.id === id);
const ids = (section: string, of: Akte, on?: string): string[] =>
  flat(statement(of, on).sections.find((s) => s.id === section)?.lines ?? []).map((l) => l.id);

describe('title and subtitle', () => {
  test('name who, for whom, which Akte and as of when', () => {
    const s = statement(akte(), '2026-03-20', 'Muster GmbH');
    expect(titleOf(s)).toBe(`Forderungsaufstellung ${AKTE}`);
    expect(subtitleOf(s)).toBe(`Erika Beispiel · Gläubiger: Muster GmbH · Aktenzeichen ${AKTE} · Stand 20.03.2026`);
  });
  test('and only what is known', () => {
    const s = { ...statement(akte()), akte: null };
    expect(titleOf(s)).toBe('Forderungsaufstellung');
    expect(subtitleOf(s)).toBe('Erika Beispiel · Stand 20.03.2026');
  });
});

describe('the sections', () => {
  test('in order, with what counts; what has no lines is not there', () => {
    expect(
      statement(akte({ payments: [paid('p', 50_00, '2026-03-20')] })).sections.map((s) => [s.id, s.title, s.counts]),
    ).toEqual([
      ['default', 'Verzug', false],
      ['claims', 'Forderungen', true],
      ['fees', 'Inkassokosten', true],
      ['payments', 'Zahlungen', true],
      ['open', 'Was noch offen ist', false],
      ['further', 'Weitere Zinsen je Tag', false],
      ['creditor', 'Verrechnung gegenüber dem Gläubiger', false],
    ]);
    expect(statement(akte({ messages: [] })).sections.map((s) => s.id)).toEqual(['default', 'claims', 'open']);
  });
});

describe('default', () => {
  test('since when, why and from which days it follows', () => {
    expect(line('F1.default', akte())).toMatchObject({
      label: 'Rechnung RE-1: Verzug seit 03.03.2026',
      why: 'Die Zahlungserinnerung vom 02.03.2026 ist rechtlich eine Mahnung (§ 286 Abs. 1 BGB).',
      inputs: { Rechnungsdatum: '10.01.2026', Fälligkeit: '24.01.2026', 'erster Zinstag': '03.03.2026' },
    });
    expect(line('F1.default', akte())).toMatchObject({ formula: null, rules: [], lines: [], assumed: false });
    expect(line('F1.default', akte({ messages: [] }))?.inputs).toEqual({
      Rechnungsdatum: '10.01.2026',
      Fälligkeit: '24.01.2026',
    });
  });
});

describe('the claims', () => {
  test('the invoice, what it is about, and its days', () => {
    expect(line('F1.principal', akte())).toMatchObject({
      amount: 120_00,
      label: 'Rechnung RE-1 vom 10.01.2026',
      why: 'Hauptforderung, fällig seit 24.01.2026: Gartenmöbel',
      inputs: { Rechnungsnummer: 'RE-1', Rechnungsdatum: '10.01.2026', Fälligkeit: '24.01.2026' },
    });
    const { subject: _, ...bare } = aClaim();
    expect(line('F1.principal', akte({}, bare))?.why).toBe('Hauptforderung, fällig seit 24.01.2026');
  });
  test('own costs, lump sum and interest only where there are any', () => {
    expect(ids('claims', akte({ messages: [] }))).toEqual(['F1.principal']);
    expect(ids('claims', akte({ messages: [] }, aClaim(1, { ownCosts: cents(5_00) })))).toEqual([
      'F1.principal',
      'F1.ownCosts',
    ]);
    expect(
      ids(
        'claims',
        akte({ messages: [], debtor: business }, aClaim(1, { dueByContract: true, principal: cents(6_00) })),
        '2026-01-27',
      ),
    ).toEqual(['F1.principal', 'F1.lumpSum']);
    expect(line('F1.lumpSum', akte({ debtor: business }))).toMatchObject({
      amount: 40_00,
      ground: '§ 288 Abs. 5 BGB',
      rules: [{ rule: 'Verzugspauschale', from: '2014-07-29', source: '§ 288 Abs. 5 BGB' }],
    });
    expect(ids('claims', akte({ debtor: business }, aClaim(1, { contractDate: day('2014-07-28') })))).not.toContain(
      'F1.lumpSum',
    );
  });
});

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
    expect(line('M1.fee.vat', akte({ terms: { ...TERMS, deductsInputTax: false } }))).toMatchObject({
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
    id: 'R1',
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
  test('is no line where there was nothing to waive', () => {
    expect(waived({ messages: [] }, true)).toBeUndefined();
  });
});

describe('payments', () => {
  test('where each cent went, and why there', () => {
    const of = akte({ payments: [paid('p', 50_00, '2026-03-20')] }, aClaim(1, { ownCosts: cents(5_00) }));
    expect(line('payment.p', of)).toMatchObject({
      label: 'Zahlung vom 20.03.2026',
      amount: -50_00,
      ground: '§ 366, § 367 BGB',
      why: '50,00 € bei uns eingegangen. Verrechnet in der gesetzlichen Reihenfolge.',
      inputs: { Betrag: '50,00 €', Wertstellung: '20.03.2026' },
    });
    expect(line('payment.p', of)?.inputs).not.toHaveProperty('zu viel gezahlt');
    const first = 'Kosten kommen vor Zinsen, Zinsen vor der Hauptforderung.';
    expect(line('payment.p', of)?.lines.map((l) => [l.id, l.label, l.amount, l.why])).toEqual([
      ['payment.p.F1.toOwnCosts', 'auf Kosten des Gläubigers (Rechnung RE-1)', -5_00, first],
      ['payment.p.F1.toFees', 'auf Inkassokosten (Auftrag)', -30_90, first],
      ['payment.p.F1.toInterest', 'auf Zinsen (Rechnung RE-1)', -37, first],
      [
        'payment.p.F1.toPrincipal',
        'auf Hauptforderung (Rechnung RE-1)',
        -13_73,
        'Das mindert die Hauptforderung; ab dem nächsten Tag laufen Zinsen nur noch auf das, was bleibt.',
      ],
    ]);
  });
  test("of a consumer credit by § 497(3); of a business's credit, or of something else, not", () => {
    const credit = (more: Partial<Akte>, kind: Claim['kind'] = 'credit'): StatementLine | undefined =>
      line(
        'payment.p',
        akte(
          { payments: [paid('p', 130_00, '2026-03-20')], messages: [mail('2026-03-02', 0)], ...more },
          aClaim(1, { kind, ownCosts: cents(5_00) }),
        ),
      );
    expect(credit({})).toMatchObject({
      ground: '§ 366, § 497 Abs. 3 BGB',
      lines: [
        {
          why: 'Beim Verbraucherkredit kommen die Kosten zuerst, dann die Hauptforderung, zuletzt die Zinsen.',
          ground: '§ 366, § 497 Abs. 3 BGB',
        },
        {},
        {},
      ],
    });
    for (const other of [credit({ debtor: business }), credit({}, 'goods')])
      expect(other?.ground).toBe('§ 366, § 367 BGB');
    const mixed = akte(
      { messages: [], payments: [paid('p', 150_00, '2026-03-20')] },
      aClaim(1, { kind: 'credit' }),
      aClaim(2),
    );
    expect(line('payment.p', mixed)?.ground).toBe('§ 366, § 497 Abs. 3 BGB');
    expect(
      line('payment.p', { ...mixed, payments: [paid('p', 20_00, '2026-03-20', { claim: ClaimId.parse('F2') })] })
        ?.ground,
    ).toBe('§ 366, § 367 BGB');
  });
  test('that came to the creditor say so; too much is told and does not count', () => {
    const of = akte({ messages: [], payments: [paid('p', 130_00, '2026-03-20', { via: 'creditor' })] });
    expect(line('payment.p', of)).toMatchObject({
      amount: -120_00,
      why: '130,00 € beim Gläubiger eingegangen. Verrechnet in der gesetzlichen Reihenfolge.',
      inputs: { 'zu viel gezahlt': '10,00 €' },
    });
    expect(statement(of)).toMatchObject({ total: 0, overpaid: 10_00 });
  });
  test('stand by value date, reversed ones among them', () => {
    const back = { reversed: { on: day('2026-03-25'), reason: 'Rückgabe' } };
    const of = akte({
      payments: [
        paid('a', 10_00, '2026-03-16'),
        paid('b', 10_00, '2026-03-14', back),
        paid('c', 10_00, '2026-03-13'),
        paid('d', 10_00, '2026-03-18', back),
      ],
    });
    expect(
      statement(of, '2026-03-30')
        .sections.find((s) => s.id === 'payments')
        ?.lines.map((l) => l.id),
    ).toEqual(['payment.c', 'payment.b', 'payment.a', 'payment.d']);
    expect(line('payment.b', of, '2026-03-30')).toMatchObject({
      label: 'Zahlung vom 14.03.2026, zurückgebucht',
      why: 'Die Zahlung ist am 25.03.2026 zurückgebucht worden; die Forderung steht, als wäre nie gezahlt worden.',
      lines: [
        { id: 'payment.b.received', amount: -10_00, why: 'Gutschrift am 14.03.2026.' },
        { id: 'payment.b.reversed', amount: 10_00, why: 'Rückbuchung am 25.03.2026.' },
      ],
    });
  });
  test('of one day in the order in which they were poured, whatever the log says', () => {
    const both = [paid('a', 5_00, '2026-03-16'), paid('b', 20_00, '2026-03-16')];
    for (const payments of [both, [...both].reverse()])
      expect(
        statement(akte({ payments }))
          .sections.find((s) => s.id === 'payments')
          ?.lines.map((l) => l.id),
      ).toEqual(['payment.b', 'payment.a']);
  });
  test('a refund is told from its day on, and counts nothing; one without its payment is owed back', () => {
    const of = akte({
      messages: [],
      payments: [paid('p', 130_00, '2026-03-16')],
      refunds: [{ id: 'r', amount: cents(10_00), on: day('2026-03-20'), by: '' }],
    });
    expect(ids('payments', of, '2026-03-19')).not.toContain('refund.r');
    expect(line('refund.r', of, '2026-03-20')).toMatchObject({
      label: 'Erstattung vom 20.03.2026',
      amount: 0,
      why: '10,00 €, die zu viel gezahlt waren, haben wir zurückgezahlt.',
      inputs: { Betrag: '10,00 €' },
    });
    expect(ids('payments', of, '2026-03-20')).not.toContain('refundedTooMuch');
    const gone: Akte = {
      ...of,
      payments: [paid('p', 130_00, '2026-03-16', { reversed: { on: day('2026-03-22'), reason: 'x' } })],
    };
    expect(ids('payments', gone, '2026-03-22')).toContain('refundedTooMuch');
    expect(ids('open', gone, '2026-03-22')).toContain('open.refundedTooMuch');
    expect(line('open.refundedTooMuch', gone, '2026-03-22')).toMatchObject({
      amount: 10_00,
      label: 'Zu viel zurückgezahlt',
    });
  });
});

describe('what is open, what comes on top, and what the creditor gets', () => {
  const of = akte({ payments: [paid('p', 150_00, '2026-03-20')] }, aClaim(1, { ownCosts: cents(5_00) }));
  test('by kind', () => {
    expect(
      lines(of)
        .filter((l) => l.id.startsWith('open.'))
        .map((l) => [l.id, l.amount]),
    ).toEqual([
      ['open.principal', 6_27],
      ['open.interest', 0],
      ['open.costs', 0],
      ['open.fees', 0],
    ]);
  });
  test('one more day of interest, in the words of a court order', () => {
    expect(line('F1.further', akte({}, aClaim(1, { principal: cents(10_000_00) })))).toMatchObject({
      label: 'Rechnung RE-1: 5,0 Prozentpunkte über dem Basiszinssatz aus 10.000,00 € ab 21.03.2026',
      amount: 1_72,
      formula: '10.000,00 € × 6,27 % × 1 ÷ 365',
      rules: [
        { rule: 'Basiszinssatz', from: '2026-01-01' },
        { rule: 'Aufschlag', from: '2002-01-01' },
      ],
      assumed: false,
    });
    expect(line('F1.further', akte(), '2098-01-01')?.assumed).toBe(true);
  });
  test('none without default, none on what is paid', () => {
    expect(ids('further', akte({ messages: [] }))).toEqual([]);
    expect(
      ids(
        'further',
        akte(
          {
            messages: [mail('2026-03-02', 0)],
            payments: [paid('p', 120_00, '2026-03-20', { claim: ClaimId.parse('F1') })],
          },
          aClaim(1),
          aClaim(2),
        ),
      ),
    ).toEqual(['F2.further']);
  });
  test('the creditor first', () => {
    expect(line('creditor.p', of)).toMatchObject({
      amount: 150_00,
      lines: [
        { id: 'creditor.p.toPrincipal', label: 'Hauptforderung', amount: 120_00, why: 'Geht an den Gläubiger.' },
        { id: 'creditor.p.toInterest', amount: 37 },
        { id: 'creditor.p.toOwnCosts', amount: 5_00 },
        {
          id: 'creditor.p.toFees',
          label: 'Inkassokosten',
          amount: 24_63,
          why: 'Erst was danach bleibt, deckt die Inkassokosten.',
        },
      ],
    });
  });
  test('only what there is', () => {
    expect(line('creditor.p', akte({ messages: [], payments: [paid('p', 130_00, '2026-03-20')] }))).toMatchObject({
      amount: 120_00,
      lines: [{ id: 'creditor.p.toPrincipal' }],
    });
    expect(line('creditor.p', akte({ messages: [], payments: [paid('p', 130_00, '2026-03-20')] }))?.lines).toHaveLength(
      1,
    );
  });
  test('what is paid in is what is allocated', () => {
    const s = statement(of);
    expect(s.sections.find((x) => x.id === 'creditor')?.sum).toBe(
      minus(ZERO, s.sections.find((x) => x.id === 'payments')!.sum),
    );
  });
});
