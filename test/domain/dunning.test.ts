import { SOMEWHERE } from '../../simulator/people.ts';
import { placeIn, placeOf } from '../../domain/place.ts';
import type { Akte } from '../../domain/akte.ts';
import { fold } from '../../domain/fold.ts';
import { day, plusDays, type Day } from '../../domain/calendar.ts';
import { ClaimId, MatterId, type Claim } from '../../domain/claim.ts';
import { nextStep } from '../../domain/dunning/next-step.ts';
import { payByOf } from '../../domain/dunning/sent.ts';
import { messageOf, type Step } from '../../domain/dunning/step.ts';
import type { Channel, Fact } from '../../domain/facts.ts';
import { cents } from '../../domain/money.ts';
import type { Debtor } from '../../domain/parties.ts';
import {
  Procedure,
  STANDARD,
  STANDARD_LETTER_ANCHORED,
  STANDARD_NO_PHASE_1,
  type Level,
} from '../../domain/procedure.ts';
import { AKTE, START, TERMS, aClaim, erika } from '../support/akte.ts';

const M1 = MatterId.parse('M1');
const M2 = MatterId.parse('M2');
const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const on = (n: number): Day => plusDays(day(START), n);
const without = (...gone: readonly ('email' | 'phone' | 'address' | 'land')[]): Debtor =>
  Object.fromEntries(Object.entries(erika).filter(([k]) => !gone.some((g) => g === k))) as Debtor;
const opened = (debtor: Debtor, ...claims: Claim[]): Fact[] => [
  { kind: 'opened', debtor, terms: TERMS },
  { kind: 'handedOver', handOver: 'h', on: day(START), matter: M1, procedure: { id: 'standard', version: 1 }, claims },
];
const message = (stage: number, channel: Channel, matter = M1) => ({ matter, stage, channel });
const reserved = (stage: number, channel: Channel, n: number, matter = M1): Fact => ({
  kind: 'reserved',
  message: message(stage, channel, matter),
  reference: 'r',
  at: `${on(n)}T08:00:00Z`,
  by: 'x',
  demand: null,
});
const sent = (stage: number, channel: Channel, n: number, matter = M1): Fact[] => [
  reserved(stage, channel, n, matter),
  {
    kind: 'sent',
    message: message(stage, channel, matter),
    reference: 'r',
    on: on(n),
    providerId: 'p',
    document: null,
  },
];
const refused = (stage: number, channel: Channel, n: number): Fact[] => [
  reserved(stage, channel, n),
  { kind: 'notSent', message: message(stage, channel), reference: 'r', on: on(n), why: 'refused', reason: 'x' },
];
const unclear = (stage: number, channel: Channel, n: number, matter = M1): Fact[] => [
  reserved(stage, channel, n, matter),
  { kind: 'unclear', message: message(stage, channel, matter), reference: 'r', on: on(n) },
];
const calls = (stage: number, n: number, matter = M1): Fact => ({
  kind: 'callsOpened',
  matter,
  stage,
  from: on(n),
  until: on(n + 14),
});
const dead = (channel: Channel, n: number): Fact => ({ kind: 'undeliverable', channel, on: on(n), reason: 'x' });
const akte = (...facts: Fact[]): Akte => fold(AKTE, [[...opened(erika, aClaim()), ...facts]]);
const step = (of: Akte, n: number, procedure: Procedure = STANDARD): Step =>
  nextStep(of, F1, { procedures: procedure, today: on(n) });

type Given = Readonly<{
  debtor?: Debtor;
  claims?: Claim[];
  procedure?: Procedure;
  happens?: Readonly<Record<number, readonly Fact[]>>;
  refuses?: (stage: number, channel: Channel) => boolean;
}>;
const doneBy = (step: Extract<Step, { kind: 'act' }>, n: number, refuses: boolean): Fact[] => {
  const channel = messageOf(step.name)?.channel;
  if (channel) return refuses ? refused(step.stage, channel, n) : sent(step.stage, channel, n);
  return [
    step.name === 'Telefoninkasso eröffnen'
      ? calls(step.stage, n)
      : { kind: 'courtDecisionDue', matter: M1, on: on(n) },
  ];
};
/** `10 email 1`: an act with its day, its channel or what it is instead, and its stage. */
const lineOf = (next: Exclude<Step, { kind: 'end' | 'wait' }>, n: number): string => {
  const channel = messageOf(next.name)?.channel;
  return `${n} ${channel ?? (next.name === 'Telefoninkasso eröffnen' ? 'calls' : 'court')} ${next.stage}`;
};
/**
 * Plays a case day by day and does at once what comes next, as the processes do: one line for each act, with the day
 * counted from the hand-over, and the word in the end.
 */
const play = (given: Given = {}, days = 120): string[] => {
  const { debtor = erika, claims = [aClaim()], procedure = STANDARD, happens = {}, refuses = () => false } = given;
  const facts = opened(debtor, ...claims);
  const told: string[] = [];
  const nextOn = (n: number): Step => nextStep(fold(AKTE, [facts]), F1, { procedures: procedure, today: on(n) });
  for (let n = 0; n <= days; n++) {
    facts.push(...(happens[n] ?? []));
    for (let next = nextOn(n); next.kind !== 'wait'; next = nextOn(n)) {
      if (next.kind === 'end') return [...told, `${n} ${next.name}`];
      if (told.length > 40) throw new Error(`the case does not end: ${told.join(', ')}`);
      told.push(lineOf(next, n));
      const channel = messageOf(next.name)?.channel;
      facts.push(...doneBy(next, n, channel !== undefined && refuses(next.stage, channel)));
    }
  }
  return told;
};
const one = (level: Partial<Level>): Procedure =>
  Procedure.parse({ id: 'own', version: 1, name: 'Eigen', levels: [{ ...STANDARD.levels[1], ...level }] });

describe('what came back', () => {
  const back = (stage: number, channel: Channel, n: number): Fact => ({
    kind: 'undeliverable',
    channel,
    on: on(n),
    reason: 'x',
    message: message(stage, channel),
  });
  const address = (n: number): Fact => ({
    kind: 'contactChanged',
    on: on(n),
    by: 'x',
    source: 'debtor',
    address: { street: 'Neuweg 1', postalCode: '44135', city: 'Dortmund', country: 'DE' },
  });
  test('a mail: the letter asks at once what it asked, and its own deadline counts from there', () => {
    const of = [...sent(0, 'email', 0), ...sent(1, 'email', 10), back(1, 'email', 11)];
    expect(step(akte(...of), 11)).toMatchObject({ kind: 'act', name: 'Mahnung per Brief', stage: 1 });
    expect(step(akte(...of, ...sent(1, 'letter', 11)), 11)).toMatchObject({ kind: 'act', name: 'SMS-Hinweis' });
    expect(step(akte(...of, ...sent(1, 'letter', 11), ...sent(1, 'sms', 11)), 11)).toMatchObject({
      kind: 'wait',
      until: on(21),
      why: 'Telefoninkasso eröffnen (1. Mahnung) am 23.03.2026',
    });
  });
  test('a letter and no other way: nobody can be reached until an address is known; then it goes there', () => {
    const of = [...sent(1, 'letter', 10), back(1, 'letter', 15)];
    const only = (...facts: Fact[]): Akte => fold(AKTE, [[...opened(without('email', 'phone'), aClaim()), ...facts]]);
    expect(step(only(...of), 15).name).toBe('Nicht erreichbar');
    expect(step(only(...of, address(17)), 17)).toMatchObject({ kind: 'act', name: 'Mahnung per Brief', stage: 1 });
  });
  test('what a later stage has followed is over: nothing goes back to it', () => {
    const of = [...sent(0, 'email', 0), ...sent(1, 'email', 10), back(0, 'email', 11)];
    expect(step(akte(...of), 11).name).not.toBe('Mahnung per Brief');
    expect(
      step(
        akte(
          ...sent(0, 'letter', 0),
          ...sent(1, 'email', 10),
          ...sent(1, 'sms', 10),
          back(0, 'letter', 12),
          address(13),
        ),
        13,
      ),
    ).toMatchObject({ kind: 'wait', stage: 1 });
  });
});

describe('calls that nobody answers (D60)', () => {
  const FROM = 21;
  const call = (n: number, outcome: 'not-reached' | 'reached' = 'not-reached', stage = 1, matter = M1): Fact => ({
    kind: 'callMade',
    matter,
    stage,
    on: on(n),
    part: 'morning',
    outcome,
    by: 'x',
  });
  const text = (n: number): Fact[] => {
    const key = { ...message(1, 'sms'), occasion: 'calls' as const };
    return [
      { kind: 'reserved', message: key, reference: 'r', at: `${on(n)}T08:00:00Z`, by: 'x', demand: null },
      { kind: 'sent', message: key, reference: 'r', on: on(n), providerId: 'p', document: null },
    ];
  };
  const campaign = (...facts: Fact[]): Akte =>
    akte(
      ...sent(0, 'email', 0),
      ...sent(1, 'email', 10),
      ...sent(1, 'sms', 10),
      ...sent(1, 'letter', 18),
      { ...calls(1, FROM), until: on(36) } as Fact,
      ...facts,
    );
  const three = [call(22), call(24), call(29)];

  test('after the third a text asks to call back, once; the text that went with the Mahnung is another', () => {
    expect(step(campaign(...three.slice(0, 2)), 29)).toMatchObject({
      name: 'Mahnstufe 1: Telefoninkasso',
      until: on(36),
    });
    expect(step(campaign(...three), 29)).toEqual({
      kind: 'act',
      name: 'SMS nach vergeblichen Anrufen',
      stage: 1,
      why: '1. Mahnung: fällig am 31.03.2026',
    });
    expect(step(campaign(...three, ...text(29)), 29)).toMatchObject({
      name: 'Mahnstufe 1: Telefoninkasso',
      until: on(36),
    });
  });
  test('not where somebody was reached, in another stage or matter, or in a procedure without it', () => {
    for (const facts of [
      [...three, call(30, 'reached')],
      [call(22), call(24), call(29, 'not-reached', 2)],
      [call(22), call(24), call(29, 'not-reached', 1, M2)],
    ])
      expect(step(campaign(...facts), 30).name).toBe('Mahnstufe 1: Telefoninkasso');
    const without = Procedure.parse({
      ...STANDARD,
      levels: STANDARD.levels.map((l) => ({ ...l, phone: l.phone && { afterDays: 10, days: 14 } })),
    });
    expect(step(campaign(...three), 30, without).name).toBe('Mahnstufe 1: Telefoninkasso');
  });
  test('refused, it is not tried again; given back, it is', () => {
    const key = { ...message(1, 'sms'), occasion: 'calls' as const };
    const back = (why: 'refused' | 'not-taken'): Fact[] => [
      { kind: 'reserved', message: key, reference: 'r', at: `${on(29)}T08:00:00Z`, by: 'x', demand: null },
      { kind: 'notSent', message: key, reference: 'r', on: on(29), why, reason: 'x' },
    ];
    expect([
      step(campaign(...three, ...back('refused')), 29).name,
      step(campaign(...three, ...back('not-taken')), 29).name,
    ]).toEqual(['Mahnstufe 1: Telefoninkasso', 'SMS nach vergeblichen Anrufen']);
  });
  test('with the contact budget it waits, and where the window is over first it lapses', () => {
    const busy = { messages: [24, 28, 29].map(on), calls: [] };
    expect(nextStep(campaign(...three), F1, { procedures: STANDARD, today: on(29), elsewhere: busy })).toMatchObject({
      kind: 'wait',
      name: 'Mahnstufe 1: Telefoninkasso',
      until: on(31),
      why: 'SMS nach vergeblichen Anrufen (1. Mahnung) am 02.04.2026',
    });
    expect(
      nextStep(campaign(...three), F1, {
        procedures: STANDARD,
        today: on(29),
        elsewhere: { messages: [30, 31, 32].map(on), calls: [] },
      }),
    ).toMatchObject({ kind: 'act' });
    expect(
      nextStep(campaign(...three), F1, {
        procedures: STANDARD,
        today: on(30),
        elsewhere: { messages: [28, 29, 30].map(on), calls: [] },
      }),
    ).toMatchObject({
      kind: 'wait',
      name: 'Mahnstufe 1: Telefoninkasso',
      until: on(36),
      why: '1. Mahnung läuft bis 07.04.2026',
    });
  });
  test('a dead number gets none', () => {
    expect(step(campaign(...three, dead('sms', 30)), 30).name).not.toBe('SMS nach vergeblichen Anrufen');
  });
  test('a procedure cannot wait for more attempts than it makes', () => {
    const of = (phone: object) =>
      Procedure.safeParse({
        ...STANDARD,
        levels: STANDARD.levels.map((l) => ({ ...l, phone: l.phone && { afterDays: 10, days: 14, ...phone } })),
      }).success;
    expect([
      of({ attempts: 3, smsAfterAttempts: 3 }),
      of({ attempts: 2, smsAfterAttempts: 3 }),
      of({ smsAfterAttempts: 9 }),
    ]).toEqual([true, false, true]);
  });
});

describe('a case that nobody pays', () => {
  test('reminder, three Mahnungen with text, letter and phone window, then the question of the court', () => {
    expect(play()).toEqual([
      '0 email 0',
      '10 email 1',
      '10 sms 1',
      '18 letter 1',
      '21 calls 1',
      '36 email 2',
      '36 sms 2',
      '44 letter 2',
      '46 calls 2',
      '63 email 3',
      '63 sms 3',
      '71 letter 3',
      '74 calls 3',
      '87 court 3',
    ]);
  });
  test('without e-mail each demand goes by post at once, with no second letter', () => {
    expect(play({ debtor: without('email') })).toEqual([
      '0 letter 0',
      '11 letter 1',
      '11 sms 1',
      '21 calls 1',
      '36 letter 2',
      '36 sms 2',
      '46 calls 2',
      '63 letter 3',
      '63 sms 3',
      '74 calls 3',
      '87 court 3',
    ]);
  });
  test("without a phone neither text nor window; the letter's own deadline passes first", () => {
    expect(play({ debtor: without('phone') })).toEqual([
      '0 email 0',
      '10 email 1',
      '18 letter 1',
      '29 email 2',
      '37 letter 2',
      '46 email 3',
      '56 letter 3',
      '65 court 3',
    ]);
  });
  test('with an e-mail address alone: no letters, and the next stage on the day on which a letter would have to be paid', () => {
    expect(play({ debtor: without('phone', 'address') })).toEqual([
      '0 email 0',
      '10 email 1',
      '28 email 2',
      '44 email 3',
      '63 court 3',
    ]);
  });
  test('with a postal address alone', () => {
    expect(play({ debtor: without('email', 'phone') })).toEqual([
      '0 letter 0',
      '11 letter 1',
      '28 letter 2',
      '44 letter 3',
      '63 court 3',
    ]);
  });
  test('with a phone alone nobody has been asked in writing: nothing is sent', () => {
    expect(play({ debtor: without('email', 'address') })).toEqual([]);
  });
  test('phase 1 skipped', () => {
    expect(play({ procedure: STANDARD_NO_PHASE_1 }).slice(0, 4)).toEqual([
      '0 email 1',
      '0 sms 1',
      '8 letter 1',
      '10 calls 1',
    ]);
  });
  test('anchored to the letter each stage takes eight days more', () => {
    expect(play({ procedure: STANDARD_LETTER_ANCHORED }, 130)).toEqual([
      '0 email 0',
      '10 email 1',
      '10 sms 1',
      '18 letter 1',
      '28 calls 1',
      '42 email 2',
      '42 sms 2',
      '50 letter 2',
      '63 calls 2',
      '74 email 3',
      '74 sms 3',
      '85 letter 3',
      '95 calls 3',
      '109 court 3',
    ]);
  });
  test('it begins on the working day after the last due date of the matter, or with the hand-over', () => {
    expect(play({ claims: [aClaim(1), aClaim(2, { dueOn: day('2026-03-12') })] })[0]).toBe('11 email 0');
    expect(play({ claims: [aClaim(1), aClaim(2, { dueOn: day('2026-03-13') })] })[0]).toBe('14 email 0');
    expect(play({ claims: [aClaim(1), aClaim(2, { dueOn: day('2026-03-20'), matter: M2 })] })[0]).toBe('0 email 0');
  });
  test("a holiday of the debtor's Land moves an act, elsewhere it does not", () => {
    const claims = [aClaim(1, { dueOn: day('2026-06-03') })];
    expect(play({ claims })[0]).toBe('95 email 0');
    expect(play({ claims, debtor: { ...erika, land: 'BE' } })[0]).toBe('94 email 0');
    expect(play({ claims, debtor: without('land') })[0]).toBe('95 email 0');
    expect(play({ claims, debtor: { ...without('land'), address: SOMEWHERE } })[0]).toBe('94 email 0');
    expect([akte(), fold(AKTE, [opened(without('land'), aClaim())])].map((a) => placeOf(a.debtor))).toEqual([
      { lands: ['NW'], postalCode: '44135' },
      { lands: ['NW'], postalCode: '44135' },
    ]);
  });
  test('a debtor with a landline got texts: now there are calls and no text', () => {
    const told = play({ debtor: { ...erika, phone: '+493023125000' } });
    expect(told.filter((l) => l.includes('sms'))).toEqual([]);
    expect(told.some((l) => l.includes('calls'))).toBe(true);
    expect(play({}).some((l) => l.includes('sms'))).toBe(true);
  });
  test('paid in full: nothing more', () => {
    expect(
      play({
        happens: {
          12: [
            {
              kind: 'paid',
              id: 'p',
              amount: cents(500_00),
              valueDate: on(12),
              bookedOn: on(12),
              via: 'agency',
              source: '',
            },
          ],
        },
      }),
    ).toEqual(['0 email 0', '10 email 1', '10 sms 1', '12 Erledigt']);
  });
});

describe('when a message does not arrive', () => {
  test('a refused e-mail: the letter takes its place on the same day, with no second one', () => {
    expect(play({ refuses: (s, c) => s === 1 && c === 'email' }).slice(0, 6)).toEqual([
      '0 email 0',
      '10 email 1',
      '10 letter 1',
      '10 sms 1',
      '21 calls 1',
      '36 email 2',
    ]);
  });
  test('a refused text is not tried again', () => {
    expect(play({ refuses: (s, c) => c === 'sms' }).slice(0, 5)).toEqual([
      '0 email 0',
      '10 email 1',
      '10 sms 1',
      '18 letter 1',
      '21 calls 1',
    ]);
  });
  test('a refused letter after an e-mail: the stage goes on without it', () => {
    expect(play({ refuses: (s, c) => c === 'letter' }).slice(0, 6)).toEqual([
      '0 email 0',
      '10 email 1',
      '10 sms 1',
      '18 letter 1',
      '21 calls 1',
      '36 email 2',
    ]);
  });
  test('e-mail and letter refused: the debtor cannot be reached, and no text comes out of the blue', () => {
    expect(play({ refuses: (s, c) => c !== 'sms' })).toEqual(['0 email 0', '0 letter 0']);
    expect(step(akte(...refused(0, 'email', 0), ...refused(0, 'letter', 0)), 3)).toEqual({
      kind: 'wait',
      name: 'Nicht erreichbar',
      until: on(31),
      why: expect.stringMatching(/^Kein Weg zum Schuldner bekannt.*akte antwort.*noch einmal.*akte ermitteln/),
    });
  });
  test('an address that turns out dead: post from the next stage on, and no letter after the fact where none is due', () => {
    expect(play({ happens: { 5: [dead('email', 5)] } }).slice(0, 4)).toEqual([
      '0 email 0',
      '10 letter 1',
      '10 sms 1',
      '21 calls 1',
    ]);
    expect(play({ happens: { 5: [dead('sms', 5)] } }).slice(0, 4)).toEqual([
      '0 email 0',
      '10 email 1',
      '18 letter 1',
      '29 email 2',
    ]);
    expect(play({ happens: { 5: [dead('letter', 5)] } }).slice(0, 4)).toEqual([
      '0 email 0',
      '10 email 1',
      '10 sms 1',
      '21 calls 1',
    ]);
  });
  test('an e-mail address that comes to be known after the letter went: no second demand of the same stage', () => {
    expect(step(akte(...sent(0, 'letter', 0)), 1).name).toBe('Zahlungserinnerung: Frist');
  });
  test('a text does not come after the letter or the phone window of its stage', () => {
    expect(step(akte(...sent(0, 'email', 0), ...sent(1, 'email', 10), ...sent(1, 'letter', 18)), 18)).toMatchObject({
      kind: 'wait',
      name: 'Mahnstufe 1: Frist',
    });
    expect(step(akte(...sent(0, 'email', 0), ...sent(1, 'email', 10), calls(1, 12)), 12)).toMatchObject({
      kind: 'wait',
      name: 'Mahnstufe 1: Telefoninkasso',
    });
  });
  test('a letter that was refused is no demand: neither text nor phone window nor court follow', () => {
    const debtor = without('email');
    expect(play({ debtor, refuses: (s, c) => s === 1 && c === 'letter' })).toEqual(['0 letter 0', '11 letter 1']);
    expect(step(akte(...sent(0, 'email', 0), ...refused(1, 'email', 10), ...refused(1, 'letter', 10)), 10).name).toBe(
      'Nicht erreichbar',
    );
  });
});

describe('what a level may say', () => {
  test('a letter at once goes with the e-mail on the first day', () => {
    expect(play({ procedure: one({ letter: 'at-once' }) })).toEqual([
      '0 email 1',
      '0 sms 1',
      '0 letter 1',
      '10 calls 1',
      '24 court 1',
    ]);
  });
  test('a letter instead of an e-mail goes only where there is no e-mail', () => {
    expect(play({ procedure: one({ letter: 'instead' }) })).toEqual([
      '0 email 1',
      '0 sms 1',
      '10 calls 1',
      '24 court 1',
    ]);
    expect(play({ procedure: one({ letter: 'instead' }), debtor: without('email') })).toEqual([
      '0 letter 1',
      '0 sms 1',
      '10 calls 1',
      '24 court 1',
    ]);
  });
  test('never a letter, while the e-mail arrives; else it is the only way', () => {
    expect(play({ procedure: one({ letter: 'never' }) })).toEqual(['0 email 1', '0 sms 1', '10 calls 1', '24 court 1']);
    expect(play({ procedure: one({ letter: 'never' }), debtor: without('email') })).toEqual([
      '0 letter 1',
      '0 sms 1',
      '10 calls 1',
      '24 court 1',
    ]);
  });
  test('no e-mail: by post', () => {
    expect(play({ procedure: one({ email: false }) })).toEqual(['0 letter 1', '0 sms 1', '10 calls 1', '24 court 1']);
  });
  test('no text', () => {
    expect(play({ procedure: one({ sms: false }) })).toEqual(['0 email 1', '8 letter 1', '10 calls 1', '24 court 1']);
  });
  test("no phone: the next offset decides, but never before the letter's own deadline", () => {
    expect(play({ procedure: one({ phone: null, nextAfterDays: 21 }) })).toEqual([
      '0 email 1',
      '0 sms 1',
      '8 letter 1',
      '21 court 1',
    ]);
    expect(play({ procedure: one({ phone: null, nextAfterDays: 3 }) })).toEqual([
      '0 email 1',
      '0 sms 1',
      '8 letter 1',
      '17 court 1',
    ]);
    expect(play({ procedure: one({ phone: null, nextAfterDays: 3, letter: 'never' }) })).toEqual([
      '0 email 1',
      '0 sms 1',
      '8 court 1',
    ]);
  });
  test('a window that would open when the stage is over is not opened', () => {
    expect(play({ procedure: one({ letter: 'never', phone: { afterDays: 10, days: 1 } }) })).toEqual([
      '0 email 1',
      '0 sms 1',
      '10 calls 1',
      '11 court 1',
    ]);
    expect(play({ procedure: one({ letter: 'never', phone: { afterDays: 4, days: 1 }, paymentTermDays: 0 }) })).toEqual(
      ['0 email 1', '0 sms 1', '4 calls 1', '7 court 1'],
    );
    expect(play({ procedure: one({ letter: 'never', phone: { afterDays: 5, days: 1 }, paymentTermDays: 0 }) })).toEqual(
      ['0 email 1', '0 sms 1', '7 court 1'],
    );
  });
  test('anchored to the letter, where there is none the e-mail counts', () => {
    expect(play({ procedure: one({ anchor: 'letter', letter: 'never' }) })).toEqual([
      '0 email 1',
      '0 sms 1',
      '10 calls 1',
      '24 court 1',
    ]);
  });
});

test('the last day to pay: from the e-mail, or three postal days later; a working day', () => {
  const level = STANDARD.levels[1]!;
  expect(payByOf(level, 'email', day('2026-03-02'), { place: placeIn(null) })).toBe('2026-03-09');
  expect(payByOf(level, 'letter', day('2026-03-02'), { place: placeIn(null) })).toBe('2026-03-10');
  expect(payByOf(level, 'sms', day('2026-03-02'), { place: placeIn(null) })).toBe('2026-03-09');
  expect(payByOf(level, 'email', day('2026-05-30'), { place: placeIn('NW') })).toBe('2026-06-05');
  expect(payByOf(level, 'email', day('2026-05-30'), { place: placeIn('BE') })).toBe('2026-06-04');
});

describe('the word and the day that an operator sees', () => {
  const REMINDED = sent(0, 'email', 0);
  const FIRST = [...REMINDED, ...sent(1, 'email', 10), ...sent(1, 'sms', 10)];
  test('before the first act: the beginning, on the next working day', () => {
    const late = fold(AKTE, [opened(erika, aClaim(1, { dueOn: on(4) }))]);
    expect(step(late, 0)).toEqual({
      kind: 'wait',
      name: 'Beginn am nächsten Werktag',
      until: on(7),
      why: 'Mahnung per E-Mail (Zahlungserinnerung) am 09.03.2026',
      stage: 0,
    });
    expect(step(late, 7)).toEqual({
      kind: 'act',
      name: 'Mahnung per E-Mail',
      stage: 0,
      why: 'Zahlungserinnerung: fällig am 09.03.2026',
    });
  });
  test('an act that was due on a weekend, or while nobody looked, is done on the next working day', () => {
    expect(step(akte(), 5)).toEqual({
      kind: 'wait',
      name: 'Beginn am nächsten Werktag',
      until: on(7),
      why: 'Mahnung per E-Mail (Zahlungserinnerung) am 09.03.2026',
      stage: 0,
    });
    expect(step(akte(), 8)).toEqual({
      kind: 'act',
      name: 'Mahnung per E-Mail',
      stage: 0,
      why: 'Zahlungserinnerung: fällig am 02.03.2026',
    });
  });
  test("the reminder's time to pay", () => {
    expect(step(akte(...REMINDED), 3)).toEqual({
      kind: 'wait',
      name: 'Zahlungserinnerung: Frist',
      until: on(10),
      why: 'Zahlungserinnerung läuft bis 12.03.2026',
      stage: 0,
    });
  });
  test("a stage's time to pay, with the letter to come", () => {
    expect(step(akte(...FIRST), 11)).toEqual({
      kind: 'wait',
      name: 'Mahnstufe 1: Frist',
      until: on(18),
      why: 'Mahnung per Brief (1. Mahnung) am 20.03.2026',
      stage: 1,
    });
  });
  test('the phone window, and when it opens', () => {
    const letter = [...FIRST, ...sent(1, 'letter', 18)];
    expect(step(akte(...letter), 19)).toMatchObject({
      name: 'Mahnstufe 1: Frist',
      until: on(21),
      why: 'Telefoninkasso eröffnen (1. Mahnung) am 23.03.2026',
    });
    expect(step(akte(...letter), 21)).toMatchObject({ kind: 'act', name: 'Telefoninkasso eröffnen', stage: 1 });
    expect(step(akte(...letter, calls(1, 21)), 22)).toEqual({
      kind: 'wait',
      name: 'Mahnstufe 1: Telefoninkasso',
      until: on(36),
      why: '1. Mahnung läuft bis 07.04.2026',
      stage: 1,
    });
    expect(step(akte(...letter, calls(1, 21)), 36)).toMatchObject({
      kind: 'act',
      name: 'Mahnung per E-Mail',
      stage: 2,
    });
  });
  test('a window of another matter or stage is not this one', () => {
    const letter = [...FIRST, ...sent(1, 'letter', 18)];
    expect(step(akte(...letter, calls(1, 21, M2), calls(2, 21)), 21)).toMatchObject({
      kind: 'act',
      name: 'Telefoninkasso eröffnen',
      stage: 1,
    });
  });
  test("a message of another matter is not this one's", () => {
    expect(step(akte(...sent(0, 'email', 0, M2)), 1)).toMatchObject({
      kind: 'act',
      name: 'Mahnung per E-Mail',
      stage: 0,
    });
  });
  test('a message that is only reserved has not gone out: it is tried again', () => {
    expect(step(akte(reserved(0, 'email', 0)), 1)).toMatchObject({ kind: 'act', name: 'Mahnung per E-Mail', stage: 0 });
    expect(step(akte(...FIRST, reserved(1, 'letter', 18)), 18)).toMatchObject({
      kind: 'act',
      name: 'Mahnung per Brief',
      stage: 1,
    });
  });
  test('the decision about the court: put once, then shown every four weeks', () => {
    const all = one({ letter: 'never', sms: false, phone: null });
    expect(step(akte(...sent(1, 'email', 0)), 10, all)).toEqual({
      kind: 'act',
      name: 'Gerichtliche Entscheidung vorlegen',
      stage: 1,
      why: 'Alle Mahnstufen sind ohne Zahlung abgelaufen.',
    });
    expect(step(akte(...sent(1, 'email', 0), { kind: 'courtDecisionDue', matter: M1, on: on(10) }), 12, all)).toEqual({
      kind: 'wait',
      name: 'Gerichtliches Mahnverfahren: Entscheidung',
      until: on(40),
      why: 'Entscheidung offen seit 12.03.2026',
      stage: 1,
    });
    expect(step(akte(...sent(1, 'email', 0), { kind: 'courtDecisionDue', matter: M2, on: on(10) }), 12, all).name).toBe(
      'Gerichtliche Entscheidung vorlegen',
    );
  });
  test('a stage that is due on a weekend has not begun: the word is still the one before', () => {
    expect(step(akte(...REMINDED), 12)).toEqual({
      kind: 'wait',
      name: 'Zahlungserinnerung: Frist',
      until: on(14),
      why: 'Mahnung per E-Mail (1. Mahnung) am 16.03.2026',
      stage: 1,
    });
    expect(step(akte(...sent(0, 'email', 0, M2)), 5).name).toBe('Beginn am nächsten Werktag');
  });
  test('five stages have words of their own', () => {
    const five = Procedure.parse({
      id: 'five',
      version: 1,
      name: 'Fünf',
      levels: [1, 2, 3, 4, 5].map((stage) => ({
        ...STANDARD.levels[1],
        stage,
        title: `${stage}. Mahnung`,
        letter: 'never',
        sms: false,
      })),
    });
    const words = new Set<string>();
    const facts = opened(erika, aClaim());
    for (let n = 0; n < 150; n++)
      for (
        let next = nextStep(fold(AKTE, [facts]), F1, { procedures: five, today: on(n) });
        ;
        next = nextStep(fold(AKTE, [facts]), F1, { procedures: five, today: on(n) })
      ) {
        words.add(next.name);
        if (next.kind !== 'act' || facts.length > 100) break;
        facts.push(...doneBy(next, n, false));
      }
    for (const stage of [1, 2, 3, 4, 5])
      for (const part of ['Frist', 'Telefoninkasso']) expect(words).toContain(`Mahnstufe ${stage}: ${part}`);
    expect(words).not.toContain('Klärung');
  });
});

describe('what comes before the procedure', () => {
  const held = (more: Partial<Extract<Fact, { kind: 'held' }>> = {}): Fact => ({
    kind: 'held',
    ground: 'paused',
    on: on(1),
    by: 'x',
    reason: 'Rückfrage',
    ...more,
  });
  test('an execution that a later one has replaced, or whose claim is not there, ends', () => {
    const restarted = akte({ kind: 'restarted', claims: [F1], generation: 2 });
    expect(nextStep(restarted, F1, { procedures: STANDARD, today: on(0), generation: 1 })).toEqual({
      kind: 'end',
      name: 'Abgelöst',
      why: 'Eine jüngere Ausführung führt diese Forderung weiter.',
    });
    expect(nextStep(restarted, F1, { procedures: STANDARD, today: on(0), generation: 2 }).name).toBe(
      'Mahnung per E-Mail',
    );
    expect(nextStep(restarted, F1, { procedures: STANDARD, today: on(0) }).name).toBe('Mahnung per E-Mail');
    expect(nextStep(akte(), ClaimId.parse('F9'), { procedures: STANDARD, today: on(0) }).name).toBe('Abgelöst');
  });
  test('a closed Akte ends, with its reason', () => {
    expect(step(akte({ kind: 'closed', on: on(1), by: 'x', reason: 'Verzicht' }), 2)).toEqual({
      kind: 'end',
      name: 'Geschlossen',
      why: 'Verzicht',
    });
  });
  test('a paid claim ends, although the other of its matter is dunned on', () => {
    const two = fold(AKTE, [
      [
        ...opened(erika, aClaim(1), aClaim(2)),
        {
          kind: 'paid',
          id: 'p',
          amount: cents(120_00),
          valueDate: on(1),
          bookedOn: on(1),
          via: 'agency',
          source: '',
          claim: F1,
        },
      ],
    ]);
    expect(nextStep(two, F1, { procedures: STANDARD, today: on(2) })).toEqual({
      kind: 'end',
      name: 'Erledigt',
      why: 'Die Forderung ist bezahlt.',
    });
    expect(nextStep(two, F2, { procedures: STANDARD, today: on(2) }).kind).toBe('act');
  });
  test('a message of which nobody knows whether it went out stops its matter, and no other', () => {
    expect(step(akte(...unclear(0, 'email', 0)), 1)).toEqual({
      kind: 'wait',
      name: 'Klärung',
      until: on(29),
      why: 'Ob eine Nachricht hinausging, ist unklar.',
    });
    expect(step(akte(...unclear(0, 'email', 0, M2)), 1).kind).toBe('act');
  });
  test('a failed step stops its claim, and no other', () => {
    expect(step(akte({ kind: 'trouble', claim: F1, on: on(1), reason: 'x' }), 1)).toStrictEqual({
      kind: 'wait',
      name: 'Klärung',
      until: on(29),
      why: 'Ein Schritt ist gescheitert; eine Person prüft.',
    });
    expect(step(akte({ kind: 'trouble', claim: F2, on: on(1), reason: 'x' }), 1).kind).toBe('act');
  });
  test('a hold has its own word, and ends on its day', () => {
    expect(step(akte(held()), 1)).toEqual({ kind: 'wait', name: 'Ruht', until: on(29), why: 'Rückfrage' });
    expect(step(akte(held({ ground: 'dispute' })), 1).name).toBe('Widerspruch in Prüfung');
    expect(step(akte(held({ ground: 'promise', until: on(9) })), 8)).toMatchObject({
      name: 'Zahlungszusage läuft',
      until: on(9),
    });
    expect(step(akte(held({ until: on(9) })), 9).kind).toBe('act');
  });
  test('§ 13a RDG: a private person is not written to without object and date of each contract; a business is', () => {
    const { subject: _, ...noSubject } = aClaim();
    const { contractDate: __, ...noDate } = aClaim();
    for (const bare of [noSubject, noDate])
      expect(step(fold(AKTE, [opened(erika, bare)]), 1)).toEqual({
        kind: 'wait',
        name: 'Wartet auf Angaben',
        until: on(29),
        why: expect.stringMatching(/§ 13a.*der Gläubiger ist gefragt.*akte rueckfrage.*noch einmal übergeben/),
        stage: 0,
      });
    expect(step(fold(AKTE, [opened({ ...erika, kind: 'business' }, noSubject)]), 1).kind).toBe('act');
    expect(step(fold(AKTE, [opened(erika, aClaim(1), { ...noSubject, id: F2, matter: M2 })]), 1).kind).toBe('act');
    expect(step(fold(AKTE, [opened(erika, aClaim(1), { ...noSubject, id: F2 })]), 1).name).toBe('Wartet auf Angaben');
    // A reminder in the creditor's own name may go (§ 13a RDG binds the agency); the agency's first message waits.
    const own = Procedure.parse({
      ...STANDARD,
      levels: STANDARD.levels.map((l) => ({ ...l, sender: l.stage === 0 ? 'creditor' : null })),
    });
    expect(step(fold(AKTE, [opened(erika, noSubject)]), 1, own)).toMatchObject({
      kind: 'act',
      name: 'Mahnung per E-Mail',
      stage: 0,
    });
    expect(step(fold(AKTE, [[...opened(erika, noSubject), ...sent(0, 'email', 0)]]), 10, own)).toMatchObject({
      name: 'Wartet auf Angaben',
      stage: 1,
    });
  });
});
