import { HandOverId, MessageReference, ProviderId } from '../../../domain/ids.ts';
import { SOMEWHERE } from '../../../simulator/agency/people.ts';
import { placeIn } from '../../../domain/law/place.ts';
import fc from 'fast-check';
import { accountOf } from '../../../domain/account/account.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { apply, fold } from '../../../domain/akte/fold.ts';
import { LAENDER, day, daysBetween, plusDays, weekday, type Day, type Land } from '../../../domain/calendar.ts';
import { isHoliday, isWorkingDay } from '../../../domain/law/deadlines.ts';
import { nextStep } from '../../../domain/dunning/next-step.ts';
import { payByOf } from '../../../domain/dunning/sent.ts';
import { messageOf, type Step } from '../../../domain/dunning/step.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import type { Channel } from '../../../domain/procedure/channels.ts';
import { isRefused, lintProcedure } from '../../../domain/lint/lint-procedure.ts';
import { ZERO } from '../../../domain/money.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, erika } from '../../support/akte.ts';

const reference = MessageReference.parse('r');
const providerId = ProviderId.parse('p');

/**
 * Any procedure of sensible and of senseless numbers: most are refused, and what is not must keep its promises on real
 * days.
 */
const aLevel = (stage: number) =>
  fc.record({
    stage: fc.constant(stage),
    title: fc.constant(`Stufe ${stage}`),
    paymentTermDays: fc.integer({ min: 2, max: 10 }),
    email: fc.boolean(),
    sms: fc.boolean(),
    letter: fc.constantFrom('after-email', 'instead', 'at-once'),
    letterAfterDays: fc.integer({ min: 0, max: 10 }),
    phone: fc.option(fc.record({ afterDays: fc.integer({ min: 2, max: 20 }), days: fc.integer({ min: 7, max: 20 }) }), {
      nil: null,
    }),
    anchor: fc.constantFrom('email', 'letter'),
    collectionFee: fc.constant(stage > 0),
    nextAfterDays: fc.integer({ min: 8, max: 40 }),
    flatFee:
      stage === 0
        ? fc.constant(null)
        : fc.option(fc.constant({ amount: 250, basis: 'contract', source: 'Vertrag' }), { nil: null }),
  });
const aProcedure = fc
  .integer({ min: 1, max: 4 })
  .chain((n) =>
    fc.record({
      id: fc.constant('own'),
      version: fc.constant(1),
      name: fc.constant('Eigen'),
      levels: fc.tuple(...Array.from({ length: n }, (_, i) => aLevel(i))),
      messageDays: fc.constantFrom('working-days', 'monday-to-saturday'),
      messageHours: fc.record({ from: fc.integer({ min: 8, max: 12 }), to: fc.integer({ min: 14, max: 20 }) }),
      after: fc.constantFrom('court', 'none'),
    }),
  )
  .map((json) => Procedure.parse(json));
const aCase = fc.record({
  land: fc.option(fc.constantFrom(...LAENDER), { nil: null }),
  start: fc.integer({ min: 0, max: 700 }),
  reach: fc.subarray(['email', 'phone', 'address'] as const, { minLength: 1 }),
});

type Done = Readonly<{ on: Day; stage: number; channel: Channel | null; payBy: Day | null }>;
const factsOf = (
  step: Extract<Step, { kind: 'act' }>,
  on: Day,
  procedure: Procedure,
  land: Land | null,
): { facts: Fact[]; done: Done } => {
  const channel = step.kind === 'act' ? (messageOf(step.name)?.channel ?? null) : null;
  const level = procedure.levels.find((l) => l.stage === step.stage)!;
  if (!channel)
    return {
      facts: [
        step.name === 'Telefoninkasso eröffnen'
          ? { kind: 'callsOpened', matter: aClaim().matter, stage: step.stage, from: on, until: step.until ?? on }
          : { kind: 'courtDecisionDue', matter: aClaim().matter, on },
      ],
      done: { on, stage: step.stage, channel, payBy: null },
    };
  const payBy = payByOf(level, channel, on, { place: placeIn(land, SOMEWHERE.postalCode) });
  const message = { matter: aClaim().matter, stage: step.stage, channel };
  const demand =
    channel === 'sms'
      ? null
      : {
          total: ZERO,
          asOf: on,
          payBy,
          claims: EVERY_CLAIM,
          collectionFee: level.collectionFee,
          ...(level.flatFee?.basis
            ? { flatFee: { amount: level.flatFee.amount, basis: level.flatFee.basis, claim: aClaim().id } }
            : {}),
        };
  return {
    facts: [
      { kind: 'reserved', message, reference, at: `${on}T08:00:00Z`, by: 'operator:x', demand },
      { kind: 'sent', message, reference, on, providerId, document: null },
    ],
    done: { on, stage: step.stage, channel, payBy },
  };
};

const live = (
  procedure: Procedure,
  { land, start, reach }: { land: Land | null; start: number; reach: readonly string[] },
): { done: Done[]; akte: Akte; begun: Day; ended: Day } => {
  const begun = plusDays(day('2026-01-01'), start);
  const debtor = Object.fromEntries(
    Object.entries({ ...erika, address: SOMEWHERE, land: land ?? undefined }).filter(
      ([k, v]) => v !== undefined && (!['email', 'phone', 'address'].includes(k) || reach.includes(k)),
    ),
  ) as typeof erika;
  const claim = aClaim(1, { invoiceDate: plusDays(begun, -40), dueOn: plusDays(begun, -20) });
  let akte = fold(AKTE, [
    [
      { kind: 'opened', debtor, terms: TERMS },
      {
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: begun,
        matter: claim.matter,
        procedure: { id: 'own', version: 1 },
        claims: [claim],
      },
    ],
  ]);
  const done: Done[] = [];
  for (let today = begun; ;) {
    const step = nextStep(akte, claim.id, { procedures: procedure, today });
    if (step.kind === 'end' || /Entscheidung|Nicht erreichbar/.test(step.name) || daysBetween(begun, today) > 900)
      return { done, akte, begun, ended: today };
    if (step.kind === 'wait') {
      today = step.until > today ? step.until : plusDays(today, 1);
      continue;
    }
    const next = factsOf(step, today, procedure, land);
    done.push(next.done);
    for (const fact of next.facts) akte = apply(akte, fact, AKTE);
  }
};

type Life = ReturnType<typeof live>;
type Case = Parameters<typeof live>[1];
const mayBeSentOn = (on: Day, { messageDays }: Procedure, land: Land | null): boolean => {
  const place = placeIn(land, SOMEWHERE.postalCode);
  return (
    isWorkingDay(on, place) || (messageDays === 'monday-to-saturday' && weekday(on) === 6 && !isHoliday(on, place))
  );
};
const expectMessagesInOrder = (messages: readonly Done[], procedure: Procedure, { land }: Case): void => {
  for (const m of messages) {
    expect(mayBeSentOn(m.on, procedure, land)).toBe(true);
    expect(messages.filter((x) => x.on > plusDays(m.on, -7) && x.on <= m.on).length).toBeLessThanOrEqual(3);
    if (m.payBy) expect(isWorkingDay(m.payBy, placeIn(land, SOMEWHERE.postalCode))).toBe(true);
    // A new stage never begins while an earlier demand may still be paid in time.
    for (const earlier of messages)
      if (earlier.stage < m.stage && earlier.payBy) expect(earlier.payBy <= m.on).toBe(true);
  }
};
const expectNoCallBeforeADemand = ({ done, akte }: Life, messages: readonly Done[]): void => {
  const calls = done.filter(
    (d) =>
      d.channel === null && d.payBy === null && akte.callWindows.some((w) => w.from === d.on && w.stage === d.stage),
  );
  for (const call of calls) {
    const hasCome = (m: Done): boolean => plusDays(m.on, m.channel === 'letter' ? 3 : 0) <= call.on;
    expect(messages.some((m) => m.stage === call.stage && m.channel !== 'sms' && hasCome(m))).toBe(true);
  }
};
const expectNoFlatFeeBeforeDefault = ({ akte, ended }: Life): void => {
  for (const claim of accountOf(akte, ended).claims)
    for (const fee of claim.flatFees) expect(claim.default && claim.default.since <= fee.on).toBe(true);
};

test('what the linter lets through keeps its promises on real days: rest days, budget, own deadlines, no call before a demand has come, no cost before default', () => {
  let passed = 0;
  fc.assert(
    fc.property(aProcedure, aCase, (procedure, of) => {
      if (isRefused(lintProcedure(procedure))) return;
      passed += 1;
      const life = live(procedure, of);
      const messages = life.done.filter((d) => d.channel !== null);
      expectMessagesInOrder(messages, procedure, of);
      expectNoCallBeforeADemand(life, messages);
      expectNoFlatFeeBeforeDefault(life);
      expect(daysBetween(life.begun, life.ended)).toBeLessThanOrEqual(365 + 40);
    }),
    { numRuns: 600 },
  );
  expect(passed).toBeGreaterThan(60);
});
