import type { Akte } from './akte.ts';
import { withParticulars } from './claim.ts';
import type { FactOf } from './facts.ts';
import { namesWith } from '../similar/same-debtor.ts';

/* What the creditor and others have told of claims and debtor, fact by fact. */

export const answered = (akte: Akte, { id, on, answer }: FactOf<'answered'>): Akte => ({
  ...akte,
  queries: akte.queries.map((q) => (q.id === id ? { ...q, answer: { on, text: answer } } : q)),
});

export const particularsGiven = (akte: Akte, fact: FactOf<'particularsGiven'>): Akte => ({
  ...akte,
  claims: akte.claims.map((c) => (c.id === fact.claim ? withParticulars(c, fact) : c)),
  completed: fact.handOver === undefined ? akte.completed : { ...akte.completed, [fact.claim]: fact.handOver },
});

export const renamed = (akte: Akte, fact: FactOf<'renamed'>): Akte => {
  const { lastName: _, salutation: known, ...rest } = akte.debtor;
  const salutation = fact.salutation ?? known;
  return {
    ...akte,
    debtor: {
      ...rest,
      name: fact.name,
      ...(fact.lastName === undefined ? {} : { lastName: fact.lastName }),
      ...(salutation ? { salutation } : {}),
    },
    names: namesWith(akte.names, fact),
  };
};
