import {
  akteOfReference,
  creditorOf,
  findMessage,
  generationOf,
  keyToSend,
  latestMessage,
  messageReference,
  type Akte,
} from '../../domain/akte.ts';
import { apply, fold } from '../../domain/fold.ts';
import { day } from '../../domain/calendar.ts';
import { ClaimId, MatterId } from '../../domain/claim.ts';
import type { Fact, MessageKey } from '../../domain/facts.ts';
import { cents } from '../../domain/money.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, erika } from '../support/akte.ts';

const M1 = MatterId.parse('M1');
const M2 = MatterId.parse('M2');
const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const ON = day('2026-03-12');
const OPENED: Fact = { kind: 'opened', debtor: erika, terms: TERMS };
const handedOver = (matter: MatterId, ...claims: number[]): Fact => ({
  kind: 'handedOver',
  handOver: 'h',
  on: day('2026-03-02'),
  matter,
  procedure: { id: 'standard', version: 1 },
  claims: claims.map((n) => aClaim(n)),
});
const key = (more: Partial<MessageKey> = {}): MessageKey => ({ matter: M1, stage: 1, channel: 'email', ...more });
const reserved = (message = key(), reference = 'r'): Fact => ({
  kind: 'reserved',
  message,
  reference,
  at: '2026-03-12T08:00:00Z',
  by: 'task',
  demand: { total: cents(5), asOf: ON, payBy: ON, claims: EVERY_CLAIM, collectionFee: true },
});
const sent = (message = key()): Fact => ({
  kind: 'sent',
  message,
  reference: 'r',
  on: ON,
  providerId: 'p',
  document: 'letters/r.pdf',
});
const notSent = (why: 'refused' | 'not-taken', message = key()): Fact => ({
  kind: 'notSent',
  message,
  reference: 'r',
  on: ON,
  why,
  reason: 'x',
});
const toCollection = (to: MatterId, claims: ClaimId[], procedure = { id: 's', version: 1 }): Fact => ({
  kind: 'handedToCollection',
  matter: M1,
  to,
  on: ON,
  procedure,
  claims,
});
const after = (...facts: Fact[]): Akte => fold(AKTE, [[OPENED, handedOver(M1, 1)], facts]);
const MESSAGE = {
  key: key(),
  reference: 'r',
  state: 'open',
  reservedAt: '2026-03-12T08:00:00Z',
  by: 'task',
  demand: { total: 5, asOf: ON, payBy: ON, claims: EVERY_CLAIM, collectionFee: true },
  on: null,
  document: null,
  to: { email: erika.email },
};

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

describe('messages', () => {
  test('reserved: open, with what it asks', () => {
    expect(after(reserved()).messages).toEqual([MESSAGE]);
  });
  test('sent: on its day, with its document', () => {
    expect(after(reserved(), sent()).messages).toEqual([
      { ...MESSAGE, state: 'sent', on: ON, document: 'letters/r.pdf' },
    ]);
  });
  test('reserved again: the new reservation takes the place of the old one', () => {
    expect(after(reserved(), reserved(key(), 'again')).messages).toEqual([{ ...MESSAGE, reference: 'again' }]);
  });
  test('refused: it stays and is not tried again; not taken: it is as if never reserved', () => {
    expect(after(reserved(), notSent('refused')).messages).toEqual([{ ...MESSAGE, state: 'refused', on: ON }]);
    expect(after(reserved(), notSent('not-taken')).messages).toEqual([]);
  });
  test('unclear, until a person has clarified it: then it counts as sent', () => {
    const unclear: Fact[] = [reserved(), { kind: 'unclear', message: key(), reference: 'r', on: ON }];
    expect(after(...unclear).messages).toMatchObject([{ state: 'unclear', on: ON }]);
    const clarified = after(
      ...unclear,
      { kind: 'trouble', claim: F1, on: ON, reason: 'x' },
      reserved(key({ stage: 2 })),
      { kind: 'clarified', on: ON, by: 'x', reason: 'x' },
    );
    expect(clarified.messages).toMatchObject([
      { key: key(), state: 'sent', on: ON },
      { key: key({ stage: 2 }), state: 'open' },
    ]);
    expect(clarified.troubles).toEqual([]);
  });
  test('come back: they have told nobody anything, and the way they went is dead', () => {
    const back: Fact = { kind: 'undeliverable', channel: 'email', on: ON, reason: 'x', message: key() };
    expect(after(reserved(), reserved(key({ stage: 2 })), sent(), back)).toMatchObject({
      dead: ['email'],
      messages: [
        { key: key(), state: 'returned', on: ON },
        { key: key({ stage: 2 }), state: 'open' },
      ],
    });
  });
  test('go again under the next copy’s name only where the one before came back', () => {
    const { copy: _, ...kind } = key();
    const back = (of: MessageKey): Fact => ({
      kind: 'undeliverable',
      channel: 'email',
      on: ON,
      reason: 'x',
      message: of,
    });
    const second = { ...kind, copy: 2 };
    expect(
      [after(), after(reserved(), sent()), after(reserved(), notSent('refused'))].map((akte) => keyToSend(akte, kind)),
    ).toEqual([kind, key(), key()]);
    const once = after(reserved(), sent(), back(key()));
    expect(keyToSend(once, kind)).toEqual(second);
    const twice = after(reserved(), sent(), back(key()), reserved(second), sent(second));
    expect([
      keyToSend(twice, kind),
      latestMessage(twice, kind)?.state,
      keyToSend(after(reserved(), sent(), back(key()), reserved(second), sent(second), back(second)), kind),
    ]).toEqual([second, 'sent', { ...kind, copy: 3 }]);
    expect(keyToSend(once, { ...kind, stage: 4 })).toEqual({ ...kind, stage: 4 });
    expect(messageReference(AKTE, second)).toBe(`${messageReference(AKTE, key())}-2`);
  });
  test.each<Partial<MessageKey>>([
    { matter: M2 },
    { stage: 2 },
    { channel: 'letter' },
    { occasion: 'calls' },
    { copy: 2 },
  ])('a message with %o is another one: what happens to it leaves the first alone', (more) => {
    const both = [reserved(), reserved(key(more), 'other')];
    expect(after(...both, sent(key(more))).messages).toMatchObject([
      { state: 'open', reference: 'r' },
      { state: 'sent', reference: 'other' },
    ]);
    expect(after(...both, notSent('not-taken', key(more))).messages).toEqual([MESSAGE]);
    expect(findMessage(after(...both), key(more))?.reference).toBe('other');
    expect(findMessage(after(reserved()), key(more))).toBeUndefined();
  });
  test('are found by their key', () => {
    expect(findMessage(after(reserved()), key())).toEqual(MESSAGE);
  });
});

describe('what else can happen', () => {
  test('a channel that does not reach the debtor is dead once, however often that is told', () => {
    const dead = (channel: 'email' | 'sms'): Fact => ({ kind: 'undeliverable', channel, on: ON, reason: 'x' });
    expect(after(dead('email'), dead('sms'), dead('email')).dead).toEqual(['email', 'sms']);
  });
  test('a phone window', () => {
    expect(
      after({ kind: 'callsOpened', matter: M1, stage: 1, from: ON, until: day('2026-03-26') }).callWindows,
    ).toEqual([{ matter: 'M1', stage: 1, from: ON, until: '2026-03-26' }]);
  });
  test('payments stay, a reversed one with day and reason; refunds beside them', () => {
    const paid = (id: string): Fact => ({
      kind: 'paid',
      id,
      amount: cents(5),
      valueDate: ON,
      bookedOn: ON,
      via: 'agency',
      source: 'bank',
    });
    const plain = { amount: 5, valueDate: ON, bookedOn: ON, via: 'agency', source: 'bank' };
    const akte = after(
      paid('a'),
      paid('b'),
      { kind: 'reversed', payment: 'b', on: day('2026-03-20'), by: 'x', reason: 'zurück' },
      { kind: 'refunded', id: 'r', amount: cents(1), on: ON, by: 'x' },
    );
    expect(akte.payments).toEqual([
      { ...plain, id: 'a' },
      { ...plain, id: 'b', reversed: { on: '2026-03-20', reason: 'zurück' } },
    ]);
    expect(akte.refunds).toEqual([{ id: 'r', amount: 1, on: ON, by: 'x' }]);
  });
  test('held and resumed, closed', () => {
    const held: Fact = { kind: 'held', ground: 'paused', on: ON, by: 'x', reason: 'y' };
    expect(after(held).holds).toEqual([{ ground: 'paused', on: ON, by: 'x', reason: 'y' }]);
    expect(
      after(
        held,
        { kind: 'held', ground: 'insolvent', on: ON, by: 'x', reason: 'z' },
        { kind: 'resumed', ground: 'paused', on: ON, by: 'x' },
      ).holds.map((h) => h.ground),
    ).toEqual(['insolvent']);
    expect(after({ kind: 'closed', on: ON, by: 'x', reason: 'y' }).closed).toEqual({ on: ON, by: 'x', reason: 'y' });
  });
  test('a decision about the court is due by matter', () => {
    expect(
      after(
        { kind: 'courtDecisionDue', matter: M1, on: ON },
        { kind: 'courtDecisionDue', matter: M2, on: day('2026-04-01') },
      ).courtDecisionDue,
    ).toEqual({ M1: ON, M2: '2026-04-01' });
  });
  test('a claim in trouble is so once', () => {
    const trouble = (claim: ClaimId): Fact => ({ kind: 'trouble', claim, on: ON, reason: 'x' });
    expect(after(trouble(F1), trouble(F2), trouble(F1)).troubles).toEqual(['F1', 'F2']);
  });
  test('the first execution of a claim is generation 1; restarted claims have a later one, the others keep theirs', () => {
    const akte = after(
      { kind: 'restarted', claims: [F1, F2], generation: 2 },
      { kind: 'restarted', claims: [F2], generation: 3 },
    );
    expect([generationOf(after(), F1), generationOf(akte, F1), generationOf(akte, F2)]).toEqual([1, 2, 3]);
  });
  test('payouts are remembered', () => {
    expect(
      after(
        { kind: 'paidOut', month: '2026-03', payout: 'p', shares: [] },
        { kind: 'paidOut', month: '2026-04', payout: 'q', shares: [] },
      ).paidOut,
    ).toEqual([
      { month: '2026-03', payout: 'p', shares: [] },
      { month: '2026-04', payout: 'q', shares: [] },
    ]);
  });
});

describe('what a debtor answers and a person does', () => {
  const held = (ground: 'paused' | 'dispute' | 'promise', on: string, more = {}): Fact => ({
    kind: 'held',
    ground,
    on: day(on),
    by: 'x',
    reason: 'y',
    ...more,
  });
  const resumed = (ground: 'paused' | 'dispute' | 'promise', on: string): Fact => ({
    kind: 'resumed',
    ground,
    on: day(on),
    by: 'x',
  });
  test('of each ground one hold, the newest; resuming ends the one of its ground', () => {
    expect(
      after(held('paused', '2026-03-12'), held('promise', '2026-03-13'), held('paused', '2026-03-14')).holds.map(
        (h) => [h.ground, h.on],
      ),
    ).toEqual([
      ['promise', '2026-03-13'],
      ['paused', '2026-03-14'],
    ]);
    expect(
      after(held('paused', '2026-03-12'), held('promise', '2026-03-13'), resumed('paused', '2026-03-14')).holds.map(
        (h) => h.ground,
      ),
    ).toEqual(['promise']);
  });
  test('a dispute has a beginning and an end; told twice it is one, after its end a new one', () => {
    expect(after(held('paused', '2026-03-12')).disputes).toEqual([]);
    expect(after(held('dispute', '2026-03-12'), held('dispute', '2026-03-14')).disputes).toEqual([
      { from: '2026-03-12', to: null },
    ]);
    expect(after(held('dispute', '2026-03-12'), resumed('paused', '2026-03-13')).disputes).toEqual([
      { from: '2026-03-12', to: null },
    ]);
    expect(
      after(
        held('dispute', '2026-03-12'),
        resumed('dispute', '2026-03-14'),
        held('dispute', '2026-03-20'),
        resumed('dispute', '2026-03-25'),
      ).disputes,
    ).toEqual([
      { from: '2026-03-12', to: '2026-03-14' },
      { from: '2026-03-20', to: '2026-03-25' },
    ]);
  });
  test('a question to the creditor waits for its own answer', () => {
    const asked = (id: string): Fact => ({
      kind: 'asked',
      id,
      on: ON,
      by: 'x',
      question: 'Warum?',
      answerBy: day('2026-03-26'),
    });
    expect(
      after(asked('a'), asked('b'), { kind: 'answered', id: 'b', on: day('2026-03-20'), by: 'y', answer: 'Darum.' })
        .queries,
    ).toEqual([
      { id: 'a', on: ON, by: 'x', question: 'Warum?', answerBy: '2026-03-26', answer: null },
      {
        id: 'b',
        on: ON,
        by: 'x',
        question: 'Warum?',
        answerBy: '2026-03-26',
        answer: { on: '2026-03-20', text: 'Darum.' },
      },
    ]);
  });
  test('a new address replaces the old one and its Land, ends the tracing and revives the letter; what is not said stays', () => {
    const before: Fact[] = [
      { kind: 'undeliverable', channel: 'letter', on: ON, reason: 'x' },
      { kind: 'undeliverable', channel: 'email', on: ON, reason: 'x' },
      { kind: 'undeliverable', channel: 'sms', on: ON, reason: 'x' },
      { kind: 'tracingOrdered', on: ON, by: 'x' },
    ];
    const address = { street: 'Neuer Weg 1', postalCode: '20095', city: 'Hamburg', country: 'DE' as const };
    const changed = (more: object): Akte =>
      after(...before, { kind: 'contactChanged', on: ON, by: 'x', source: 'debtor', ...more });
    expect(after(...before)).toMatchObject({ tracing: ON, dead: ['letter', 'email', 'sms'] });
    const { land: _, ...landless } = erika;
    expect(changed({ address })).toMatchObject({ tracing: null, dead: ['email', 'sms'] });
    expect(changed({ address }).debtor).toStrictEqual({ ...landless, address });
    expect(changed({ address, land: 'HH' }).debtor).toStrictEqual({ ...erika, address, land: 'HH' });
    expect(changed({ email: 'neu@example.com' })).toMatchObject({
      tracing: ON,
      dead: ['letter', 'sms'],
      debtor: { ...erika, email: 'neu@example.com' },
    });
    expect(changed({ phone: '+4915110000002' })).toMatchObject({
      tracing: ON,
      dead: ['letter', 'email'],
      debtor: { ...erika, phone: '+4915110000002' },
    });
    expect(changed({ land: 'BE' }).debtor).toStrictEqual({ ...erika, land: 'BE' });
  });
  test('plans, each ended by its own name', () => {
    const plan = (id: string): Fact => ({
      kind: 'planAgreed',
      by: 'x',
      plan: {
        id,
        matter: M1,
        on: ON,
        first: ON,
        rate: cents(1),
        fee: cents(0),
        toleranceDays: 0,
        toleranceCents: cents(0),
      },
    });
    expect(
      after(plan('R1'), plan('R2'), { kind: 'planEnded', plan: 'R1', on: ON, by: 'x', reason: 'y' }).plans.map((p) => [
        p.plan.id,
        p.ended,
      ]),
    ).toEqual([
      ['R1', { on: ON, reason: 'y' }],
      ['R2', null],
    ]);
  });
  test('a waiver reached claims that were handed over long after it', () => {
    const waived: Fact = { kind: 'waived', on: ON, by: 'x', interest: false, reason: 'Kulanz' };
    const again = { ...waived, on: day('2026-09-01') };
    const days = ({ matters }: Akte) => matters.map((m) => m.waiver?.on);
    expect(days(after(waived, handedOver(M2, 2)))).toEqual([ON, undefined]);
    expect(days(after(waived, handedOver(M2, 2), again))).toEqual([ON, '2026-09-01']);
  });
  test('what is waived of a claim stays waived where it goes on with others', () => {
    const waived: Fact = { kind: 'waived', on: ON, by: 'x', interest: false, reason: 'Kulanz' };
    const joined: Fact = { kind: 'joined', matter: M2, claims: [F1], on: ON };
    expect(after(waived, handedOver(M2, 2), joined).matters.map((m) => m.waiver?.on)).toEqual([ON, ON]);
  });
  test('what is waived once is waived; the interest may follow later', () => {
    const waiverOf = ({ matters }: Akte) => matters[0]?.waiver;
    const waived = (on: string, interest: boolean): Fact => ({
      kind: 'waived',
      on: day(on),
      by: 'x',
      interest,
      reason: on,
    });
    expect(waiverOf(after())).toBeUndefined();
    expect(
      waiverOf(after(waived('2026-03-12', false), waived('2026-03-20', true), waived('2026-03-25', true))),
    ).toEqual({
      on: '2026-03-12',
      interest: '2026-03-20',
      reason: '2026-03-12',
    });
    expect([
      waiverOf(after(waived('2026-03-12', true), waived('2026-03-20', false)))?.interest,
      waiverOf(after(waived('2026-03-12', false)))?.interest,
    ]).toEqual(['2026-03-12', null]);
  });
  test('stages are skipped by matter', () => {
    expect(
      after(
        { kind: 'stageSkipped', matter: M1, stage: 1, on: ON, by: 'x', reason: 'y' },
        { kind: 'stageSkipped', matter: M2, stage: 2, on: ON, by: 'x', reason: 'y' },
      ).skipped,
    ).toEqual([
      { matter: 'M1', stage: 1 },
      { matter: 'M2', stage: 2 },
    ]);
  });
  test('a call is taken by the last who takes it, and free again when it was made', () => {
    const taken = (by: string, stage = 1, matter = M1): Fact => ({
      kind: 'callTaken',
      matter,
      stage,
      by,
      until: '2026-03-12T09:00:00Z',
    });
    const made: Fact = {
      kind: 'callMade',
      matter: M1,
      stage: 1,
      on: ON,
      part: 'morning',
      outcome: 'not-reached',
      by: 'a',
    };
    expect(after(taken('a'), taken('b', 2), taken('c', 1, M2), taken('d')).callsTaken.map((c) => c.by)).toEqual([
      'b',
      'c',
      'd',
    ]);
    const akte = after(taken('a'), taken('b', 2), taken('c', 1, M2), made);
    expect(akte.callsTaken.map((c) => c.by)).toEqual(['b', 'c']);
    expect(akte.calls).toEqual([{ matter: 'M1', stage: 1, on: ON, part: 'morning', outcome: 'not-reached', by: 'a' }]);
  });
  test('handed to collection: the claims go on in a matter of their own, and their execution so far ends', () => {
    const akte = fold(AKTE, [
      [
        OPENED,
        handedOver(M1, 1, 2),
        { kind: 'restarted', claims: [F2], generation: 2 },
        toCollection(M2, [F2], { id: 'standard', version: 3 }),
      ],
    ]);
    expect(akte.matters).toMatchObject([
      { id: 'M1', claims: ['F1'] },
      { id: 'M2', handOver: 'h', on: ON, procedure: { id: 'standard', version: 3 }, claims: ['F2'], from: 'M1' },
    ]);
    expect(akte.claims.map((c) => [c.id, c.matter])).toEqual([
      ['F1', 'M1'],
      ['F2', 'M2'],
    ]);
    expect(akte.handedOn).toEqual({ F2: 2 });
    const twice = fold(AKTE, [
      [OPENED, handedOver(M1, 1, 2), toCollection(M2, [F1]), toCollection(MatterId.parse('M3'), [F2])],
    ]);
    expect(twice.handedOn).toEqual({ F1: 1, F2: 1 });
    expect(twice.matters.map((m) => [m.id, m.claims])).toEqual([
      ['M1', []],
      ['M3', ['F2']],
      ['M2', ['F1']],
    ]);
  });
  test('what was agreed stayed behind in the emptied matter, where nobody owed it: it goes along with the debt, to collection and to a matter that it joins', () => {
    const plan: Fact = {
      kind: 'planAgreed',
      by: 'x',
      plan: {
        id: 'R1',
        matter: M1,
        on: ON,
        first: ON,
        rate: cents(1),
        fee: cents(36_05),
        toleranceDays: 0,
        toleranceCents: cents(0),
      },
    };
    const planOf = (claims: ClaimId[]) =>
      fold(AKTE, [[OPENED, handedOver(M1, 1, 2), plan, toCollection(M2, claims)]]).plans;
    expect(planOf([F1, F2]).map((p) => p.plan.matter)).toEqual(['M2']);
    expect(planOf([F1]).map((p) => p.plan.matter)).toEqual(['M1']);
    const joined: Fact = { kind: 'joined', matter: M2, claims: [F1], on: ON };
    const before = fold(AKTE, [[OPENED, handedOver(M1, 1), plan, handedOver(M2, 2), joined]]);
    expect(before.plans.map((p) => p.plan.matter)).toEqual(['M2']);
  });
});

test('a message has one name for ever, and the name leads back to its Akte and creditor', () => {
  const reference = messageReference(AKTE, key({ channel: 'letter', stage: 2 }));
  expect(reference).toBe('MUS-4F7K-2QXR-M1-2-letter');
  expect(messageReference(AKTE, key({ channel: 'sms', occasion: 'calls', copy: 3 }))).toBe(
    'MUS-4F7K-2QXR-M1-1-sms-calls-3',
  );
  expect(akteOfReference(reference)).toBe(AKTE);
  expect(creditorOf(AKTE)).toBe('MUS');
});
