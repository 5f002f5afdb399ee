import fc from 'fast-check';
import { accountOf } from '../../../domain/account/account.ts';
import type { Akte, Message, Payment, Waiver } from '../../../domain/akte/akte.ts';
import type { Claim } from '../../../domain/akte/claim.ts';
import { RefundId } from '../../../domain/ids.ts';
import { TERMS, aClaim } from '../../support/akte.ts';
import { termsIn } from '../../../domain/akte/terms.ts';
import { F1, F2, M1, M2, akte, ask, paid as booked } from './cases.ts';
import { day, plusDays, type Day } from '../../../domain/calendar.ts';
import { isAsPaid, stageDemandOf } from '../../../domain/account/stage-demand.ts';
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
  test('so do a credit note and a waiver of that day or later, not one before it', () => {
    const claim = MAILED.claims[0]!.id;
    const credited = (on: string): Akte => ({
      ...MAILED,
      credits: [{ id: 'G1', claim, amount: cents(1_00), on: day(on), by: 'client:x', reason: 'Retoure' }],
    });
    const waived = (on: string): Akte => ({
      ...MAILED,
      matters: MAILED.matters.flatMap((m) => [
        { ...m, waiver: { on: day(on), interest: null, reason: 'Kulanz' } },
        { ...m, id: M2, claims: [] },
      ]),
    });
    // Whatever is left is less than the mandate's least amount: only what has made it less is asked.
    const isPaid = (of: Akte): boolean => isAsPaid(least(of, 9_999_99), mail, day('2026-03-20'));
    for (const changed of [credited, waived])
      expect(['2026-03-11', '2026-03-12', '2026-03-13'].map((on) => isPaid(changed(on)))).toEqual([false, true, true]);
  });
});

describe('what a stage still asks for on a later day, and what it shows', () => {
  // Of the second claim no interest has accrued by the day of the demand: its principal alone pays it.
  const SMALL = aClaim(2, { principal: cents(5_00), dueByContract: true, dueOn: day('2026-03-11') });
  const CLAIMS = [aClaim(1, { dueByContract: true }), SMALL];
  const FIRST = ask('2026-03-12', 1, { claims: [F1, F2] });
  type Told = Readonly<{ payments?: Payment[]; claims?: Claim[]; first?: Message; more?: Partial<Akte> }>;
  const onTwentieth = ({ payments = [], claims = CLAIMS, first = FIRST, more = {} }: Told = {}) => {
    const stage = stageDemandOf(akte([first], payments, claims, more), first, day('2026-03-20'));
    if (!stage) throw new Error('it has asked for nothing');
    return stage;
  };
  const whole = onTwentieth().demand.total;
  const small = booked('p', 5_00, '2026-03-16', F2);
  const back = (on: string) => ({ reversed: { on: day(on), reason: 'Rücklastschrift' } });
  const credit = (on: string) => ({ ...aCredit, on: day(on) });
  const aCredit = { id: 'G1', claim: F1, amount: cents(10_00), by: 'client:x' as const, reason: 'Retoure' };
  const matters = (waivers: readonly (Waiver | null)[], claims = CLAIMS) =>
    akte([FIRST], [], claims).matters.map((m, i) => ({ ...m, ...(waivers[i] ? { waiver: waivers[i] } : {}) }));
  const waiver = (on: string, reason: string, interest: string | null = null): Waiver => ({
    on: day(on),
    reason,
    interest: interest === null ? null : day(interest),
  });

  test('a claim that was paid since is settled and no longer asked for, the others are', () => {
    const { demand, apart, account } = onTwentieth({ payments: [small] });
    expect(demand).toMatchObject({ claims: [F1], settled: [F2], total: whole - 5_00, deducted: 5_00 });
    expect(apart).toEqual([]);
    expect(account.claims.map((c) => [c.claim.id, c.open > 0])).toEqual([
      [F1, true],
      [F2, false],
    ]);
  });
  test('where none is paid nothing is settled; where all are, it is still these that it asked for', () => {
    for (const payments of [[], [booked('p', whole, '2026-03-16')]]) {
      const { demand } = onTwentieth({ payments });
      expect([demand.claims, 'settled' in demand]).toEqual([[F1, F2], false]);
    }
  });
  test('a row that had come to nothing stays shown; taken back since, it is the next stage that asks for it', () => {
    const first: Message = ask('2026-03-12', 1, { claims: [F1] });
    const settled = { ...first, demand: { ...first.demand!, settled: [F2] } };
    const before = { ...small, valueDate: day('2026-03-11'), bookedOn: day('2026-03-11') };
    const shown = onTwentieth({ first: settled, payments: [before] });
    expect(shown.account.claims.map((c) => c.claim.id)).toEqual([F1, F2]);
    expect([shown.apart, shown.demand.claims, shown.demand.settled]).toEqual([[], [F1], [F2]]);
    const again = onTwentieth({ first: settled, payments: [{ ...before, ...back('2026-03-16') }] });
    expect(again.account.claims.map((c) => c.claim.id)).toEqual([F1]);
    expect([again.apart, again.demand.total]).toEqual([[F2], shown.demand.total]);
  });
  test('what it never asked for stands apart', () => {
    const { apart, account } = onTwentieth({ first: ask('2026-03-12', 1, { claims: [F2] }) });
    expect([apart, account.claims.map((c) => c.claim.id)]).toEqual([[F1], [F2]]);
  });
  test('a message that went out after the day it was written for asks as of that day, its fee with it', () => {
    expect(onTwentieth({ first: { ...FIRST, state: 'sent', on: day('2026-03-13') } }).demand.total).toBe(whole);
  });
  test('what comes after today is not known yet: money, what is taken back, a credit note, a refund', () => {
    const totals = (...told: Told[]) => told.map((of) => whole - onTwentieth(of).demand.total);
    const paidOn = (on: string) => ({ payments: [booked('p', 5_00, on, F2)] });
    expect(totals(paidOn('2026-03-20'), paidOn('2026-03-21'))).toEqual([5_00, 0]);
    expect(onTwentieth(paidOn('2026-03-20')).demand.deducted).toBe(5_00);
    expect(onTwentieth(paidOn('2026-03-21')).demand.deducted).toBe(0);
    const backOn = (on: string) => ({ payments: [{ ...small, ...back(on) }] });
    expect(totals(backOn('2026-03-20'), backOn('2026-03-21'))).toEqual([0, 5_00]);
    expect(onTwentieth(backOn('2026-03-20')).demand.deducted).toBe(0);
    expect(onTwentieth(backOn('2026-03-21')).demand.deducted).toBe(5_00);
    const creditedOn = (on: string) => ({ more: { credits: [credit(on)] } });
    const [known, unknown] = totals(creditedOn('2026-03-20'), creditedOn('2026-03-21'));
    expect(known).toBeGreaterThanOrEqual(10_00);
    expect(unknown).toBe(0);
    const refundedOn = (on: string) => ({
      payments: [booked('p', whole + 7_00, '2026-03-16')],
      more: { refunds: [{ id: RefundId.parse('E1'), amount: cents(7_00), on: day(on), by: 'system' as const }] },
    });
    expect(['2026-03-20', '2026-03-21'].map((on) => onTwentieth(refundedOn(on)).account.overpaid)).toEqual([0, 7_00]);
  });
  test('though it counts as of the day of the demand, everything is shown with its own day', () => {
    const { account } = onTwentieth({
      payments: [small, { ...booked('q', 20_00, '2026-03-17'), ...back('2026-03-19') }],
      more: { credits: [credit('2026-03-18'), { ...credit('2026-03-14'), id: 'G2' }] },
    });
    expect(account.payments.map(({ payment }) => payment)).toStrictEqual([small]);
    expect(account.reversed.map((p) => [p.valueDate, p.reversed?.on])).toEqual([['2026-03-17', '2026-03-19']]);
    expect(account.claims[0]?.credits.map((c) => [c.id, c.on])).toEqual([
      ['G1', '2026-03-18'],
      ['G2', '2026-03-14'],
    ]);
  });
  test('a waiver, too: that of what is asked, whatever else is waived in another matter', () => {
    const claims = [aClaim(1, { matter: M2, dueByContract: true }), { ...SMALL, matter: M1 }];
    const waivedOf = (waivers: readonly (Waiver | null)[]) => {
      const first = ask('2026-03-12', 1, { claims: [F2] });
      return onTwentieth({ claims, first, more: { matters: matters(waivers, claims) } }).account.waived;
    };
    const elsewhere = waiver('2026-03-15', 'Kulanz');
    const own = waiver('2026-03-17', 'Härte', '2026-03-18');
    expect(waivedOf([null, own])).toMatchObject({ on: '2026-03-17', interestOn: '2026-03-18', reason: 'Härte' });
    expect(waivedOf([elsewhere, own])).toMatchObject({ on: '2026-03-17', interestOn: '2026-03-18', reason: 'Härte' });
    expect(waivedOf([elsewhere, waiver('2026-03-17', 'Härte')])).toMatchObject({ on: '2026-03-17', interestOn: null });
    expect(waivedOf([null, null])).toBeNull();
    expect(waivedOf([elsewhere, null])).toBeNull();
  });
  test('what a mandate waives with the last principal has the day of the demand: no day of its own is known', () => {
    const terms = termsIn({ ...TERMS, waivesCosts: true });
    const first = ask('2026-03-12', 1, { claims: [F2] });
    const { account } = onTwentieth({ first, claims: [SMALL], payments: [small], more: { terms } });
    expect(account).toMatchObject({ total: 0, waived: { on: '2026-03-12', interestOn: '2026-03-12' } });
  });
  test('a message that asked for no money asks for none', () => {
    const silent: Message = { ...FIRST, demand: null };
    expect(stageDemandOf(akte([silent], [], CLAIMS), silent, day('2026-03-20'))).toBeNull();
  });
});
