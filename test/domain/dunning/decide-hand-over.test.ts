import type { Actor } from '../../../domain/actor.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import type { Claim } from '../../../domain/akte/claim.ts';
import type { Fact, FactOf } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import type { Day } from '../../../domain/calendar.ts';
import {
  asksProcedures,
  decideHandOver,
  nextClaim,
  type HandedRow,
  type HandedRows,
  type HandingOver,
} from '../../../domain/dunning/decide-hand-over.ts';
import { ClaimId, HandOverId, MatterId, QueryId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { AKTE, aClaim, after, demandedTwice, erika, MATTER, opened, TERMS } from '../../support/akte.ts';

const by: Actor = 'client:MUS';
const TODAY = after(20);
const M1 = MATTER;
const M2 = MatterId.parse('M2');
const M3 = MatterId.parse('M3');
const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const F3 = ClaimId.parse('F3');
const STANDARD_1 = { id: 'standard', version: 1 };
const STANDARD_2 = { id: 'standard', version: 2 };

type Change = Readonly<{ debtor?: Partial<Debtor>; claim?: Partial<Claim> }>;
/** The n-th invoice as its row states it. */
const row = (n: number, { debtor = {}, claim: change = {} }: Change = {}): HandedRow => {
  const { id: _, matter: __, ...claim } = aClaim(n, change);
  return { debtor: { ...erika, ...debtor }, claim };
};
/** One of whose contract nothing is told. */
const bare = (n: number, debtor: Partial<Debtor> = {}): HandedRow => {
  const { debtor: whole, claim } = row(n, { debtor });
  const { subject: _, contractDate: __, ...less } = claim;
  return { debtor: whole, claim: less };
};
const claimOf = ({ claim }: HandedRow, id: ClaimId, matter: MatterId): Claim => ({ ...claim, id, matter });

const handing = (rows: HandedRows, more: Partial<HandingOver> = {}): HandingOver => ({
  id: AKTE,
  handOver: HandOverId.parse('h2'),
  by,
  mandate: { procedure: STANDARD_1, terms: TERMS },
  rows,
  procedures: () => STANDARD,
  ...more,
});
/** Who asks for a procedure though nothing hangs on it: it has not been read. */
const NOT_READ: Partial<HandingOver> = {
  procedures: () => {
    throw new Error('no procedure was read');
  },
};
const akteOf = (facts: readonly Fact[]): Akte | null => (facts.length === 0 ? null : fold(AKTE, [facts]));
const given = (...facts: readonly Fact[]) => ({
  when: (of: HandingOver, on: Day = TODAY) => ({
    then: (expected: readonly Fact[]): void => expect(decideHandOver(of, akteOf(facts), on)).toEqual(expected),
  }),
});
const first: Fact = { kind: 'opened', debtor: erika, terms: TERMS };
const handedOver = (
  matter: MatterId,
  claims: Claim[],
  more: Partial<FactOf<'handedOver'>> = {},
): FactOf<'handedOver'> => ({
  kind: 'handedOver',
  handOver: HandOverId.parse('h2'),
  on: TODAY,
  matter,
  procedure: STANDARD_1,
  claims,
  ...more,
});
const asked = (id: string, ...particularsOf: ClaimId[]): Fact =>
  expect.objectContaining({ kind: 'asked', id, on: TODAY, by: 'system', particularsOf });

describe('an Akte is opened', () => {
  test('with its debtor and the terms of the mandate; claims of one hand-over are one matter', () => {
    const rows: HandedRows = [row(1), row(2)];
    given()
      .when(handing(rows, NOT_READ))
      .then([first, handedOver(M1, [claimOf(rows[0], F1, M1), claimOf(row(2), F2, M1)])]);
  });
  test('for the person that its first row names; what the next says of it is news', () => {
    given()
      .when(handing([row(1), row(2, { debtor: { email: 'neu@example.com' } })], NOT_READ))
      .then([
        first,
        handedOver(M1, [claimOf(row(1), F1, M1), claimOf(row(2), F2, M1)]),
        { kind: 'contactChanged', on: TODAY, by, source: 'creditor', email: 'neu@example.com' },
      ]);
  });
});

describe('what a private person must be told is missing', () => {
  test('the creditor is asked with the hand-over; nothing is there that it could hold back', () => {
    given()
      .when(handing([bare(1), bare(2)]))
      .then([first, handedOver(M1, [claimOf(bare(1), F1, M1), claimOf(bare(2), F2, M1)]), asked('Q1', F1, F2)]);
  });
  test('it waits in a matter of its own, behind the one that is ready', () => {
    given()
      .when(handing([row(1), bare(2), row(3)]))
      .then([
        first,
        handedOver(M1, [claimOf(row(1), F1, M1), claimOf(row(3), F3, M1)]),
        handedOver(M2, [claimOf(bare(2), F2, M2)]),
        asked('Q1', F2),
      ]);
  });
  test('the matter that the first row is in is written first', () => {
    given()
      .when(handing([bare(1), row(2), bare(3)]))
      .then([
        first,
        handedOver(M2, [claimOf(bare(1), F1, M2), claimOf(bare(3), F3, M2)]),
        handedOver(M1, [claimOf(row(2), F2, M1)]),
        asked('Q1', F1, F3),
      ]);
  });
  test('a company need not be told', () => {
    const company: Partial<Debtor> = { kind: 'business', name: 'Beispiel GmbH' };
    const rows: HandedRows = [bare(1, company), row(2, { debtor: company })];
    given()
      .when(handing(rows, NOT_READ))
      .then([
        { ...first, debtor: { ...erika, ...company } },
        handedOver(M1, [claimOf(bare(1), F1, M1), claimOf(row(2), F2, M1)]),
      ]);
  });
  test('while the creditor itself writes first, it begins with the others', () => {
    const own = Procedure.parse({
      ...STANDARD,
      levels: STANDARD.levels.map((level) => ({ ...level, sender: level.stage === 0 ? 'creditor' : 'agency' })),
    });
    given()
      .when(handing([row(1), bare(2)], { procedures: () => own }))
      .then([first, handedOver(M1, [claimOf(row(1), F1, M1), claimOf(bare(2), F2, M1)]), asked('Q1', F2)]);
  });
});

describe('a further lot of the same hand-over', () => {
  const begun = (matter: MatterId, ...claims: Claim[]): Fact =>
    handedOver(matter, claims, { on: after(19), procedure: STANDARD_2 });
  const more = { on: after(19), procedure: STANDARD_2 };
  const waitingSince: Fact = {
    kind: 'asked',
    id: QueryId.parse('Q1'),
    on: after(19),
    by: 'system',
    question: 'Was war geschuldet?',
    answerBy: after(33),
    particularsOf: [F1],
  };
  test('goes on in the matter that the first began, from its day and by its procedure', () => {
    given(first, begun(M1, aClaim(1)))
      .when(handing([row(2)]))
      .then([handedOver(M1, [claimOf(row(2), F2, M1)], more)]);
  });
  test('waits in the matter that waits already; what is ready begins behind it', () => {
    const before = [first, begun(M1, claimOf(bare(1), F1, M1)), waitingSince];
    given(...before)
      .when(handing([bare(2)]))
      .then([handedOver(M1, [claimOf(bare(2), F2, M1)], more), asked('Q2', F2)]);
    given(...before)
      .when(handing([row(2)]))
      .then([handedOver(M2, [claimOf(row(2), F2, M2)])]);
  });
  test('begins behind what waits, also where the creditor was asked of something else', () => {
    const disputed: Fact = {
      kind: 'asked',
      id: QueryId.parse('Q2'),
      on: after(19),
      by,
      question: 'Stimmt das?',
      answerBy: after(33),
    };
    given(first, begun(M1, claimOf(bare(1), F1, M1)), waitingSince, disputed)
      .when(handing([row(2)]))
      .then([handedOver(M2, [claimOf(row(2), F2, M2)])]);
  });
  test('waits in a matter of its own behind the ready one', () => {
    given(first, begun(M1, aClaim(1)))
      .when(handing([bare(2)]))
      .then([handedOver(M2, [claimOf(bare(2), F2, M2)]), asked('Q1', F2)]);
    given(first, begun(M1, aClaim(1)))
      .when(handing([row(2), bare(3)]))
      .then([
        handedOver(M1, [claimOf(row(2), F2, M1)], more),
        handedOver(M2, [claimOf(bare(3), F3, M2)]),
        asked('Q1', F3),
      ]);
  });
  test('does not go on in a matter that waited and whose claims went on in another', () => {
    const facts: readonly Fact[] = [
      first,
      begun(M1, claimOf(bare(1), F1, M1)),
      waitingSince,
      begun(M2, aClaim(2, { matter: M2 })),
      { kind: 'joined', matter: M2, claims: [F1], on: after(19) },
    ];
    given(...facts)
      .when(handing([bare(3)]))
      .then([handedOver(M3, [claimOf(bare(3), F3, M3)]), asked('Q2', F3)]);
  });
});

describe('a later hand-over', () => {
  const BEGUN = [...opened(erika, aClaim(1)), ...demandedTwice(M1, cents(120_00))];
  const JOINED: Fact = { kind: 'joined', matter: M1, claims: [F2], on: TODAY };
  /** Nobody may be dunned for it yet. */
  const NOT_DUE = row(2, { claim: { dueOn: after(60) } });
  test('goes on in the series that runs, from its day on', () => {
    given(...BEGUN)
      .when(handing([row(2)]))
      .then([handedOver(M2, [claimOf(row(2), F2, M2)]), JOINED]);
  });
  test('goes on in one that has written nothing yet, too', () => {
    given(...opened(erika, aClaim(1)))
      .when(handing([row(2)]))
      .then([handedOver(M2, [claimOf(row(2), F2, M2)]), JOINED]);
  });
  test('goes on in it only as far as it is ready and due', () => {
    given(...BEGUN)
      .when(handing([NOT_DUE]))
      .then([handedOver(M2, [claimOf(NOT_DUE, F2, M2)])]);
    given(...BEGUN)
      .when(handing([bare(2)]))
      .then([handedOver(M2, [claimOf(bare(2), F2, M2)]), asked('Q1', F2)]);
  });
  test('is judged by the debtor that the Akte knows, not by what its row calls it', () => {
    given(...opened(erika, aClaim(1)))
      .when(handing([bare(2, { kind: 'business' })]))
      .then([handedOver(M2, [claimOf(bare(2), F2, M2)]), asked('Q1', F2)]);
  });
  test('begins by the procedure that the mandate has by then', () => {
    given(...opened(erika, aClaim(1)))
      .when(handing([NOT_DUE], { mandate: { procedure: STANDARD_2, terms: TERMS } }))
      .then([handedOver(M2, [claimOf(NOT_DUE, F2, M2)], { procedure: STANDARD_2 })]);
  });
  test('names another way to a debtor whom nobody reached: the executions begin anew', () => {
    const lost: Fact = { kind: 'undeliverable', contact: 'email', on: after(5), reason: 'Postfach voll' };
    const news: Fact = { kind: 'contactChanged', on: TODAY, by, source: 'creditor', email: 'neu@example.com' };
    const of = handing([row(2, { debtor: { email: 'neu@example.com' } })]);
    given(...opened(erika, aClaim(1)), lost)
      .when(of)
      .then([
        handedOver(M2, [claimOf(row(2), F2, M2)]),
        news,
        JOINED,
        { kind: 'restarted', claims: [F1], generation: 2 },
      ]);
    given(...opened(erika, aClaim(1)))
      .when(of)
      .then([handedOver(M2, [claimOf(row(2), F2, M2)]), news, JOINED]);
  });
});

describe('what the use case asks beforehand', () => {
  const akte = fold(AKTE, [opened(erika, aClaim(1), aClaim(2))]);
  test('the next claims of an Akte by name, from the first of one that is yet to be opened', () => {
    expect([nextClaim(null, 0), nextClaim(null, 2)]).toEqual(['F1', 'F3']);
    expect([nextClaim(akte, 0), nextClaim(akte, 1)]).toEqual(['F3', 'F4']);
  });
  test('whether a procedure must be read: not for a first hand-over that is complete', () => {
    expect(asksProcedures(null, [row(1), row(2)])).toBe(false);
    expect(asksProcedures(null, [row(1), bare(2)])).toBe(true);
    expect(asksProcedures(null, [bare(1, { kind: 'business' })])).toBe(false);
    expect(asksProcedures(akte, [row(3)])).toBe(true);
  });
});
