import type { Matter } from '../../domain/akte/akte.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import type { Procedures } from '../ports/creditors.ts';

/** What goes by a procedure. */
type Led = Pick<Matter, 'procedure'>;

/**
 * The procedure of each matter of an Akte, each read once: whether another matter's series is over is for its own to
 * say.
 */
export const proceduresOf = async (
  procedures: Pick<Procedures, 'get'>,
  { matters }: Readonly<{ matters: readonly Led[] }>,
): Promise<(of: Led) => Procedure> => {
  const known = new Map<string, Procedure>();
  const nameOf = ({ procedure: { id, version } }: Led): string => `${id}@${version}`;
  for (const led of matters) if (!known.has(nameOf(led))) known.set(nameOf(led), await procedures.get(led.procedure));
  return (of) => {
    const procedure = known.get(nameOf(of));
    if (!procedure) throw new Error(`procedure ${nameOf(of)} was not read`);
    return procedure;
  };
};
