import { cognitoClients } from '../../adapters/cognito/clients.ts';
import { dynamoAccesses } from '../../adapters/dynamodb/accesses.ts';
import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import type { Access } from '../../usecases/ports/accesses.ts';
import { listAccesses, makeAccess, revokeAccess } from '../../usecases/operations/manage-access.ts';
import { tablePorts } from '../live/deciding.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering, on } from '../middleware/answering.ts';
import { creditorNamed } from '../middleware/caller.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'USER_POOL_ID');
const live = tablePorts(settings);
const ports = { ...live, accesses: dynamoAccesses(live.table), machines: cognitoClients(settings.USER_POOL_ID) };
const list = listAccesses(ports);
const make = makeAccess(ports);
const revoke = revokeAccess(ports);

/** No purpose is longer; the table takes no key beyond a kilobyte. */
const LONGEST = 30;
const shown = (creditor: CreditorId, { purpose, state, client, since, by }: Access) => ({
  creditor,
  purpose,
  state,
  clientId: client,
  since,
  by,
});

/** For our own people: a creditor's ways into the API are listed, made (its secret is shown this once) and ended. */
export const handler = answering(
  on(API.accesses.list, async ({ path }) => {
    const creditor = creditorNamed(path.creditor);
    return { accesses: (await list(creditor)).map((access) => shown(creditor, access)) };
  }),
  on(API.accesses.make, async ({ caller, body, path }) => {
    const creditor = creditorNamed(path.creditor);
    const { access, secret } = await make({ creditor, purpose: body.purpose, by: actorOf(caller, body.by) });
    return { ...shown(creditor, access), clientSecret: secret };
  }),
  on(API.accesses.revoke, async ({ caller, body, path }) => {
    const creditor = creditorNamed(path.creditor);
    const purpose = path.purpose.slice(0, LONGEST);
    return shown(creditor, await revoke({ creditor, purpose, by: actorOf(caller, body.by) }));
  }),
);
