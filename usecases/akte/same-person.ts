import type { Akte } from '../../domain/akte/akte.ts';
import { contactPointsOf } from '../../domain/akte/person.ts';
import type { People } from '../ports/people.ts';
import type { Akten } from '../ports/akten.ts';

export type Knowing = Readonly<{ akten: Pick<Akten, 'find'>; people: Pick<People, 'sharing'> }>;

/** The other Akten of the person behind an Akte, whoever claims: those that are reached the same way today. */
export const othersOf = async ({ akten, people }: Knowing, akte: Akte): Promise<readonly Akte[]> => {
  const points = contactPointsOf(akte.debtor);
  const others: Akte[] = [];
  for (const id of await people.sharing(points)) {
    const other = id === akte.id ? null : await akten.find(id);
    if (other && contactPointsOf(other.debtor).some((point) => points.includes(point))) others.push(other);
  }
  return others;
};
