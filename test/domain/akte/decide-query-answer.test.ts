import { decideQueryAnswer, type Answering } from '../../../domain/akte/decide-query-answer.ts';
import type { Claim } from '../../../domain/akte/claim.ts';
import type { Fact, FactOf } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, QueryId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { AKTE, aClaim, after, demandedTwice, erika, MATTER, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

const by = 'client:MUS';
const TODAY = after(12);
const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const SUBJECT = 'Gartenmöbel';
const SIGNED = day('2025-12-30');
const CONTRACT = { subject: SUBJECT, contractDate: SIGNED };
const given = deciding(decideQueryAnswer);
const answering = (more: Partial<Answering> = {}): Answering => ({ query: QueryId.parse('Q1'), by, ...more });

/** A claim of which nothing has been told of its contract. */
const bare = (n: number, more: Partial<Claim> = {}): Claim => {
  const { subject: _, contractDate: __, ...claim } = aClaim(n);
  return { ...claim, ...more };
};
const asked = (particularsOf?: ClaimId[], id = 'Q1'): Fact => ({
  kind: 'asked',
  id: QueryId.parse(id),
  on: after(0),
  by: 'system',
  question: 'Was war geschuldet?',
  answerBy: after(14),
  ...(particularsOf ? { particularsOf } : {}),
});
const particulars = (claim: ClaimId, more: Partial<FactOf<'particularsGiven'>> = CONTRACT): Fact => ({
  kind: 'particularsGiven',
  claim,
  on: TODAY,
  by,
  ...more,
});
const answered = (answer: string, id = 'Q1'): Fact => ({
  kind: 'answered',
  id: QueryId.parse(id),
  on: TODAY,
  by,
  answer,
});

describe('a question in words', () => {
  const CASE = [...opened(erika, aClaim()), asked()];
  test('is answered in words', () => {
    given(...CASE)
      .when(answering({ answer: 'Zustellnachweis liegt bei.' }), TODAY)
      .then([answered('Zustellnachweis liegt bei.')]);
  });
  test('is answered once, whatever else is said later', () => {
    given(...CASE, answered('Ja.'))
      .when(answering({ answer: 'Nein.' }), TODAY)
      .then([]);
  });
  test('is answered by itself: another stays open', () => {
    given(...CASE, asked(undefined, 'Q2'), answered('Ja.'))
      .when(answering({ query: QueryId.parse('Q2'), answer: 'Auch.' }), TODAY)
      .then([answered('Auch.', 'Q2')]);
  });
  test.each([{}, CONTRACT, { particulars: [{ claim: F1, ...CONTRACT }] }])('is not answered by %j', (more) => {
    given(...CASE)
      .when(answering(more), TODAY)
      .thenRefuses('query.answer', 'answer');
    given(...CASE, answered('Ja.'))
      .when(answering(more), TODAY)
      .thenRefuses('query.answer', 'answer');
  });
});

describe('what is asked of one contract', () => {
  const CASE = [...opened(erika, bare(1)), asked([F1])];
  const DONE = `F1: Gegenstand „${SUBJECT}“, Vertrag vom 30.12.2025`;
  test('is answered by both', () => {
    given(...CASE)
      .when(answering(CONTRACT), TODAY)
      .then([particulars(F1), answered(DONE)]);
  });
  test('stays open while one of them is missing', () => {
    given(...CASE)
      .when(answering({ subject: SUBJECT }), TODAY)
      .then([particulars(F1, { subject: SUBJECT })]);
    given(...CASE)
      .when(answering({ contractDate: SIGNED }), TODAY)
      .then([particulars(F1, { contractDate: SIGNED })]);
    given(...CASE, particulars(F1, { subject: SUBJECT }))
      .when(answering({ contractDate: SIGNED }), TODAY)
      .then([particulars(F1, { contractDate: SIGNED }), answered('F1: Vertrag vom 30.12.2025')]);
  });
  test.each([{}, { answer: 'Weiß ich nicht' }, { particulars: [] }, { reason: 'x' }])(
    'is not answered by %j',
    (more) => {
      given(...CASE)
        .when(answering(more), TODAY)
        .thenRefuses('query.particulars', 'subject');
    },
  );
  test('is answered once: the same again, or nothing more, adds nothing', () => {
    const again = given(...CASE, particulars(F1), answered(DONE));
    again.when(answering(CONTRACT), TODAY).then([]);
    again.when(answering({ answer: 'Weiß ich nicht' }), TODAY).then([]);
    again.when(answering({ particulars: [] }), TODAY).then([]);
  });
  test('may be corrected afterwards, and before all of it is answered', () => {
    given(...CASE, particulars(F1), answered(DONE))
      .when(answering({ subject: 'Gartenbank', reason: 'verschrieben' }), TODAY)
      .then([particulars(F1, { subject: 'Gartenbank', reason: 'verschrieben' })]);
    given(...CASE, particulars(F1, { subject: SUBJECT }))
      .when(answering({ subject: 'Gartenbank' }), TODAY)
      .then([particulars(F1, { subject: 'Gartenbank' })]);
  });
  test('is corrected with a reason only where the debtor was told otherwise', () => {
    const told = given(...CASE, particulars(F1), answered(DONE), ...demandedTwice(MATTER, cents(120_00)));
    told.when(answering({ subject: 'Gartenbank' }), TODAY).thenRefuses('particulars.told', 'reason');
    told
      .when(answering({ subject: 'Gartenbank', reason: 'verschrieben' }), TODAY)
      .then([particulars(F1, { subject: 'Gartenbank', reason: 'verschrieben' })]);
  });
});

describe('what is asked of several contracts', () => {
  const CASE = [...opened(erika, bare(1), bare(2, { subject: 'Pavillon' })), asked([F1, F2])];
  test('is answered for all at once, as far as it is missing', () => {
    given(...CASE)
      .when(answering(CONTRACT), TODAY)
      .then([
        particulars(F1),
        particulars(F2, { contractDate: SIGNED }),
        answered(`F1: Gegenstand „${SUBJECT}“, Vertrag vom 30.12.2025; F2: Vertrag vom 30.12.2025`),
      ]);
  });
  test('is answered of each by itself, and what names a claim is meant of it', () => {
    given(...CASE)
      .when(answering({ particulars: [{ claim: F2, ...CONTRACT }] }), TODAY)
      .then([particulars(F2)]);
    given(...CASE)
      .when(answering({ particulars: [{ claim: F2, ...CONTRACT }], reason: 'falsch getippt' }), TODAY)
      .then([particulars(F2, { ...CONTRACT, reason: 'falsch getippt' })]);
  });
  test('is answered by what names a claim, where something is said of all, too', () => {
    given(...CASE)
      .when(answering({ subject: 'anderes', particulars: [{ claim: F1, ...CONTRACT }] }), TODAY)
      .then([particulars(F1)]);
  });
  test('once answered, an answer for all corrects all', () => {
    given(...CASE, particulars(F1), particulars(F2, { contractDate: SIGNED }), answered('beide'))
      .when(answering({ subject: 'Gartenbank' }), TODAY)
      .then([particulars(F1, { subject: 'Gartenbank' }), particulars(F2, { subject: 'Gartenbank' })]);
  });
  test('one that is not asked of is not answered for', () => {
    given(...opened(erika, bare(1), bare(2)), asked([F1]), asked([F2], 'Q2'))
      .when(answering({ query: QueryId.parse('Q2'), ...CONTRACT }), TODAY)
      .then([particulars(F2), answered(`F2: Gegenstand „${SUBJECT}“, Vertrag vom 30.12.2025`, 'Q2')]);
  });
});

describe('what is refused', () => {
  const CASE = opened(erika, bare(1));
  test('a query that was not asked; which there are is told', () => {
    given(...CASE)
      .when(answering(CONTRACT), TODAY)
      .thenRefuses('query.unknown', 'query');
    const refused =
      (...facts: Fact[]) =>
      () =>
        decideQueryAnswer(answering({ query: QueryId.parse('Q9') }), fold(AKTE, [[...CASE, ...facts]]), TODAY);
    expect(refused()).toThrow(`In der Akte ${AKTE} gibt es keine Rückfrage Q9; gestellt ist keine.`);
    expect(refused(asked(), asked([F1], 'Q2'))).toThrow('keine Rückfrage Q9; es gibt Q1, Q2.');
  });
  test.each<[string, Partial<Answering>, string, string]>([
    ['a claim that is not there', { particulars: [{ claim: ClaimId.parse('F7'), ...CONTRACT }] }, 'claim', 'claim'],
    ['a contract after its invoice', { contractDate: day('2026-01-11') }, 'contractDate', 'contractDate'],
    ['a contract of a century ago', { contractDate: day('1949-12-31') }, 'contractDate', 'contractDate'],
    ['what no letter can print', { subject: '椅子' }, 'letters', 'subject'],
  ])('%s', (_, more, code, field) => {
    given(...CASE, asked([F1]))
      .when(answering(more), TODAY)
      .thenRefuses(`particulars.${code}`, field);
  });
  test('not on its edges: a contract of the day of the invoice, and of 1950', () => {
    for (const contractDate of [day('2026-01-10'), day('1950-01-01')])
      given(...CASE, asked([F1]))
        .when(answering({ contractDate }), TODAY)
        .then([particulars(F1, { contractDate })]);
  });
});
