import type { Akte, Matter } from '../../domain/akte/akte.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import type { Procedures } from '../ports/creditors.ts';

/**
 * The procedure of each matter of an Akte, each read once: whether another matter's series is over is for its own to
 * say.
 */
export const proceduresOf = async (
  procedures: Pick<Procedures, 'get'>,
  akte: Pick<Akte, 'matters'>,
): Promise<(matter: Matter) => Procedure> => {
  const known = new Map<string, Procedure>();
  const nameOf = ({ procedure: { id, version } }: Matter): string => `${id}@${version}`;
  for (const matter of akte.matters)
    if (!known.has(nameOf(matter))) known.set(nameOf(matter), await procedures.get(matter.procedure));
  return (matter) => {
    const procedure = known.get(nameOf(matter));
    if (!procedure) throw new Error(`no procedure was read for ${matter.id}`);
    return procedure;
  };
};
