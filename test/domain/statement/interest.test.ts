import { ClaimId } from '../../../domain/ids.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { cents } from '../../../domain/money.ts';
import { aClaim } from '../../support/akte.ts';
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
    expect(line('F1.interest.3', of(), '2026-07-01')?.why).toMatch(/^An diesem Tag waren 106,27 € offen;/);
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

describe('what one more day costs', () => {
  test('is told, in the words of a court order', () => {
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
});
