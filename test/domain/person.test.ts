import { fold } from '../../domain/akte.ts';
import { day, type Day } from '../../domain/calendar.ts';
import { MatterId } from '../../domain/claim.ts';
import { callTasksOf } from '../../domain/calls.ts';
import { nextStep } from '../../domain/dunning.ts';
import type { Channel, Fact } from '../../domain/facts.ts';
import { contactPointsOf, contactsIn } from '../../domain/person.ts';
import { ClaimId } from '../../domain/claim.ts';
import { STANDARD } from '../../domain/procedure.ts';
import { AKTE, START, TERMS, aClaim, erika } from '../support/akte.ts';

const [M1, F1] = [MatterId.parse('M1'), ClaimId.parse('F1')];
const opened: Fact[] = [{ kind: 'opened', debtor: erika, terms: TERMS }, { kind: 'handedOver', handOver: 'h', on: day(START), matter: M1, procedure: { id: 'standard', version: 1 }, claims: [aClaim()] }];
const message = (stage: number, channel: Channel, on: Day | null): Fact[] => {
  const key = { matter: M1, stage, channel };
  return [{ kind: 'reserved', message: key, reference: 'r', at: `${START}T08:00:00Z`, by: 'x', demand: null }, ...(on ? [{ kind: 'sent' as const, message: key, reference: 'r', on, providerId: 'p', document: null }] : [])];
};
const akte = (...facts: Fact[]) => fold(AKTE, [[...opened, ...facts]]);

describe('a person is known by what reaches it', () => {
  const base = { ...erika, name: 'Erika Beispiel', email: 'erika@example.com', phone: '+4915112345678', address: { street: 'Musterstr. 5 a', postalCode: '10115', city: 'Berlin', country: 'DE' as const } };
  test('mailbox, telephone and letter box', () => { expect(contactPointsOf(base)).toEqual(['email:erika@example.com', 'phone:+4915112345678', 'post:beispiel erika#musterstrasse#5a#10115']); });
  test('however it is spelt', () => { expect(contactPointsOf({ ...base, name: 'Beispiel, Erika', email: 'Erika+post@Example.com', address: { ...base.address, street: 'MUSTERSTRASSE 5A' } })).toEqual(contactPointsOf(base)); });
  test('another name in the same house is somebody else', () => { expect(contactPointsOf({ ...base, name: 'Max Beispiel' })[2]).not.toBe(contactPointsOf(base)[2]); });
  test('a street without its number, and a name alone, lead to nobody', () => {
    const { email: _, phone: __, address, ...bare } = base;
    expect(contactPointsOf(bare)).toEqual([]);
    expect(contactPointsOf({ ...bare, address: { ...address, street: 'Musterstraße' } })).toEqual([]);
  });
});

test('contacts are what went out and every attempt to call, not what is only reserved', () => {
  const of = akte(...message(0, 'email', day('2026-03-02')), ...message(1, 'email', null), { kind: 'callMade', matter: M1, stage: 1, on: day('2026-03-20'), part: 'morning', outcome: 'not-reached', by: 'x' });
  expect(contactsIn([of, akte(...message(0, 'letter', day('2026-03-05')))])).toEqual({ messages: ['2026-03-02', '2026-03-05'], calls: ['2026-03-20'] });
});

describe('the budget is the person’s, whoever claims (reading 14)', () => {
  const elsewhere = { messages: ['2026-02-26', '2026-02-27', '2026-03-02'].map(day), calls: [] };
  test('a message waits until seven days have room for it', () => {
    expect(nextStep(akte(), F1, STANDARD, day(START))).toMatchObject({ kind: 'act', name: 'Mahnung per E-Mail' });
    expect(nextStep(akte(), F1, STANDARD, day(START), { elsewhere })).toMatchObject({ kind: 'wait', until: '2026-03-05', why: 'Mahnung per E-Mail (Zahlungserinnerung) am 05.03.2026' });
    expect(nextStep(akte(), F1, STANDARD, day('2026-03-05'), { elsewhere })).toMatchObject({ kind: 'act' });
  });
  test('a call, too', () => {
    const calling = akte(...message(1, 'email', day('2026-03-02')), ...message(0, 'email', day(START)), { kind: 'callsOpened', matter: M1, stage: 1, from: day('2026-03-23'), until: day('2026-04-07') });
    const on = day('2026-03-24');
    const calls = (...days: string[]) => callTasksOf(calling, () => ({ ...STANDARD, levels: STANDARD.levels.map((l) => ({ ...l, sms: false, letter: 'instead' as const })) }), on, 'standard', { messages: [], calls: days.map(day) }).length;
    expect([calls(), calls('2026-03-20', '2026-03-23'), calls('2026-03-20', '2026-03-23', '2026-03-23'), calls('2026-03-17', '2026-03-23', '2026-03-23')]).toEqual([1, 1, 0, 1]);
  });
});
