import { lintProcedure } from '../../../domain/lint/lint-procedure.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { RECEIVABLES, STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { standard, levels, receivables } from './changed.ts';

describe('how stages follow one another', () => {
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
  test('a stage on the day of the one before it comes too early, with or without a window that reaches there', () => {
    const second = (windowDays: number, more: object = {}): object => {
      const [first, next, ...rest] = RECEIVABLES.levels;
      return receivables({ levels: [{ ...first, windowDays }, { ...next, ...more }, ...rest] });
    };
    expect(at(second(0, { startsOnDay: 21 }))).toContain('stages.overlap levels[1].startsOnDay');
    expect(at(second(0, { startsOnDay: 21 }))).not.toContain('stages.overlap levels[0].windowDays');
    expect(at(second(1, { startsOnDay: 21 }))).toContain('stages.overlap levels[0].windowDays');
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
      at(receivables({ invoiceTermDays: null, levels: levels(0, { startsOnDay: 0 }, RECEIVABLES.levels) })),
    ).toEqual([]);
    const first = { startsOnDay: null, windowDays: 0 };
    expect(at(receivables({ levels: levels(0, first, RECEIVABLES.levels) }))).not.toContain(
      'reminder.before-due levels[0].startsOnDay',
    );
  });
  test('a reminder on the last day of the time to pay comes too early, and is called by its name', () => {
    const early = receivables({ levels: levels(0, { startsOnDay: 14, windowDays: 0 }, RECEIVABLES.levels) });
    expect(lintProcedure(Procedure.parse(early)).find((f) => f.code === 'reminder.before-due')?.message).toBe(
      '„Zahlungserinnerung“ soll an Tag 14 hinaus, das Zahlungsziel läuft bis Tag 14.',
    );
  });
});
