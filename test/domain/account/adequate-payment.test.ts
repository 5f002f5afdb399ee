import { leftAloneUntil } from '../../../domain/account/adequate-payment.ts';
import type { Akte, Credit, Payment } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { PlanId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { DUNNED, F1, M1, REMINDED, akte, paid } from './cases.ts';

/** Half of what the reminder of 2 March asks, 120 euro, and five days of rest. */
const RULE = { percent: 50, waitDays: 5 };
const until = (of: Akte, on = '2026-04-01', rule = RULE) => leftAloneUntil(of, { matter: M1, stage: 0 }, rule, day(on));
const reminded = (...payments: Payment[]): Akte => akte([REMINDED], payments);

describe('who has paid adequately on a stage', () => {
  test('is left alone from the booking on which the share is reached, by all payments together', () => {
    expect(until(reminded(paid('a', 60_00, '2026-03-05')))).toBe('2026-03-10');
    expect(until(reminded(paid('a', 59_99, '2026-03-05')))).toBeNull();
    expect(until(reminded(paid('a', 59_99, '2026-03-05'), paid('b', 1, '2026-03-08')))).toBe('2026-03-13');
  });
  test('is not left alone for longer by what comes after that', () => {
    expect(until(reminded(paid('a', 60_00, '2026-03-05'), paid('b', 10_00, '2026-03-20')))).toBe('2026-03-10');
  });
  test('counts what came since the day of the demand and is booked by now, unless it was taken back', () => {
    const taken = { ...paid('a', 60_00, '2026-03-05'), reversed: { on: day('2026-03-09'), reason: 'zurück' } };
    expect(until(reminded(paid('a', 60_00, '2026-03-02')))).toBe('2026-03-07');
    expect(until(reminded(paid('a', 60_00, '2026-03-01')))).toBeNull();
    expect(until(reminded(paid('a', 60_00, '2026-03-05')), '2026-03-04')).toBeNull();
    expect(until(reminded(taken), '2026-03-08')).toBe('2026-03-10');
    expect(until(reminded(taken), '2026-03-09')).toBeNull();
  });
  test('owes a share of what the stage asked before, less what was credited since', () => {
    const note: Credit = {
      id: 'g',
      claim: F1,
      amount: cents(60_00),
      on: day('2026-03-03'),
      by: 'operator:x',
      reason: 'Retoure',
    };
    const credited: Akte = { ...reminded(paid('a', 30_00, '2026-03-05')), credits: [note] };
    expect(until(credited)).toBe('2026-03-10');
  });
});

test('an instalment as it was agreed is adequate, the last one counts', () => {
  const plan = {
    id: PlanId.parse('R1'),
    matter: M1,
    on: day('2026-03-03'),
    first: day('2026-03-10'),
    rate: cents(20_00),
    fee: cents(0),
    toleranceDays: 0,
    toleranceCents: cents(0),
  };
  const agreed = (...payments: Payment[]): Akte => ({ ...reminded(...payments), plans: [{ plan, ended: null }] });
  expect(until(agreed(paid('a', 19_99, '2026-03-10')))).toBeNull();
  expect(until(agreed(paid('a', 20_00, '2026-03-10')))).toBe('2026-03-15');
  expect(until(agreed(paid('a', 20_00, '2026-03-10'), paid('b', 20_00, '2026-03-20')))).toBe('2026-03-25');
});

test('nobody has paid on a stage that has asked for nothing', () => {
  expect(until(akte([], [paid('a', 60_00, '2026-03-05')]))).toBeNull();
  expect(until(akte([DUNNED], [paid('a', 60_00, '2026-03-15')]))).toBeNull();
});
