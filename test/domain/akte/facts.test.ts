import { Fact, MessageKey, PaidOutShare } from '../../../domain/akte/facts.ts';
import { Demand } from '../../../domain/akte/demand.ts';
import { WrittenTerms } from '../../../domain/akte/terms.ts';
import { EVERY_CLAIM, TERMS, aClaim, erika } from '../../support/akte.ts';
import { accepts } from '../schemas/accepts.ts';

const key = { matter: 'M1', stage: 1, channel: 'email' };
const demand = { total: 1, asOf: '2026-03-02', payBy: '2026-03-09', claims: EVERY_CLAIM, collectionFee: true };
const share = { payment: 'p', toPrincipal: 1, toInterest: 0, toOwnCosts: 0, toFees: 0, overpaid: 0 };
const by = { on: '2026-03-02', by: 'operator:x' };
const FACTS: readonly Record<string, unknown>[] = [
  { kind: 'opened', debtor: erika, terms: TERMS },
  {
    kind: 'handedOver',
    handOver: 'h',
    on: '2026-03-02',
    matter: 'M1',
    procedure: { id: 'standard', version: 1 },
    claims: [aClaim()],
  },
  { kind: 'reserved', message: key, reference: 'r', at: '2026-03-02T08:00:00Z', by: 'operator:x', demand },
  { kind: 'sent', message: key, reference: 'r', on: '2026-03-02', providerId: 'p', document: null },
  { kind: 'notSent', message: key, reference: 'r', on: '2026-03-02', why: 'refused', reason: 'x' },
  { kind: 'unclear', message: key, reference: 'r', on: '2026-03-02' },
  { kind: 'undeliverable', contact: 'email', on: '2026-03-02', reason: 'x' },
  { kind: 'callsOpened', matter: 'M1', stage: 1, from: '2026-03-02', until: '2026-03-16' },
  { kind: 'paid', id: 'p', amount: 1, valueDate: '2026-03-02', bookedOn: '2026-03-02', via: 'agency', source: 'bank' },
  { kind: 'reversed', payment: 'p', ...by, reason: 'x' },
  { kind: 'refunded', id: 'r', amount: 1, ...by },
  { kind: 'held', ground: 'paused', ...by, reason: 'x' },
  { kind: 'resumed', ground: 'paused', ...by },
  { kind: 'closed', ...by, reason: 'x' },
  { kind: 'reopened', ...by, reason: 'x' },
  { kind: 'courtDecisionDue', matter: 'M1', on: '2026-03-02' },
  { kind: 'trouble', claim: 'F1', on: '2026-03-02', reason: 'x' },
  { kind: 'clarified', ...by, reason: 'x' },
  { kind: 'asked', id: 'a', ...by, question: 'x', answerBy: '2026-03-16' },
  { kind: 'answered', id: 'a', ...by, answer: 'x' },
  { kind: 'planEnded', plan: 'R1', ...by, reason: 'x' },
  { kind: 'waived', ...by, interest: true, reason: 'x' },
  {
    kind: 'planAgreed',
    by: 'operator:x',
    plan: {
      id: 'R1',
      matter: 'M1',
      on: '2026-03-02',
      first: '2026-03-31',
      rate: 40_00,
      fee: 0,
      toleranceDays: 5,
      toleranceCents: 100,
    },
  },
  { kind: 'stageSkipped', matter: 'M1', stage: 1, ...by, reason: 'x' },
  { kind: 'tracingOrdered', ...by },
  { kind: 'tracingFailed', ...by, reason: 'x' },
  { kind: 'callTaken', matter: 'M1', stage: 1, by: 'operator:x', until: '2026-03-02T09:00:00Z' },
  { kind: 'callMade', matter: 'M1', stage: 1, on: '2026-03-02', part: 'morning', outcome: 'reached', by: 'operator:x' },
  {
    kind: 'handedToCollection',
    matter: 'M1',
    to: 'M2',
    on: '2026-03-02',
    procedure: { id: 'standard', version: 1 },
    claims: ['F1'],
  },
  { kind: 'restarted', claims: ['F1'], generation: 2 },
  { kind: 'paidOut', month: '2026-03', payout: 'MW-2026-03-MUS', shares: [share] },
];
const factWith = (kind: string, more: object): boolean =>
  accepts(Fact, { ...FACTS.find((f) => f['kind'] === kind), ...more });

describe('a fact of the log', () => {
  test.each(FACTS.map((f) => [String(f['kind']), f] as const))(
    '%s: is read back as it was written; without a part of it, or with one more, it is refused',
    (_, fact) => {
      expect(Fact.parse(fact)).toEqual(fact);
      for (const gone of Object.keys(fact))
        expect(accepts(Fact, Object.fromEntries(Object.entries(fact).filter(([k]) => k !== gone)))).toBe(false);
      expect(accepts(Fact, { ...fact, surprise: 1 })).toBe(false);
    },
  );
  test('an unknown one is refused', () => {
    expect(accepts(Fact, { kind: 'invented' })).toBe(false);
  });
  test('its words are those there are', () => {
    expect(['refused', 'not-taken', 'lost'].map((why) => factWith('notSent', { why }))).toEqual([true, true, false]);
    expect(['email', 'phone', 'address', 'sms'].map((contact) => factWith('undeliverable', { contact }))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(['agency', 'creditor', 'court'].map((via) => factWith('paid', { via }))).toEqual([true, true, false]);
    expect(['paused', 'dispute', 'whim'].map((ground) => factWith('held', { ground }))).toEqual([true, true, false]);
  });
  test('its numbers and texts have bounds', () => {
    expect([
      factWith('handedOver', { claims: [] }),
      factWith('restarted', { generation: 0 }),
      factWith('restarted', { generation: 1.5 }),
      factWith('callsOpened', { stage: 0.5 }),
      factWith('paid', { amount: 0.5 }),
      factWith('reserved', { at: 'yesterday' }),
      factWith('reserved', { demand: null }),
    ]).toEqual([false, false, false, false, false, false, true]);
    expect([
      factWith('callsOpened', { stage: 5 }),
      factWith('callsOpened', { stage: 6 }),
      factWith('callMade', { stage: 6 }),
      factWith('callTaken', { stage: -1 }),
    ]).toEqual([true, false, false, false]);
    expect([
      factWith('sent', { reference: 'r'.repeat(60) }),
      factWith('sent', { reference: 'r'.repeat(61) }),
      factWith('closed', { reason: 'r'.repeat(500) }),
      factWith('closed', { reason: 'r'.repeat(501) }),
    ]).toEqual([true, false, true, false]);
    expect([
      factWith('paid', { claim: 'F1' }),
      factWith('paid', { claim: '1' }),
      factWith('held', { until: '2026-04-01' }),
      factWith('held', { until: '1.4.2026' }),
    ]).toEqual([true, false, true, false]);
  });
  test('a plan has a rate above zero, at most a month of grace, and a name', () => {
    const plan = (more: object): boolean =>
      factWith('planAgreed', {
        plan: {
          id: 'R1',
          matter: 'M1',
          on: '2026-03-02',
          first: '2026-03-31',
          rate: 1,
          fee: 0,
          toleranceDays: 31,
          toleranceCents: 0,
          ...more,
        },
      });
    expect([
      plan({}),
      plan({ rate: 0 }),
      plan({ toleranceDays: 32 }),
      plan({ toleranceDays: -1 }),
      plan({ id: 'R0' }),
      plan({ id: 'xR1' }),
      plan({ id: 'R10000' }),
      plan({ id: 'R9999' }),
      plan({ surprise: 1 }),
    ]).toEqual([true, false, false, false, false, false, false, true, false]);
  });
  test('calls and contacts', () => {
    expect([
      factWith('callMade', { part: 'night' }),
      factWith('callMade', { outcome: 'asleep' }),
      factWith('callMade', { note: 'x' }),
      factWith('stageSkipped', { stage: 6 }),
      factWith('stageSkipped', { stage: -1 }),
      factWith('handedToCollection', { claims: [] }),
      factWith('answered', { answer: 'x'.repeat(2000) }),
      factWith('answered', { answer: 'x'.repeat(2001) }),
    ]).toEqual([false, false, true, false, false, false, true, false]);
    const changed = (more: object): boolean =>
      accepts(Fact, { kind: 'contactChanged', source: 'debtor', ...by, ...more });
    expect([
      changed({}),
      changed({ email: 'a@example.com' }),
      changed({ email: 'a' }),
      changed({ address: { street: 'a' } }),
      changed({ land: 'XX' }),
      changed({ surprise: 1 }),
    ]).toEqual([true, true, false, false, false, false]);
  });
  test('its parts are as strict', () => {
    for (const [schema, whole] of [
      [MessageKey, key],
      [Demand, demand],
      [WrittenTerms, TERMS],
      [PaidOutShare, share],
    ] as const) {
      expect(accepts(schema, whole)).toBe(true);
      expect(accepts(schema, { ...whole, surprise: 1 })).toBe(false);
      for (const gone of Object.keys(whole))
        expect(accepts(schema, Object.fromEntries(Object.entries(whole).filter(([k]) => k !== gone)))).toBe(false);
    }
    expect([-1, 0, 5, 6].map((stage) => accepts(MessageKey, { ...key, stage }))).toEqual([false, true, true, false]);
    expect([1, 2, 3].map((copy) => accepts(MessageKey, { ...key, copy }))).toEqual([false, true, true]);
    const flatFee = { amount: 250, basis: 'agb', claim: 'F1' };
    expect(
      [flatFee, { ...flatFee, source: 'AGB' }, {}, { ...flatFee, surprise: 1 }, { ...flatFee, basis: 'custom' }].map(
        (fee) => accepts(Demand, { ...demand, flatFee: fee }),
      ),
    ).toEqual([true, true, false, false, false]);
  });
});
