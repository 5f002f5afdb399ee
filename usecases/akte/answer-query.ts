import type { Akte } from '../../domain/akte/akte.ts';
import type { Day } from '../../domain/calendar.ts';
import type { AkteId } from '../../domain/ids.ts';
import type { Particulars } from '../../domain/akte/claim.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { Rejected } from '../../domain/faults.ts';
import { particularsFacts, type Given, type Manner } from '../../domain/akte/particulars.ts';
import { changeAkte } from './change-akte.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Workflows } from '../ports/workflows.ts';

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
type Query = Akte['queries'][number];
/** Who answers, and when. */
type Answering = Readonly<{ on: Day; by: string }>;

const particularsIn = (query: Query, { particulars, subject, contractDate }: QueryAnswer): readonly Given[] => {
  if (particulars) return particulars;
  if (subject === undefined && contractDate === undefined) return [];
  const all = {
    ...(subject === undefined ? {} : { subject }),
    ...(contractDate === undefined ? {} : { contractDate }),
  };
  return (query.particularsOf ?? []).map((claim) => ({ claim, ...all }));
};

/**
 * Whoever names a claim, or answers again, means what it says of it; an answer for all claims of an open query fills
 * the gaps.
 */
const mannerOf = (query: Query, { particulars, reason }: QueryAnswer): Manner =>
  particulars !== undefined || query.answer !== null || query.particularsOf?.length === 1
    ? { kind: 'corrected', reason }
    : { kind: 'added' };

const answerFacts = (akte: Akte, query: Query, given: QueryAnswer, { on, by }: Answering): Fact[] => {
  const particulars = particularsIn(query, given);
  if (query.particularsOf === undefined && given.answer !== undefined)
    return query.answer ? [] : [{ kind: 'answered', id: query.id, on, by, answer: given.answer }];
  if (query.particularsOf === undefined)
    throw new Rejected('query.answer', `Feld „answer“: Die Rückfrage ${query.id} braucht eine Antwort in Worten.`, {
      field: 'answer',
    });
  if (particulars.length === 0 && query.answer === null)
    throw new Rejected(
      'query.particulars',
      `Feld „subject“: Die Rückfrage ${query.id} fragt nach dem Vertrag. Bitte subject (Vertragsgegenstand) und contractDate (Vertragsdatum, zum Beispiel 2025-11-03) angeben; gab es keinen Vertrag, bitte die Akte schließen.`,
      { field: 'subject' },
    );
  return particularsFacts(akte, particulars, { on, by }, mannerOf(query, given));
};

/**
 * The creditor answers a query. What follows from it a person decides (`over` of the dispute, or closing); what was
 * asked of contracts lets the dunning go on by itself.
 */
export const answerQuery =
  (ports: Readonly<{ akten: Akten; workflows: Workflows; clock: Clock }>) =>
  async (of: Readonly<{ akte: AkteId; query: string; by: string } & QueryAnswer>): Promise<Akte> => {
    const on = ports.clock.today();
    return changeAkte(ports, of.akte, of.by, (akte) => {
      const query = akte.queries.find((q) => q.id === of.query);
      if (!query)
        throw new Rejected(
          'query.unknown',
          `In der Akte ${akte.id} gibt es keine Rückfrage ${of.query}; ${akte.queries.length === 0 ? 'gestellt ist keine' : `es gibt ${akte.queries.map((q) => q.id).join(', ')}`}.`,
          {
            field: 'query',
          },
        );
      return answerFacts(akte, query, of, { on, by: of.by });
    });
  };
