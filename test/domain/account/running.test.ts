import { isInDefault, principalOn, started } from '../../../domain/account/running.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { cents } from '../../../domain/money.ts';
import { aClaim } from '../../support/akte.ts';
import { DUNNED, F1, F2, M1, M2, REMINDED, akte, ask, business } from './cases.ts';

const begin = (of: Akte) => started(of, of.claims);

describe('what an account starts from', () => {
  test('each claim with its matter, its whole principal since its invoice, and nothing paid', () => {
    const { running, matters } = begin(akte([REMINDED, DUNNED], [], [aClaim(1), aClaim(2, { matter: M2 })]));
    expect(matters.map((m) => m.matter.id)).toEqual([M1, M2]);
    expect(running.map((r) => r.of)).toEqual(matters);
    expect(running[0]).toMatchObject({
      principal: 120_00,
      steps: [{ from: '2026-01-10', principal: 120_00 }],
      interestPaid: 0,
      costsPaid: 0,
      settledOn: null,
    });
  });
  test('the demands that ask the fee belong to their matter', () => {
    const { matters } = begin(akte([REMINDED, DUNNED], [], [aClaim(1), aClaim(2, { matter: M2 })]));
    expect(matters.map((m) => m.demands)).toEqual([[DUNNED], []]);
  });
  test('a Mahngebühr is borne by the claim it names, where its message went out', () => {
    const flat = ask('2026-03-12', 1, { flat: F1 });
    const back = ask('2026-03-20', 2, { flat: F2, state: 'returned' });
    const { running } = begin(akte([REMINDED, flat, back], [], [aClaim(1), aClaim(2)]));
    expect(running.map((r) => r.charging)).toEqual([[flat], []]);
  });
  test('the lump sum is of a business only', () => {
    const lump = (more: Partial<Akte>) => begin(akte([], [], [aClaim()], more)).running[0]?.lump;
    expect([lump({}), lump({ debtor: business })]).toEqual([null, 40_00]);
  });
});

describe('what was less than the least amount from the start', () => {
  const inDefault = (...principals: number[]) =>
    begin(
      akte(
        [],
        [],
        principals.map((p, n) => aClaim(n + 1, { principal: cents(p), dueByContract: true })),
      ),
    ).running.map((r) => r.begin !== null);
  test('is in default never, so that nothing comes on top of it', () => {
    expect([inDefault(4_99), inDefault(5_00)]).toEqual([[false], [true]]);
  });
  test('is judged by all claims of a matter together', () => {
    expect(inDefault(2_50, 2_50)).toEqual([true, true]);
    expect(inDefault(2_50, 2_49)).toEqual([false, false]);
  });
});

test('default begins with its first day', () => {
  const [claim] = begin(akte([], [], [aClaim(1, { dueByContract: true })])).running;
  expect(['2026-01-26', '2026-01-27'].map((on) => isInDefault(claim!, day(on)))).toEqual([false, true]);
  const [never] = begin(akte([])).running;
  expect(isInDefault(never!, day('2030-01-01'))).toBe(false);
});
test('the principal of a day is that of the last step by then, nothing before the invoice', () => {
  const [claim] = begin(akte([])).running;
  claim!.steps.push({ from: day('2026-03-21'), principal: cents(70_00) });
  const on = ['2026-01-09', '2026-01-10', '2026-03-20', '2026-03-21'].map((at) => principalOn(claim!, day(at)));
  expect(on).toEqual([0, 120_00, 120_00, 70_00]);
});
