import { akteOfReference, apply, creditorOf, findMessage, fold, generationOf, messageReference, type Akte } from '../../domain/akte.ts';
import { day } from '../../domain/calendar.ts';
import { ClaimId, MatterId } from '../../domain/claim.ts';
import type { Fact, MessageKey } from '../../domain/facts.ts';
import { cents } from '../../domain/money.ts';
import { AKTE, TERMS, aClaim, erika } from '../support/akte.ts';

const [M1, M2] = [MatterId.parse('M1'), MatterId.parse('M2')];
const [F1, F2] = [ClaimId.parse('F1'), ClaimId.parse('F2')];
const ON = day('2026-03-12');
const OPENED: Fact = { kind: 'opened', debtor: erika, terms: TERMS };
const handedOver = (matter: MatterId, ...claims: number[]): Fact => ({ kind: 'handedOver', handOver: 'h', on: day('2026-03-02'), matter, procedure: { id: 'standard', version: 1 }, claims: claims.map((n) => aClaim(n)) });
const key = (more: Partial<MessageKey> = {}): MessageKey => ({ matter: M1, stage: 1, channel: 'email', ...more });
const reserved = (message = key(), reference = 'r'): Fact => ({ kind: 'reserved', message, reference, at: '2026-03-12T08:00:00Z', by: 'task', demand: { total: cents(5), asOf: ON, payBy: ON, collectionFee: true } });
const sent = (message = key()): Fact => ({ kind: 'sent', message, reference: 'r', on: ON, providerId: 'p', document: 'letters/r.pdf' });
const notSent = (why: 'refused' | 'not-taken', message = key()): Fact => ({ kind: 'notSent', message, reference: 'r', on: ON, why, reason: 'x' });
const after = (...facts: Fact[]): Akte => fold(AKTE, [[OPENED, handedOver(M1, 1)], facts]);
const MESSAGE = { key: key(), reference: 'r', state: 'open', reservedAt: '2026-03-12T08:00:00Z', by: 'task', demand: { total: 5, asOf: ON, payBy: ON, collectionFee: true }, on: null, document: null };

describe('an Akte begins', () => {
  test('with its opening, and has nothing else then', () => {
    expect(fold(AKTE, [[OPENED]])).toMatchObject({ id: AKTE, version: 1, debtor: erika, terms: TERMS, claims: [], matters: [], messages: [], callWindows: [], payments: [], refunds: [], holds: [], disputes: [], plans: [], queries: [], waiver: null, skipped: [], tracing: null, callsTaken: [], calls: [], closed: null, dead: [], troubles: [], generations: {}, courtDecisionDue: {}, paidOut: [] });
  });
  test('and with nothing else: another fact, or none, is a fault that names the Akte', () => {
    expect(() => apply(null, handedOver(M1, 1), AKTE)).toThrow(`Akte ${AKTE} begins with handedOver`);
    expect(() => fold(AKTE, [])).toThrow(`Akte ${AKTE} is empty`);
    expect(() => apply(fold(AKTE, [[OPENED]]), { kind: 'invented' } as unknown as Fact, AKTE)).toThrow('unknown fact {"kind":"invented"}');
  });
  test('its version is the number of acts, not of facts', () => { expect(fold(AKTE, [[OPENED, handedOver(M1, 1)], [reserved(), sent()]]).version).toBe(2); });
});

describe('claims and matters', () => {
  test('each hand-over is a matter with its own claims; the Akte has them all', () => {
    const akte = fold(AKTE, [[OPENED, handedOver(M1, 1, 2)], [handedOver(M2, 3)]]);
    expect(akte.claims.map((c) => c.id)).toEqual(['F1', 'F2', 'F3']);
    expect(akte.matters).toEqual([{ id: 'M1', handOver: 'h', on: '2026-03-02', procedure: { id: 'standard', version: 1 }, claims: ['F1', 'F2'] }, { id: 'M2', handOver: 'h', on: '2026-03-02', procedure: { id: 'standard', version: 1 }, claims: ['F3'] }]);
  });
  test('a later lot of the same hand-over adds to its matter and to no other', () => {
    const akte = fold(AKTE, [[OPENED, handedOver(M1, 1), handedOver(M2, 2)], [handedOver(M1, 3)]]);
    expect(akte.matters.map((m) => [m.id, m.claims])).toEqual([['M1', ['F1', 'F3']], ['M2', ['F2']]]);
  });
});

describe('messages', () => {
  test('reserved: open, with what it asks', () => { expect(after(reserved()).messages).toEqual([MESSAGE]); });
  test('sent: on its day, with its document', () => { expect(after(reserved(), sent()).messages).toEqual([{ ...MESSAGE, state: 'sent', on: ON, document: 'letters/r.pdf' }]); });
  test('reserved again: the new reservation takes the place of the old one', () => { expect(after(reserved(), reserved(key(), 'again')).messages).toEqual([{ ...MESSAGE, reference: 'again' }]); });
  test('refused: it stays and is not tried again; not taken: it is as if never reserved', () => {
    expect(after(reserved(), notSent('refused')).messages).toEqual([{ ...MESSAGE, state: 'refused', on: ON }]);
    expect(after(reserved(), notSent('not-taken')).messages).toEqual([]);
  });
  test('unclear, until a person has clarified it: then it counts as sent', () => {
    const unclear: Fact[] = [reserved(), { kind: 'unclear', message: key(), reference: 'r', on: ON }];
    expect(after(...unclear).messages).toMatchObject([{ state: 'unclear', on: ON }]);
    const clarified = after(...unclear, { kind: 'trouble', claim: F1, on: ON, reason: 'x' }, reserved(key({ stage: 2 })), { kind: 'clarified', on: ON, by: 'x', reason: 'x' });
    expect(clarified.messages).toMatchObject([{ key: key(), state: 'sent', on: ON }, { key: key({ stage: 2 }), state: 'open' }]);
    expect(clarified.troubles).toEqual([]);
  });
  test.each<Partial<MessageKey>>([{ matter: M2 }, { stage: 2 }, { channel: 'letter' }])('a message with %o is another one: what happens to it leaves the first alone', (more) => {
    const both = [reserved(), reserved(key(more), 'other')];
    expect(after(...both, sent(key(more))).messages).toMatchObject([{ state: 'open', reference: 'r' }, { state: 'sent', reference: 'other' }]);
    expect(after(...both, notSent('not-taken', key(more))).messages).toEqual([MESSAGE]);
    expect(findMessage(after(...both), key(more))?.reference).toBe('other');
    expect(findMessage(after(reserved()), key(more))).toBeUndefined();
  });
  test('are found by their key', () => { expect(findMessage(after(reserved()), key())).toEqual(MESSAGE); });
});

describe('what else can happen', () => {
  test('a channel that does not reach the debtor is dead once, however often that is told', () => { const dead = (channel: 'email' | 'sms'): Fact => ({ kind: 'undeliverable', channel, on: ON, reason: 'x' }); expect(after(dead('email'), dead('sms'), dead('email')).dead).toEqual(['email', 'sms']); });
  test('a phone window', () => { expect(after({ kind: 'callsOpened', matter: M1, stage: 1, from: ON, until: day('2026-03-26') }).callWindows).toEqual([{ matter: 'M1', stage: 1, from: ON, until: '2026-03-26' }]); });
  test('payments stay, a reversed one with day and reason; refunds beside them', () => {
    const paid = (id: string): Fact => ({ kind: 'paid', id, amount: cents(5), valueDate: ON, bookedOn: ON, via: 'agency', source: 'bank' });
    const plain = { amount: 5, valueDate: ON, bookedOn: ON, via: 'agency', source: 'bank' };
    const akte = after(paid('a'), paid('b'), { kind: 'reversed', payment: 'b', on: day('2026-03-20'), by: 'x', reason: 'zurück' }, { kind: 'refunded', id: 'r', amount: cents(1), on: ON, by: 'x' });
    expect(akte.payments).toEqual([{ ...plain, id: 'a' }, { ...plain, id: 'b', reversed: { on: '2026-03-20', reason: 'zurück' } }]);
    expect(akte.refunds).toEqual([{ id: 'r', amount: 1, on: ON, by: 'x' }]);
  });
  test('held and resumed, closed', () => {
    const held: Fact = { kind: 'held', ground: 'paused', on: ON, by: 'x', reason: 'y' };
    expect(after(held).holds).toEqual([{ ground: 'paused', on: ON, by: 'x', reason: 'y' }]);
    expect(after(held, { kind: 'held', ground: 'insolvent', on: ON, by: 'x', reason: 'z' }, { kind: 'resumed', ground: 'paused', on: ON, by: 'x' }).holds.map((h) => h.ground)).toEqual(['insolvent']);
    expect(after({ kind: 'closed', on: ON, by: 'x', reason: 'y' }).closed).toEqual({ on: ON, by: 'x', reason: 'y' });
  });
  test('a decision about the court is due by matter', () => { expect(after({ kind: 'courtDecisionDue', matter: M1, on: ON }, { kind: 'courtDecisionDue', matter: M2, on: day('2026-04-01') }).courtDecisionDue).toEqual({ M1: ON, M2: '2026-04-01' }); });
  test('a claim in trouble is so once', () => { const trouble = (claim: ClaimId): Fact => ({ kind: 'trouble', claim, on: ON, reason: 'x' }); expect(after(trouble(F1), trouble(F2), trouble(F1)).troubles).toEqual(['F1', 'F2']); });
  test('the first execution of a claim is generation 1; restarted claims have a later one, the others keep theirs', () => {
    const akte = after({ kind: 'restarted', claims: [F1, F2], generation: 2 }, { kind: 'restarted', claims: [F2], generation: 3 });
    expect([generationOf(after(), F1), generationOf(akte, F1), generationOf(akte, F2)]).toEqual([1, 2, 3]);
  });
  test('payouts are remembered', () => { expect(after({ kind: 'paidOut', month: '2026-03', payout: 'p', shares: [] }, { kind: 'paidOut', month: '2026-04', payout: 'q', shares: [] }).paidOut).toEqual([{ month: '2026-03', payout: 'p', shares: [] }, { month: '2026-04', payout: 'q', shares: [] }]); });
});

test('a message has one name for ever, and the name leads back to its Akte and creditor', () => {
  const reference = messageReference(AKTE, key({ channel: 'letter', stage: 2 }));
  expect(reference).toBe('MUS-4F7K-2QXR-M1-2-letter');
  expect(akteOfReference(reference)).toBe(AKTE);
  expect(creditorOf(AKTE)).toBe('MUS');
});
