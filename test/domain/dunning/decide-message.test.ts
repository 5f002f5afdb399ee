import type { Stage } from '../../../domain/procedure/states.ts';
import { findMessage, type Akte } from '../../../domain/akte/akte.ts';
import type { Fact, FactOf, MessageKey } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { plusDays } from '../../../domain/calendar.ts';
import { decideEnd, joinedWith, payByTold, wentOn } from '../../../domain/dunning/decide-message.ts';
import { ClaimId, HandOverId, MessageReference, ProviderId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { AKTE, EVERY_CLAIM, aClaim, erika } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';
import { M1, M2, message, on, opened, reserved, sent } from './played.ts';

const REFERENCE = MessageReference.parse('r');

const CASE = opened(erika, aClaim());
const akteWith = (...facts: readonly Fact[]): Akte => fold(AKTE, [[...CASE, ...facts]]);
/** The reservation of a message that asks for money on a day, to be paid a week later. */
const demands = (n: number, key: MessageKey): Fact => ({
  kind: 'reserved',
  message: key,
  reference: REFERENCE,
  at: `${on(n)}T08:00:00Z`,
  by: 'operator:x',
  demand: { total: cents(120_00), asOf: on(n), payBy: on(n + 7), claims: EVERY_CLAIM, collectionFee: false },
});
const wentOut = (n: number, key: MessageKey): Fact[] => [
  demands(n, key),
  { kind: 'sent', message: key, reference: REFERENCE, on: on(n), providerId: ProviderId.parse('p'), document: null },
];

describe('claims that go on in the series that runs', () => {
  const another: Fact = {
    kind: 'handedOver',
    handOver: HandOverId.parse('h2'),
    on: on(5),
    matter: M2,
    procedure: { id: 'standard', version: 1 },
    claims: [aClaim(2, { matter: M2 })],
  };
  const running = [...wentOut(0, message(0, 'email')), another];
  const joins: Fact = { kind: 'joined', matter: M1, claims: [ClaimId.parse('F2')], on: on(10) };
  const joined = (stage: Stage, more: Partial<MessageKey> = {}, ...facts: Fact[]) =>
    joinedWith({ matter: M1, stage, ...more }, akteWith(...running, ...facts), {
      procedures: STANDARD,
      today: on(10),
    });
  test('join with the first message of a stage', () => {
    expect(joined(1)).toEqual(joins);
  });
  test('not with a further one of it, which asks what the first has asked', () => {
    expect(joined(1, {}, ...wentOut(9, message(1, 'email')))).toBeNull();
    expect(joined(0)).toBeNull();
  });
  test('with the notice that tells them in the last stage, whatever has gone out of that', () => {
    expect(joined(0, { occasion: 'joined' })).toEqual(joins);
  });
  test('not with a text after calls that nobody answered', () => {
    expect(joined(1, { occasion: 'calls' })).toBeNull();
  });
  test('not with a message of a matter that is not the one that runs, nor where there is nobody to join', () => {
    expect(joined(1, { matter: M2 })).toBeNull();
    const alone = akteWith(...wentOut(0, message(0, 'email')));
    expect(joinedWith({ matter: M1, stage: 1 }, alone, { procedures: STANDARD, today: on(10) })).toBeNull();
  });
});

describe('how a reserved message ended', () => {
  const given = deciding(decideEnd);
  const ended: FactOf<'sent'> = {
    kind: 'sent',
    message: message(1, 'email'),
    reference: REFERENCE,
    on: on(10),
    providerId: ProviderId.parse('p'),
    document: null,
  };
  test('is noted while nobody has said it', () => {
    given(...CASE, reserved(1, 'email', 10))
      .when(ended, on(10))
      .then([ended]);
  });
  test('once: what somebody else has found out stands', () => {
    given(...CASE, ...sent(1, 'email', 10))
      .when(ended, on(10))
      .then([]);
    given(...CASE, reserved(1, 'email', 10), { ...ended, kind: 'unclear' })
      .when(ended, on(10))
      .then([]);
  });
  test('of this message: another that is open says nothing, nor what was never reserved', () => {
    given(...CASE, reserved(1, 'sms', 10))
      .when(ended, on(10))
      .then([]);
  });
});

describe('the day a message went whose sender did not say so', () => {
  const day = (akte: Akte, key: MessageKey) => {
    const found = findMessage(akte, key);
    return found && wentOn(found, akte, on(12));
  };
  test('is that of its demand', () => {
    expect(day(akteWith(demands(10, message(1, 'email'))), message(1, 'email'))).toBe(on(10));
  });
  test('is today, where it repeats what its stage has asked first, or asks for nothing', () => {
    const repeated = akteWith(...wentOut(9, message(1, 'email')), demands(10, message(1, 'letter')));
    expect(day(repeated, message(1, 'letter'))).toBe(on(12));
    expect(day(akteWith(reserved(1, 'sms', 10)), message(1, 'sms'))).toBe(on(12));
  });
  test('is that of its demand, where only another stage or matter has asked', () => {
    const first = akteWith(
      ...wentOut(0, message(0, 'email')),
      ...wentOut(0, message(1, 'email', M2)),
      demands(10, message(1, 'letter')),
    );
    expect(day(first, message(1, 'letter'))).toBe(on(10));
  });
});

describe('the last day to pay that a stage has named', () => {
  const told = (...facts: Fact[]) => payByTold({ matter: M1, stage: 1 }, akteWith(...facts), on(20));
  test('is that of its latest demand', () => {
    expect(told(...wentOut(10, message(1, 'email')), ...wentOut(12, message(1, 'letter')))).toBe(on(19));
  });
  test('is today, where it has named none, or only another stage or matter has', () => {
    expect(told()).toBe(on(20));
    expect(told(reserved(1, 'sms', 10))).toBe(on(20));
    expect(told(...wentOut(0, message(0, 'email')), ...wentOut(10, message(1, 'email', M2)))).toBe(on(20));
  });
  test('a text without a demand does not take it away', () => {
    expect(told(...wentOut(10, message(1, 'email')), ...sent(1, 'sms', 11))).toBe(plusDays(on(10), 7));
  });
});
