import type { Akte } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, MatterId, PlanId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { subtitleOf, titleOf } from '../../../domain/statement/lines.ts';
import { AKTE, aClaim } from '../../support/akte.ts';
import { business, mail, akte, paid, statement, lines, line, ids } from './statements.ts';

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
