import { speakersOf, type Access, type AccessIn } from '../../domain/access/access.ts';
import {
  decideMade,
  decideMaking,
  decideRenewed,
  decideRenewing,
  decideRevoked,
  decideSettled,
  type Asked,
  type Kept,
} from '../../domain/access/decide-access.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import type { Accesses, MachineClient, MachineClients } from '../ports/accesses.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors } from '../ports/creditors.ts';

type Ports = Readonly<{
  creditors: Pick<Creditors, 'get'>;
  accesses: Accesses;
  machines: MachineClients;
  clock: Pick<Clock, 'now'>;
}>;
type Which = Pick<Asked, 'creditor' | 'purpose' | 'by'>;
/** `secret`: only where it was made just now. */
export type Made = Readonly<{ access: Access; secret: string | null }>;
export type Renewed = Readonly<{ access: AccessIn<'active'>; secret: string }>;

/** Both clients of a renewal bear it; their ids tell them apart. */
const nameOf = ({ creditor, purpose }: Which): string => `mahnwerk-${creditor}-${purpose}`;

const askedNow = async ({ accesses, clock }: Ports, of: Which): Promise<Asked> => ({
  ...of,
  now: clock.now(),
  seen: await accesses.find(of.creditor, of.purpose),
});
/** Takes away the clients that speak for nobody: ended ones, and those of a try that broke, whose secret nobody saw. */
const removeSilent = async ({ machines }: Ports, of: Which, access: Access): Promise<void> => {
  const speaking = new Set(speakersOf(access).map(({ client }) => client));
  for (const client of await machines.called(nameOf(of))) if (!speaking.has(client)) await machines.remove(client);
};
/** Notes that a client is being made, so that nobody else begins, and makes it. */
const makeClient = async (ports: Ports, asked: Asked, begun: Access): Promise<MachineClient> => {
  await ports.accesses.replace(asked.creditor, asked.seen, begun);
  await removeSilent(ports, asked, begun);
  return ports.machines.create(nameOf(asked));
};

export const listAccesses =
  ({ creditors, accesses }: Ports) =>
  async (creditor: CreditorId): Promise<readonly Access[]> => {
    await creditors.get(creditor);
    return accesses.list(creditor);
  };

/**
 * One access for each creditor and purpose. Asked again it makes no second one, and shows no secret: whoever has lost
 * it renews the access.
 */
export const makeAccess =
  (ports: Ports) =>
  async (of: Which): Promise<Made> => {
    await ports.creditors.get(of.creditor);
    const asked = await askedNow(ports, of);
    const begun = decideMaking(asked);
    if (begun.state !== 'making') return { access: begun, secret: null };
    const { clientId, clientSecret } = await makeClient(ports, asked, begun);
    const access = decideMade(asked, clientId);
    await ports.accesses.replace(of.creditor, begun, access);
    return { access, secret: clientSecret };
  };

/**
 * A second client beside the first, for so many days: the creditor changes to the new secret without a moment in which
 * none is taken. Broken off anywhere, the first client speaks on, and whoever asks again gets a secret.
 */
export const renewAccess =
  (ports: Ports) =>
  async (of: Which & Readonly<{ days: number }>): Promise<Renewed> => {
    const { days, ...which } = of;
    const asked = await askedNow(ports, which);
    const begun = decideRenewing(asked);
    const { clientId: client, clientSecret } = await makeClient(ports, asked, begun);
    const access = decideRenewed(asked, { before: begun.client, client, days });
    await ports.accesses.replace(of.creditor, begun, access);
    return { access, secret: clientSecret };
  };

/** Ends a renewal before its days are over: one of its clients stays, the other speaks for nobody from now on. */
export const settleRenewal =
  (ports: Ports) =>
  async (of: Which & Readonly<{ keep: Kept }>): Promise<Access> => {
    const { keep, ...which } = of;
    const asked = await askedNow(ports, which);
    const settled = decideSettled(asked, keep);
    if (settled !== asked.seen) await ports.accesses.replace(of.creditor, asked.seen, settled);
    await removeSilent(ports, of, settled);
    return settled;
  };

/**
 * From now on its clients speak for nobody, also with a token that still lives (the authorizer remembers its last
 * answer for 50 seconds), and then they are taken away. Repeated, it ends what a broken try has begun.
 */
export const revokeAccess =
  (ports: Ports) =>
  async (of: Which): Promise<Access> => {
    const asked = await askedNow(ports, of);
    const revoked = decideRevoked(asked);
    if (revoked !== asked.seen) await ports.accesses.replace(of.creditor, asked.seen, revoked);
    await removeSilent(ports, of, revoked);
    return revoked;
  };
