import type { Credit, Message } from '../../../domain/akte/akte.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { mail, akte, line, business, ids } from './statements.ts';
import { day } from '../../../domain/calendar.ts';
import { aClaim } from '../../support/akte.ts';

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
    const credit: Credit = {
      id: 'G-1',
      claim: ClaimId.parse('F1'),
      amount: cents(120_00),
      on: day('2026-03-10'),
      by: 'operator:x',
      reason: 'zurückgegeben',
    };
    expect(
      ids('claims', akte({ messages: [], credits: [credit] }, aClaim(1, { ownCosts: cents(5_00) }))),
    ).not.toContain('F1.ownCosts');
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
