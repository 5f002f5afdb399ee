import type { Caller } from '../../domain/access/caller.ts';
import { decideAdmission, type Known, type Representative, type Token } from '../../domain/access/decide-admission.ts';
import type { Person } from '../../domain/access/person.ts';
import type { Role } from '../../domain/access/roles.ts';
import type { Clock } from '../ports/clock.ts';
import type { Tokens } from '../ports/tokens.ts';

type Ports = Readonly<{
  tokens: Tokens;
  clients: Readonly<{ speaksFor(client: string): Promise<Representative | null> }>;
  persons: Readonly<{ withSub(sub: string): Promise<Person | null> }>;
  clock: Pick<Clock, 'now'>;
}>;

/** One question to the table for each token. */
const knownOf = async ({ clients, persons }: Ports, token: Token): Promise<Known> =>
  token.of === 'machines'
    ? { client: await clients.speaksFor(token.client), person: null }
    : { client: null, person: await persons.withSub(token.sub) };

/** Who asks with this token, where the route is open to them; null where nobody says why not. */
export const admitCaller =
  (ports: Ports) =>
  async (given: string, may: readonly Role[]): Promise<Caller | null> => {
    const token = await ports.tokens.read(given);
    if (token === null) return null;
    const known = await knownOf(ports, token);
    return decideAdmission({ token, known, may, now: ports.clock.now() });
  };
