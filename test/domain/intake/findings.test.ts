import type { RowIssue } from '../../../domain/intake/check-file.ts';
import { checkRows } from '../../support/lists.ts';
import { Findings, refusedRow, reported } from '../../../domain/intake/findings.ts';
import { creditor, GOOD, TODAY } from './rows.ts';

const issuesOf = (change: object): readonly RowIssue[] =>
  checkRows([{ row: 1, line: 2, text: '', cells: { ...GOOD, ...change } }], creditor(), TODAY).issues;

describe('what the creditor is told', () => {
  test('names the column as the list does, ours where the list has none, and none where it is about the row', () => {
    const [none] = issuesOf({ street: '', postalCode: '', city: '', email: '' });
    const [amount] = issuesOf({ amount: '1.234' });
    expect(
      [reported(amount!, { amount: 'Offener Betrag' }), reported(amount!, {}), reported(none!, {})].map(
        (i) => i.column,
      ),
    ).toEqual(['Offener Betrag', 'Hauptforderung', null]);
    expect(reported(amount!, {})).toMatchObject({
      row: 1,
      line: 2,
      code: 'amount.ambiguous',
      severity: 'error',
      value: '1.234',
      message: amount!.message,
      mend: amount!.mend,
    });
  });
  test('of a refused row: all reasons, each remedy once, and not what would not have refused it', () => {
    const issues = issuesOf({ amount: '1.234', paid: '1,234', ownCosts: '-1,00' });
    const row = refusedRow({ text: 'a;b', issues });
    const [amount, paid] = issues.filter((i) => i.severity === 'error');
    expect(row).toEqual({
      text: 'a;b',
      reasons: `${amount!.message} ${paid!.message}`,
      remedies: 'Bitte mit zwei Nachkommastellen schreiben, zum Beispiel 1.234,00.',
    });
    expect(
      refusedRow({ text: '', issues: [{ ...issues[0]!, severity: 'conflict', message: 'w', mend: 'm' }] }),
    ).toEqual({ text: '', reasons: 'w', remedies: 'm' });
  });
  test('is read back from where it was kept, and nothing else is', () => {
    const kept = {
      issues: [...issuesOf({ amount: 'x' }), ...issuesOf({ email: 'erika@gmx.dee', ownCosts: '-1,00' })].map((i) =>
        reported(i, {}),
      ),
      refused: [{ text: 'a', reasons: 'b', remedies: 'c' }],
    };
    expect(Findings.parse(kept)).toEqual(kept);
    for (const wrong of [
      {},
      { ...kept, issues: [{}] },
      { ...kept, refused: [{}] },
      { ...kept, issues: [{ ...kept.issues[0], severity: 'bad' }] },
    ])
      expect(Findings.safeParse(wrong).success).toBe(false);
    for (const severity of ['error', 'duplicate', 'conflict', 'warning', 'hint'])
      expect(Findings.safeParse({ ...kept, issues: [{ ...kept.issues[0], severity }] }).success).toBe(true);
  });
});
