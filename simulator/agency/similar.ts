import { creditorOf } from '../../domain/akte/akte.ts';
import type { AkteId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { NotFound } from '../../domain/faults.ts';
import type { SuggestionId } from '../../domain/similar/similar-debtors.ts';
import type { OpenSuggestion } from '../../domain/similar/review.ts';
import type { Debtors, Suggestions } from '../../usecases/ports/similar.ts';

/** The debtors of whatever Akten the log holds. */
export const memoryDebtors = (akten: {
  log: ReadonlyMap<AkteId, readonly Readonly<{ facts: readonly Fact[] }>[]>;
}): Debtors => ({
  of: async function* (creditor) {
    for (const [akte, acts] of akten.log)
      for (const fact of acts[0]?.facts ?? [])
        if (fact.kind === 'opened' && creditorOf(akte) === creditor) yield { akte, debtor: fact.debtor };
  },
});

/** `puts` counts what would have cost a write. */
export const memorySuggestions = (): Suggestions & { puts: number } => {
  const known = new Map<string, OpenSuggestion>();
  const key = (creditor: string, id: SuggestionId): string => `${creditor}#${id}`;
  const store: Suggestions & { puts: number } = {
    puts: 0,
    put: async (creditor, suggestion) => {
      store.puts += 1;
      if (known.has(key(creditor, suggestion.id))) return false;
      known.set(key(creditor, suggestion.id), suggestion);
      return true;
    },
    list: async (creditor) =>
      [...known]
        .filter(([k]) => k.startsWith(`${creditor}#`))
        .map(([, s]) => s)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    decide: async (creditor, id, decision) => {
      const found = known.get(key(creditor, id));
      if (!found) throw new NotFound(`Es gibt keinen Vorschlag ${id}.`);
      const suggestion = { ...found, decision };
      known.set(key(creditor, id), suggestion);
      return suggestion;
    },
  };
  return store;
};
