import { lintProcedure } from '../../../domain/lint/lint-procedure.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { standard, levels } from './changed.ts';

describe('that a debtor is left in peace', () => {
  const at = (json: object): string[] => lintProcedure(Procedure.parse(json)).map((f) => `${f.code} ${f.place}`);
  test('hours: from eight to twenty, not an hour earlier nor later', () => {
    expect(
      [
        [8, 20],
        [7, 20],
        [8, 21],
      ].map(([from, to]) => at(standard({ messageHours: { from, to } }))),
    ).toEqual([[], ['messages.quiet-hours messageHours'], ['messages.quiet-hours messageHours']]);
  });
  test('the budget: three messages and three calls', () => {
    expect(
      [
        [3, 3],
        [2, 3],
        [4, 3],
        [3, 4],
      ].map(
        ([messages, calls]) =>
          at(standard({ contactBudget: { messages, calls } })).filter((f) => f.startsWith('budget')).length,
      ),
    ).toEqual([0, 0, 1, 1]);
  });
  test('a phone: on the third day, and on the day the time to pay ends', () => {
    expect(
      [3, 5, 2].map((afterDays) => at(standard({ levels: levels(1, { phone: { afterDays, days: 24 - afterDays } }) }))),
    ).toEqual([
      ['phone.during-deadline levels[1].phone.afterDays'],
      [],
      ['phone.before-demand levels[1].phone.afterDays'],
    ]);
  });
  test('seven days are seven: what goes on the eighth is in the next ones', () => {
    const twice = (nextAfterDays: number): boolean =>
      at(
        standard({
          levels: [
            { ...STANDARD.levels[0], letter: 'at-once', paymentTermDays: 2, nextAfterDays },
            { ...STANDARD.levels[1], letter: 'at-once', sms: false, phone: null },
          ],
        }),
      ).some((f) => f.startsWith('contacts.over-budget'));
    expect([7, 6].map(twice)).toEqual([false, true]);
  });
  test('call attempts that a week has no room for', () => {
    expect(at(standard({ levels: levels(1, { phone: { afterDays: 10, days: 14, attempts: 6 } }) }))).toEqual([]);
    expect(at(standard({ levels: levels(1, { phone: { afterDays: 10, days: 14, attempts: 7 } }) }))).toEqual([
      'contacts.over-budget levels[1].phone.attempts',
    ]);
  });
});
