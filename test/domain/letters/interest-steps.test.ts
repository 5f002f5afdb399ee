import * as fc from 'fast-check';
import { accountOf } from '../../../domain/account/account.ts';
import { day, plusDays, type Day } from '../../../domain/calendar.ts';
import { interestOverTime, roundedOnce, shownInterest } from '../../../domain/account/interest.ts';
import { cents, formatFine, toFineString, Fine } from '../../../domain/money.ts';
import { shownAmountOf, type StatementLine } from '../../../domain/statement/lines.ts';
import { statementOf } from '../../../domain/statement/statement.ts';
import { aClaim } from '../../support/akte.ts';
import { aPayment, anAkte, letterOn, partOf } from '../../support/letters.ts';

/** `1.234,5678` in hundredths of a cent. */
const fineOf = (printed: string): number => Number(printed.replace(/\D/g, ''));
const centsOf = (printed: string): number => Number(printed.replace(/\D/g, ''));
const STEP = / = ([\d.]+,\d{4}) €/g;
const SUM = /zusammen ([\d.]+,\d{4}) €, gerundet ([\d.]+,\d{2}) €/;

test('an amount finer than a cent has four places and its groups', () => {
  expect([0, 7, 420, 12_345_678_90].map((n) => formatFine(Fine.parse(n)))).toEqual([
    '0,0000\u00a0€',
    '0,0007\u00a0€',
    '0,0420\u00a0€',
    '123.456,7890\u00a0€',
  ]);
  expect(toFineString(Fine.parse(420))).toBe('0.0420');
});

describe('steps that add up (0,03 € and 0,02 € under a line of 0,04 €)', () => {
  const steps = fc.array(
    fc.record({ days: fc.integer({ min: 1, max: 400 }), principal: fc.integer({ min: 1, max: 50_000_00 }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  test('for every number of steps, in hundredths of a cent and in cents, rounded once', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 1500 }), (all, fixed) => {
        let from: Day = day('2023-02-11');
        const principals = all.map(({ days, principal }) => {
          const step = { from, principal: cents(principal) };
          from = plusDays(from, days);
          return step;
        });
        const interest = interestOverTime(principals, plusDays(from, -1), { fixed });
        const shown = shownInterest(interest.periods);
        const add = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
        expect(add(shown.steps.map((s) => s.fine))).toBe(shown.together);
        expect(add(shown.steps.map((s) => s.amount))).toBe(interest.total);
        expect(shown.total).toBe(interest.total);
        expect(Math.floor((shown.together + 50) / 100)).toBe(interest.total);
        for (const { period, fine } of shown.steps) {
          const exact = (period.principal * period.hundredths * period.days) / period.daysInYear / 100;
          expect(Math.abs(fine - exact)).toBeLessThan(1.001);
        }
      }),
    );
  });
  test('the sum is said with its rounding', () => {
    expect(roundedOnce({ together: Fine.parse(4_20), total: cents(4) })).toBe(
      'zusammen 0,0420\u00a0€, gerundet 0,04\u00a0€',
    );
  });
});

describe('in a letter and in the statement by one method', () => {
  const paid = fc.array(
    fc.record({ after: fc.integer({ min: 0, max: 300 }), amount: fc.integer({ min: 1, max: 30_00 }) }),
    {
      maxLength: 5,
    },
  );
  test('what is printed adds up to what is printed, and to the line of the table', () => {
    fc.assert(
      fc.property(
        paid,
        fc.integer({ min: 10_00, max: 900_00 }),
        fc.integer({ min: 0, max: 250 }),
        (all, principal, later) => {
          const owing = anAkte(
            { claims: [aClaim(1, { principal: cents(principal), dueByContract: true })] },
            {
              payments: all.map(({ after, amount }, i) =>
                aPayment(`p${i}`, amount, plusDays(day('2026-02-01'), after)),
              ),
            },
          );
          const on = plusDays(day('2026-03-12'), later);
          const account = accountOf(owing, on);
          if (account.total === 0) return;
          const notice = letterOn(owing, 1, on);
          const printed = partOf(notice, 'Berechnung der Zinsen');
          const row = notice.positions.find((p) => p.label === 'Verzugszinsen');
          if (!row) return expect(printed).not.toContain(' = ');
          const parts = [...printed.matchAll(STEP)].map(([, amount = '']) => fineOf(amount));
          const [, together = '', rounded = ''] = SUM.exec(printed) ?? [];
          if (parts.length > 0) {
            expect(parts.reduce((a, b) => a + b, 0)).toBe(fineOf(together));
            expect(centsOf(rounded)).toBe(row.amount);
          } else expect(printed).toContain(` = ${(row.amount / 100).toFixed(2).replace('.', ',')} €`);
          const line = statementOf(owing, account)
            .sections.flatMap((s) => s.lines)
            .find((l: StatementLine) => l.id === 'F1.interest');
          const shown = (line?.lines ?? []).map(shownAmountOf);
          expect(shown.filter(() => shown.length > 1).map(fineOf)).toEqual(parts);
          expect(SUM.exec((line?.why ?? '').replaceAll('\u00a0', ' '))?.[1] ?? '').toBe(together);
        },
      ),
      { numRuns: 60 },
    );
  });
  test('the letter that printed 0,03 € and 0,02 € under 0,04 €', () => {
    const owing = anAkte(
      { claims: [aClaim(1, { principal: cents(24_44), dueByContract: true })] },
      { payments: [aPayment('p', 12_00, '2026-01-30')] },
    );
    const notice = letterOn(owing, 1, '2026-02-07');
    expect(partOf(notice, 'Berechnung der Zinsen').split('\n')[0]).toMatch(
      /= 0,0\d{3} €; .* = 0,0\d{3} €; zusammen 0,0\d{3} €, gerundet 0,0\d €$/,
    );
  });
});
