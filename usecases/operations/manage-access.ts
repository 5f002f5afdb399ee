import type { Actor } from '../../domain/actor.ts';
import { Conflict, NotFound } from '../../domain/faults.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import type { Access, Accesses, MachineClients } from '../ports/accesses.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors } from '../ports/creditors.ts';

type Ports = Readonly<{
  creditors: Pick<Creditors, 'get'>;
  accesses: Accesses;
  machines: MachineClients;
  clock: Pick<Clock, 'now'>;
}>;
type Which = Readonly<{ creditor: CreditorId; purpose: string; by: Actor }>;
/** `secret`: only where it was made just now. */
export type Made = Readonly<{ access: Access; secret: string | null }>;

/** While a client is being made nobody else begins; after this long whoever did has died of it. Milliseconds. */
const MAKING_MS = 2 * 60_000;
const nameOf = ({ creditor, purpose }: Which): string => `mahnwerk-${creditor}-${purpose}`;

export const listAccesses =
  ({ creditors, accesses }: Ports) =>
  async (creditor: CreditorId): Promise<readonly Access[]> => {
    await creditors.get(creditor);
    return accesses.list(creditor);
  };

const removeAll = async ({ machines }: Ports, of: Which): Promise<void> => {
  for (const client of await machines.called(nameOf(of))) await machines.remove(client);
};

/**
 * One client for each creditor and purpose. Asked again it makes no second one, and shows no secret: whoever has lost
 * it revokes the access and makes it anew.
 */
export const makeAccess =
  (ports: Ports) =>
  async (of: Which): Promise<Made> => {
    const { creditors, accesses, machines, clock } = ports;
    const { creditor, purpose, by } = of;
    await creditors.get(creditor);
    const seen = await accesses.find(creditor, purpose);
    if (seen?.state === 'active') return { access: seen, secret: null };
    const now = clock.now();
    if (seen?.state === 'making' && now.getTime() - Date.parse(seen.since) < MAKING_MS)
      throw new Conflict('Dieser Zugang wird gerade angelegt; bitte in zwei Minuten noch einmal.');
    const making: Access = { purpose, state: 'making', client: null, since: now.toISOString(), by };
    await accesses.replace(creditor, seen, making);
    // Left by a try that broke: nobody has seen its secret.
    await removeAll(ports, of);
    const { clientId, clientSecret } = await machines.create(nameOf(of));
    await accesses.admit(clientId, creditor);
    const active: Access = { ...making, state: 'active', client: clientId };
    await accesses.replace(creditor, making, active);
    return { access: active, secret: clientSecret };
  };

/**
 * From now on the client speaks for nobody, also with a token that still lives (the authorizer remembers its last
 * answer for 50 seconds), and then it is taken away. Repeated, it ends what a broken try has begun.
 */
export const revokeAccess =
  (ports: Ports) =>
  async (of: Which): Promise<Access> => {
    const { accesses, clock } = ports;
    const { creditor, purpose, by } = of;
    const seen = await accesses.find(creditor, purpose);
    if (!seen) throw new NotFound(`${creditor} hat keinen Zugang „${purpose}“.`);
    if (seen.client !== null) await accesses.refuse(seen.client, creditor);
    const revoked: Access =
      seen.state === 'revoked' ? seen : { ...seen, state: 'revoked', since: clock.now().toISOString(), by };
    if (revoked !== seen) await accesses.replace(creditor, seen, revoked);
    await removeAll(ports, of);
    return revoked;
  };
