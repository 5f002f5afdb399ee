import * as z from 'zod';
import { Actor } from '../../domain/actor.ts';
import { Day } from '../../domain/calendar.ts';
import { AkteId } from '../../domain/ids.ts';
import { NotFound } from '../../domain/faults.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import { SuggestionId, VERDICTS } from '../../domain/similar/similar-debtors.ts';
import type { Suggestions } from '../../usecases/ports/similar.ts';
import type { Table } from './client.ts';
import { creditorPartition, type Key } from './table.ts';

const SuggestionItem = z.object({
  suggestion: z.object({
    id: SuggestionId,
    akten: z.tuple([AkteId, AkteId]),
    score: z.number(),
    reasons: z.array(z.string()),
    on: Day,
    decision: z.object({ verdict: z.enum(VERDICTS), by: Actor, on: Day }).nullable(),
  }),
});

const PREFIX = 'S#';
export const suggestionKey = (creditor: CreditorId, id: SuggestionId): Key => ({
  PK: creditorPartition(creditor),
  SK: `${PREFIX}${id.replace('_', '#')}`,
});

/** Suggestions hold Aktenzeichen and reasons, no debtor's data: erasing an Akte leaves nothing of the debtor here. */
export const dynamoSuggestions = (table: Table): Suggestions => ({
  put: (creditor, suggestion) => table.putIfAbsent(suggestionKey(creditor, suggestion.id), { suggestion }),
  list: async (creditor) =>
    (await table.query({ pk: creditorPartition(creditor), begins: PREFIX }, SuggestionItem)).map((i) => i.suggestion),
  decide: async (creditor, id, decision) => {
    const key = suggestionKey(creditor, id);
    const item = await table.get(key, SuggestionItem);
    if (!item) throw new NotFound(`Es gibt keinen Vorschlag ${id}.`);
    const suggestion = { ...item.suggestion, decision };
    await table.put(key, { suggestion });
    return suggestion;
  },
});
