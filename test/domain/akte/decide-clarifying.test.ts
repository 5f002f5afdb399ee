import type { Stage } from '../../../domain/procedure/states.ts';
import { byOperator } from '../../../domain/actor.ts';
import { decideClarifying } from '../../../domain/akte/decide-clarifying.ts';
import type { Fact, MessageKey } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { ClaimId, MessageReference, ProviderId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { AKTE, aClaim, after, EVERY_CLAIM, erika, MATTER, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

const by = byOperator('test');
const why = { by, reason: 'beim Dienstleister nachgesehen' };
const TODAY = after(12);
const CASE = opened(erika, aClaim());
const given = deciding(decideClarifying);

const keyOf = (stage: Stage): MessageKey => ({ matter: MATTER, stage, channel: 'sms' });
const reserved = (stage: Stage): Fact => ({
  kind: 'reserved',
  message: keyOf(stage),
  reference: MessageReference.parse(`r${stage}`),
  at: '2026-03-12T08:00:00Z',
  by: 'operator:task' as const,
  demand: {
    total: cents(120_00),
    asOf: after(10),
    payBy: after(24),
    claims: EVERY_CLAIM,
    collectionFee: true,
  },
});
const unclear = (stage: Stage): readonly Fact[] => [
  reserved(stage),
  { kind: 'unclear', message: keyOf(stage), reference: MessageReference.parse(`r${stage}`), on: after(10) },
];
const sent = (stage: Stage): readonly Fact[] => [
  reserved(stage),
  {
    kind: 'sent',
    message: keyOf(stage),
    reference: MessageReference.parse(`r${stage}`),
    on: after(10),
    providerId: ProviderId.parse('p'),
    document: null,
  },
];
const trouble: Fact = { kind: 'trouble', claim: ClaimId.parse('F1'), on: after(10), reason: 'States.Timeout' };
const clarified: Fact = { kind: 'clarified', on: TODAY, ...why };
const notSent = (stage: Stage): Fact => ({
  kind: 'notSent',
  message: keyOf(stage),
  reference: MessageReference.parse(`r${stage}`),
  on: TODAY,
  why: 'not-taken',
  reason: why.reason,
});

describe('a message of which nobody knew whether it went out', () => {
  test('went out, unless somebody says no', () => {
    given(...CASE, ...unclear(1))
      .when(why, TODAY)
      .then([clarified]);
    given(...CASE, ...unclear(1))
      .when({ ...why, sent: true }, TODAY)
      .then([clarified]);
  });
  test('did not: it is due again, and so is every other that is unclear', () => {
    given(...CASE, ...sent(0), ...unclear(1), ...unclear(2))
      .when({ ...why, sent: false }, TODAY)
      .then([notSent(1), notSent(2), clarified]);
  });
  test('goes before a step that failed', () => {
    given(...CASE, ...unclear(1), trouble)
      .when({ ...why, sent: false }, TODAY)
      .then([notSent(1), clarified]);
  });
});

describe('a step that failed', () => {
  test.each([{}, { sent: true }, { sent: false }])('is tried anew, whatever is said of a message: %j', (more) => {
    given(...CASE, ...sent(1), trouble)
      .when({ ...why, ...more }, TODAY)
      .then([clarified]);
  });
});

describe('a message that was said to have gone out and did not', () => {
  const assumed = (...stages: Stage[]): readonly Fact[] => [
    ...stages.flatMap(unclear),
    { ...clarified, on: after(11) },
  ];
  test('is taken back by its name', () => {
    given(...CASE, ...assumed(1, 2))
      .when({ ...why, sent: false, message: 'r2' }, TODAY)
      .then([notSent(2)]);
  });
  test('is taken back once', () => {
    given(...CASE, ...assumed(1), notSent(1))
      .when({ ...why, sent: false, message: 'r1' }, TODAY)
      .then([]);
  });
  test.each([undefined, 'r0', 'unbekannt'])('%s is none: which there are is told', (message) => {
    given(...CASE, ...sent(0), ...assumed(1, 2))
      .when({ ...why, sent: false, message }, TODAY)
      .thenRefuses('clarify.message', 'message');
    const akte = fold(AKTE, [[...CASE, ...sent(0), ...assumed(1, 2)]]);
    expect(() => decideClarifying({ ...why, sent: false, message }, akte, TODAY)).toThrow('als gesendet: r1, r2.');
  });
  test('came back since: nobody says any more that it went out', () => {
    given(...CASE, ...assumed(1), {
      kind: 'undeliverable',
      contact: 'phone',
      on: after(11),
      reason: 'unbekannt',
      message: keyOf(1),
    })
      .when({ ...why, sent: false, message: 'r1' }, TODAY)
      .then([]);
  });
  test('only where it was assumed: what went out for sure stays', () => {
    given(...CASE, ...sent(1))
      .when({ ...why, sent: false, message: 'r1' }, TODAY)
      .then([]);
  });
  test('said to have gone out a second time, nothing is new', () => {
    given(...CASE, ...assumed(1))
      .when({ ...why, message: 'r1' }, TODAY)
      .then([]);
  });
});

describe('where nothing is unclear', () => {
  test('nothing follows', () => {
    given(...CASE)
      .when(why, TODAY)
      .then([]);
    given(...CASE, trouble, clarified)
      .when(why, TODAY)
      .then([]);
  });
  const NAMELESS = opened({ ...erika, name: '王小明' }, aClaim());
  test('but the name, it is asked for: a word of ours does not make it printable', () => {
    given(...NAMELESS)
      .when(why, TODAY)
      .thenRefuses('clarify.name');
  });
  test('a name is no reason not to clear up what else is unclear', () => {
    given(...NAMELESS, ...unclear(1))
      .when(why, TODAY)
      .then([clarified]);
    given(...NAMELESS)
      .when({ ...why, sent: false }, TODAY)
      .then([]);
  });
});

test('in a closed Akte nothing is cleared up', () => {
  given(...CASE, ...unclear(1), { kind: 'closed', on: after(11), by, reason: 'Verzicht' })
    .when(why, TODAY)
    .thenRefuses('akte.closed');
});
