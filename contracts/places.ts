import * as z from 'zod';
import { Month } from '../domain/calendar.ts';
import { AkteId, ProposalId, QueryId } from '../domain/ids.ts';
import { CreditorId } from '../domain/parties/parties.ts';
import type { Api } from './api.ts';
import type { PathOf, Route } from './route.ts';

type NamesOf<R> = R extends Route ? keyof PathOf<R> : never;
type Place = { [R in keyof Api]: { [V in keyof Api[R]]: NamesOf<Api[R][V]> }[keyof Api[R]] }[keyof Api];

/**
 * What stands in the places of paths, by their names. What is of another form than this is not there: handlers answer
 * 404, or 422 by a code of their own, never 400.
 */
export const PLACES: Readonly<Record<Place, Readonly<{ form: z.ZodType; words: string }>>> = {
  akte: { form: AkteId, words: 'The Aktenzeichen.' },
  claim: { form: z.string(), words: 'A claim as hand-overs call it: `MUS-4F7K-2QXR-F1`.' },
  creditor: { form: CreditorId, words: 'A creditor.' },
  id: { form: z.string(), words: 'What the list calls it.' },
  month: { form: Month, words: 'A month in the calendar.' },
  name: { form: z.string(), words: 'What a person signs in with: `mus-winter`.' },
  proposal: { form: ProposalId, words: 'What waits for a second person: `MUS-K1`.' },
  purpose: { form: z.string(), words: 'What an access is for: `erp`.' },
  query: { form: QueryId, words: 'A question, as the Akte calls it: `Q1`.' },
  source: { form: z.string(), words: 'What failed, as the list of failures calls it.' },
  state: { form: z.string(), words: 'A state in which people must do something (`nicht-erreichbar`), or `alle`.' },
};
