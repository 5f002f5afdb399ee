import type { Akte } from '../../../domain/akte/akte.ts';
import { ClaimId, HandOverId, MatterId } from '../../../domain/ids.ts';
import { type Claim } from '../../../domain/akte/claim.ts';
import { nextStep } from '../../../domain/dunning/next-step.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { cents } from '../../../domain/money.ts';
import { Procedure, onPlainDays } from '../../../domain/procedure/procedure.ts';
import { SHIPPED_PROCEDURES, STANDARD, STANDARD_NO_PHASE_1 } from '../../../domain/procedure/shipped-procedures.ts';
import { aClaim } from '../../support/akte.ts';
import { M1, F1, on, sent, akte, procedure, level } from './procedures.ts';

const step = (of: Akte, n: number, p: Procedure = STANDARD, hour: number | null = null) =>
  nextStep(of, F1, { procedures: p, today: on(n), generation: 1, hour });

describe('what a procedure must be', () => {
  test('the shipped ones have names of their own', () => {
    expect(SHIPPED_PROCEDURES.map((p) => p.id)).toEqual([
      'standard',
      'standard-no-phase1',
      'standard-letter-anchored',
      'receivables',
    ]);
  });
  test('stages rise without a gap', () => {
    expect(() => procedure({ levels: [STANDARD.levels[0], STANDARD.levels[2]] })).toThrow('lückenlos');
  });
  test('a hand-over says where to, and only a hand-over does', () => {
    expect(() => procedure({ after: 'handOver' })).toThrow('handOver');
    expect(() => procedure({ handOver: { procedure: { id: 'standard', version: 1 } } })).toThrow('handOver');
  });
  test('hours ascend; a Mahngebühr is between a cent and a hundred euros', () => {
    expect(() => procedure({ messageHours: { from: 12, to: 12 } })).toThrow('aufsteigen');
    expect(() => level(1, { flatFee: { amount: cents(0) } })).toThrow('1 Cent');
    expect(() => level(1, { flatFee: { amount: cents(10_001) } })).toThrow('100 Euro');
  });
  test('what was stored before these fields were there means what it meant', () => {
    const {
      entry: _e,
      after: _a,
      handOver: _h,
      sender: _s,
      shift: _f,
      messageHours: _m,
      messageDays: _d,
      contactBudget: _b,
      countsFrom: _c,
      invoiceTermDays: _i,
      presumesDefault: _p,
      ...old
    } = STANDARD;
    expect(Procedure.parse(old)).toEqual(STANDARD);
  });
});

describe('prior dunning decides where a matter enters (D14–D18)', () => {
  const begins = (p: Procedure, ...kinds: Claim['priorDunning']['kind'][]): number | undefined => {
    const next = step(akte(kinds.map((kind, i) => aClaim(i + 1, { priorDunning: { kind } }))), 0, p);
    return 'stage' in next ? next.stage : undefined;
  };
  test('by default one more reminder after a reminder, phase 2 after a Mahnung', () => {
    expect([begins(STANDARD, 'none'), begins(STANDARD, 'reminder'), begins(STANDARD, 'mahnung')]).toEqual([0, 0, 1]);
  });
  test('the mandate may choose phase 2 after a reminder, too', () => {
    expect(begins(procedure({ entry: { reminder: 1, mahnung: 2 } }), 'reminder')).toBe(1);
  });
  test('of several claims the least dunned decides', () => {
    expect(begins(STANDARD, 'mahnung', 'none')).toBe(0);
  });
  test('where there is no such stage, the next one or the last', () => {
    expect(begins(STANDARD_NO_PHASE_1, 'none')).toBe(1);
    expect(begins(procedure({ levels: STANDARD.levels.slice(0, 1) }), 'mahnung')).toBe(0);
  });
  test('a skipped stage is left out after the entry, too', () => {
    const skipped: Fact = { kind: 'stageSkipped', matter: M1, stage: 1, on: on(0), by: 'operator:x', reason: 'x' };
    expect(step(akte([aClaim(1, { priorDunning: { kind: 'mahnung' } })], skipped), 0)).toMatchObject({
      kind: 'act',
      stage: 2,
    });
  });
});

describe('days, hours and budget', () => {
  const afternoon = procedure({ messageHours: { from: 10, to: 16 } });
  test('before the hour: later on the same day', () => {
    expect(step(akte(), 0, afternoon, 9)).toMatchObject({ kind: 'wait', until: on(0), hour: 10 });
  });
  test('within the hours: now', () => {
    expect(step(akte(), 0, afternoon, 10)).toMatchObject({ kind: 'act' });
    expect(step(akte(), 0, afternoon, 15)).toMatchObject({ kind: 'act' });
  });
  test('after the hours: the next working day, at its first hour', () => {
    expect(step(akte(), 0, afternoon, 16)).toMatchObject({ kind: 'wait', until: on(1), hour: 10 });
    expect(step(akte([aClaim(1, { dueOn: on(3) })]), 4, afternoon, 18)).toMatchObject({
      kind: 'wait',
      until: on(7),
      hour: 10,
    });
  });
  test('by default between 8 and 20', () => {
    expect(step(akte(), 0, STANDARD, 7)).toMatchObject({ kind: 'wait', until: on(0) });
    expect(step(akte(), 0, STANDARD, 19)).toMatchObject({ kind: 'act' });
    expect(step(akte(), 0, STANDARD, 20)).toEqual({
      kind: 'wait',
      name: 'Beginn am nächsten Werktag',
      until: on(1),
      why: 'Mahnung per E-Mail (Zahlungserinnerung) am 03.03.2026',
      stage: 0,
    });
  });
  test('hours bind messages only: a phone window opens in the morning', () => {
    expect(
      step(
        akte(
          [aClaim()],
          ...sent(0, 'email', 0),
          ...sent(1, 'email', 10),
          ...sent(1, 'sms', 10),
          ...sent(1, 'letter', 18),
        ),
        21,
        afternoon,
        8,
      ),
    ).toMatchObject({ kind: 'act', name: 'Telefoninkasso eröffnen' });
  });
  test('a wait for another day says from which hour on', () => {
    expect(step(akte([aClaim()], ...sent(0, 'email', 0)), 10, afternoon, 8)).toMatchObject({
      kind: 'wait',
      until: on(10),
      hour: 10,
    });
  });
  test('on Saturdays only where the procedure says so; never on a holiday', () => {
    const claims = [aClaim(1, { dueOn: on(4) })];
    expect(step(akte(claims), 5)).toMatchObject({ kind: 'wait', until: on(7) });
    expect(
      step(akte(claims, ...sent(0, 'email', 2)), 12, procedure({ messageDays: 'monday-to-saturday' })),
    ).toMatchObject({ kind: 'wait', until: on(14) });
    const atOnce = procedure({
      messageDays: 'monday-to-saturday',
      levels: [{ ...STANDARD.levels[1], letterAfterDays: 5, letter: 'after-email', sms: false }],
    });
    expect(step(akte([aClaim()], ...sent(1, 'email', 1)), 7, atOnce)).toMatchObject({
      kind: 'act',
      name: 'Mahnung per Brief',
    });
  });
  test('on plain days nothing moves', () => {
    expect(step(akte([aClaim(1, { dueOn: on(4) })]), 5, onPlainDays(STANDARD))).toMatchObject({ kind: 'act' });
  });
  test('a fourth message within seven days waits, whatever matter the others belong to', () => {
    const M2 = MatterId.parse('M2');
    const second: Fact = {
      kind: 'handedOver',
      handOver: HandOverId.parse('h2'),
      on: on(7),
      matter: M2,
      procedure: { id: 'standard', version: 1 },
      claims: [aClaim(2, { matter: M2 })],
    };
    const busy = akte(
      [aClaim()],
      second,
      ...sent(0, 'email', 0),
      ...sent(1, 'email', 10),
      ...sent(1, 'sms', 10),
      ...sent(0, 'email', 7, { matter: M2 }),
    );
    expect(
      nextStep(busy, ClaimId.parse('F2'), {
        procedures: procedure({
          levels: [{ ...STANDARD.levels[0], nextAfterDays: 3, paymentTermDays: 2 }, { ...STANDARD.levels[1] }],
        }),
        today: on(10),
      }),
    ).toMatchObject({ kind: 'wait', until: on(14) });
    expect(
      nextStep(busy, ClaimId.parse('F2'), {
        procedures: procedure({
          levels: [{ ...STANDARD.levels[0], nextAfterDays: 3, paymentTermDays: 2 }, { ...STANDARD.levels[1] }],
          contactBudget: { messages: 4, calls: 3 },
        }),
        today: on(10),
      }),
    ).toMatchObject({ kind: 'act' });
  });
});
