import { lintProcedure } from '../../../domain/lint/lint-procedure.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { RECEIVABLES, STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { type Levels, standard, levels, receivables } from './changed.ts';

describe('time', () => {
  const at = (json: object): string[] => lintProcedure(Procedure.parse(json)).map((f) => `${f.code} ${f.place}`);
  test('a letter whose deadline runs beyond its stage', () => {
    expect(at(standard({ levels: levels(1, { paymentTermDays: 20 }) }))).toContain(
      'stages.overlap levels[1].phone.days',
    );
  });
  test('a window that reaches into the next stage', () => {
    expect(at(receivables({ levels: levels(0, { windowDays: 14 }, RECEIVABLES.levels) }))).toEqual([
      'stages.overlap levels[0].windowDays',
    ]);
  });
  test("a hand-over before the last letter's deadline", () => {
    expect(at(receivables({ handOver: { ...RECEIVABLES.handOver, startsOnDay: 55 } }))).toEqual([
      'stages.overlap handOver.startsOnDay',
    ]);
  });
  test('exactly a year is allowed', () => {
    const year = (days: number): object =>
      standard({ levels: [STANDARD.levels[0], { ...STANDARD.levels[1], phone: { afterDays: 300, days } }] });
    expect(at(year(54))).toEqual([]);
    expect(at(year(55))).toEqual(['wait.too-long levels']);
  });
  test('call attempts that a week has no room for', () => {
    expect(at(standard({ levels: levels(1, { phone: { afterDays: 10, days: 14, attempts: 6 } }) }))).toEqual([]);
    expect(at(standard({ levels: levels(1, { phone: { afterDays: 10, days: 14, attempts: 7 } }) }))).toEqual([
      'contacts.over-budget levels[1].phone.attempts',
    ]);
  });
});

describe('at the edge', () => {
  const at = (json: object): string[] => lintProcedure(Procedure.parse(json)).map((f) => `${f.code} ${f.place}`);
  const fee = (amount: number, basis = 'agb'): object =>
    standard({ levels: levels(1, { flatFee: { amount, basis, source: 'AGB' } }) });
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
  test('fees: five euros, 1.3, and the two weeks to their last day', () => {
    expect([at(fee(500)), at(fee(501)), at(fee(5000, 'proven-cost'))]).toEqual([
      [],
      ['flat-fee.high levels[1].flatFee.amount'],
      [],
    ]);
    expect(at(standard({ levels: levels(3, { feeRate: 130 }) }))).toEqual([]);
    const after = (days: number): object =>
      standard({
        levels: [
          STANDARD.levels[0],
          { ...STANDARD.levels[1], phone: null, letter: 'never', sms: false, nextAfterDays: days },
          { ...STANDARD.levels[2], feeRate: 90 },
        ],
      });
    // By post the first demand arrives three days after it went: that much later may the second come.
    expect([14, 17, 18].map((days) => at(after(days)))).toEqual([
      ['fee.too-early levels[2].feeRate'],
      ['fee.too-early levels[2].feeRate'],
      [],
    ]);
    expect(lintProcedure(Procedure.parse(after(17)))[0]?.message).toContain(
      '14 Tage nach Zugang der ersten Zahlungsaufforderung',
    );
  });
  test("a stage: its letter's time to pay to the last day, counted from the mail or from the letter", () => {
    const overlaps = (more: object): boolean =>
      at(standard({ levels: levels(1, more) })).some((f) => f === 'stages.overlap levels[1].phone.days');
    expect(
      [
        { paymentTermDays: 13 },
        { paymentTermDays: 14 },
        { paymentTermDays: 21, anchor: 'letter' },
        { paymentTermDays: 22, anchor: 'letter' },
      ].map(overlaps),
    ).toEqual([false, true, false, true]);
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
  test('the court needs a Mahnung before it, nothing else does', () => {
    expect(at(standard({ levels: STANDARD.levels.slice(0, 1), after: 'none' }))).toEqual([]);
  });
  test('a window belongs to a day, at the hand-over too', () => {
    expect(at(receivables({ handOver: { ...RECEIVABLES.handOver, startsOnDay: null } }))).toEqual([
      'window.no-day handOver.windowDays',
    ]);
    expect(at(receivables({ handOver: { ...RECEIVABLES.handOver, startsOnDay: null, windowDays: 0 } }))).toEqual([]);
  });
  test('a window may end the day before the next level, not on its day', () => {
    expect(
      [13, 14].map((windowDays) => at(receivables({ levels: levels(0, { windowDays }, RECEIVABLES.levels) }))),
    ).toEqual([[], ['stages.overlap levels[0].windowDays']]);
    expect(
      lintProcedure(Procedure.parse(receivables({ levels: levels(0, { windowDays: 14 }, RECEIVABLES.levels) })))[0]
        ?.message,
    ).toBe('Das Zeitfenster von „Zahlungserinnerung“ reicht bis Tag 35, „1. Mahnung“ beginnt an Tag 35.');
  });
  test('the longest way is the one that is told', () => {
    expect(
      lintProcedure(Procedure.parse(standard({ levels: levels(1, { phone: null, nextAfterDays: 340 }) }))).find(
        (f) => f.code === 'wait.too-long',
      )?.message,
    ).toBe('Der Mahnlauf dauert ohne E-Mail 399 Tage.');
    expect(
      lintProcedure(Procedure.parse(standard({ levels: levels(1, { nextAfterDays: 340 }) }))).find(
        (f) => f.code === 'wait.too-long',
      )?.message,
    ).toBe('Der Mahnlauf dauert ohne Telefon 384 Tage.');
  });
  test('a first level with a day counts against the time to pay only where that is counted from the invoice', () => {
    expect(at(receivables({ levels: levels(0, { startsOnDay: 15 }, RECEIVABLES.levels) }))).toEqual([]);
    expect(at(standard({ levels: levels(0, { startsOnDay: 0 }), invoiceTermDays: 14 }))).toEqual([]);
    expect(
      at(receivables({ invoiceTermDays: null, levels: levels(0, { startsOnDay: 5 }, RECEIVABLES.levels) })),
    ).toEqual([]);
  });
  test('calls are announced at their own level or before; costs only where some come later', () => {
    const announced = (i: number, what: string, of: Levels, more: object = {}): string[] =>
      at({ ...standard(more), levels: levels(i, { announces: [what] }, of) });
    const onlyFirstCalls = STANDARD.levels.map((l) => (l.stage > 1 ? { ...l, phone: null, nextAfterDays: 16 } : l));
    expect([0, 1, 2].map((i) => announced(i, 'calls', onlyFirstCalls))).toEqual([
      [],
      [],
      ['threat.no-step levels[2].announces'],
    ]);
    const noFees = STANDARD.levels.map((l) => ({ ...l, collectionFee: false }));
    const lateFee = (more: object) => levels(2, more, noFees);
    expect([announced(1, 'fee', noFees), announced(1, 'fee', noFees, { after: 'none' })]).toEqual([
      [],
      ['threat.no-step levels[1].announces'],
    ]);
    expect(
      [1, 2].map((i) =>
        [{ collectionFee: true }, { flatFee: { amount: 250, basis: 'agb', source: 'AGB' } }].map((more) =>
          announced(i, 'fee', lateFee(more), { after: 'none' }),
        ),
      ),
    ).toEqual([
      [[], []],
      [['threat.no-step levels[2].announces'], ['threat.no-step levels[2].announces']],
    ]);
  });
});
