import { cognitoClients } from '../../adapters/cognito/clients.ts';
import { dynamoAccesses } from '../../adapters/dynamodb/accesses.ts';
import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import type { Access } from '../../domain/access/access.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import {
  listAccesses,
  makeAccess,
  renewAccess,
  revokeAccess,
  settleRenewal,
} from '../../usecases/operations/manage-access.ts';
import { tablePorts } from '../live/deciding.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering, on } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';
import { creditorNamed } from '../middleware/caller.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'USER_POOL_ID');
const live = tablePorts(settings);
const ports = { ...live, accesses: dynamoAccesses(live.table), machines: cognitoClients(settings.USER_POOL_ID) };
const does = doing(ports);
const list = listAccesses(ports);
const make = makeAccess(ports);
const renew = renewAccess(ports);
const settle = settleRenewal(ports);
const revoke = revokeAccess(ports);

/** No purpose is longer; the table takes no key beyond a kilobyte. */
const LONGEST = 30;
const endingOf = (access: Access) =>
  access.state === 'active' && access.ending ? { clientId: access.ending.client, until: access.ending.until } : null;
const shown = (creditor: CreditorId, access: Access) => {
  const { purpose, state, client, since, by } = access;
  return { creditor, purpose, state, clientId: client, ending: endingOf(access), since, by };
};
/** The access that a path names. */
const accessIn = (path: Readonly<{ creditor: string; purpose: string }>) => ({
  creditor: creditorNamed(path.creditor),
  purpose: path.purpose.slice(0, LONGEST),
});

/**
 * For our own people: a creditor's ways into the API are listed, made, renewed (each secret is shown this once) and
 * ended.
 */
export const handler = answering(
  on(API.accesses.list, async ({ path }) => {
    const creditor = creditorNamed(path.creditor);
    return { accesses: (await list(creditor)).map((access) => shown(creditor, access)), next: null };
  }),
  does(API.accesses.make, async ({ caller, body, path }) => {
    const creditor = creditorNamed(path.creditor);
    const { access, secret } = await make({ creditor, purpose: body.purpose, by: actorOf(caller) });
    return { ...shown(creditor, access), clientSecret: secret };
  }),
  does(API.accesses.renew, async ({ caller, body, path }) => {
    const which = { ...accessIn(path), by: actorOf(caller) };
    const { access, secret } = await renew({ ...which, days: body.days });
    return { ...shown(which.creditor, access), clientSecret: secret };
  }),
  does(API.accesses.settle, async ({ caller, body, path }) => {
    const which = { ...accessIn(path), by: actorOf(caller) };
    return shown(which.creditor, await settle({ ...which, keep: body.keep }));
  }),
  does(API.accesses.revoke, async ({ caller, path }) => {
    const which = { ...accessIn(path), by: actorOf(caller) };
    return shown(which.creditor, await revoke(which));
  }),
);
