import fc from 'fast-check';
import { accountOf } from '../../../domain/account/account.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { day, plusDays, type Day } from '../../../domain/calendar.ts';
import { isAsPaid } from '../../../domain/account/stage-demand.ts';
import { cents, sum } from '../../../domain/money.ts';
import { aPayment, afterSending, anAkte, askedOn } from '../../support/letters.ts';

/**
 * A reminder on 2 March, which may be paid until the 9th, and the mail of the 1st Mahnung on 12 March: 0.5, simple
 * until 26 March.
 */
const MAILED = afterSending(afterSending(anAkte(), 0, '2026-03-02'), 1, '2026-03-12');
const MAIL = MAILED.messages[1]!.demand!;
const letterOf = (of: Akte, on: string) => askedOn(of, 1, on, { channel: 'letter' });
const posted = (of: Akte, on: string): Akte => afterSending(of, 1, on, { channel: 'letter' });
const paid = (of: Akte, ...payments: Akte['payments']): Akte => ({ ...of, payments: [...of.payments, ...payments] });
const openOn = (of: Akte, on: Day | string): number => accountOf(of, day(on)).total;

describe('the same 1. Mahnung asked 0.5 by mail and 0.9 by letter (R10)', () => {
  test('a letter that goes late asks what the mail asked, with its own later deadline', () => {
    for (const on of ['2026-03-20', '2026-04-20']) {
      const { demand, facts } = letterOf(MAILED, on);
      expect(demand).toMatchObject({ total: MAIL.total, asOf: '2026-03-12', deducted: 0, claims: ['F1'] });
      expect(facts).toMatchObject({ total: MAIL.total, date: on, fees: [{ parts: [{ rate: '0,5' }] }] });
      expect(sum(facts.positions.map((p) => p.amount))).toBe(MAIL.total);
    }
    expect(letterOf(MAILED, '2026-04-20').demand.payBy).toBe('2026-04-28');
  });
  test('paid by its deadline everything is settled, also the fee at its rate; a day later it is not', () => {
    const late = posted(MAILED, '2026-04-20');
    expect(openOn(paid(late, aPayment('p', MAIL.total, '2026-04-28')), '2026-12-01')).toBe(0);
    expect(openOn(paid(late, aPayment('p', MAIL.total, '2026-04-29')), '2026-12-01')).toBeGreaterThan(24_00);
  });
  test('the next stage asks what is owed by then', () => {
    expect(askedOn(posted(MAILED, '2026-04-20'), 2, '2026-05-04').facts.fees).toMatchObject([
      { parts: [{ rate: '0,9' }] },
    ]);
  });
  test('a letter whose mail came back is the first of its stage', () => {
    const returned = {
      ...MAILED,
      messages: MAILED.messages.map((m, i) => (i ? { ...m, state: 'returned' as const } : m)),
    };
    expect(letterOf(returned, '2026-03-20').demand).toMatchObject({ asOf: '2026-03-20' });
  });
  test('the stage whose mail brings default about asks no costs by letter either', () => {
    const mailed = afterSending(anAkte(), 1, '2026-03-12');
    expect(letterOf(mailed, '2026-03-20').facts).toMatchObject({ total: 120_00, fees: [] });
  });
});

describe('what happened between mail and letter', () => {
  const part = aPayment('part', 50_00, '2026-03-16');
  test('a payment makes it less, is shown with its own day, and the rest paid in time settles all', () => {
    const { demand, facts } = letterOf(paid(MAILED, part), '2026-03-20');
    expect(demand).toMatchObject({ total: MAIL.total - 50_00, deducted: 50_00, asOf: '2026-03-12' });
    expect(facts.positions.at(-1)).toMatchObject({ label: 'Zahlung vom 16.03.2026', amount: -50_00 });
    const rest = aPayment('rest', demand.total, demand.payBy);
    expect(openOn(paid(posted(paid(MAILED, part), '2026-03-20'), rest), '2026-12-01')).toBe(0);
  });
  test('the rest alone does not settle what asked for more: a part that was taken back is owed', () => {
    const letter = posted(paid(MAILED, part), '2026-03-20');
    const back = { ...part, reversed: { on: day('2026-03-24'), reason: 'Rücklastschrift' } };
    const { total, payBy } = letter.messages[2]!.demand!;
    const of = { ...letter, payments: [back, aPayment('rest', total, payBy)] };
    expect(openOn(of, '2026-03-30')).toBeGreaterThan(50_00);
  });
  test('a part that was taken back by then is asked for again, and no day of interest more', () => {
    const back = { ...part, reversed: { on: day('2026-03-18'), reason: 'Rücklastschrift' } };
    expect(letterOf(paid(MAILED, back), '2026-03-20').demand).toMatchObject({ total: MAIL.total, deducted: 0 });
  });
  test('what was paid before the mail and taken back after it is owed, as on the day of the mail', () => {
    const before = aPayment('before', 30_00, '2026-03-05');
    const mailed = afterSending(paid(afterSending(anAkte(), 0, '2026-03-02'), before), 1, '2026-03-12');
    const back = { ...before, reversed: { on: day('2026-03-18'), reason: 'Rücklastschrift' } };
    expect(letterOf({ ...mailed, payments: [back] }, '2026-03-20').demand.total).toBe(MAIL.total);
  });
  test('costs that were waived are not asked for', () => {
    const waiver = { on: day('2026-03-18'), interest: null, reason: 'Kulanz' };
    const { facts } = letterOf({ ...MAILED, matters: MAILED.matters.map((m) => ({ ...m, waiver })) }, '2026-03-20');
    expect(facts.total).toBe(MAIL.total - 30_90);
    expect(facts.positions.map((p) => p.label)).toContain('Erlassen am 18.03.2026');
  });
});

test('for any payments, some of them taken back: a letter never asks more than the mail of its stage, and its positions add up', () => {
  const payments = fc.array(
    fc.record({ n: fc.integer({ min: 1, max: 30 }), amount: fc.integer({ min: 1, max: 9_000 }), back: fc.boolean() }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(payments, fc.integer({ min: 1, max: 40 }), (came, later) => {
      const of = paid(
        MAILED,
        ...came.map(({ n, amount, back }, i) => ({
          ...aPayment(`p${i}`, amount, plusDays(MAIL.asOf, n)),
          ...(back ? { reversed: { on: plusDays(MAIL.asOf, n + 2), reason: '' } } : {}),
        })),
      );
      const { demand, facts } = letterOf(of, plusDays(MAIL.asOf, later));
      expect(demand.total).toBeLessThanOrEqual(MAIL.total);
      expect(sum(facts.positions.map((p) => p.amount))).toBe(demand.total);
      if (demand.total === 0) return;
      // Whoever pays it on its last day owes nothing more, however the parts before were spread.
      const sentOn = plusDays(MAIL.asOf, later);
      const known = of.payments
        .filter((p) => p.valueDate <= sentOn)
        .map(({ reversed, ...p }) => ({ ...p, ...(reversed && reversed.on <= sentOn ? { reversed } : {}) }));
      const answered = [...known, aPayment('rest', demand.total, demand.payBy)];
      expect(openOn({ ...posted(of, sentOn), payments: answered }, plusDays(demand.payBy, 60))).toBe(0);
    }),
  );
});

describe('a message after the money: of a stage that is as good as paid no further one goes out', () => {
  const mail = MAILED.messages[1]!;
  const least = (of: Akte, leastAmount: number): Akte => ({
    ...of,
    terms: { ...of.terms, leastAmount: cents(leastAmount) },
  });
  /** On 20 March so much of what the mail asked on the 12th is left, all else paid on the 16th. */
  const left = (rest: number, leastAmount: number): boolean => {
    const of = paid(MAILED, aPayment('p', MAIL.total - rest, '2026-03-16'));
    return isAsPaid(least(of, leastAmount), mail, day('2026-03-20'));
  };
  test.each([
    [0, 5_00, true],
    [4_99, 5_00, true],
    [5_00, 5_00, false],
    [0, 0, true],
    [1, 0, false],
  ])('%d cents left of it, at least %d are asked for: %s', (rest, leastAmount, isPaid) => {
    expect(left(rest, leastAmount)).toBe(isPaid);
  });
  test('with no money since, a stage that asked for less than the least amount is not paid', () => {
    expect(isAsPaid(least(MAILED, 9_999_99), mail, day('2026-03-20'))).toBe(false);
    const before = paid(MAILED, aPayment('p', 1_00, '2026-03-11'));
    expect(isAsPaid(least(before, 9_999_99), mail, day('2026-03-20'))).toBe(false);
  });
  test('money of the very day of the message counts', () => {
    const of = paid(MAILED, aPayment('p', MAIL.total, MAIL.asOf));
    expect(isAsPaid(least(of, 5_00), mail, day('2026-03-20'))).toBe(true);
  });
});
