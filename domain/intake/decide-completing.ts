import type { Akte } from '../akte/akte.ts';
import { decidePerson } from '../akte/decide-person.ts';
import type { Fact } from '../akte/facts.ts';
import { particularsFacts, type Given } from '../akte/particulars.ts';
import { restartedFor } from '../akte/restarted.ts';
import type { Day } from '../calendar.ts';
import type { Arriving, Completing } from './known-rows.ts';

/** Rows of one Akte that complete what is there, and the hand-over that brought them. */
export type Completion = Omit<Arriving, 'on'> & Readonly<{ rows: readonly Completing[] }>;

const givenBy = ({ row, claim }: Completing): Given => {
  const { subject, contractDate } = row.claim;
  return { claim, subject, contractDate };
};

/**
 * What follows where rows complete claims that are there already: what they say of contracts and of the debtor, once,
 * and from then on a younger generation of executions leads the claims. Nothing where all of it is known. Throws what
 * particulars refuse.
 */
export const decideCompleting = ({ rows, handOver, by }: Completion, akte: Akte, on: Day): readonly Fact[] => {
  const contracts = particularsFacts(akte, rows.map(givenBy), { on, by, handOver });
  const person = decidePerson({ rows: rows.map(({ row }) => row), by }, akte, on);
  return restartedFor([...contracts, ...person], akte);
};
