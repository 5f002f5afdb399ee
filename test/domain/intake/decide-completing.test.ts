import type { Actor } from '../../../domain/actor.ts';
import type { Claim, Particulars } from '../../../domain/akte/claim.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { ClaimId, HandOverId, QueryId } from '../../../domain/ids.ts';
import { decideCompleting } from '../../../domain/intake/decide-completing.ts';
import type { Completing } from '../../../domain/intake/known-rows.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';
import { AKTE, aClaim, after, erika, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

const by: Actor = 'client:MUS';
const TODAY = after(12);
const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const { subject, contractDate } = aClaim();
const bare = (n: number): Claim => {
  const { subject: _, contractDate: __, ...claim } = aClaim(n);
  return claim;
};
const CASE = opened(erika, bare(1), bare(2));
const given = deciding(decideCompleting);
type Change = Readonly<{ debtor?: Partial<Debtor>; claim?: Partial<Claim> }>;
const completing = (n: number, { debtor = {}, claim: change = {} }: Change = {}): Completing => {
  const { id, matter: _, ...claim } = { ...bare(n), ...change };
  return { row: { row: n, line: n + 1, debtor: { ...erika, ...debtor }, claim }, akte: AKTE, claim: id };
};
const completion = (...rows: readonly Completing[]) => ({ rows, handOver: HandOverId.parse('h2'), by });
const told = { on: TODAY, by } as const;
const contract = (claim: ClaimId, more: Particulars = { subject, contractDate }): Fact => ({
  kind: 'particularsGiven',
  ...told,
  claim,
  handOver: HandOverId.parse('h2'),
  ...more,
});
const newMailbox: Fact = { kind: 'contactChanged', ...told, source: 'creditor', email: 'neu@example.com' };
const begunAnew: Fact = { kind: 'restarted', claims: [F1, F2], generation: 2 };

describe('rows that complete what is there', () => {
  test('say what contracts lacked, and of the debtor what is new; the executions begin anew', () => {
    given(...CASE)
      .when(
        completion(
          completing(1, { claim: { subject, contractDate } }),
          completing(2, { claim: { subject }, debtor: { email: 'neu@example.com' } }),
        ),
        TODAY,
      )
      .then([contract(F1), contract(F2, { subject }), newMailbox, begunAnew]);
  });
  test('answer the query that asked for it', () => {
    const asked: Fact = {
      kind: 'asked',
      id: QueryId.parse('Q1'),
      on: after(0),
      by: 'system',
      question: 'Was war geschuldet?',
      answerBy: after(14),
      particularsOf: [F1],
    };
    given(...CASE, asked)
      .when(completion(completing(1, { claim: { subject, contractDate } })), TODAY)
      .then([
        contract(F1),
        {
          kind: 'answered',
          id: QueryId.parse('Q1'),
          ...told,
          answer: 'F1: Gegenstand „Gartenmöbel“, Vertrag vom 10.01.2026',
        },
        begunAnew,
      ]);
  });
  test('may say something of the debtor alone', () => {
    given(...CASE)
      .when(completion(completing(1, { debtor: { email: 'neu@example.com' } })), TODAY)
      .then([newMailbox, begunAnew]);
  });
  test('do so once: where all of it is known nothing follows, nor is what was told taken back', () => {
    const complete = completion(
      completing(1, { claim: { subject, contractDate }, debtor: { email: 'neu@example.com' } }),
    );
    given(...CASE, contract(F1), newMailbox, begunAnew)
      .when(complete, TODAY)
      .then([]);
    given(...CASE, contract(F1))
      .when(completion(completing(1, { claim: { subject: 'anderes' } })), TODAY)
      .then([]);
    given(...CASE)
      .when(completion(), TODAY)
      .then([]);
  });
  test('are refused where what they say cannot be the contract', () => {
    given(...CASE)
      .when(completion(completing(1, { claim: { contractDate: after(0) } })), TODAY)
      .thenRefuses('particulars.contractDate', 'contractDate');
  });
});
