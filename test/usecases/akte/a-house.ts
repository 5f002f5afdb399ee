/** A house whose Akten may be about one and the same customer. */

import type { Debtor } from '../../../domain/parties/parties.ts';
import { findSimilarDebtors } from '../../../usecases/akte/find-similar-debtors.ts';
import { decideSuggestion, reviewSuggestions } from '../../../usecases/akte/review-suggestions.ts';
import { memoryAkten } from '../../../simulator/agency/akten.ts';
import { virtualClock } from '../../../simulator/engine/clock.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { START, erika, musterversand } from '../../support/akte.ts';
import { freshAkte, openingOf } from '../../support/similar-contracts.ts';
import { memoryDebtors, memorySuggestions } from '../../../simulator/agency/similar.ts';
import { memoryCreditors } from '../../../simulator/agency/stores.ts';

export const stadtwerk = { ...musterversand, id: CreditorId.parse('STW') };

export const aHouse = async (...debtors: readonly Partial<Debtor>[]) => {
  const akten = memoryAkten();
  const suggestions = memorySuggestions();
  const clock = virtualClock(START);
  const add = async (debtor: Partial<Debtor>, creditor = 'MUS') => {
    const id = freshAkte(creditor);
    await akten.append(id, 0, { by: 'operator:test', facts: openingOf({ ...erika, ...debtor }) });
    return id;
  };
  const ids = [];
  for (const [i, debtor] of debtors.entries()) ids.push(await add({ customerNumber: `K-${i}`, ...debtor }));
  const ports = {
    akten,
    creditors: memoryCreditors(musterversand, stadtwerk),
    debtors: memoryDebtors(akten),
    suggestions,
    clock,
  };
  return {
    ports,
    ids,
    add,
    find: findSimilarDebtors(ports),
    review: reviewSuggestions(ports),
    decide: decideSuggestion(ports),
  };
};
