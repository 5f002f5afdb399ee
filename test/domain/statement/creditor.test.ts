import { accountOf } from '../../../domain/account/account.ts';
import { termsIn } from '../../../domain/akte/terms.ts';
import { day } from '../../../domain/calendar.ts';
import { creditorLine } from '../../../domain/statement/creditor.ts';
import { cents, minus, ZERO } from '../../../domain/money.ts';
import { TERMS, aClaim } from '../../support/akte.ts';
import { akte, line, paid, statement } from './statements.ts';

describe('what the creditor gets', () => {
  const of = akte({ payments: [paid('p', 150_00, '2026-03-20')] }, aClaim(1, { ownCosts: cents(5_00) }));
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
  test('in the order of the law, where the mandate says so', () => {
    const terms = termsIn({ ...TERMS, innerAllocation: 'lawful' });
    const [split] = accountOf({ ...of, terms }, day('2026-03-20')).payments;
    const { why, lines } = creditorLine(split!, terms);
    expect(why).toBe('Zwischen Gläubiger und Inkasso gilt dieselbe Reihenfolge wie gegenüber dem Schuldner.');
    expect(lines.at(-1)).toMatchObject({ id: 'creditor.p.toFees', amount: 30_90, why: 'Bleibt beim Inkasso.' });
  });
});
