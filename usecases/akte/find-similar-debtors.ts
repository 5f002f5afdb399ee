import type { CreditorId } from '../../domain/parties/parties.ts';
import { toPropose } from '../../domain/similar/review.ts';
import { suggestions, type KnownDebtor } from '../../domain/similar/similar-debtors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors } from '../ports/creditors.ts';
import type { Debtors, Suggestions } from '../ports/similar.ts';

type Ports = Readonly<{ creditors: Creditors; debtors: Debtors; suggestions: Suggestions; clock: Clock }>;
export type SimilarRun = Readonly<{ creditors: number; debtors: number; added: number; tooCommon: number }>;

const collected = async (debtors: AsyncIterable<KnownDebtor>): Promise<KnownDebtor[]> => {
  const all: KnownDebtor[] = [];
  for await (const debtor of debtors) all.push(debtor);
  return all;
};

const searchOne = async (ports: Ports, creditor: CreditorId): Promise<Omit<SimilarRun, 'creditors'>> => {
  const debtors = await collected(ports.debtors.of(creditor));
  const { suggestions: found, tooCommon } = suggestions(debtors);
  // Asking first is cheaper than being refused: a put costs a write unit even where the suggestion has been there for a
  // year.
  const known = new Set((await ports.suggestions.list(creditor)).map((s) => s.id));
  let added = 0;
  for (const suggestion of toPropose(found, known, ports.clock.today()))
    if (await ports.suggestions.put(creditor, suggestion)) added += 1;
  return { debtors: debtors.length, added, tooCommon };
};

/**
 * Looks, creditor by creditor, for customers that may be one and the same, and puts them before staff. Running it again
 * adds nothing; no Akte is touched.
 */
export const findSimilarDebtors = (ports: Ports) => async (): Promise<SimilarRun> => {
  let run: SimilarRun = { creditors: 0, debtors: 0, added: 0, tooCommon: 0 };
  for (const { id } of await ports.creditors.list()) {
    const one = await searchOne(ports, id);
    run = {
      creditors: run.creditors + 1,
      debtors: run.debtors + one.debtors,
      added: run.added + one.added,
      tooCommon: run.tooCommon + one.tooCommon,
    };
  }
  return run;
};
