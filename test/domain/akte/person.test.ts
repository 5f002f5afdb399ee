import type { Stage } from '../../../domain/procedure/states.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day, type Day } from '../../../domain/calendar.ts';
import { HandOverId, MatterId, MessageReference, ProviderId } from '../../../domain/ids.ts';
import { callTasksOf } from '../../../domain/dunning/calls.ts';
import { nextStep } from '../../../domain/dunning/next-step.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import type { Channel } from '../../../domain/procedure/channels.ts';
import { NO_CONTACTS, contactPointsOf, contactsIn, elsewhereOf, furtherPoints } from '../../../domain/akte/person.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { AKTE, EVERY_CLAIM, START, TERMS, aClaim, erika } from '../../support/akte.ts';

const REFERENCE = MessageReference.parse('r');

const M1 = MatterId.parse('M1');
const F1 = ClaimId.parse('F1');
const opened: Fact[] = [
  { kind: 'opened', debtor: erika, terms: TERMS },
  {
    kind: 'handedOver',
    handOver: HandOverId.parse('h'),
    on: day(START),
    matter: M1,
    procedure: { id: 'standard', version: 1 },
    claims: [aClaim()],
  },
];
const message = (stage: Stage, channel: Channel, on: Day | null): Fact[] => {
  const key = { matter: M1, stage, channel };
  return [
    { kind: 'reserved', message: key, reference: REFERENCE, at: `${START}T08:00:00Z`, by: 'operator:x', demand: null },
    ...(on
      ? [
          {
            kind: 'sent' as const,
            message: key,
            reference: REFERENCE,
            on,
            providerId: ProviderId.parse('p'),
            document: null,
          },
        ]
      : []),
  ];
};
const akte = (...facts: Fact[]) => fold(AKTE, [[...opened, ...facts]]);

describe('a person is known by what reaches it', () => {
  const base = {
    ...erika,
    name: 'Erika Beispiel',
    email: 'erika@example.com',
    phone: '+4915112345678',
    address: { street: 'Musterstr. 5 a', postalCode: '10115', city: 'Berlin', country: 'DE' as const },
  };
  test('mailbox, telephone and letter box', () => {
    expect(contactPointsOf(base)).toEqual([
      'email:erika@example.com',
      'phone:+4915112345678',
      'post:beispiel erika#musterstrasse#5a#10115',
    ]);
  });
  test('however it is spelt', () => {
    expect(
      contactPointsOf({
        ...base,
        name: 'Beispiel, Erika',
        email: 'Erika+post@Example.com',
        address: { ...base.address, street: 'MUSTERSTRASSE 5A' },
      }),
    ).toEqual(contactPointsOf(base));
  });
  test('another name in the same house is somebody else', () => {
    expect(contactPointsOf({ ...base, name: 'Max Beispiel' })[2]).not.toBe(contactPointsOf(base)[2]);
  });
  test('a street without its number, and a name alone, lead to nobody', () => {
    const { email: _, phone: __, address, ...bare } = base;
    expect(contactPointsOf(bare)).toEqual([]);
    expect(contactPointsOf({ ...bare, address: { ...address, street: 'Musterstraße' } })).toEqual([]);
  });
});

test('contacts are what went out and every attempt to call, not what is only reserved', () => {
  const of = akte(...message(0, 'email', day('2026-03-02')), ...message(1, 'email', null), {
    kind: 'callMade',
    matter: M1,
    stage: 1,
    on: day('2026-03-20'),
    part: 'morning',
    outcome: 'not-reached',
    by: 'operator:x',
  });
  expect(contactsIn([of, akte(...message(0, 'letter', day('2026-03-05')))])).toEqual({
    messages: ['2026-03-02', '2026-03-05'],
    calls: ['2026-03-20'],
  });
});

test('what was refused, or of which nobody knows, was no contact', () => {
  const failed = (n: Stage, fact: Fact): Fact[] => [...message(n, 'email', null), fact];
  const key = (stage: Stage) => ({ matter: M1, stage, channel: 'email' as const });
  expect(
    contactsIn([
      akte(
        ...failed(0, {
          kind: 'notSent',
          message: key(0),
          reference: REFERENCE,
          on: day('2026-03-02'),
          why: 'refused',
          reason: 'x',
        }),
        ...failed(1, { kind: 'unclear', message: key(1), reference: REFERENCE, on: day('2026-03-03') }),
      ),
    ]).messages,
  ).toEqual([]);
});

describe('what counts against the budget besides an Akte’s own contacts', () => {
  const moment = { today: day('2026-03-12'), now: new Date('2026-03-12T09:00:00Z') };
  const call = (on: string): Fact => ({
    kind: 'callMade',
    matter: M1,
    stage: 1 as const,
    on: day(on),
    part: 'morning',
    outcome: 'not-reached',
    by: 'operator:x',
  });
  const taken = (until: string): Fact => ({ kind: 'callTaken', matter: M1, stage: 1, by: 'operator:x', until });
  const reserved = (asOf: string | null, channel: Channel = 'letter'): Fact => ({
    kind: 'reserved',
    message: { matter: M1, stage: 2, channel },
    reference: REFERENCE,
    at: `${START}T08:00:00Z`,
    by: 'operator:x',
    demand: asOf
      ? { total: cents(1), asOf: day(asOf), payBy: day(asOf), claims: EVERY_CLAIM, collectionFee: false }
      : null,
  });
  test('nothing, where the person has no other Akte and nothing is under way', () => {
    expect(elsewhereOf(akte(...message(0, 'email', day('2026-03-02'))), [], moment)).toEqual(NO_CONTACTS);
  });
  test('what the person’s other Akten sent, called, and have under way', () => {
    const other = akte(...message(0, 'email', day('2026-03-02')), call('2026-03-09'), reserved('2026-03-11'));
    expect(elsewhereOf(akte(), [other, akte(reserved(null, 'sms'))], moment)).toEqual({
      messages: ['2026-03-02', '2026-03-11', '2026-03-12'],
      calls: ['2026-03-09'],
    });
  });
  test('of its own only the messages under way: the rest it knows itself', () => {
    expect(
      elsewhereOf(
        akte(
          ...message(0, 'email', day('2026-03-02')),
          call('2026-03-09'),
          reserved('2026-03-11'),
          taken('2026-03-12T09:30:00Z'),
        ),
        [],
        moment,
      ),
    ).toEqual({ messages: ['2026-03-11'], calls: [] });
  });
  test('a message of which nobody knows counts on its day', () => {
    expect(
      elsewhereOf(
        akte(),
        [
          akte(reserved('2026-03-11'), {
            kind: 'unclear',
            message: { matter: M1, stage: 2, channel: 'letter' },
            reference: REFERENCE,
            on: day('2026-03-10'),
          }),
        ],
        moment,
      ).messages,
    ).toEqual(['2026-03-10']);
  });
  test('a call that somebody has taken counts until its time is over', () => {
    expect(
      ['2026-03-12T09:00:01Z', '2026-03-12T09:00:00Z'].map(
        (until) => elsewhereOf(akte(), [akte(taken(until))], moment).calls,
      ),
    ).toEqual([['2026-03-12'], []]);
  });
});

describe('the budget is the person’s, whoever claims (reading 14)', () => {
  const elsewhere = { messages: ['2026-02-26', '2026-02-27', '2026-03-02'].map(day), calls: [] };
  test('a message waits until seven days have room for it', () => {
    expect(nextStep(akte(), F1, { procedures: STANDARD, today: day(START) })).toMatchObject({
      kind: 'act',
      name: 'Mahnung per E-Mail',
    });
    expect(nextStep(akte(), F1, { procedures: STANDARD, today: day(START), elsewhere })).toMatchObject({
      kind: 'wait',
      until: '2026-03-05',
      why: 'Mahnung per E-Mail (Zahlungserinnerung) am 05.03.2026',
    });
    expect(nextStep(akte(), F1, { procedures: STANDARD, today: day('2026-03-05'), elsewhere })).toMatchObject({
      kind: 'act',
    });
  });
  test('a call, too', () => {
    const calling = akte(...message(1, 'email', day('2026-03-02')), ...message(0, 'email', day(START)), {
      kind: 'callsOpened',
      matter: M1,
      stage: 1,
      from: day('2026-03-23'),
      until: day('2026-04-07'),
    });
    const levels = STANDARD.levels.map((l) => ({ ...l, sms: false, letter: 'instead' as const }));
    const calls = (...days: string[]) =>
      callTasksOf(calling, {
        procedures: () => ({ ...STANDARD, levels }),
        today: day('2026-03-24'),
        module: 'standard',
        elsewhere: { messages: [], calls: days.map(day) },
      }).length;
    expect([
      calls(),
      calls('2026-03-20', '2026-03-23'),
      calls('2026-03-20', '2026-03-23', '2026-03-23'),
      calls('2026-03-17', '2026-03-23', '2026-03-23'),
    ]).toEqual([1, 1, 0, 1]);
  });
});

describe('by what else a person is reached than is known', () => {
  const moved = { ...erika, email: 'neu@example.com', phone: undefined };
  test('is what nobody has told yet, each once', () => {
    expect(furtherPoints(erika, [erika, moved, moved])).toEqual(['email:neu@example.com']);
    expect(furtherPoints(erika, [erika])).toEqual([]);
    expect(furtherPoints(erika, [])).toEqual([]);
  });
  test('is all of it where nothing is known', () => {
    expect(furtherPoints(null, [erika, erika])).toEqual(contactPointsOf(erika));
  });
});
