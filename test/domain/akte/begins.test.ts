import { apply, fold } from '../../../domain/akte/fold.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { AKTE, TERMS, erika } from '../../support/akte.ts';
import { M1, M2, OPENED, handedOver, reserved, sent } from './told.ts';

describe('an Akte begins', () => {
  test('with its opening, and has nothing else then', () => {
    expect(fold(AKTE, [[OPENED]])).toMatchObject({
      id: AKTE,
      version: 1,
      debtor: erika,
      terms: TERMS,
      claims: [],
      matters: [],
      messages: [],
      callWindows: [],
      payments: [],
      refunds: [],
      holds: [],
      disputes: [],
      plans: [],
      queries: [],
      skipped: [],
      tracing: null,
      callsTaken: [],
      calls: [],
      closed: null,
      dead: [],
      troubles: [],
      generations: {},
      courtDecisionDue: {},
      paidOut: [],
    });
  });
  test('and with nothing else: another fact, or none, is a fault that names the Akte', () => {
    expect(() => apply(null, handedOver(M1, 1), AKTE)).toThrow(`Akte ${AKTE} begins with handedOver`);
    expect(() => fold(AKTE, [])).toThrow(`Akte ${AKTE} is empty`);
    expect(() => apply(fold(AKTE, [[OPENED]]), { kind: 'invented' } as unknown as Fact, AKTE)).toThrow(
      'unknown fact {"kind":"invented"}',
    );
  });
  test('its version is the number of acts, not of facts', () => {
    expect(
      fold(AKTE, [
        [OPENED, handedOver(M1, 1)],
        [reserved(), sent()],
      ]).version,
    ).toBe(2);
  });
});

describe('claims and matters', () => {
  test('each hand-over is a matter with its own claims; the Akte has them all', () => {
    const akte = fold(AKTE, [[OPENED, handedOver(M1, 1, 2)], [handedOver(M2, 3)]]);
    expect(akte.claims.map((c) => c.id)).toEqual(['F1', 'F2', 'F3']);
    expect(akte.matters).toEqual([
      { id: 'M1', handOver: 'h', on: '2026-03-02', procedure: { id: 'standard', version: 1 }, claims: ['F1', 'F2'] },
      { id: 'M2', handOver: 'h', on: '2026-03-02', procedure: { id: 'standard', version: 1 }, claims: ['F3'] },
    ]);
  });
  test('a later lot of the same hand-over adds to its matter and to no other', () => {
    const akte = fold(AKTE, [[OPENED, handedOver(M1, 1), handedOver(M2, 2)], [handedOver(M1, 3)]]);
    expect(akte.matters.map((m) => [m.id, m.claims])).toEqual([
      ['M1', ['F1', 'F3']],
      ['M2', ['F2']],
    ]);
  });
});
