import type { Fact } from '../../../domain/akte/facts.ts';
import { apply } from '../../../domain/akte/fold.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, RefundId } from '../../../domain/ids.ts';
import { type Claim } from '../../../domain/akte/claim.ts';
import { cents } from '../../../domain/money.ts';
import type { StatementLine } from '../../../domain/statement/lines.ts';
import { AKTE, aClaim } from '../../support/akte.ts';
import { business, mail, akte, paid, statement, line, ids } from './statements.ts';

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
        { id: 'payment.b.received', label: 'eingegangen', amount: -10_00, why: 'Gutschrift am 14.03.2026.' },
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
      refunds: [{ id: RefundId.parse('r'), amount: cents(10_00), on: day('2026-03-20'), by: 'operator:x' }],
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
