import type { Position } from '../../../domain/letters/notice.ts';
import { inFewRows } from '../../../domain/letters/rows.ts';
import { cents } from '../../../domain/money.ts';

const row = (claim: string, part: string, amount: number): Position => ({
  label: part === 'principal' ? `Rechnung ${claim}` : 'Verzugszinsen',
  why: 'y',
  amount: cents(amount),
  claim,
  part,
});
const FEE: Position = { label: 'Inkassokosten', why: 'y', amount: cents(30_90) };
const invoices = (n: number): Position[] =>
  Array.from({ length: n }, (_, i) => [row(`F${i}`, 'principal', 100_00), row(`F${i}`, 'interest', 50)]).flat();

test('up to five invoices are shown in full', () => {
  const positions = [...invoices(5), FEE];
  expect(inFewRows(positions)).toEqual({ rows: positions, details: [] });
});

describe('from six invoices on', () => {
  const positions = [...invoices(6), FEE];
  test('each is one row, what it has grown by stands in its reason; all of them follow in full', () => {
    const { rows, details } = inFewRows(positions);
    expect(rows).toHaveLength(7);
    expect(rows[0]).toMatchObject({ label: 'Rechnung F0', amount: 100_50 });
    expect(rows[0]?.why.replaceAll('\u00a0', ' ')).toBe('Hauptforderung 100,00 €, Verzugszinsen 0,50 €');
    expect(details).toBe(positions);
  });
  test('what belongs to no invoice stands behind them, as it was', () => {
    expect(inFewRows(positions).rows.at(-1)).toBe(FEE);
  });
  test('an invoice of one part is its own row', () => {
    const alone = row('F9', 'principal', 10_00);
    expect(inFewRows([alone, ...invoices(5)]).rows[0]).toBe(alone);
  });
});
