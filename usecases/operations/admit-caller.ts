import type { Caller } from '../../domain/access/caller.ts';
import { decideAdmission } from '../../domain/access/decide-admission.ts';
import type { Role } from '../../domain/access/roles.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import type { Tokens } from '../ports/tokens.ts';

type Ports = Readonly<{
  tokens: Tokens;
  clients: Readonly<{ creditorOf(client: string): Promise<CreditorId | null> }>;
}>;

/** Who asks with this token, where the route is open to them; null where nobody says why not. */
export const admitCaller =
  ({ tokens, clients }: Ports) =>
  async (given: string, may: readonly Role[]): Promise<Caller | null> => {
    const token = await tokens.read(given);
    return token && decideAdmission({ token, creditor: await clients.creditorOf(token.client), may });
  };
