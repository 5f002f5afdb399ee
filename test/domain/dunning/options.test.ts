import { byCreditor, byOperator, type Actor } from '../../../domain/actor.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import type { CallMoment } from '../../../domain/dunning/decide-call.ts';
import { DEEDS, type Deed } from '../../../domain/dunning/deeds.ts';
import { optionsOf, type Option } from '../../../domain/dunning/options.ts';
import { PaymentId, QueryId } from '../../../domain/ids.ts';
import { keysOf } from '../../../domain/keys-of.ts';
import { cents } from '../../../domain/money.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { AKTE, aClaim, erika } from '../../support/akte.ts';
import { BY_MAIL, M1, calls, on, opened, sent } from './played.ts';

const ANNA = byOperator('anna');
const MUS = byCreditor(CreditorId.parse('MUS'));
const at = (n: number, more: Partial<CallMoment> = {}): CallMoment => ({
  procedures: () => STANDARD,
  module: 'standard',
  today: on(n),
  hour: 10,
  now: new Date(`${on(n)}T09:00:00Z`),
  others: [],
  ...more,
});
const CASE = opened(erika, aClaim());
const asked = (facts: readonly Fact[], n = 12, by: Actor = ANNA): Readonly<Record<Deed, Option>> => {
  const options = optionsOf({ akte: fold(AKTE, [facts]), by, at: at(n) });
  expect(options.map(({ deed }) => deed)).toEqual(keysOf(DEEDS));
  return Object.fromEntries(options.map((option) => [option.deed, option])) as Record<Deed, Option>;
};
const possible = (of: Readonly<Record<Deed, Option>>): readonly Deed[] =>
  keysOf(DEEDS).filter((deed) => of[deed].why === null);
const paid = (amount: number): Fact => ({
  kind: 'paid',
  id: PaymentId.parse('bank:1'),
  amount: cents(amount),
  valueDate: on(5),
  bookedOn: on(5),
  via: 'agency',
  source: 'bank',
});
const closedBy = (by: Actor): Fact => ({ kind: 'closed', on: on(10), by, reason: 'Kulanz' });

test('an Akte that runs can be steered, agreed upon, paid and credited; what makes no sense in it says why not', () => {
  const options = asked(CASE);
  expect(possible(options)).toEqual([
    'pause',
    'close',
    'waive',
    'skip',
    'trace',
    'answer',
    'agree',
    'record',
    'assign',
    'credit',
  ]);
  expect(options.resume.why).toBe('Die Akte ist nicht pausiert.');
  expect(options.reopen.why).toBe('Die Akte ist offen.');
  expect(options.untraceable.why).toBe('Nach der Anschrift wird nicht gesucht.');
  expect(options.clarify.why).toBe('Nichts ist unklar.');
  expect(options.answerQuery.why).toBe('Es ist keine Frage offen.');
  expect(options.call.why).toBe('Heute steht kein Anruf an.');
  expect(options.reverse.why).toBe('Es gibt keine Zahlung, die zurückgenommen werden könnte.');
  expect(options.refund.why).toBe('Es ist nichts überzahlt.');
});

test('a paused Akte goes on, or is paused until another day', () => {
  const pause: Fact = { kind: 'held', ground: 'paused', on: on(5), by: ANNA, reason: 'auf Wunsch' };
  expect(possible(asked([...CASE, pause]))).toEqual(expect.arrayContaining(['pause', 'resume']));
});

test('a closed Akte can be opened, and money still counts; the rest says how it is opened', () => {
  const options = asked([...CASE, closedBy(MUS)], 12, MUS);
  expect(possible(options)).toEqual(['reopen', 'answer', 'record', 'assign', 'credit']);
  expect(options.pause.why).toContain('POST /v1/akten/');
  expect(options.close.why).toBe('Die Akte ist schon geschlossen.');
});

test('what our own people have closed a creditor cannot open, and is told so', () => {
  const facts = [...CASE, closedBy(ANNA)];
  expect(asked(facts, 12, MUS).reopen.why).toContain('öffnen kann nur es sie wieder');
  expect(asked(facts, 12, ANNA).reopen.why).toBeNull();
});

test('stages are left out that have not begun', () => {
  const { skip } = asked([...CASE, ...sent(0, 'email', 0), ...sent(1, 'email', 10)]);
  expect(skip.choices).toEqual([
    { names: { matter: 'M1', stage: 2 }, words: 'Mahnstufe 2, Angelegenheit M1', upTo: null },
    { names: { matter: 'M1', stage: 3 }, words: 'Mahnstufe 3, Angelegenheit M1', upTo: null },
  ]);
});

test('money is named with its limits: the payment that can be taken back, what can go back, what can be credited', () => {
  const options = asked([...CASE, paid(100_000)]);
  expect(options.reverse.choices).toEqual([
    { names: { payment: 'bank:1' }, words: expect.stringMatching(/^1\.000,00\s€ vom 07\.03\.2026$/), upTo: null },
  ]);
  const claim = aClaim();
  expect(options.refund).toMatchObject({ why: null, upTo: 100_000 - claim.principal });
  expect(options.credit.choices).toEqual([
    { names: { claim: 'F1' }, words: `Rechnung ${claim.invoiceNumber}`, upTo: claim.principal },
  ]);
  expect(options.agree.why).toContain('nichts mehr offen');
  expect(options.record.choices[0]?.names).toEqual({ claim: `${AKTE}-F1` });
  expect(options.assign.choices[0]?.names).toEqual({ claim: 'F1' });
});

test('a payment that was taken back cannot be taken back again', () => {
  const back: Fact = { kind: 'reversed', payment: PaymentId.parse('bank:1'), on: on(7), by: ANNA, reason: 'Rückgabe' };
  expect(asked([...CASE, paid(5_000), back]).reverse.why).toContain('keine Zahlung');
});

test('a query waits for its answer until it has one', () => {
  const id = QueryId.parse('Q1');
  const query: Fact = { kind: 'asked', id, on: on(5), by: ANNA, question: 'Kam die Ware an?', answerBy: on(15) };
  expect(asked([...CASE, query]).answerQuery.choices).toEqual([
    { names: { query: 'Q1' }, words: 'Kam die Ware an?', upTo: null },
  ]);
  const answer: Fact = { kind: 'answered', id, on: on(6), by: MUS, answer: 'Ja.' };
  expect(asked([...CASE, query, answer]).answerQuery.why).toBe('Es ist keine Frage offen.');
});

test('a call of today can be taken, at an hour at which people may be called', () => {
  const facts = [...CASE, ...sent(0, 'email', 0), ...sent(1, 'email', 10), ...sent(1, 'sms', 10), calls(1, 21)];
  const callAt = (hour: number) => {
    const moment = at(21, { hour, procedures: () => BY_MAIL });
    return optionsOf({ akte: fold(AKTE, [facts]), by: ANNA, at: moment }).find(({ deed }) => deed === 'call');
  };
  expect(callAt(10)?.choices).toEqual([
    { names: { matter: M1, stage: 1 }, words: 'Mahnstufe 1, Angelegenheit M1', upTo: null },
  ]);
  expect(callAt(23)?.why).toContain('Jetzt darf hier nicht angerufen werden');
});
