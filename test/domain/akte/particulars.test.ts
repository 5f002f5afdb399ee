import type { Actor } from '../../../domain/actor.ts';
import type { Claim, Particulars } from '../../../domain/akte/claim.ts';
import type { Fact, FactOf } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import {
  answerByOf,
  askForParticulars,
  beganWaiting,
  lackingParticulars,
  missingInWords,
  nextQuery,
  particularsFacts,
  wouldWait,
  type Given,
  type Manner,
} from '../../../domain/akte/particulars.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, HandOverId, QueryId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { AKTE, MATTER, aClaim, after, demandedTwice, erika, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

const by: Actor = 'client:MUS';
const TODAY = after(12);
const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const F3 = ClaimId.parse('F3');
const SUBJECT = 'Gartenmöbel';
const SIGNED = day('2025-12-30');
const BOTH = { subject: SUBJECT, contractDate: SIGNED };
/** A claim of which nothing has been told of its contract. */
const bare = (n: number, more: Partial<Claim> = {}): Claim => {
  const { subject: _, contractDate: __, ...claim } = aClaim(n);
  return { ...claim, ...more };
};
const firm = { ...erika, kind: 'business' as const };
const akteWith = (...facts: readonly Fact[]) => fold(AKTE, [facts]);
const asked = (id: string, particularsOf?: ClaimId[]): Fact => ({
  kind: 'asked',
  id: QueryId.parse(id),
  on: after(0),
  by: 'system',
  question: 'Was war geschuldet?',
  answerBy: after(14),
  ...(particularsOf ? { particularsOf } : {}),
});
const answered = (id: string, answer: string): Fact => ({
  kind: 'answered',
  id: QueryId.parse(id),
  on: TODAY,
  by,
  answer,
});
const contract = (claim: ClaimId, more: Partial<FactOf<'particularsGiven'>> = BOTH): Fact => ({
  kind: 'particularsGiven',
  on: TODAY,
  by,
  claim,
  ...more,
});

describe('what a contract lacks', () => {
  test.each<[Particulars, string]>([
    [{}, 'Vertragsgegenstand und Vertragsdatum'],
    [{ subject: SUBJECT }, 'Vertragsdatum'],
    [{ contractDate: SIGNED }, 'Vertragsgegenstand'],
    [BOTH, ''],
  ])('%j: „%s“; a private person would have to wait for it, a firm would not', (of, words) => {
    expect(missingInWords(of)).toBe(words);
    expect(wouldWait(erika, of)).toBe(words !== '');
    expect(wouldWait(firm, of)).toBe(false);
  });
  test('only claims against a private person wait, and of them those that lack something', () => {
    const claims = [aClaim(1), bare(2), bare(3, { subject: SUBJECT })];
    expect(lackingParticulars({ debtor: erika, claims }).map((c) => c.id)).toEqual([F2, F3]);
    expect(lackingParticulars({ debtor: firm, claims })).toEqual([]);
  });
  test('a matter began waiting where all of its claims were asked about', () => {
    const { queries } = akteWith(...opened(erika, bare(1), bare(2)), asked('Q1', [F1]), asked('Q2', [F2]), asked('Q3'));
    expect(beganWaiting({ queries }, { claims: [F1, F2] })).toBe(true);
    expect(beganWaiting({ queries }, { claims: [F1, F3] })).toBe(false);
    expect(beganWaiting({ queries: [] }, { claims: [F1] })).toBe(false);
  });
});

describe('the question to the creditor', () => {
  const ask = (claims: readonly Claim[], of = claims.map((c) => c.id), debtor = erika, facts: readonly Fact[] = []) =>
    askForParticulars(akteWith(...opened(debtor, ...claims), ...facts), of, after(0));
  test('names the claims with their invoices, and what it is for', () => {
    expect(ask([bare(1), aClaim(2), bare(3, { contractDate: SIGNED })])).toEqual({
      kind: 'asked',
      id: 'Q1',
      on: after(0),
      by: 'system',
      question:
        'Zu F1 (Rechnung RE-1), F3 (Rechnung RE-3) fehlt der Vertragsgegenstand oder das Vertragsdatum. Einer Privatperson müssen wir beides nennen (§ 13a Abs. 1 Nr. 2 RDG); bis dahin schreiben wir ihr dazu nicht.',
      answerBy: after(14),
      particularsOf: [F1, F3],
    });
  });
  test('is about these claims only, and has the next number', () => {
    const found = ask([bare(1), bare(2)], [F2], erika, [asked('Q1', [F1])]);
    expect(found).toMatchObject({ id: 'Q2', particularsOf: [F2] });
    expect(nextQuery({ queries: [] })).toBe('Q1');
  });
  test('is not asked where nothing is lacking, nor about a firm', () => {
    expect(ask([aClaim(1)])).toBeNull();
    expect(ask([bare(1)], [F1], firm)).toBeNull();
    expect(ask([bare(1)], [])).toBeNull();
  });
  test('names five claims and says how many more there are; a long number is cut', () => {
    const five = [1, 2, 3, 4, 5].map((n) => bare(n));
    expect(ask(five)?.question).toMatch(/^Zu F1 .*, F5 \(Rechnung RE-5\) fehlt/);
    const seven = ask([...five, bare(6), bare(7)]);
    expect(seven?.question).toMatch(/^Zu F1 .*, F5 \(Rechnung RE-5\) und 2 weiteren fehlt/);
    expect(seven?.particularsOf).toHaveLength(7);
    expect(ask([bare(1, { invoiceNumber: 'R'.repeat(40) })])?.question).toContain(`(Rechnung ${'R'.repeat(30)})`);
  });
  test('has two weeks, to the end of a working day where the debtor lives', () => {
    expect(answerByOf(erika, after(0))).toBe('2026-03-16');
    expect(answerByOf(erika, after(5))).toBe('2026-03-23');
    expect(answerByOf(erika, day('2026-05-21'))).toBe('2026-06-05');
    expect(answerByOf({ ...erika, land: 'BE', address: undefined }, day('2026-05-21'))).toBe('2026-06-04');
  });
});

type Telling = Readonly<{ given: readonly Given[]; manner?: Manner; handOver?: HandOverId }>;
const given = deciding<Telling>(({ given: told, manner, handOver }, akte, on) =>
  particularsFacts(akte, told, { on, by, ...(handOver === undefined ? {} : { handOver }) }, manner),
);
const H2 = HandOverId.parse('h2');
const corrected = (reason?: string): Manner => ({ kind: 'corrected', reason });

describe('what a creditor says of contracts in passing', () => {
  test('fills what was missing, with the hand-over whose row said it', () => {
    given(...opened(erika, bare(1), bare(2, { subject: 'Pavillon' })))
      .when(
        {
          given: [
            { claim: F1, ...BOTH },
            { claim: F2, ...BOTH },
          ],
          handOver: H2,
        },
        TODAY,
      )
      .then([contract(F1, { ...BOTH, handOver: H2 }), contract(F2, { contractDate: SIGNED, handOver: H2 })]);
  });
  test('takes nothing back, and needs no reason to be passed over', () => {
    given(...opened(erika, aClaim(1)), ...demandedTwice(MATTER, cents(120_00)))
      .when({ given: [{ claim: F1, subject: 'Gartenbank' }] }, TODAY)
      .then([]);
    given(...opened(erika, aClaim(1)))
      .when({ given: [{ claim: F1 }] }, TODAY)
      .then([]);
  });
  test('answers the query that lacks nothing any more, and no other', () => {
    const queries = [asked('Q1', [F1]), asked('Q2', [F1, F2]), asked('Q3'), asked('Q4', [F3])];
    given(...opened(erika, bare(1), bare(2), bare(3)), ...queries)
      .when({ given: [{ claim: F1, ...BOTH }] }, TODAY)
      .then([contract(F1), answered('Q1', 'F1: Gegenstand „Gartenmöbel“, Vertrag vom 30.12.2025')]);
  });
  test('answers a query once', () => {
    given(...opened(erika, bare(1), bare(2)), asked('Q1', [F1]), contract(F1), answered('Q1', 'beides'))
      .when({ given: [{ claim: F2, subject: SUBJECT }] }, TODAY)
      .then([contract(F2, { subject: SUBJECT })]);
  });
  test('is told in the answer as far as it was missing', () => {
    given(...opened(erika, bare(1, { subject: 'Pavillon' })), asked('Q1', [F1]))
      .when({ given: [{ claim: F1, ...BOTH }] }, TODAY)
      .then([contract(F1, { contractDate: SIGNED }), answered('Q1', 'F1: Vertrag vom 30.12.2025')]);
    given(...opened(erika, bare(1, { contractDate: SIGNED })), asked('Q1', [F1]))
      .when({ given: [{ claim: F1, ...BOTH }] }, TODAY)
      .then([contract(F1, { subject: SUBJECT }), answered('Q1', 'F1: Gegenstand „Gartenmöbel“')]);
  });
  test('that says nothing new answers nothing, though nothing is lacking', () => {
    given(...opened(erika, aClaim(1)), asked('Q1', [F1]))
      .when({ given: [{ claim: F1, ...BOTH }] }, TODAY)
      .then([]);
  });
  test('an answer that names many claims is cut, as the Akte keeps no longer one', () => {
    const many = Array.from({ length: 40 }, (_, n) => bare(n + 1));
    const ids = many.map((c) => c.id);
    const found = particularsFacts(
      akteWith(...opened(erika, ...many), asked('Q1', ids)),
      ids.map((claim) => ({ claim, subject: 'x'.repeat(100), contractDate: SIGNED })),
      { on: TODAY, by },
    );
    const answer = found.flatMap((fact) => (fact.kind === 'answered' ? [fact.answer] : []));
    expect(answer.map((text) => text.length)).toEqual([2_000]);
    expect(answer[0]).toMatch(/^F1: Gegenstand „x+“, Vertrag vom 30\.12\.2025; F2: /);
  });
});

describe('what a creditor corrects of contracts', () => {
  const CASE = opened(erika, aClaim(1));
  const TOLD = [...CASE, ...demandedTwice(MATTER, cents(120_00))];
  const OTHER = { claim: F1, subject: 'Gartenbank', contractDate: SIGNED };
  test('takes the place of what was said, with its reason', () => {
    given(...CASE)
      .when({ given: [OTHER], manner: corrected('verschrieben') }, TODAY)
      .then([contract(F1, { subject: 'Gartenbank', contractDate: SIGNED, reason: 'verschrieben' })]);
    given(...CASE)
      .when({ given: [OTHER], manner: corrected() }, TODAY)
      .then([contract(F1, { subject: 'Gartenbank', contractDate: SIGNED })]);
  });
  test('the same again is no correction, also where the debtor was told so', () => {
    const { subject, contractDate } = aClaim(1);
    for (const again of [{ subject, contractDate }, { subject }, { contractDate }])
      given(...TOLD)
        .when({ given: [{ claim: F1, ...again }], manner: corrected() }, TODAY)
        .then([]);
  });
  test('wants a reason where the debtor was told otherwise; which part, is said', () => {
    given(...TOLD)
      .when({ given: [OTHER], manner: corrected() }, TODAY)
      .thenRefuses('particulars.told', 'reason');
    const refused = () => particularsFacts(akteWith(...TOLD), [OTHER], { on: TODAY, by }, { kind: 'corrected' });
    expect(refused).toThrow('mit einem anderen Vertragsgegenstand und Vertragsdatum');
    given(...TOLD)
      .when({ given: [OTHER], manner: corrected('verschrieben') }, TODAY)
      .then([contract(F1, { subject: 'Gartenbank', contractDate: SIGNED, reason: 'verschrieben' })]);
  });
  test('what was missing needs none, nor does a claim that nobody has written about', () => {
    const untold = demandedTwice(MATTER, cents(120_00)).map((fact) =>
      fact.kind === 'reserved' && fact.demand ? { ...fact, demand: { ...fact.demand, claims: [F2] } } : fact,
    );
    given(...CASE, ...untold)
      .when({ given: [OTHER], manner: corrected() }, TODAY)
      .then([contract(F1, { subject: 'Gartenbank', contractDate: SIGNED })]);
    given(...opened(erika, bare(1)), ...demandedTwice(MATTER, cents(120_00)))
      .when({ given: [{ claim: F1, ...BOTH }], manner: corrected() }, TODAY)
      .then([contract(F1)]);
  });
});

describe('what cannot be the contract', () => {
  const CASE = opened(erika, bare(1), bare(2));
  test.each<[string, Given, string]>([
    ['a claim that the Akte does not have', { claim: F3, ...BOTH }, 'claim'],
    ['a day after the invoice', { claim: F1, contractDate: day('2026-01-11') }, 'contractDate'],
    ['the zero of a spreadsheet', { claim: F1, contractDate: day('1949-12-31') }, 'contractDate'],
  ])('%s is refused by its field', (_, told, field) => {
    given(...CASE)
      .when({ given: [told] }, TODAY)
      .thenRefuses(`particulars.${field}`, field);
  });
  test('what no letter can print is refused', () => {
    given(...CASE)
      .when({ given: [{ claim: F1, subject: '椅子' }] }, TODAY)
      .thenRefuses('particulars.letters', 'subject');
  });
  test('the day of the invoice, and the first of 1950, can', () => {
    for (const contractDate of [day('2026-01-10'), day('1950-01-01')])
      given(...CASE)
        .when({ given: [{ claim: F1, contractDate }] }, TODAY)
        .then([contract(F1, { contractDate })]);
  });
  test('which claims there are is told, and of a day why', () => {
    const refused = (told: Given) => () => particularsFacts(akteWith(...CASE), [told], { on: TODAY, by });
    expect(refused({ claim: F3, ...BOTH })).toThrow('keine Forderung F3; es gibt F1, F2.');
    expect(refused({ claim: F1, contractDate: day('1900-01-01') })).toThrow('01.01.1900 liegt vor 1950');
    expect(refused({ claim: F1, contractDate: day('2026-01-11') })).toThrow('nach seiner Rechnung vom 10.01.2026');
  });
});
