import type { Actor } from '../actor.ts';
import type { Day } from '../calendar.ts';
import { Rejected, wrongField } from '../faults.ts';
import type { ClaimId, QueryId } from '../ids.ts';
import type { Akte } from './akte.ts';
import type { Particulars } from './claim.ts';
import type { Fact } from './facts.ts';
import { particularsFacts, type Given, type Manner } from './particulars.ts';

/**
 * What a creditor answers: text, or what was asked of contracts, for each claim by itself or for all that the query
 * names.
 */
export type QueryAnswer = Readonly<
  {
    answer?: string | undefined;
    particulars?: readonly Given[] | undefined;
    reason?: string | undefined;
  } & Particulars
>;
/** Which query is answered, and by whom. */
export type Answering = Readonly<{ query: QueryId; by: Actor }> & QueryAnswer;
type Query = Akte['queries'][number];
/** A query that asks for what is missing of contracts. */
type ContractQuery = Query & Readonly<{ particularsOf: readonly ClaimId[] }>;
const asksOfContracts = (query: Query): query is ContractQuery => query.particularsOf !== undefined;

const queryNamed = ({ id, queries }: Akte, named: QueryId): Query => {
  const query = queries.find((q) => q.id === named);
  if (query) return query;
  const there = queries.length === 0 ? 'gestellt ist keine' : `es gibt ${queries.map((q) => q.id).join(', ')}`;
  throw new Rejected('query.unknown', `In der Akte ${id} gibt es keine Rückfrage ${named}; ${there}.`, {
    field: 'query',
  });
};

/** A question in words is answered once, in words. */
const inWords = ({ id, answer: known }: Query, { answer, by }: Answering, on: Day): readonly Fact[] => {
  if (answer === undefined)
    throw wrongField('query.answer', 'answer', `Die Rückfrage ${id} braucht eine Antwort in Worten.`);
  return known ? [] : [{ kind: 'answered', id, on, by, answer }];
};

/** What is given of each claim; what names none is meant for all that the query names. */
const particularsIn = (
  { particularsOf }: ContractQuery,
  { particulars, subject, contractDate }: QueryAnswer,
): readonly Given[] => {
  if (particulars) return particulars;
  if (subject === undefined && contractDate === undefined) return [];
  return particularsOf.map((claim) => ({ claim, subject, contractDate }));
};

/**
 * Whoever names a claim, or answers again, means what it says of it; an answer for all claims of an open query fills
 * the gaps.
 */
const mannerOf = ({ answer: known, particularsOf }: ContractQuery, { particulars, reason }: QueryAnswer): Manner =>
  particulars !== undefined || known !== null || particularsOf.length === 1
    ? { kind: 'corrected', reason }
    : { kind: 'added' };

const refuseNothingGiven = ({ id }: Query): never => {
  throw wrongField(
    'query.particulars',
    'subject',
    `Die Rückfrage ${id} fragt nach dem Vertrag. Bitte subject (Vertragsgegenstand) und contractDate (Vertragsdatum, zum Beispiel 2025-11-03) angeben; gab es keinen Vertrag, bitte die Akte schließen.`,
  );
};

/**
 * What follows where a creditor answers a query: its words, or what was asked of contracts, which may be corrected
 * later. The same again adds nothing. Throws Rejected `query.unknown`, `query.answer`, `query.particulars`, and what
 * the particulars themselves refuse.
 */
export const decideQueryAnswer = (answering: Answering, akte: Akte, on: Day): readonly Fact[] => {
  const query = queryNamed(akte, answering.query);
  if (!asksOfContracts(query)) return inWords(query, answering, on);
  const given = particularsIn(query, answering);
  if (given.length === 0 && query.answer === null) refuseNothingGiven(query);
  return particularsFacts(akte, given, { on, by: answering.by }, mannerOf(query, answering));
};
